import { css } from 'lit';

/** The map on which a place is chosen; it comes with it. */
export const pickerStyles = css`
  .picker {
    --_land: var(--civic-map-land, light-dark(#f5f2ea, #27323b));
    --_water: var(--civic-map-water, light-dark(#d8e6ee, #141c23));
    --_border: light-dark(#b5ad9c, #4d5c69);
    --_halo: light-dark(#ffffff, #0b1116);
    --_ground: light-dark(#56616b, #a6b2bc);

    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    margin-block: 0.5rem 1rem;
    padding: 0.75rem;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .picker-stage {
    position: relative;
  }

  /* What comes later has its room already, so that nothing below jumps. */
  .picker-map {
    position: relative;
    overflow: hidden;
    block-size: 20rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_land);
    isolation: isolate;
    touch-action: none;
    user-select: none;
  }

  .picker-canvas {
    position: absolute;
    inset: 0;
    direction: ltr;
    cursor: grab;
  }

  .picker-canvas:active {
    cursor: grabbing;
  }

  .picker-canvas .canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .picker-waiting {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding-block-start: 5rem;
    color: var(--_quiet);
  }

  .cross {
    position: absolute;
    inset: calc(50% - 22px);
    inline-size: 44px;
    block-size: 44px;
    fill: var(--_text);
    pointer-events: none;
  }

  .cross path,
  .cross circle {
    stroke: var(--_halo);
    stroke-width: 6;
    stroke-linecap: round;
    paint-order: stroke;
  }

  .cross path + path {
    stroke: var(--_text);
    stroke-width: 2.5;
  }

  .cross circle {
    stroke-width: 3;
  }

  .picker-zoom {
    position: absolute;
    inset-block-start: 0.6rem;
    inset-inline-start: 0.6rem;
    display: grid;
    gap: 0.25rem;
  }

  .picker-zoom .button {
    padding: 0;
    border-color: var(--_edge);
  }

  .here {
    min-block-size: 1.5em;
    font-variant-numeric: tabular-nums;
  }

  .picker-probes {
    position: absolute;
    visibility: hidden;
  }

  /* A change of the page's colours ends such a transition: so the canvas hears of it. */
  .picker-probes > * {
    forced-color-adjust: none;
    transition: color 1ms;
  }

  .land-probe { color: var(--_land); }
  .water-probe { color: var(--_water); }
  .border-probe { color: var(--_border); }
  .halo-probe { color: var(--_halo); }
  .accent-probe { color: var(--_accent); }
  .on-accent-probe { color: var(--_on-accent); }
  .ink-probe { color: var(--_text); }
  .ground-probe { color: var(--_ground); }

  /* Two lines of room: a long name must not move the button. */
  @container (max-width: 30rem) {
    .here {
      min-block-size: 3em;
    }
  }

  @container (min-width: 44rem) {
    .picker-map {
      block-size: 24rem;
    }
  }

  @media (forced-colors: active) {
    /* What the canvas takes over; the buttons keep what the system gives them. */
    .picker-map,
    .picker-probes {
      --_land: Canvas;
      --_water: Canvas;
      --_border: GrayText;
      --_halo: Canvas;
      --_ground: CanvasText;
      --_accent: LinkText;
      --_on-accent: Canvas;
      --_text: CanvasText;
    }

    .cross {
      forced-color-adjust: none;
    }
  }
`;
