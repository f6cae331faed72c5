import { css } from 'lit';

/** The question and its five answers, and the result beside them. */
export const styles = css`
  :host {
    --_bar: var(--civic-rating-bar, var(--_accent));
  }

  /* The room is kept until the result is there, so that the page below does not jump. */
  :host(:state(loading):not([floating])) {
    min-block-size: 30rem;
  }

  p {
    margin: 0;
  }

  .rating {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2rem;
  }

  legend,
  legend ::slotted(*) {
    font-size: clamp(1.15rem, 1rem + 1cqi, 1.4rem);
    font-weight: 650;
    line-height: 1.3;
  }

  [part='reasons'] legend {
    font-size: 1.05em;
  }

  fieldset .hint {
    margin-block: 0.25rem 0.75rem;
  }

  fieldset .error {
    margin-block-end: 0.5rem;
  }

  .scores {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 0.375rem;
  }

  .score {
    position: relative;
    display: grid;
    grid-template-rows: auto 1fr;
    justify-items: center;
    gap: 0.15rem;
    min-block-size: 5.25rem;
    padding: 0.7rem 0.15rem 0.6rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: center;
    cursor: pointer;
    transition: background-color 0.15s;
  }

  .score:hover {
    background: var(--_tint);
  }

  /* The native control covers its card: it is what is clicked, focused and read, and its picture is the card. */
  .score input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .score:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .number {
    font-size: 1.5rem;
    font-weight: 700;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }

  .picture {
    inline-size: 2.5rem;
    block-size: 2.5rem;
  }

  .picture.down {
    transform: rotate(180deg);
  }

  /* Words alone stand in the middle of their card. */
  .score:not(:has(.number, .picture)) {
    grid-template-rows: 1fr;
    min-block-size: 3.25rem;
    font-weight: 600;
  }

  .score:not(:has(.word)) {
    min-block-size: 3.25rem;
  }

  .ends {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
  }

  legend + :is(.scores, .choice) {
    margin-block-start: 0.75rem;
  }

  .choice {
    padding-block: 0.3rem;
  }

  fieldset .ends {
    margin-block: 0.25rem 0;
  }

  .word {
    align-self: center;
    font-size: clamp(0.75rem, 0.6rem + 1cqi, 0.95rem);
    line-height: 1.25;
    hyphens: auto;
  }

  .tick {
    position: absolute;
    inset-block-start: 0.25rem;
    inset-inline-end: 0.25rem;
    inline-size: 1.1rem;
    block-size: 1.1rem;
    visibility: hidden;
  }

  .score:has(:checked) {
    border-color: var(--_accent);
    color: var(--_on-accent);
    background: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }

  .score:has(:checked) .tick {
    visibility: visible;
  }

  [part='thanks'] {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
  }

  .result {
    display: grid;
    align-content: start;
    gap: 0.25rem;
  }

  /* The page's own form is for where this one is not, however the page shows it. */
  .result ::slotted(form) {
    display: none !important;
  }

  .result h3 {
    font-size: 1.1em;
  }

  .mean {
    font-size: 1.9rem;
    line-height: 1.25;
  }

  table {
    inline-size: 100%;
    margin-block: 0.75rem 0.5rem;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  tbody :is(th, td) {
    padding: 0.25rem 0;
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    white-space: nowrap;
  }

  tbody th {
    inline-size: 1%;
    padding-inline-end: 0.75rem;
  }

  /* What an answer is called may be a sentence. */
  tbody th span {
    display: inline-block;
    inline-size: max-content;
    max-inline-size: min(9.5rem, 38cqi);
    white-space: normal;
    vertical-align: top;
  }

  .share {
    display: flex;
    align-items: center;
    gap: 0.6rem;
  }

  .bar {
    flex: 1;
    inline-size: 0;
    min-inline-size: 2rem;
    block-size: 0.9rem;
    border-radius: 0.2rem;
  }

  .bar:dir(rtl),
  :host(:state(rtl)) .bar {
    transform: scaleX(-1);
  }

  .bar .ground {
    fill: var(--_tint-strong);
  }

  .bar .filled {
    fill: var(--_bar);
  }

  .percent {
    min-inline-size: 3.2em;
    text-align: end;
  }

  .result .count {
    inline-size: 1%;
    padding-inline-start: 0.75rem;
    color: var(--_quiet);
    text-align: end;
  }

  .given summary {
    min-block-size: var(--_target);
    line-height: var(--_target);
    color: var(--_accent);
    cursor: pointer;
  }

  .given ul {
    margin: 0 0 0.5rem;
    padding: 0;
    list-style: none;
  }

  .given li {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding-block: 0.2rem;
    border-block-end: 1px solid var(--_hairline);
  }

  .caveat {
    color: var(--_quiet);
    font-size: 0.875em;
  }

  /* With letters twice as large, or in a narrow column, one below the other. */
  @container (max-width: 16.5rem) {
    .scores {
      grid-auto-flow: row;
    }

    .score {
      grid-template: auto / 2rem 1fr;
      align-items: center;
      justify-items: start;
      min-block-size: var(--_target);
      padding: 0.25rem 0.75rem;
      text-align: start;
    }

    .tick {
      inset-block-start: calc(50% - 0.55rem);
      inset-inline-end: 0.75rem;
    }
  }

  @container (min-width: 48rem) {
    .rating {
      grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
      gap: 3rem;
    }

    .result {
      padding-inline-start: 2rem;
      border-inline-start: 1px solid var(--_hairline);
    }
  }

  @media (forced-colors: active) {
    .score:has(:checked) {
      forced-color-adjust: none;
      border-color: Highlight;
      color: HighlightText;
      background: Highlight;
    }

    .bar .ground {
      fill: Canvas;
      stroke: CanvasText;
    }

    .bar .filled {
      fill: CanvasText;
    }
  }
`;
