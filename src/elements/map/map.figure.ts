import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { icon } from './map.icons.js';
import type { Stage } from './map.stage.js';
import { outlines } from '../../engine/symbols.js';

interface Figure {
  readonly title: string;
  readonly stage: Stage;
  readonly language: Language;
  /** Goes on to what comes after the map. */
  readonly skip: () => void;
}

/** The classes of elements that carry the map's colours, in the order in which `palette` reads them off for the canvas. */
const probes: readonly string[] = ['land', 'water', 'border', 'halo', 'accent', 'on-accent', 'selected', 'ink', ...outlines.map((_, symbol) => `symbol-${symbol}`)];

/** Pixels that one press of an arrow key moves the map. */
const step = 80;

/** The map: one stop of the Tab key, its buttons, and the room that is kept for it before it is drawn. */
export function figure({ title, stage, language: { say }, skip }: Figure): TemplateResult {
  return html`
    <button type="button" class="button skip" @click=${skip}>${say.map.skip}</button>
    <div
      part="map"
      class="map"
      role="region"
      tabindex="0"
      aria-label=${say.map.map(title)}
      aria-describedby="keys"
      @keydown=${(event: KeyboardEvent) => onKey(event, stage)}
      @wheel=${{ handleEvent: (event: WheelEvent) => event.ctrlKey || event.metaKey || stage.tell('wheel'), passive: true }}
      @touchmove=${{ handleEvent: (event: TouchEvent) => event.touches.length === 1 && stage.tell('touch'), passive: true }}
    >
      <div class="canvas-holder"></div>
      <p class="waiting" aria-hidden="true">${say.map.loading}</p>
      <p class="map-hint" aria-hidden="true" ?hidden=${!stage.hint}>${stage.hint ? say.map.hint[stage.hint] : nothing}</p>
    </div>
    <p id="keys" hidden>${say.map.keys}</p>
    <div class="zoom">
      <button part="zoom-in" type="button" class="button icon" aria-label=${say.map.zoomIn} title=${say.map.zoomIn} @click=${() => stage.drawing?.zoom(1)}>${icon('plus')}</button>
      <button part="zoom-out" type="button" class="button icon" aria-label=${say.map.zoomOut} title=${say.map.zoomOut} @click=${() => stage.drawing?.zoom(-1)}>${icon('minus')}</button>
      <button part="show-all" type="button" class="button icon" aria-label=${say.map.all} title=${say.map.all} @click=${() => stage.drawing?.fitAll()}>${icon('all')}</button>
    </div>
    <div class="probes" aria-hidden="true" @transitionend=${stage.recolour}>${probes.map((name) => html`<i class=${name}></i>`)}</div>
  `;
}

/** Keys act only while the map itself has the focus, so that they are in nobody's way. */
function onKey(event: KeyboardEvent, stage: Stage): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = {
    ArrowLeft: () => stage.drawing?.pan(-step, 0),
    ArrowRight: () => stage.drawing?.pan(step, 0),
    ArrowUp: () => stage.drawing?.pan(0, step),
    ArrowDown: () => stage.drawing?.pan(0, -step),
    '+': () => stage.drawing?.zoom(1),
    '=': () => stage.drawing?.zoom(1),
    '-': () => stage.drawing?.zoom(-1),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
