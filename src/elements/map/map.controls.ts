import { html, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Drawing } from './map.drawing.js';
import { icon } from './map.icons.js';

/** Pixels that one press of an arrow key moves the map. */
const step = 80;

/** The buttons of a map. They come with it: before, they would do nothing. */
export function controls(drawing: Drawing, { say }: Language): TemplateResult {
  return html`
    <div class="zoom">
      <button part="zoom-in" type="button" class="button icon" aria-label=${say.mapDrawn.zoomIn} title=${say.mapDrawn.zoomIn} @click=${() => drawing.zoom(1)}>${icon('plus')}</button>
      <button part="zoom-out" type="button" class="button icon" aria-label=${say.mapDrawn.zoomOut} title=${say.mapDrawn.zoomOut} @click=${() => drawing.zoom(-1)}>${icon('minus')}</button>
      <button part="show-all" type="button" class="button icon" aria-label=${say.mapDrawn.all} title=${say.mapDrawn.all} @click=${() => drawing.fitAll()}>${icon('all')}</button>
    </div>
  `;
}

/** Keys act only while the map itself has the focus, so that they are in nobody's way. */
export function onKey(event: KeyboardEvent, drawing: Drawing): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = {
    ArrowLeft: () => drawing.pan(-step, 0),
    ArrowRight: () => drawing.pan(step, 0),
    ArrowUp: () => drawing.pan(0, step),
    ArrowDown: () => drawing.pan(0, -step),
    '+': () => drawing.zoom(1),
    '=': () => drawing.zoom(1),
    '-': () => drawing.zoom(-1),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
