import { css } from 'lit';

export const styles = css`
  :host {
    --_map-height: var(--civic-map-height, 30rem);
    --_land: var(--civic-map-land, light-dark(#f5f2ea, #27323b));
  }

  /* What comes later has its room already, so that nothing below jumps. */
  :host(:state(loading)) {
    min-block-size: calc(var(--_map-height) + 15rem);
  }

  [part='heading'] {
    margin-block-end: 0.75rem;
    font-size: 1.5em;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 0.5rem;
  }

  .search {
    position: relative;
    flex: 1 1 14rem;
    max-inline-size: 32rem;
  }

  .search input {
    padding-inline-start: 2.5rem;
  }

  .search .icon-drawing {
    position: absolute;
    inset-block-start: 13px;
    inset-inline-start: 0.75rem;
    color: var(--_quiet);
    pointer-events: none;
  }

  .icon-drawing {
    inline-size: 18px;
    block-size: 18px;
    flex: none;
  }

  .icon-drawing path {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .explore {
    max-inline-size: 100%;
    font-weight: 500;
  }

  .explore::after {
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-block-end: 0.2em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    content: '';
  }

  .shown {
    margin-block: 0.6rem;
    font-size: 0.95em;
    font-variant-numeric: tabular-nums;
  }

  .age {
    min-block-size: 1.5em;
    margin-block: -0.35rem 0.6rem;
    font-size: 0.95em;
  }

  .body {
    display: grid;
    gap: 0.75rem;
  }

  .stage {
    position: relative;
    min-inline-size: 0;
  }

  .map {
    position: relative;
    overflow: hidden;
    block-size: var(--_map-height);
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_land);
  }

  .waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    margin: 0;
    color: var(--_quiet);
  }

  .skip:not(:focus) {
    position: absolute;
    inline-size: 1px;
    min-inline-size: 0;
    min-block-size: 0;
    block-size: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .symbol-0 { color: light-dark(#0b5cad, #6cb4ff); }
  .symbol-1 { color: light-dark(#b8400a, #ff9a66); }
  .symbol-2 { color: light-dark(#00714d, #5fd3a2); }
  .symbol-3 { color: light-dark(#8b2f8f, #d79bf0); }
  .symbol-4 { color: light-dark(#765a00, #e3c04f); }
  .symbol-5 { color: light-dark(#006f7d, #5cd0de); }
  .symbol-6 { color: light-dark(#c2185b, #ff8fb8); }
  .symbol-7 { color: light-dark(#5d4037, #cfae97); }
  .symbol-8 { color: light-dark(#56616b, #a6b2bc); }

  .symbol {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }

  .symbol path {
    fill: currentColor;
  }

  .legend,
  .origin {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.1rem;
    margin: 0.75rem 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.9em;
  }

  .legend-title {
    margin: 0.75rem 0 0;
    font-size: 0.9em;
    font-weight: 600;
  }

  .legend-title + .legend {
    margin-block-start: 0.25rem;
  }

  .legend li {
    display: flex;
    align-items: center;
    gap: 0.35rem;
  }

  .about {
    margin-block-start: 0.75rem;
    padding-block-start: 0.5rem;
    border-block-start: 1px solid var(--_hairline);
    color: var(--_quiet);
    font-size: 0.95em;
  }

  .origin {
    margin: 0;
  }

  .origin b {
    font-weight: 600;
  }

  .origin li {
    padding-block: 0.2rem;
  }

  .report summary {
    inline-size: fit-content;
    min-block-size: var(--_target);
    padding-block: 0.6rem;
    font-size: 0.9em;
    cursor: pointer;
  }

  /* Room for “Save and share”, which comes after the map; where the container is wide it has its place beside what stands here. */
  @container (inline-size < 34rem) {
    .about {
      margin-block-end: var(--_target);
    }
  }

  @container (inline-size >= 52rem) {
    .body:has(.map) {
      grid-template-columns: minmax(0, 1fr) minmax(20rem, 26rem);
    }
  }

  @media (forced-colors: active) {
    :host {
      --_land: Canvas;
      --_accent: LinkText;
      --_on-accent: Canvas;
      --_text: CanvasText;
    }

    [class*='symbol'] {
      color: CanvasText;
    }
  }
`;
