import { css } from 'lit';

/** The details of a place, and how the data was read. */
export const styles = css`
  .pictures {
    padding: 0.25rem 0.75rem 0.75rem;
    overflow-wrap: anywhere;
  }

  .pictures img {
    max-inline-size: 100%;
    /* Keys are drawn black on nothing. */
    padding: 0.5rem;
    border-radius: var(--_radius);
    background: #fff;
  }

  .entry[aria-current] {
    background: var(--_tint-strong);
    box-shadow: inset 4px 0 var(--_accent);
  }

  .entry:dir(rtl)[aria-current] {
    box-shadow: inset -4px 0 var(--_accent);
  }

  @media (forced-colors: active) {
    .entry[aria-current] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
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

  .picture[hidden] {
    display: none;
  }

  .state {
    display: block;
    inline-size: fit-content;
    margin-block-end: 0.15rem;
    padding: 0 0.5em;
    border: 1px solid var(--_edge);
    border-radius: 1em;
    font-size: 0.9em;
    font-weight: 600;
  }

  .state.good {
    border-color: var(--_good);
    color: var(--_good);
  }

  .detail meter {
    display: block;
    inline-size: 100%;
    max-inline-size: 16rem;
    block-size: 0.8rem;
  }

  .detail h4 {
    margin-block: 1rem 0.25rem;
    font-size: 1em;
  }

  .related {
    margin: 0 -1rem;
    padding: 0;
    list-style: none;
  }

  .detail .ways {
    margin-block: 0 0.75rem;
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

  .facts-of-file {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    margin: 0 0 0.5rem;
  }

  .facts-of-file div {
    display: flex;
    gap: 0.4em;
  }

  .facts-of-file dt::after {
    content: ':';
  }

  .facts-of-file dd {
    margin: 0;
    color: var(--_text);
  }

  @container (inline-size >= 52rem) {
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
