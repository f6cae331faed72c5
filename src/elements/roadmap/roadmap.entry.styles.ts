import { css } from 'lit';

/** The face of a commitment. */
export const entryStyles = css`
  .commitments {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .commitment {
    display: grid;
    gap: 0.4rem;
    padding: 0.25rem 1rem 0.9rem;
    border: 1px solid var(--_hairline);
    border-inline-start: 4px solid var(--_edge);
    border-radius: var(--_radius);
    scroll-margin-block-start: 1rem;
  }

  .commitment.completed {
    border-inline-start-color: var(--_done);
  }

  .commitment.started {
    border-inline-start-color: var(--_accent);
  }

  .commitment.late {
    border-inline-start-color: var(--_late);
  }

  h3 {
    font-size: 1.05em;
  }

  .title {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    inline-size: calc(100% + 1rem);
    min-block-size: var(--_target);
    margin-inline: -0.5rem;
    padding: 0.35rem 0.5rem;
    border: 0;
    border-radius: calc(var(--_radius) / 2);
    color: inherit;
    background: none;
    font: inherit;
    font-weight: 650;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
    scroll-margin-block-start: 5rem;
  }

  .title:hover bdi {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .chevron {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--_quiet);
    transition: transform 0.15s;
  }

  .title[aria-expanded='true'] .chevron {
    transform: rotate(180deg);
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.9rem;
    font-size: 0.95em;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 600;
  }

  .icon {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
  }

  .icon.completed {
    color: var(--_done);
  }

  .icon.started {
    color: var(--_accent);
  }

  .icon.paused {
    color: var(--_warn);
  }

  .icon.late,
  .badge.late {
    color: var(--_late);
  }

  .cut {
    stroke: var(--_surface);
  }

  .responsible {
    font-size: 0.95em;
  }

  .reason {
    padding: 0.4rem 0.75rem;
    border-inline-start: 3px solid var(--_late);
    background: color-mix(in oklab, var(--_late) 6%, var(--_surface));
  }

  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    font-size: 0.95em;
    font-variant-numeric: tabular-nums;
  }

  progress {
    flex: 1 1 8rem;
    max-inline-size: 20rem;
    block-size: 0.6rem;
    border: 1px solid var(--_edge);
    border-radius: 0.3rem;
    overflow: hidden;
    background: var(--_surface);
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: var(--_surface);
  }

  progress::-webkit-progress-value {
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    background: var(--_accent);
  }

  .completed progress::-webkit-progress-value {
    background: var(--_done);
  }

  .completed progress::-moz-progress-bar {
    background: var(--_done);
  }

  @media (forced-colors: active) {
    .commitment.late {
      border-inline-start-width: 8px;
    }

    progress::-webkit-progress-value {
      forced-color-adjust: none;
      background: Highlight;
    }

    progress::-moz-progress-bar {
      forced-color-adjust: none;
      background: Highlight;
    }

    .icon,
    .icon[class],
    .chevron {
      color: CanvasText;
    }

    .cut {
      stroke: Canvas;
    }
  }

  @media print {
    .commitments {
      margin-block-start: 1rem;
    }

    .commitment {
      break-inside: avoid;
    }

    .chevron {
      display: none;
    }
  }
`;
