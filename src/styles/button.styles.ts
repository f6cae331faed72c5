import { css } from 'lit';

/** Buttons, and links that look like one. `primary` is the one thing to do; `quiet` steps back; `icon` is square. */
export const button = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0.4rem 1rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
    font: inherit;
    font-weight: 600;
    line-height: 1.2;
    text-decoration: none;
    cursor: pointer;
    transition: background-color 0.15s;
  }

  .button:hover {
    background: var(--_tint);
  }

  .button.primary {
    border-color: var(--_accent);
    color: var(--_on-accent);
    background: var(--_accent);
  }

  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }

  .button.quiet {
    border-color: transparent;
    color: var(--_accent);
    background: none;
    font-weight: 500;
  }

  .button.quiet:hover {
    background: var(--_tint);
  }

  .button[aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
    background: var(--_tint-strong);
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }

  .button.icon {
    inline-size: var(--_target);
    padding: 0;
  }

  @media (forced-colors: active) {
    .button.quiet {
      border-color: ButtonText;
    }
  }
`;
