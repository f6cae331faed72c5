import { css } from 'lit';

/** Everything that can be filtered by, what is, and the pane on which an area is drawn. */
export const styles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin: 0 0 0.75rem;
    padding: 0;
    list-style: none;
  }

  .chips li {
    min-inline-size: 0;
    max-inline-size: 100%;
  }

  .chip {
    max-inline-size: 100%;
    padding-inline: 0.9rem 0.6rem;
    border-color: var(--_accent);
    border-radius: 1.4rem;
    background: var(--_tint);
    font-weight: 400;
    text-align: start;
  }

  .chip > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .chip:hover {
    background: var(--_tint-strong);
  }

  .chip-words {
    font-weight: 600;
  }

  .ignored {
    margin-block: 0 0.75rem;
  }

  .explore[aria-expanded='true'] {
    background: var(--_tint);
  }

  .explore[aria-expanded='true']::after {
    margin-block-end: -0.2em;
    rotate: 225deg;
  }

  .explorer {
    position: relative;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    align-items: start;
    align-content: start;
    gap: 0 1.5rem;
    min-inline-size: 0;
    padding: 0.25rem 1rem;
    border: 1px solid var(--_hairline);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }

  .explorer-places {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    padding-block: 0.6rem;
  }

  .explorer-facet {
    min-inline-size: 0;
    border-block-start: 1px solid var(--_hairline);
  }

  .explorer-facet[open] {
    padding-block-end: 0.5rem;
  }

  .explorer-facet > summary {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: var(--_target);
    padding-block: 0.4rem;
    list-style: none;
    cursor: pointer;
  }

  .explorer-facet > summary::-webkit-details-marker {
    display: none;
  }

  .explorer-facet > summary::after {
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: auto 0.35rem;
    margin-block-end: 0.2em;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    content: '';
  }

  .explorer-facet[open] > summary::after {
    margin-block-end: -0.2em;
    rotate: 225deg;
  }

  .explorer-facet h3 {
    min-inline-size: 0;
    font-size: 1em;
    overflow-wrap: anywhere;
    text-wrap: wrap;
  }

  .dot {
    flex: none;
    inline-size: 0.6rem;
    block-size: 0.6rem;
    border-radius: 50%;
    background: var(--_accent);
  }

  .explorer-note {
    grid-column: 1 / -1;
    margin: 0.25rem 0 0.5rem;
    font-size: 0.85em;
  }

  /* Two numbers beside each other are not to be heard as one. */
  .bar-row .count::before,
  .tile-count::before {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    content: ': ';
  }

  .bar-row {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    align-content: center;
    gap: 0 0.6rem;
    min-block-size: var(--_target);
    padding-inline: 0.25rem;
    border-radius: calc(var(--_radius) * 0.75);
    cursor: pointer;
  }

  .bar-row:hover {
    background: var(--_tint);
  }

  .bar-row input {
    inline-size: 1.15rem;
    block-size: 1.15rem;
    margin: 0;
  }

  .bar-name {
    overflow-wrap: anywhere;
    line-height: 1.3;
  }

  .share {
    display: block;
    inline-size: 100%;
    block-size: 4px;
    border-radius: 2px;
    background: var(--_hairline);
  }

  .bar-row .share {
    grid-column: 2 / -1;
    margin-block-start: 0.2rem;
  }

  .share rect,
  .histogram .on {
    fill: var(--_accent);
  }

  .share:dir(rtl),
  .histogram svg:dir(rtl) {
    transform: scaleX(-1);
  }

  .table-switch {
    inline-size: fit-content;
    padding-inline-end: 0.6rem;
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(3.6rem, 1fr));
    gap: 0.3rem;
  }

  .tile {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: center;
    min-block-size: calc(var(--_target) + 0.5rem);
    padding: 0.3rem 0.35rem;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.75);
    font-size: 0.9em;
    line-height: 1.25;
    white-space: nowrap;
    cursor: pointer;
  }

  .tile:hover {
    background: var(--_tint);
  }

  .tile .share {
    margin-block-start: 0.3rem;
  }

  .tile-count {
    font-size: 0.85em;
    font-variant-numeric: tabular-nums;
  }

  .tile:has(:checked) {
    border-color: var(--_accent);
    background: var(--_tint-strong);
    box-shadow: inset 0 0 0 1px var(--_accent);
    font-weight: 600;
  }

  .tile:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .histogram {
    padding-inline: 14px;
  }

  .histogram + .button {
    margin-inline-start: -0.5rem;
  }

  .histogram-bars {
    display: block;
    inline-size: 100%;
    block-size: 5.5rem;
    border-block-end: 1px solid var(--_edge);
    cursor: crosshair;
    /* A finger that moves along the bars brushes, one that moves across scrolls the page. */
    touch-action: pan-y;
  }

  .histogram .off {
    fill: color-mix(in oklab, var(--_text) 30%, var(--_surface));
  }

  .sliders {
    position: relative;
    block-size: var(--_target);
    margin-inline: -14px;
  }

  .track {
    position: absolute;
    inset-block-start: calc(50% - 2px);
    inset-inline-start: 14px;
    inline-size: calc(100% - 28px);
    block-size: 4px;
  }

  .track rect {
    fill: var(--_hairline);
  }

  .sliders input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    border-radius: var(--_radius);
    background: none;
    appearance: none;
    pointer-events: none;
  }

  .sliders input::-webkit-slider-runnable-track {
    block-size: 100%;
  }

  .sliders input::-webkit-slider-thumb {
    inline-size: 28px;
    block-size: 100%;
    border: 0;
    background: radial-gradient(circle at center, var(--_accent) 8px, var(--_surface) 8.5px, var(--_surface) 10.5px, transparent 11px);
    appearance: none;
    cursor: ew-resize;
    pointer-events: auto;
  }

  .sliders input::-moz-range-thumb {
    inline-size: 28px;
    block-size: 44px;
    border: 0;
    border-radius: 0;
    background: radial-gradient(circle at center, var(--_accent) 8px, var(--_surface) 8.5px, var(--_surface) 10.5px, transparent 11px);
    cursor: ew-resize;
    pointer-events: auto;
  }

  .sliders input:focus-visible {
    z-index: 1;
    outline: none;
  }

  .sliders input:focus-visible::-webkit-slider-thumb {
    border-radius: var(--_radius);
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }

  .sliders input:focus-visible::-moz-range-thumb {
    border-radius: var(--_radius);
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }

  .range-row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    min-block-size: 1.5em;
    margin: -0.4rem 0 0.4rem;
    font-size: 0.95em;
    font-variant-numeric: tabular-nums;
  }

  .facet-table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.95em;
  }

  .facet-table :is(th, td) {
    padding: 0.25rem;
    border-block-end: 1px solid var(--_hairline);
    font-weight: 400;
    text-align: start;
  }

  .facet-table thead th {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .facet-table tr > :last-child {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  /* Beside the map, where there is room: what a choice does is seen at once. */
  @container (inline-size >= 52rem) {
    .body:has(.map) > .explorer {
      grid-column: 1 / -1;
    }
  }

  @container (inline-size >= 64rem) {
    .body:has(.map):has(> .explorer) {
      grid-template-columns: 21rem minmax(0, 1fr) minmax(17rem, 20rem);
    }

    .body:has(.map) > .explorer {
      grid-column: auto;
      grid-template-columns: minmax(0, 1fr);
      max-block-size: calc(var(--_map-height) + 2px);
      overflow: auto;
      overscroll-behavior: contain;
      /* A shadow at the edge behind which there is more: the surface that scrolls along hides it at the end. */
      background:
        linear-gradient(var(--_surface) 30%, transparent) top / 100% 2.5rem no-repeat local,
        linear-gradient(transparent, var(--_surface) 70%) bottom / 100% 2.5rem no-repeat local,
        linear-gradient(color-mix(in oklab, var(--_text) 22%, transparent), transparent) top / 100% 0.6rem no-repeat scroll,
        linear-gradient(transparent, color-mix(in oklab, var(--_text) 22%, transparent)) bottom / 100% 0.6rem no-repeat scroll,
        var(--_surface);
    }
  }

  @media (forced-colors: active) {
    .share rect,
    .histogram .on {
      fill: Highlight;
    }

    .histogram .off {
      fill: GrayText;
    }

    .tile:has(:checked) {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }

    .sliders input::-webkit-slider-thumb {
      forced-color-adjust: none;
      background: radial-gradient(circle at center, Highlight 8px, Canvas 8.5px, Canvas 10.5px, transparent 11px);
    }

    .sliders input::-moz-range-thumb {
      forced-color-adjust: none;
      background: radial-gradient(circle at center, Highlight 8px, Canvas 8.5px, Canvas 10.5px, transparent 11px);
    }

    .dot {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
