import { css } from 'lit';

/** The switch of layers above the map, and whose work it is on the map. */
export const styles = css`
  .layers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    margin-block-end: 0.6rem;
  }

  .layers ul,
  .credits ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.1rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .layers li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.6rem;
    max-inline-size: 100%;
  }

  .layer,
  .listed {
    display: flex;
    align-items: center;
    gap: 0.45rem;
    min-block-size: var(--_target);
  }

  .layer {
    cursor: pointer;
  }

  .layer input {
    flex: none;
    inline-size: 1.15rem;
    block-size: 1.15rem;
    margin: 0;
  }

  .squares {
    color: var(--_quiet);
  }

  .listed span {
    flex: none;
    font-size: 0.95em;
  }

  .layer-age {
    font-size: 0.9em;
  }

  .layer-legend summary {
    min-block-size: var(--_target);
    padding-block: 0.6rem;
    color: var(--_quiet);
    font-size: 0.9em;
    cursor: pointer;
  }

  .layer-legend img {
    max-inline-size: 100%;
    /* Keys are drawn black on nothing. */
    padding: 0.5rem;
    border-radius: var(--_radius);
    background: #fff;
  }

  .layer-problem {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1rem;
    margin-block: 0 0.6rem;
    padding-block: 0.35rem;
    border-inline-start-color: var(--_warn);
    background: color-mix(in oklab, var(--_warn) 6%, var(--_surface));
  }

  .layer-problem p {
    margin-block: 0.35rem;
  }

  .layer-problem details[open] {
    flex: 1 0 100%;
  }

  .layer-problem summary {
    min-block-size: var(--_target);
    padding-block: 0.6rem;
    cursor: pointer;
  }

  .credits {
    position: absolute;
    /* The scale is at the left, in every language. */
    right: 1px;
    inset-block-end: 1px;
    display: flex;
    align-items: end;
    max-inline-size: calc(100% - 2px);
    border-start-start-radius: var(--_radius);
    border-end-end-radius: calc(var(--_radius) * 1.5);
    color: var(--_text);
    background: color-mix(in srgb, var(--_surface) 88%, transparent);
    font-size: 0.8em;
    line-height: 1.35;
  }

  .credits ul {
    gap: 0 0.75em;
    padding: 0 0.6em;
  }

  /* As high as a finger needs it, without the room between the lines. */
  .credits a {
    display: inline-block;
    padding-block: 0.35em;
  }

  .credits li:not(:has(a)) {
    padding-block: 0.35em;
  }

  .credits .button {
    display: none;
  }

  .origins:not(:has(ul)) {
    display: none;
  }

  .canvas-holder.dark .basemap {
    filter: brightness(0.62) saturate(0.85);
  }

  @container (inline-size < 36rem) {
    .layers ul,
    .listed {
      inline-size: 100%;
    }

    .credits {
      max-inline-size: calc(100% - 9.5rem);
    }

    .credits.open,
    .credits:has(a:focus-visible) {
      max-inline-size: calc(100% - 2px);
    }

    .credits:not(.open, :has(a:focus-visible)) ul {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    .credits:not(.open, :has(a:focus-visible)) li {
      display: inline;
      margin-inline-end: 0.75em;
    }

    .credits:not(.open, :has(a:focus-visible)) a {
      display: inline;
    }

    .credits:not(.short) .button {
      display: grid;
      flex: none;
      min-block-size: 28px;
      min-inline-size: 28px;
      padding: 0;
      border: 0;
      background: none;
    }

    .credits .button svg {
      inline-size: 14px;
    }
  }

  @media (forced-colors: active) {
    .credits {
      background: Canvas;
    }
  }
`;
