import { css } from 'lit';

/** A field: label above, hint, control, and the error that names the way out. */
export const field = css`
  .field {
    display: grid;
    gap: 0.3rem;
    margin-block: 0 var(--_gap);
  }

  .field > label,
  legend {
    padding: 0;
    font-weight: 600;
  }

  .hint {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .error {
    color: var(--_bad);
    font-size: 0.95em;
    font-weight: 600;
  }

  input:not([type='radio'], [type='checkbox'], [type='range']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.75);
    color: var(--_text);
    background: var(--_surface);
    font: inherit;
  }

  /* WebKit has room of its own above and below its words. */
  select {
    padding-block: 0;
  }

  textarea {
    min-block-size: 7.5em;
    resize: vertical;
  }

  [aria-invalid='true'] {
    border-color: var(--_bad) !important;
    box-shadow: inset 0 0 0 1px var(--_bad);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
`;
