import { css } from 'lit';

/** The slider through time: button and line in one row, words and choices below them. */
export const styles = css`
  .time {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: end;
    gap: 0 0.75rem;
    margin-block-start: 0.75rem;
  }

  .time-line {
    display: grid;
    min-inline-size: 0;
  }

  .time-bars {
    inline-size: 100%;
    block-size: 2.25rem;
  }

  .time-bars:dir(rtl) {
    transform: scaleX(-1);
  }

  .time-bars .on {
    fill: var(--_accent);
  }

  .time-bars .off {
    fill: color-mix(in oklab, var(--_text) 30%, var(--_surface));
  }

  .time-line input {
    justify-self: center;
    /* From the middle of the first bar to that of the last, for the middle of a thumb of 16 px. */
    inline-size: calc(100% - var(--_inset, 16px) + 16px);
    block-size: var(--_target);
    margin: 0;
    cursor: ew-resize;
  }

  .time-words {
    grid-column: 2;
    align-self: center;
    margin: 0 0 0.25rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .time-choice {
    display: inline-flex;
    grid-column: 2;
    align-items: center;
    gap: 0.45rem;
    inline-size: fit-content;
    min-block-size: var(--_target);
    cursor: pointer;
  }

  .time-choice input {
    flex: none;
    inline-size: 1.15rem;
    block-size: 1.15rem;
    margin: 0;
  }

  @container (min-width: 40rem) {
    .time {
      grid-template-columns: auto minmax(0, 1fr) auto;
    }

    .time-line {
      grid-column: 2 / -1;
    }

    .time-choice {
      grid-column: 3;
    }
  }

  @media (forced-colors: active) {
    .time-bars .on {
      fill: Highlight;
      forced-color-adjust: none;
    }

    .time-bars .off {
      fill: GrayText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .time {
      display: none;
    }
  }
`;
