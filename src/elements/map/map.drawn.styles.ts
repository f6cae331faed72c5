import { css } from 'lit';

/** The map itself and what lies on it: it comes with what draws. */
export const styles = css`
  .skip:focus {
    position: absolute;
    z-index: 3;
    inset-block-start: 0.6rem;
    inset-inline-start: 4.2rem;
  }

  :host {
    --_water: var(--civic-map-water, light-dark(#d8e6ee, #141c23));
    --_border: light-dark(#b5ad9c, #4d5c69);
    --_halo: light-dark(#ffffff, #0b1116);
  }

  .map {
    isolation: isolate;
    /* One finger scrolls the page; two fingers are the map's. */
    touch-action: pan-x pan-y;
    user-select: none;
  }

  .canvas-holder:not(:empty) + .waiting {
    display: none;
  }

  .canvas-holder {
    position: absolute;
    inset: 0;
    direction: ltr;
    cursor: grab;
  }

  .map:has(.canvas-holder:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .canvas-holder:focus-visible {
    outline: none;
  }

  .canvas-holder:active {
    cursor: grabbing;
  }

  .canvas-holder.over {
    cursor: pointer;
  }

  .canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }

  .map-hint {
    position: absolute;
    inset-block-end: 1rem;
    inset-inline: 1rem;
    inline-size: fit-content;
    margin: 0 auto;
    padding: 0.5rem 1rem;
    border-radius: var(--_radius);
    color: var(--_surface);
    background: var(--_text);
    font-size: 0.95em;
    pointer-events: none;
  }

  .zoom {
    position: absolute;
    inset-block-start: 0.6rem;
    inset-inline-start: 0.6rem;
    display: grid;
    border-radius: var(--_radius);
    box-shadow: 0 1px 5px rgb(0 0 0 / 25%);
  }

  .zoom .button {
    border-color: var(--_hairline);
    border-radius: 0;
  }

  .zoom .button:hover {
    background: var(--_tint-strong);
  }

  .zoom .button:focus-visible {
    z-index: 1;
  }

  .zoom .button:first-child {
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
  }

  .zoom .button:last-child {
    border-end-start-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }

  .zoom .button + .button {
    border-block-start-width: 0;
  }

  .pan {
    position: absolute;
    inset-block-start: 0.6rem;
    inset-inline-start: calc(0.6rem + var(--_target) + 0.5rem);
    /* What is between the buttons is the map's. */
    pointer-events: none;
  }

  .pan .button {
    border-color: var(--_hairline);
    box-shadow: 0 1px 5px rgb(0 0 0 / 25%);
    pointer-events: auto;
  }

  /* Below the others, where it hides no more than they do. */
  [part='move'] {
    position: absolute;
    inset-block-start: calc(3 * var(--_target) + 0.5rem);
    inset-inline-start: calc(-0.5rem - var(--_target));
  }

  .pan .button:hover {
    background: var(--_tint-strong);
  }

  .ways-to-move {
    display: grid;
    direction: ltr;
    grid-template-areas: '. up .' 'left . right' '. down .';
  }

  .up { grid-area: up; }
  .left { grid-area: left; }
  .right { grid-area: right; }
  .down { grid-area: down; }
  .left svg { rotate: -90deg; }
  .right svg { rotate: 90deg; }
  .down svg { rotate: 180deg; }

  [aria-expanded='false'] + .ways-to-move {
    display: none;
  }

  @container (inline-size >= 64rem) {
    [part='move'] {
      display: none;
    }

    [part='move'] + .ways-to-move {
      display: grid;
    }
  }

  .probes {
    position: absolute;
    inline-size: 0;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
  }

  .probes > * {
    forced-color-adjust: none;
  }

  /* A change of the page's colours ends such a transition: so the canvas hears of it. Not before the first drawing: this sheet's own
     colours would be read before they are there, and all be drawn twice. */
  :host(:state(drawn)) .probes > * {
    transition: color 1ms;
  }

  .land { color: var(--_land); }
  .water { color: var(--_water); }
  .border { color: var(--_border); }
  .halo { color: var(--_halo); }
  .accent { color: var(--_accent); }
  .on-accent { color: var(--_on-accent); }
  .selected,
  .ink { color: var(--_text); }

  @media (forced-colors: active) {
    :host {
      --_water: Canvas;
      --_border: GrayText;
      --_halo: Canvas;
    }

    .selected {
      color: Highlight;
    }

    .map-hint {
      border: 1px solid CanvasText;
    }
  }
`;
