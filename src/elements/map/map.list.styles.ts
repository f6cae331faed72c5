import { css } from 'lit';

/** The list of places. */
export const listStyles = css`
  .side {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }

  /* What stands in it comes later. */
  .bar {
    min-block-size: calc(var(--_target) + 0.5rem);
  }

  .list {
    min-block-size: 0;
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

  @container (inline-size >= 52rem) {
    .body:has(.map) .side {
      block-size: var(--_map-height);
    }
  }
`;
