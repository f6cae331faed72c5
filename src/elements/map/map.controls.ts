import { html, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Drawing } from './map.drawing.js';
import { drawing as picture, named } from './map.icon.js';
import { icon } from './map.icons.js';

/** Pixels that one press of an arrow key, or of a button, moves the map. */
const step = 80;

const arrows = 'M10 2.5v15M2.5 10h15M7.5 5L10 2.5L12.5 5M7.5 15l2.5 2.5l2.5-2.5M5 7.5L2.5 10L5 12.5M15 7.5l2.5 2.5l-2.5 2.5';

/** Which way each of the buttons moves, in pixels to the right and upwards. */
const ways = { up: [0, step], left: [-step, 0], right: [step, 0], down: [0, -step] } as const;

/** The buttons of a map. They come with it: before, they would do nothing. */
export function controls(drawing: Drawing, { say }: Language): TemplateResult {
  const { zoomIn, zoomOut, all, move } = say.mapDrawn;
  return html`
    <div class="zoom">
      <button part="zoom-in" type="button" class="button icon" title=${zoomIn} @click=${() => drawing.zoom(1)}>${icon('plus')}${named(zoomIn)}</button>
      <button part="zoom-out" type="button" class="button icon" title=${zoomOut} @click=${() => drawing.zoom(-1)}>${icon('minus')}${named(zoomOut)}</button>
      <button part="show-all" type="button" class="button icon" title=${all} @click=${() => drawing.fitAll()}>${icon('all')}${named(all)}</button>
    </div>
    <div class="pan">
      <button part="move" type="button" class="button icon" title=${move.label} aria-expanded="false" @click=${unfold}>${picture(arrows)}${named(move.label)}</button>
      <div class="ways-to-move" role="group" aria-label=${move.label}>
        ${(Object.keys(ways) as (keyof typeof ways)[]).map((way) => html`
          <button type="button" class=${`button icon ${way}`} title=${move[way]} @click=${() => drawing.pan(ways[way][0], ways[way][1])}>${picture('M5 12.5L10 7.5l5 5')}${named(move[way])}</button>`)}
      </div>
    </div>
  `;
}

/** Where there is little room one button brings those that move the map, and takes them away. */
function unfold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  button.setAttribute('aria-expanded', button.getAttribute('aria-expanded') === 'true' ? 'false' : 'true');
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
