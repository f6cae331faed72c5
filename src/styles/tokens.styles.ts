import { css } from 'lit';

/** What is there for who listens, and not for who looks. */
export const unseen = css`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

/**
 * The few knobs that a page turns (`--civic-*`); everything else (`--_*`) follows from them. Colours follow the page's
 * `color-scheme`; every pair of text and ground keeps 4.5:1, every pair of edge and ground 3:1, in light and in dark.
 */
export const tokens = css`
  :host {
    --_accent: var(--civic-accent, light-dark(#0a5c8f, #82c7f5));
    --_on-accent: var(--civic-on-accent, light-dark(#ffffff, #06202f));
    --_text: var(--civic-text, light-dark(#17212b, #e8edf2));
    --_surface: var(--civic-surface, light-dark(#ffffff, #12191f));
    --_quiet: color-mix(in oklab, var(--_text) 72%, var(--_surface));
    --_edge: color-mix(in oklab, var(--_text) 50%, var(--_surface));
    --_hairline: color-mix(in oklab, var(--_text) 16%, var(--_surface));
    --_tint: color-mix(in oklab, var(--_accent) 8%, var(--_surface));
    --_tint-strong: color-mix(in oklab, var(--_accent) 18%, var(--_surface));
    --_good: light-dark(#1a6b3c, #7ed6a2);
    --_warn: light-dark(#8a5300, #f0bd6a);
    --_bad: light-dark(#a8232c, #ff9e9e);
    --_gap: var(--civic-gap, 1rem);
    --_radius: var(--civic-radius, 0.5rem);
    --_focus: var(--civic-focus, light-dark(#0a5c8f, #ffd866));
    --_target: 44px;

    display: block;
    box-sizing: border-box;
    color: var(--_text);
    background: var(--_surface);
    font: inherit;
    line-height: 1.5;
    text-align: start;
    overflow-wrap: break-word;
    accent-color: var(--_accent);
    container-type: inline-size;
  }

  :host([hidden]) {
    display: none;
  }

  :host(:state(rtl)) {
    direction: rtl;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }

  h2,
  h3,
  h4 {
    margin: 0;
    line-height: 1.25;
    text-wrap: balance;
  }

  .quiet {
    color: var(--_quiet);
  }

  .visually-hidden {
    ${unseen}
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin-block: 0.5rem;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 0.01ms !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`;
