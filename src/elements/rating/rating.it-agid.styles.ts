import { css } from 'lit';

/**
 * For the page or the shadow root in which the element stands: what is slotted is styled from there. Everything is below a
 * class that is ours; what a slot inherits, such as colours, comes from the element.
 */
export const { styleSheet: sheet } = css`
  .civic-agid {
    color: var(--_text);
    font: inherit;
  }

  .civic-agid [hidden] {
    display: none !important;
  }

  .civic-agid :is(.visually-hidden, .stars input) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .civic-agid h2 {
    margin: 0;
    font-size: 1.25rem;
    font-weight: 650;
    line-height: 1.3;
  }

  .civic-agid fieldset {
    position: relative;
    min-inline-size: 0;
    margin: 0 0 1rem;
    padding: 0;
    border: 0;
  }

  .civic-agid .stars {
    display: flex;
    flex-wrap: wrap;
  }

  .civic-agid .stars label {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 3rem;
    block-size: 3rem;
    border-radius: var(--_radius);
    cursor: pointer;
  }

  .civic-agid .stars svg {
    inline-size: 2.25rem;
    block-size: 2.25rem;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.6;
    stroke-linejoin: round;
  }

  .civic-agid .stars .lit svg {
    fill: var(--_accent);
  }

  .civic-agid .stars label:hover {
    background: var(--_tint);
  }

  .civic-agid .stars label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: -2px;
  }

  .civic-agid legend {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    inline-size: 100%;
    margin: 0 0 0.5rem;
    padding: 0;
    font-size: 1.05em;
    font-weight: 650;
    line-height: 1.35;
  }

  .civic-agid .step {
    color: var(--_quiet);
    font-weight: 400;
  }

  .civic-agid .choice {
    display: flex;
    align-items: center;
    gap: 0.65rem;
    box-sizing: border-box;
    min-block-size: var(--_target);
    padding-block: 0.4rem;
    border-block-end: 1px solid var(--_hairline);
    cursor: pointer;
  }

  .civic-agid .choice input {
    flex: none;
    inline-size: 1.35rem;
    block-size: 1.35rem;
    margin: 0 0 0 0.25rem;
  }

  .civic-agid textarea {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    margin-block: 0.3rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.75);
    color: var(--_text);
    background: var(--_surface);
    font: inherit;
  }

  .civic-agid small {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .civic-agid .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin: 0;
  }

  .civic-agid .button {
    min-block-size: var(--_target);
    padding: 0.4rem 1.25rem;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    color: var(--_accent);
    background: var(--_surface);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }

  .civic-agid .button.primary {
    color: var(--_on-accent);
    background: var(--_accent);
  }

  .civic-agid :is(.button, textarea, .choice input):focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .civic-agid .notice {
    margin-block-end: 1rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--_hairline);
    border-inline-start: 4px solid var(--_bad);
    border-radius: var(--_radius);
  }

  .civic-agid .notice p {
    margin: 0 0 0.5rem;
  }

  @media (forced-colors: active) {
    .civic-agid .stars svg {
      stroke: CanvasText;
    }

    .civic-agid .stars .lit svg {
      fill: Highlight;
      stroke: Highlight;
    }
  }
`;
