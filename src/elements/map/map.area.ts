import { html, nothing, render, type LitElement } from 'lit';
import type { Language } from '../../controllers/language.js';
import { mapArea } from '../../i18n/en.map-area.js';
import type { Messages } from '../../i18n/index.js';
import type { Ring } from '../../model/filter-place.js';
import { latitude, longitude, mercatorX, mercatorY } from '../../model/mercator.js';
import { styles } from './map.area.styles.js';
import type { Drawing } from './map.drawing.js';

/** Corners that are nearer to each other, in pixels, are one: a double click sets none. */
const near = 6;

/** Draws an area on the map, corner by corner: a pointer clicks them; keys move the map under a cross in its middle and set them there. */
export class Area {
  readonly #host: LitElement;
  readonly #drawn: (ring: Ring) => void;
  #map: HTMLElement | undefined;
  /** What takes the keys of the map. */
  #keys: HTMLElement | undefined;
  #pane: HTMLElement | undefined;
  #drawing: Drawing | undefined;
  #say: Messages | undefined;
  #corners: (readonly [x: number, y: number])[] = [];
  #last: readonly [x: number, y: number] = [0, 0];
  #isByKeys = false;
  #listening: AbortController | undefined;
  /** Where the pointer went down: who moves it then moves the map. */
  #pressed: readonly [x: number, y: number] = [0, 0];

  /** The corners so far, in Web Mercator metres; `undefined` while nothing is being drawn. */
  draft: Ring | undefined;

  constructor(host: LitElement, drawn: (ring: Ring) => void) {
    this.#host = host;
    this.#drawn = drawn;
    host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet!);
  }

  /** Begins, or takes back what has begun; `isByKeys` shows the cross at once. */
  begin(drawing: Drawing, language: Language, isByKeys: boolean): void {
    if (this.draft) {
      this.#cancel();
      return;
    }
    const map = this.#host.shadowRoot?.querySelector<HTMLElement>('.map');
    const keys = map?.querySelector<HTMLElement>('.canvas-holder');
    if (!map || !keys) return;
    [this.#map, this.#keys] = [map, keys];
    this.#drawing = drawing;
    language.teach({ mapArea });
    this.#say = language.say;
    this.#isByKeys = isByKeys;
    // It lies over the map and lets the pointer through: who draws can still move the map.
    this.#pane = document.createElement('div');
    this.#pane.className = 'area-pane';
    map.append(this.#pane);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    map.addEventListener('pointerdown', ({ clientX, clientY }) => (this.#pressed = [clientX, clientY]), { signal });
    map.addEventListener('click', this.#onClick, { signal });
    map.addEventListener('dblclick', this.#onDoubleClick, { signal });
    map.addEventListener('keydown', this.#onKey, { signal, capture: true });
    // A line that is there before its words is read out.
    this.#set([], '');
    requestAnimationFrame(() => this.#show());
    keys.focus({ preventScroll: true });
    map.scrollIntoView({ block: 'nearest' });
  }

  #set(corners: readonly (readonly [number, number])[], said?: string): void {
    this.#corners = [...corners];
    this.draft = Float64Array.from(corners.flat());
    this.#show(said);
    this.#host.requestUpdate();
  }

  #show(said?: string): void {
    if (!this.#pane || !this.#say) return;
    const { mapArea: words } = this.#say;
    const { length } = this.#corners;
    render(html`
      ${this.#isByKeys ? html`<svg class="cross" viewBox="-20 -20 40 40" aria-hidden="true"><path d="M-18 0H-4M4 0H18M0-18V-4M0 4V18" /></svg>` : nothing}
      <div class="area-bar" role="group" aria-label=${words.label}>
        <p role="status">${said ?? (length > 0 ? words.corners(length) : html`${words.help} ${words.keys}`)}</p>
        <button type="button" class="button primary" ?disabled=${length < 3} @click=${() => this.#finish()}>${words.finish}</button>
        <button type="button" class="button" ?disabled=${length === 0} @click=${() => this.#set(this.#corners.slice(0, -1))}>${words.undo}</button>
        <button type="button" class="button" @click=${() => this.#cancel()}>${words.cancel}</button>
      </div>
    `, this.#pane);
  }

  #add(x: number, y: number): void {
    const { left, top } = this.#pane!.getBoundingClientRect();
    const corner = this.#drawing!.at(x - left, y - top);
    if (this.#corners.length > 0 && Math.hypot(x - this.#last[0], y - this.#last[1]) < near && this.#corners.at(-1)!.every((each, i) => Math.abs(each - corner[i]!) < near * this.#metres())) return;
    this.#last = [x, y];
    this.#set([...this.#corners, corner]);
  }

  /** Metres a pixel. */
  #metres(): number {
    const [west, , east] = this.#drawing!.view();
    return (east - west) / this.#pane!.clientWidth;
  }

  #finish(): void {
    const words = this.#say!.mapArea;
    if (this.#corners.length < 3) {
      this.#show(words.few);
      return;
    }
    // As a link would write it, so that it counts the same.
    const ring = Float64Array.from(this.#corners.flatMap(([x, y]) => [mercatorX(rounded(longitude(x))), mercatorY(rounded(latitude(y)))]));
    this.#end(words.done);
    this.#drawn(ring);
  }

  #cancel(): void {
    this.#end(this.#say!.mapArea.cancelled);
  }

  #end(said?: string): void {
    const hadFocus = this.#pane?.contains((this.#host.shadowRoot as ShadowRoot).activeElement);
    if (hadFocus) this.#keys?.focus({ preventScroll: true });
    if (this.#pane && said) {
      // The line that was read stays for a moment, to be read once more.
      const line = document.createElement('p');
      line.className = 'visually-hidden';
      line.setAttribute('role', 'status');
      this.#map?.append(line);
      requestAnimationFrame(() => (line.textContent = said));
      setTimeout(() => line.remove(), 4000);
    }
    this.#pane?.remove();
    this.#listening?.abort();
    this.#pane = this.#map = this.#keys = this.draft = undefined;
    this.#corners = [];
    this.#host.requestUpdate();
  }

  #onClick = ({ target, clientX, clientY }: MouseEvent): void => {
    const hasMoved = Math.hypot(clientX - this.#pressed[0], clientY - this.#pressed[1]) >= near;
    if (!hasMoved && !this.#pane?.contains(target as Node)) this.#add(clientX, clientY);
  };

  #onDoubleClick = ({ target }: MouseEvent): void => {
    if (!this.#pane?.contains(target as Node)) this.#finish();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.#cancel();
      return;
    }
    // On the buttons Space and Enter press these.
    if (event.target !== this.#keys || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith('Arrow') && !this.#isByKeys) {
      this.#isByKeys = true;
      this.#show();
    }
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') {
      this.#finish();
      return;
    }
    const { left, top, width, height } = this.#pane!.getBoundingClientRect();
    this.#add(left + width / 2, top + height / 2);
  };
}

/** To a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
