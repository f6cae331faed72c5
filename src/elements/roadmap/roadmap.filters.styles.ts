import { css } from 'lit';

/** The choices above the list. */
export const filterStyles = css`
  .filters {
    display: grid;
    gap: 0.75rem;
    margin-block: 1rem 0.75rem;
  }

  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .mark {
    padding-inline: 0.75rem;
    border-color: var(--_edge);
    border-radius: 1.5rem;
    font-weight: 500;
  }

  .mark[aria-pressed='true'] {
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }

  .count {
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }

  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    gap: 0.5rem 0.75rem;
    align-items: end;
  }

  .fields .field {
    min-inline-size: 0;
    margin: 0;
  }

  .fields label {
    font-size: 0.9em;
  }

  .search {
    grid-column: 1 / -1;
  }

  .reset {
    justify-self: start;
  }

  .shown {
    margin-block-end: 0.5rem;
  }

  @container (min-width: 48rem) {
    .fields {
      grid-template-columns: 1.6fr 1fr 1fr 1fr auto;
    }

    .fields:not(:has(.reset)) {
      grid-template-columns: 1.6fr 1fr 1fr 1fr;
    }

    .search {
      grid-column: auto;
    }
  }

  @media (forced-colors: active) {
    .mark[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      color: HighlightText;
      background: Highlight;
    }

    .mark[aria-pressed='true'] :is(.count, .icon) {
      color: inherit;
    }

    .mark[aria-pressed='true'] .cut {
      stroke: Highlight;
    }
  }

  @media print {
    .filters,
    .shown {
      display: none;
    }
  }
`;
