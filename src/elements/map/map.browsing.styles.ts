import { css } from 'lit';
import { unseen } from '../../styles/tokens.styles.js';

/** The list as one explores it: its bar, the table, and what of the map is in view. */
export const styles = css`
  /* WebKit writes it in a grey that is too light to read. */
  ::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }

  .list {
    /* What comes in above is made up for by ourselves. */
    overflow-anchor: none;
  }

  .bar {
    display: flex;
    flex: none;
    gap: 0.5rem;
    padding-block-end: 0.5rem;
  }

  .sort {
    display: flex;
    flex: 1 1 7rem;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
  }

  .sort span {
    flex: none;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .sort select {
    min-inline-size: 0;
    max-inline-size: 18rem;
    padding-inline: 0.5rem;
    text-overflow: ellipsis;
  }

  .looks {
    display: flex;
    flex: none;
  }

  .looks .button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }

  .looks .button + .button {
    margin-inline-start: -1px;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }

  .looks .button[aria-pressed='true'] {
    z-index: 1;
  }

  .near {
    flex: none;
    padding-inline: 0.7rem;
  }

  .said {
    margin: 0;
  }

  .told {
    margin-block-end: 0.5rem;
    padding: 0.5rem 0.75rem;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_tint);
    font-size: 0.9em;
  }

  .away {
    color: var(--_text);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    font-size: 0.95em;
  }

  th,
  td {
    max-inline-size: 18rem;
    padding: 0.4rem 0.75rem;
    overflow: hidden;
    border-block-end: 1px solid var(--_hairline);
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .figure {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  thead th {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    padding: 0;
    border-block-end: 2px solid var(--_edge);
    background: var(--_surface);
  }

  .head {
    display: flex;
    align-items: center;
    gap: 0.4em;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.4rem 0.75rem;
    border: 0;
    color: inherit;
    background: none;
    font: inherit;
    font-weight: 600;
    text-align: start;
    cursor: pointer;
  }

  .figure .head {
    justify-content: flex-end;
  }

  .head:hover {
    background: var(--_tint);
  }

  .head:focus-visible {
    outline-offset: -3px;
  }

  .head::after {
    flex: none;
    inline-size: 0.6em;
    content: '';
  }

  [aria-sort='ascending'] .head::after {
    content: '▲';
    content: '▲' / '';
    font-size: 0.75em;
  }

  [aria-sort='descending'] .head::after {
    content: '▼';
    content: '▼' / '';
    font-size: 0.75em;
  }

  tbody tr {
    background: var(--_surface);
    cursor: pointer;
  }

  tbody th {
    padding: 0;
  }

  tbody .entry {
    align-items: center;
    padding-block: 0.4rem;
  }

  /* The whole row says it. */
  tbody .entry:is(:hover, [aria-current]) {
    background: none;
  }

  tbody .entry-title {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  tbody tr:hover {
    background: var(--_tint);
  }

  tbody tr[data-selected] {
    background: var(--_tint-strong);
  }

  .in-view {
    position: absolute;
    z-index: 3;
    inset-block-start: 0.6rem;
    inset-inline: 4.2rem 0.6rem;
    max-inline-size: 22rem;
    max-block-size: min(20rem, calc(var(--_map-height) - 1.2rem));
    overflow: auto;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 18px rgb(0 0 0 / 22%);
  }

  .in-view:not(:focus) {
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    border: 0;
    clip-path: inset(50%);
  }

  .in-view [role='option'] {
    min-block-size: var(--_target);
    padding: 0.6rem 0.85rem;
    cursor: pointer;
  }

  .in-view [aria-selected='true'] {
    background: var(--_tint-strong);
    box-shadow: inset 4px 0 var(--_accent);
  }

  .in-view:dir(rtl) [aria-selected='true'] {
    box-shadow: inset -4px 0 var(--_accent);
  }

  /* What is told apart by lines and gaps is so by pauses, too. */
  .entry-text {
    position: relative;
  }

  .entry-text > :not(:first-child)::before,
  .facts > :not(:first-child)::before {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    content: ', ';
  }

  .sort,
  .near {
    position: relative;
  }

  /* Beside the map there is little room: words go first, and are still said. */
  @container (inline-size < 30rem) {
    .sort span,
    .near span {
      ${unseen}
    }

    .near {
      inline-size: var(--_target);
      padding: 0;
    }
  }

  @container (inline-size >= 52rem) {
    .body:has(.map):has(table) {
      grid-template-columns: minmax(0, 1fr);
    }

    .body:has(.map):not(:has(table)) :is(.sort span, .near span) {
      ${unseen}
    }

    .body:has(.map):not(:has(table)) .near {
      inline-size: var(--_target);
      padding: 0;
    }

    tbody th {
      position: sticky;
      z-index: 1;
      inset-inline-start: 0;
      background: inherit;
    }
  }

  @media (forced-colors: active) {
    tr[data-selected],
    .in-view [aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
