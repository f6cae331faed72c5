import type { Places } from '../model/dataset.js';
import { cellLevel, cellSize, Grid, type Bins, type Extent } from '../model/grid.js';
import { halfWorld } from '../model/mercator.js';
import { pointOrder, type PointOrder } from '../model/point-order.js';
import { contains, frameExtent, type Frame } from './frame.js';
import { isSmall } from './shapes.js';
import { Slices } from './slices.js';

/** How wide a cell of the grid is, in pixels, give or take a half. */
const cellPixels = 42;
/** How many rows are worked on between two pauses. */
const stretch = 65_536;

interface Binned {
  readonly grid: Grid;
  readonly bins: Bins;
  readonly level: number;
  readonly reach: number;
  readonly extent: Extent;
}

/** The points of a map in bins. They are put in order once, and counted once a filter; a frame only looks bins up, most only draw. */
export class Points {
  readonly #places: Places;
  readonly #changed: () => void;
  readonly #slices = new Slices();
  #order: PointOrder | undefined;
  #rows: Uint32Array | undefined;
  #isFilled = false;
  #level = -1;
  #grid: Grid | undefined;
  /** The one before. */
  #worn: Grid | undefined;
  #binned: Binned | undefined;

  /** `changed` is told when there is something else to draw. */
  constructor(places: Places, changed: () => void) {
    this.#places = places;
    this.#changed = changed;
  }

  /** Whether what is drawn is not yet what was asked for. */
  get busy(): boolean {
    return this.#slices.busy;
  }

  /** What was drawn last. */
  get bins(): Bins | undefined {
    return this.#binned?.bins;
  }

  /** Draws these rows from now on; until they are counted what was there before. */
  show(rows: Uint32Array, isFilled = false): void {
    this.#rows = rows;
    this.#isFilled = isFilled;
    this.#count();
  }

  stop(): void {
    this.#slices.stop();
  }

  /** All that is counted. */
  get grid(): Grid | undefined {
    return this.#grid;
  }

  /** What a frame shows, and something around it. Where cells are `finer` times halved, nothing is joined. */
  look(frame: Frame, finer = 0): Bins | undefined {
    const level = cellLevel(frame.resolution, cellPixels);
    // What is too small to be seen as a shape is a point: which, depends on how near one is.
    if (this.#places.shapes && level !== this.#level) {
      this.#level = level;
      this.#count();
    }
    if (!this.#grid) return undefined;
    const kept = this.#binned;
    const cells = level + finer;
    const reach = finer > 0 ? 0 : reachOf(level, frame.resolution);
    if (kept?.grid === this.#grid && kept.level === cells && kept.reach === reach && contains(kept.extent, frameExtent(frame))) return kept.bins;
    const [west, south, east, north] = frameExtent(frame, 0.5);
    const middle = (west + east) / 2;
    // Of a world shown twice only one copy has points: what is binned never reaches further.
    const extent: Extent = [Math.max(west, middle - halfWorld), south, Math.min(east, middle + halfWorld), north];
    this.#binned = { grid: this.#grid, level: cells, reach, extent, bins: finer > 0 ? this.#grid.spots(extent, cells) : this.#grid.bins(extent, cells, reach) };
    return this.#binned.bins;
  }

  #count(): void {
    if (!this.#rows || (this.#places.shapes && this.#level < 0)) return;
    this.#slices.begin(this.#counting(this.#rows, this.#level));
  }

  *#counting(rows: Uint32Array, level: number): Generator<void, void> {
    const { x, y, shapes } = this.#places;
    this.#order ??= yield* pointOrder(x, y);
    let passes: Uint8Array | undefined;
    if (rows.length < x.length || shapes) {
      passes = new Uint8Array(x.length);
      for (let from = 0; from < rows.length; from += stretch) {
        mark(passes, rows.subarray(from, from + stretch), shapes && ((row) => shapes.kinds[row] === 1 || isSmall(shapes, row, level, this.#isFilled)));
        yield;
      }
    }
    // What is still drawn is left as it is.
    const grid = yield* Grid.of(this.#order, passes, this.#binned?.grid === this.#worn ? undefined : this.#worn);
    [this.#worn, this.#grid] = [this.#grid, grid];
    this.#changed();
  }
}

/** Marks rows, of shapes only those that are drawn as points. */
function mark(passes: Uint8Array, rows: Uint32Array, isPoint?: (row: number) => boolean): void {
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    if (!isPoint || isPoint(row)) passes[row] = 1;
  }
}

/** How near two bins may come, in metres: changed in steps, so that a slow zoom does not make them dance. */
function reachOf(level: number, resolution: number): number {
  const size = cellSize(level);
  return size / resolution < cellPixels ? 1.2 * size : 0.85 * size;
}
