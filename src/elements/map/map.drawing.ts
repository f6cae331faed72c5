import { Engine, type Mark, type Padding, type Scene as Drawn } from '../../engine/engine.js';
import { boundsOf, everywhere, extentOf, wholeExtent } from '../../engine/extent.js';
import { palette } from '../../engine/palette.js';
import type { NumberFormat } from '../../engine/scale.js';
import { latitude, longitude } from '../../model/mercator.js';
import type { View } from '../../model/view.js';
import { onKey } from './map.controls.js';
import { ViewChangeEvent } from './map.view-event.js';

export { mapDrawn } from '../../i18n/en.map-drawn.js';
export { controls } from './map.controls.js';
export { styles } from './map.drawn.styles.js';

export interface Scene extends Drawn {
  /** Whether it is what was there before, with newer values: who looks at it stays where he is. */
  readonly newer?: boolean;
}

export interface DrawingOptions {
  readonly number: NumberFormat;
  /** The elements that carry the colours. */
  readonly probes: () => Iterable<Element>;
  /** What lies over the map, if anything. */
  readonly cover: () => Element | null | undefined;
  /** The reader pointed at a place, or at several that cannot be told apart however near one goes. */
  readonly picked: (rows: Uint32Array) => void;
  readonly drawn: () => void;
  /** The map came to rest. */
  readonly rested: (view: View) => void;
  /** A picture of the source's own did not come. */
  readonly tileFailed: () => void;
}

/** The map of one dataset after another: what is shown of it, and where it looks. It comes with the engine, after the list. */
export class Drawing {
  readonly #target: HTMLElement;
  readonly #options: DrawingOptions;
  readonly engine: Engine;
  #scene: Scene;

  constructor(target: HTMLElement, scene: Scene, options: DrawingOptions) {
    this.#target = target;
    this.#options = options;
    this.#scene = scene;
    this.engine = new Engine(target, {
      palette: palette(options.probes()),
      number: options.number,
      still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
      picked: (mark) => this.#pick(mark),
      rested: () => {
        options.rested(this.view);
        target.dispatchEvent(new ViewChangeEvent(this.view));
      },
      drawn: options.drawn,
    });
    this.engine.draw(scene);
    this.#lay(scene);
    this.fitAll('at once');
    if (scene.selected !== undefined) this.reveal(scene.selected);
  }

  show(scene: Scene): void {
    const before = this.#scene;
    if (scene.places === before.places && scene.rows === before.rows && scene.selected === before.selected && scene.symbol === before.symbol && scene.tiles === before.tiles) return;
    this.#scene = scene;
    this.engine.draw(scene);
    this.#lay(scene);
    if (scene.tiles !== before.tiles || (scene.places !== before.places && !scene.newer)) this.fitAll('at once');
    // A search that finds something elsewhere takes the map there; one that finds something here leaves it.
    else if (scene.places === before.places && scene.rows !== before.rows && scene.rows.length > 0 && !this.engine.sees(scene)) this.fitAll();
  }

  /** Where the map looks. */
  get view(): View {
    const [x, y] = this.engine.centre();
    return { longitude: longitude(x), latitude: latitude(y), zoom: this.engine.nearness, bounds: boundsOf(this.engine.extent) };
  }

  /** A key was pressed on the map. */
  press(event: KeyboardEvent): void {
    onKey(event, this);
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
    const { places, rows, tiles } = this.#scene;
    const extent = tiles ? wholeExtent(tiles.bounds ?? everywhere) : rows.length === places.x.length ? wholeExtent(places.bounds) : extentOf(places, rows);
    if (extent) this.engine.fit(extent, this.#padding(44), how);
  }

  /** Brings a row into the part of the map that nothing covers. */
  reveal(row: number): void {
    const extent = extentOf(this.#scene.places, Uint32Array.of(row));
    if (extent) this.engine.reveal(extent, this.#padding(32));
  }

  /** Takes the page's colours as they are now. */
  recolour(): void {
    this.engine.colour(palette(this.#options.probes()));
  }

  destroy(): void {
    this.engine.destroy();
  }

  #lay({ tiles }: Scene): void {
    this.engine.lay(tiles, palette(this.#options.probes()), this.#options.tileFailed).catch(this.#options.tileFailed);
  }

  #pick(mark: Mark): void {
    const rows = mark.rows();
    const extent = extentOf(this.#scene.places, rows);
    // Rows that share one shape are one mark, which no way nearer takes apart.
    if (mark.count > 1 && extent && this.engine.splits(extent)) this.engine.open(extent, this.#padding(60));
    else this.#options.picked(rows);
  }

  /** The room around what is shown, and what is covered. */
  #padding(room: number): Padding {
    const map = this.#target.getBoundingClientRect();
    const cover = this.#options.cover()?.getBoundingClientRect();
    const edge = Math.min(room, map.width / 6, map.height / 6);
    if (!cover || cover.top >= map.bottom) return [edge, edge, edge, edge];
    const atRight = cover.left > map.left + map.width / 2;
    return [edge, edge + (atRight ? map.right - cover.left : 0), edge, edge + (atRight ? 0 : cover.right - map.left)];
  }
}
