import type { TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { Engine, type Mark, type Padding, type Scene as Drawn } from '../../engine/engine.js';
import { around, boundsOf, everywhere, extentOf, wholeExtent } from '../../engine/extent.js';
import { mapDrawn } from '../../i18n/en.map-drawn.js';
import type { Bounds, Places } from '../../model/dataset.js';
import type { Extent } from '../../model/grid.js';
import { latitude, longitude, mercatorX, mercatorY } from '../../model/mercator.js';
import type { View } from '../../model/view.js';
import { controls, onKey } from './map.controls.js';
import { styles } from './map.drawn.styles.js';
import { Probes } from './map.probes.js';
import { ViewChangeEvent } from './map.view-event.js';
import type { Position } from './map.whereabouts.js';

export interface Scene extends Omit<Drawn, 'places'> {
  /** A source of pictures has no rows that could be anywhere. */
  readonly places: Places | undefined;
  /** Whether the view says what is shown: then what is shown does not move the view. */
  readonly still?: boolean;
  /** Whether more is on its way. */
  readonly isBeginning?: boolean | undefined;
}

const hintTime = 1800;
/** What lies there at the side where lines begin, with half a symbol beside it, in pixels. */
const buttons = 76;

export interface DrawingOptions {
  readonly language: Language;
  /** The reader pointed at a place, or at several that cannot be told apart however near one goes. */
  readonly picked: (rows: Uint32Array) => void;
  readonly drawn: () => void;
  /** The map came to rest, looking at this box. */
  readonly rested: (view: Bounds) => void;
  /** What the reader should know of moving the map has changed. */
  readonly told: () => void;
  /** A picture of the source's own did not come. */
  readonly tileFailed: () => void;
}

const nowhere: Places = { located: 0, bounds: [0, 0, 0, 0], x: new Float64Array(), y: new Float64Array(), kind: () => undefined, shapes: undefined };
const located = (scene: Scene): Drawn & Scene & { places: Places } => ({ ...scene, places: scene.places ?? nowhere });

/** The map of one dataset after another: what is shown of it, and where it looks. It comes with the engine, after the list. */
export class Drawing {
  readonly #root: ShadowRoot;
  readonly #probes: Probes;
  readonly #leaving = new AbortController();
  readonly #options: DrawingOptions;
  readonly engine: Engine;
  #target!: HTMLElement;
  #scene!: ReturnType<typeof located>;
  #timer = 0;
  /** Where the map looked when it last showed all. */
  #home = '';

  /** Which way to move the map the reader should know now. */
  hint: 'wheel' | 'touch' | undefined;

  /** Is told that the map came to rest. */
  moved = (): void => {};

  /** It may be made while data is on its way: that takes as long as to draw it. */
  constructor(root: ShadowRoot, options: DrawingOptions) {
    this.#root = root;
    // A set: an element that comes back to the page has them already.
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, styles.styleSheet!])];
    options.language.teach({ mapDrawn });
    this.#probes = new Probes(root, () => this.recolour());
    this.#options = options;
    this.engine = new Engine({
      palette: this.#probes.palette,
      number: options.language.number,
      still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
      picked: (mark) => this.#pick(mark),
      rested: (extent) => {
        options.rested(boundsOf(extent));
        this.moved();
        this.#target.dispatchEvent(new ViewChangeEvent(this.looks));
      },
      drawn: options.drawn,
    });
  }

  /** Draws in this element from now on. */
  begin(target: HTMLElement, first: Scene): void {
    const scene = (this.#scene = located(first));
    this.#target = target;
    this.engine.drawIn(target);
    this.#listen(target);
    this.engine.draw(scene);
    this.#lay(scene);
    this.fitAll('at once');
    if (scene.selected !== undefined) this.reveal(scene.selected);
  }

  show(now: Scene): void {
    const before = this.#scene;
    const scene = located(now);
    if (scene.places === before.places && scene.rows === before.rows && scene.selected === before.selected && scene.symbol === before.symbol && scene.look === before.look && scene.tiles === before.tiles && scene.area === before.area && scene.draft === before.draft && scene.beneath === before.beneath) return;
    this.#scene = scene;
    this.engine.draw(scene);
    this.#lay(scene);
    const isOther = scene.tiles !== before.tiles || (scene.places !== before.places && !scene.newer);
    // Who moved the map while the rest came stays where he is.
    if (isOther && !(before.isBeginning && this.#spot !== this.#home)) this.fitAll('at once');
    // A search that finds something elsewhere takes the map there; one that finds something here leaves it.
    else if (scene.places === before.places && scene.rows !== before.rows && !scene.still && scene.rows.length > 0 && !this.engine.sees(scene)) this.fitAll();
  }

  /** The map's own buttons. */
  controls(language: Language): TemplateResult {
    return controls(this, language);
  }

  /** Where the map looks, for the page. */
  get looks(): View {
    const [x, y] = this.engine.centre();
    return { longitude: longitude(x), latitude: latitude(y), zoom: this.engine.nearness, bounds: boundsOf(this.view()) };
  }

  /** Tells for a moment how the map is moved, since the plain wheel and one finger belong to the page. */
  tell(hint: 'wheel' | 'touch' | undefined): void {
    clearTimeout(this.#timer);
    if (hint) this.#timer = window.setTimeout(() => this.tell(undefined), hintTime);
    if (this.hint === hint) return;
    this.hint = hint;
    this.#options.told();
  }

  zoom(steps: number): void {
    this.engine.zoom(steps);
  }

  /** Moves the view by pixels. */
  pan(right: number, up: number): void {
    this.engine.pan(right, up);
  }

  /** Shows all places that pass the filter. */
  fitAll(how: 'at once' | 'gently' = 'gently'): void {
    const { places, rows, tiles, beneath } = this.#scene;
    const own = tiles ? wholeExtent(tiles.bounds ?? everywhere) : rows.length === places.x.length ? wholeExtent(places.bounds) : extentOf(places, rows);
    const extent = around([own, ...(beneath?.besides.map((beside) => extentOf(beside.places, beside.rows)) ?? [])]);
    if (extent) this.engine.fit(extent, this.#padding(44), how);
    this.#home = this.#spot;
  }

  get #spot(): string {
    return [...this.engine.centre(), this.engine.nearness].join();
  }

  /** Brings a row into the part of the map that nothing covers. */
  reveal(row: number): void {
    const extent = extentOf(this.#scene.places, Uint32Array.of(row));
    if (extent) this.engine.reveal(extent, this.#padding(32));
  }

  /** The rows that are on the map, in view or not. */
  get rows(): Uint32Array {
    return this.#scene.rows;
  }

  /** The rows in view that are nearest to the middle, nearest first. */
  inView(most: number): number[] {
    return this.engine.inView(this.#scene, most);
  }

  /** Draws where the reader is, and how exactly that is known, and goes there, with what is near in view; `undefined` takes it away. */
  here(position: Position | undefined, near = new Uint32Array()): void {
    const colours = this.#probes.palette;
    if (!position) {
      void this.engine.here(undefined, colours);
      return;
    }
    const [x, y] = [mercatorX(position.longitude), mercatorY(position.latitude)];
    // Where its sign does not come, the view and the list say what is near.
    this.engine.here({ x, y, radius: position.accuracy / Math.cos((position.latitude * Math.PI) / 180) }, colours).catch(() => {});
    const [west, south, east, north] = extentOf(this.#scene.places, near) ?? [x, y, x, y];
    this.engine.fit([Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)], this.#padding(60), 'gently');
  }

  /** What is seen, in Web Mercator metres. */
  view(): Extent {
    return this.engine.view();
  }

  /** What is at a pixel of the map, in Web Mercator metres. */
  at(x: number, y: number): readonly [x: number, y: number] {
    return this.engine.at(x, y);
  }

  /** Takes the page's colours as they are now. */
  recolour(): void {
    this.engine.colour(this.#probes.palette);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#leaving.abort();
    this.#probes.remove();
    this.engine.destroy();
  }

  /** To the keys, and to those who try to move the map as the page is moved. */
  #listen(target: HTMLElement): void {
    const { signal } = this.#leaving;
    const map = target.parentElement!;
    target.addEventListener('keydown', (event) => onKey(event, this), { signal });
    map.addEventListener('wheel', ({ ctrlKey, metaKey }) => void (ctrlKey || metaKey || this.tell('wheel')), { signal, passive: true });
    map.addEventListener('touchmove', ({ touches }) => void (touches.length === 1 && this.tell('touch')), { signal, passive: true });
  }

  #lay(scene: Drawn): void {
    this.engine.lay(scene, this.#options.tileFailed).catch(this.#options.tileFailed);
  }

  #pick(mark: Mark): void {
    // A click sets a corner of the area that is drawn.
    if (this.#scene.draft) return;
    const rows = mark.rows();
    const { places, picked } = mark.beside ?? { ...this.#scene, picked: this.#options.picked };
    const extent = extentOf(places, rows);
    // Rows that share one shape are one mark, which no way nearer takes apart.
    if (mark.count > 1 && extent && this.engine.splits(extent)) this.engine.open(extent, this.#padding(60));
    else picked(rows);
  }

  /** The room around what is shown, and what is covered. */
  #padding(room: number): Padding {
    const map = this.#target.getBoundingClientRect();
    const cover = this.#root.querySelector('.detail')?.getBoundingClientRect();
    const edge = Math.min(room, map.width / 6, map.height / 6);
    const start = Math.max(edge, Math.min(buttons, map.width / 4));
    // The canvas itself has no direction but one.
    const [left, right] = getComputedStyle(this.#target.parentElement!).direction === 'rtl' ? [edge, start] : [start, edge];
    if (!cover || cover.top >= map.bottom) return [edge, right, edge, left];
    const atRight = cover.left > map.left + map.width / 2;
    return [edge, right + (atRight ? map.right - cover.left : 0), edge, left + (atRight ? 0 : cover.right - map.left)];
  }
}
