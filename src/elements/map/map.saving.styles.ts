import { css } from 'lit';

/** What a reader can take along. */
export const styles = css`
  .save .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.5rem;
    margin: 0 0 0.5rem;
    padding: 0;
    list-style: none;
  }

  .save .ways .quiet {
    padding-inline: 0.75rem;
    border-color: var(--_hairline);
    text-align: start;
  }

  .said:empty {
    display: none;
  }

  .report .said {
    margin-block: 0.5rem;
    color: var(--_text);
  }

  .save dialog {
    inline-size: min(40rem, calc(100vw - 2rem));
    padding: 1.25rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 1.5);
    color: var(--_text);
    background: var(--_surface);
  }

  .save dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  .save textarea {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
  }

  .writing progress {
    inline-size: min(20rem, 60%);
    accent-color: var(--_accent);
  }
`;
