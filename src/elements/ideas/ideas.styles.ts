import { css } from 'lit';

/** Head, choices, and the cards. */
export const styles = css`
  /* The room is kept until the ideas are there, a screen of it, so that what is below does not jump before somebody's eyes. */
  :host(:state(loading)) {
    min-block-size: max(40rem, 100svh);
  }

  p {
    margin: 0;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 0.75rem 2rem;
    margin-block-end: 1.25rem;
  }

  .head > div {
    flex: 1 1 18rem;
  }

  h2 {
    font-size: clamp(1.35rem, 1.1rem + 1.8cqi, 2rem);
  }

  .lead {
    max-inline-size: 75ch;
    margin-block-start: 0.25rem;
  }

  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    gap: 0.5rem 0.75rem;
    margin-block-end: 0.75rem;
  }

  .filters .field {
    min-inline-size: 0;
    max-inline-size: 40rem;
    margin: 0;
  }

  .filters[hidden],
  .filters [hidden] {
    display: none;
  }

  .filters label {
    font-size: 0.9em;
  }

  .filters .search {
    grid-column: 1 / -1;
    max-inline-size: none;
  }

  .found {
    margin-block-end: 0.5rem;
  }

  .none {
    margin-block: 0;
    padding: clamp(2rem, 8cqi, 4rem) 1rem;
    border: 2px dashed var(--_hairline);
    border-radius: var(--_radius);
    font-size: 1.1em;
    font-weight: 600;
    text-align: center;
  }

  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .cards > li {
    display: grid;
  }

  .card {
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    padding: 1rem;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 1px 2px color-mix(in oklab, var(--_text) 6%, transparent);
  }

  .card h3 {
    font-size: 1.15rem;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    font-size: 0.9em;
  }

  .badge {
    --_mark: var(--_quiet);

    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    padding: 0.1rem 0.6rem 0.1rem 0.4rem;
    border-radius: 1rem;
    color: var(--_mark);
    background: color-mix(in oklab, var(--_mark) 10%, var(--_surface));
    font-weight: 600;
  }

  .badge:is(.open, .considered, .planned) {
    --_mark: var(--_accent);
  }

  .badge.done {
    --_mark: var(--_good);
  }

  .badge.held {
    --_mark: var(--_warn);
  }

  .icon {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    vertical-align: -0.2em;
  }

  .cut {
    stroke: var(--_surface);
  }

  .category {
    color: var(--_quiet);
  }

  .text,
  .said {
    white-space: pre-line;
  }

  .answer {
    padding: 0.6rem 0.9rem;
    border-inline-start: 3px solid var(--_accent);
    border-radius: 0 calc(var(--_radius) * 0.75) calc(var(--_radius) * 0.75) 0;
    background: var(--_tint);
    font-size: 0.95em;
  }

  /* A Latin name beside a date in an Arabic line must not take the date's numbers along. */
  .by strong,
  time {
    unicode-bidi: isolate;
  }

  .by .icon {
    color: var(--_accent);
  }

  .clamped .said {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1rem;
    font-size: 0.9em;
  }

  .foot a:not(.button) {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    color: inherit;
  }

  .read {
    align-self: start;
    margin-inline-start: -1rem;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-block-start: auto;
    padding-block-start: 0.6rem;
    border-block-start: 1px solid var(--_hairline);
  }

  .foot > .quiet {
    display: grid;
    flex: 1 1 8rem;
    font-size: 0.9em;
  }

  .support .count {
    padding-inline-start: 0.5em;
    border-inline-start: 1px solid currentcolor;
    font-variant-numeric: tabular-nums;
  }

  .foot > .error {
    flex-basis: 100%;
  }

  .panel {
    margin-block-end: 1.5rem;
    padding: clamp(0.9rem, 3cqi, 1.5rem);
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .panel h3 {
    margin-block-end: 0.5rem;
    font-size: 1.25rem;
  }

  .panel .card h3 {
    margin: 0;
    font-size: 1.15rem;
  }

  .more-button {
    inline-size: 100%;
    margin-block-start: var(--_gap);
  }

  @container (max-width: 28rem) {
    .filters .field:nth-child(4) {
      grid-column: 1 / -1;
    }
  }

  @container (min-width: 44rem) {
    .cards {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    .cards > li:has(.card.open) {
      grid-column: 1 / -1;
    }

    .search {
      grid-column: span 2;
    }
  }

  @media (forced-colors: active) {
    .badge {
      border: 1px solid currentcolor;
    }

    .button[aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
