import { css } from 'lit';

/** What opens below a commitment. */
export const detailStyles = css`
  .detail {
    padding-block-start: 0.25rem;
  }

  .detail:not([hidden]) {
    display: grid;
    gap: 0.75rem;
    margin-block-start: 0.35rem;
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_hairline);
  }

  .description {
    max-inline-size: 70ch;
  }

  .timeline {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .timeline li {
    display: grid;
    grid-template-columns: 1.4rem 1fr;
    gap: 0.75rem;
    padding-block-end: 0.9rem;
    position: relative;
  }

  .timeline li > .icon {
    inline-size: 1.4rem;
    block-size: 1.4rem;
  }

  /* The line from one step to the next. */
  .timeline li:not(:last-child)::before {
    position: absolute;
    inset-block: 1.6rem 0.15rem;
    inset-inline-start: calc(0.7rem - 1px);
    inline-size: 2px;
    background: var(--_edge);
    content: '';
  }

  .step {
    font-weight: 500;
  }

  .next {
    display: inline-block;
    margin-inline-start: 0.35rem;
    padding-inline: 0.6em;
    border: 1px solid var(--_accent);
    border-radius: 1em;
    color: var(--_accent);
    font-size: 0.85em;
  }

  .more {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: 0.75rem 1.5rem;
    margin: 0;
  }

  dt {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  dd ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  dd li a {
    display: inline-block;
    min-block-size: 2rem;
    padding-block: 0.25rem;
  }

  .money {
    display: block;
  }

  @media (forced-colors: active) {
    .timeline li:not(:last-child)::before {
      background: CanvasText;
    }
  }

  @media print {
    .detail[hidden] {
      display: grid;
      gap: 0.5rem;
      content-visibility: visible;
    }
  }
`;
