import { joined } from './grid-joining.js';
import { halfWorld } from './mercator.js';
import { cellKey, deepest, type PointOrder } from './point-order.js';

const world = 2 * halfWorld;
const stretch = 65_536;

/** Min x, min y, max x, max y in Web Mercator metres; x may leave the world, which repeats. */
export type Extent = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Points drawn together, with exact counts: one array a property, one entry a bin. */
export interface Bins {
  readonly length: number;
  /** The centre of gravity, in the copy of the world that the extent shows. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly count: Uint32Array;
  /** One row of the bin, the only one where the count is 1. */
  readonly row: Uint32Array;
  /** All rows of a bin, in the order of the data. */
  rows(bin: number): Uint32Array;
}

/** How often the world is halved until a cell is about so many pixels wide; `resolution` in metres a pixel. */
export function cellLevel(resolution: number, pixels: number): number {
  return Math.min(deepest, Math.max(0, Math.round(Math.log2(world / (resolution * pixels)))));
}

/** How wide a cell is, in metres. */
export function cellSize(level: number): number {
  return world / 2 ** level;
}

/** The points of some rows, counted along their order: every cell of every zoom level is a difference of two numbers. */
export class Grid {
  readonly #order: PointOrder;
  readonly #counts: Uint32Array;
  readonly #sumX: Float64Array;
  readonly #sumY: Float64Array;

  private constructor(order: PointOrder, worn?: Grid) {
    const length = order.rows.length + 1;
    const fit = worn && worn.#counts.length === length ? worn : undefined;
    this.#order = order;
    this.#counts = fit ? fit.#counts : new Uint32Array(length);
    this.#sumX = fit ? fit.#sumX : new Float64Array(length);
    this.#sumY = fit ? fit.#sumY : new Float64Array(length);
  }

  /** How many points there are. */
  get length(): number {
    return this.#counts.at(-1)!;
  }

  /**
   * Counts the points of which `passes` has something else than 0; all without it. Yields, so that its caller may pause. It takes
   * the memory of a grid that nobody looks at any more: for a million points, to get twenty megabytes takes longer than to count.
   */
  static *of(order: PointOrder, passes?: Uint8Array, worn?: Grid): Generator<void, Grid> {
    const grid = new Grid(order, worn);
    const { length } = order.rows;
    for (let from = 0; from < length; from += stretch) {
      grid.#count(from, Math.min(length, from + stretch), passes);
      yield;
    }
    return grid;
  }

  /** A function of its own: what yields is compiled worse. */
  #count(from: number, to: number, passes: Uint8Array | undefined): void {
    const { rows, x, y } = this.#order;
    const [counts, sumX, sumY] = [this.#counts, this.#sumX, this.#sumY];
    let [count, east, north] = [counts[from]!, sumX[from]!, sumY[from]!];
    for (let at = from; at < to; at += 1) {
      if (passes === undefined || passes[rows[at]!] !== 0) {
        count += 1;
        east += x[at]!;
        north += y[at]!;
      }
      counts[at + 1] = count;
      sumX[at + 1] = east;
      sumY[at + 1] = north;
    }
  }

  /**
   * The cells of a level, of which neighbours nearer than `reach` metres are joined. All of a cell counts, also what lies just
   * outside the extent; what is further away is not looked at. Of a world that is shown several times only the copy around
   * the middle has points.
   */
  bins(extent: Extent, level: number, reach: number): Bins {
    const size = cellSize(level);
    const around = 2 ** level;
    const left = (extent[0] + extent[2]) / 2 - halfWorld;
    const firstColumn = Math.floor(Math.max(extent[0], left) / size) - 1;
    const firstLine = Math.max(0, Math.floor((extent[1] + halfWorld) / size) - 1);
    const columns = Math.max(0, Math.min(Math.ceil(extent[2] / size) + 1 - firstColumn, around));
    const lines = Math.max(0, Math.min(Math.ceil((extent[3] + halfWorld) / size) + 1, around) - firstLine);
    const cells = columns * lines;
    const [starts, ends, count] = [new Uint32Array(cells), new Uint32Array(cells), new Uint32Array(cells)];
    const [sumX, sumY] = [new Float64Array(cells), new Float64Array(cells)];
    for (let cell = 0; cell < cells; cell += 1) {
      const at = firstColumn + (cell % columns) + around / 2;
      const column = ((at % around) + around) % around;
      const [start, end] = this.#stretch(column, firstLine + Math.floor(cell / columns), level);
      const here = this.#counts[end]! - this.#counts[start]!;
      if (here === 0) continue;
      [starts[cell], ends[cell], count[cell]] = [start, end, here];
      // In the copy of the world in which the cell lies.
      sumX[cell] = this.#sumX[end]! - this.#sumX[start]! + (at - column) * size * here;
      sumY[cell] = this.#sumY[end]! - this.#sumY[start]!;
    }
    const { owner, kept } = joined(count, sumX, sumY, columns, reach);
    return {
      length: kept.length,
      x: Float64Array.from(kept, (cell) => sumX[cell]! / count[cell]!),
      y: Float64Array.from(kept, (cell) => sumY[cell]! / count[cell]!),
      count: Uint32Array.from(kept, (cell) => count[cell]!),
      row: Uint32Array.from(kept, (cell) => this.#order.rows[this.#next(starts[cell]!)]!),
      rows: (index) => {
        const found = new Uint32Array(count[kept[index]!]!);
        let length = 0;
        owner.forEach((each, cell) => {
          if (each !== kept[index]) return;
          for (let at = this.#next(starts[cell]!); at < ends[cell]!; at = this.#next(at + 1)) found[length++] = this.#order.rows[at]!;
        });
        return inOrder(found);
      },
    };
  }

  /** The cells of a level, as small as one likes, of which none is joined to another: for points that are drawn one by one. */
  spots(extent: Extent, level: number): Bins {
    const { keys, rows } = this.#order;
    const times = 4 ** (deepest - level);
    const left = (extent[0] + extent[2]) / 2 - halfWorld;
    const [starts, ends, x, y]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let at = 0; at < rows.length;) {
      const [start, beyond] = [at, (Math.floor(keys[at]! / times) + 1) * times];
      while (at < rows.length && keys[at]! < beyond) at += 1;
      const here = this.#counts[at]! - this.#counts[start]!;
      if (here === 0) continue;
      const [east, north] = [(this.#sumX[at]! - this.#sumX[start]!) / here, (this.#sumY[at]! - this.#sumY[start]!) / here];
      const shown = east - world * Math.floor((east - left) / world);
      if (shown < extent[0] || shown > extent[2] || north < extent[1] || north > extent[3]) continue;
      starts.push(start);
      ends.push(at);
      x.push(shown);
      y.push(north);
    }
    return {
      length: x.length,
      x: Float64Array.from(x),
      y: Float64Array.from(y),
      count: Uint32Array.from(starts, (start, i) => this.#counts[ends[i]!]! - this.#counts[start]!),
      row: Uint32Array.from(starts, (start) => rows[this.#next(start)]!),
      rows: (index) => {
        const found: number[] = [];
        for (let at = this.#next(starts[index]!); at < ends[index]!; at = this.#next(at + 1)) found.push(rows[at]!);
        return inOrder(Uint32Array.from(found));
      },
    };
  }

  /** How many points each cell of a level has, line by line from the south-west one, in the copy of the world that the extent begins in. */
  counts(extent: Extent, level: number): { readonly counts: Float64Array; readonly columns: number; readonly west: number; readonly south: number } {
    const size = cellSize(level);
    const [firstColumn, firstLine] = [Math.floor(extent[0] / size), Math.floor(extent[1] / size)];
    const [columns, lines] = [Math.ceil(extent[2] / size) - firstColumn, Math.ceil(extent[3] / size) - firstLine];
    const counts = new Float64Array(columns * lines);
    const spots = this.spots(extent, level);
    for (let i = 0; i < spots.length; i += 1) {
      const [column, line] = [Math.floor(spots.x[i]! / size) - firstColumn, Math.floor(spots.y[i]! / size) - firstLine];
      if (column >= 0 && column < columns && line >= 0 && line < lines) counts[line * columns + column]! += spots.count[i]!;
    }
    return { counts, columns, west: firstColumn * size, south: firstLine * size };
  }

  /** Where the points of a cell begin and end. */
  #stretch(column: number, line: number, level: number): [start: number, end: number] {
    const { keys } = this.#order;
    const times = 4 ** (deepest - level);
    const shift = 2 ** (deepest - level);
    const first = cellKey(column * shift, line * shift);
    const start = firstFrom(keys, first, 0);
    return keys[start]! < first + times ? [start, firstFrom(keys, first + times, start)] : [start, start];
  }

  /** The first place in the order, from one on, whose point counts; the end where none does. */
  #next(from: number): number {
    const counts = this.#counts;
    if (counts[from + 1]! > counts[from]!) return from;
    const wanted = counts[from]! + 1;
    let [low, high] = [from + 1, counts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (counts[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Sorts rows: many by marking them, since a million numbers take longer than a frame. */
function inOrder(rows: Uint32Array<ArrayBuffer>): Uint32Array {
  if (rows.length < 4096) return rows.sort();
  const marked = new Uint8Array(1 + rows.reduce((most, row) => (row > most ? row : most), 0));
  for (const row of rows) marked[row] = 1;
  let length = 0;
  for (let row = 0; row < marked.length; row += 1) {
    if (marked[row]) rows[length++] = row;
  }
  return rows;
}

/** The first place of numbers that never fall, from one on, that is not below a value. */
function firstFrom(keys: Float64Array, value: number, from: number): number {
  let [low, high] = [from, keys.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
