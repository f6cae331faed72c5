import { css } from 'lit';

/** The list of places and the details of one. */
export const panelStyles = css`
  .list {
    min-inline-size: 0;
    max-block-size: var(--_map-height);
    overflow: auto;
    overscroll-behavior-block: auto;
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) * 1.5);
    scroll-padding-block: 0.5rem;
  }

  .list ol,
  .group {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .list li + li,
  .group li + li {
    border-block-start: 1px solid var(--_hairline);
  }

  .entry {
    display: flex;
    gap: 0.6rem;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.7rem 0.85rem;
    border: 0;
    color: inherit;
    background: none;
    font: inherit;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
    transition: background-color 0.15s;
  }

  .entry:hover {
    background: var(--_tint);
  }

  .entry[aria-current] {
    background: var(--_tint-strong);
    box-shadow: inset 4px 0 var(--_accent);
  }

  .entry:dir(rtl)[aria-current] {
    box-shadow: inset -4px 0 var(--_accent);
  }

  .entry:focus-visible {
    outline-offset: -3px;
  }

  .entry-text {
    display: grid;
    gap: 0.15rem;
    min-inline-size: 0;
  }

  .entry-title {
    font-weight: 600;
  }

  .kind {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.9rem;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .fact {
    display: -webkit-box;
    max-inline-size: 100%;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .fact-name::after {
    content: ':';
  }

  .turn {
    inline-size: 100%;
    border-radius: 0;
  }

  .list ol + .turn,
  .turn:first-child {
    border-block: 1px solid var(--_hairline);
  }

  .detail {
    margin-block-start: 0.75rem;
    padding: 0 1rem 0.75rem;
    overflow: auto;
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    overscroll-behavior: contain;
  }

  .detail-head {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    display: flex;
    align-items: start;
    gap: 0.5rem;
    margin-inline-end: -0.75rem;
    padding-block: 0.5rem;
    background: var(--_surface);
  }

  .detail h3 {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 0.5rem;
    min-block-size: var(--_target);
    min-inline-size: 0;
    font-size: 1.15em;
  }

  .detail h3:focus-visible {
    border-radius: calc(var(--_radius) / 2);
    outline-offset: -1px;
  }

  .picture {
    display: block;
    inline-size: 100%;
    max-block-size: 12rem;
    margin-block-end: 0.75rem;
    border-radius: var(--_radius);
    background: var(--_tint);
    object-fit: cover;
  }

  .detail dl {
    display: grid;
    gap: 0.6rem;
    margin: 0;
  }

  .detail dt {
    color: var(--_quiet);
    font-size: 0.85em;
  }

  .detail dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .detail dd a {
    display: inline-block;
    min-block-size: 24px;
  }

  .group {
    margin-inline: -1rem;
  }

  @media (forced-colors: active) {
    .entry[aria-current] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }

  @container (inline-size >= 52rem) {
    .body:has(.map) .list {
      block-size: var(--_map-height);
    }

    .stage:has(.map) .detail {
      position: absolute;
      z-index: 2;
      inset-block: 0.6rem;
      inset-inline-end: 0.6rem;
      block-size: fit-content;
      max-block-size: calc(100% - 1.2rem);
      inline-size: min(20rem, 55%);
      margin: 0;
      box-shadow: 0 4px 18px rgb(0 0 0 / 22%);
    }
  }
`;
