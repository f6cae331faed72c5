import { css } from 'lit';

/** The strip with the button, and the dialog. */
export const styles = css`
  :host([floating]) {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    text-align: end;
  }

  .strip {
    padding: 0.4rem 1rem;
    border-block-start: 1px solid var(--_hairline);
  }

  dialog {
    inline-size: min(60rem, 100% - 1rem);
    max-inline-size: none;
    max-block-size: calc(100dvh - 1rem);
    padding: 0 clamp(0.75rem, 3vw, 2rem) clamp(0.75rem, 3vw, 2rem);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
    text-align: start;
    overscroll-behavior: contain;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }

  [part='close'] {
    position: sticky;
    inset-block-start: 0.25rem;
    z-index: 1;
    display: flex;
    margin-inline-start: auto;
    margin-block: 0.25rem;
  }
`;
