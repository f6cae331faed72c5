import { halfWorld } from './mercator.js';

const world = 2 * halfWorld;

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
  /** All rows of a bin. */
  rows(bin: number): Uint32Array;
}

/**
 * The cell side for a resolution (metres a pixel): about `pixels`, and a whole part of the world, so that bins keep when a
 * view moves. It changes in steps of √2, so that a slow zoom does not make bins dance.
 */
export function cellSize(resolution: number, pixels: number): number {
  const steps = Math.round(2 * Math.log2(world / (resolution * pixels)));
  return world / Math.max(1, Math.round(2 ** (steps / 2)));
}

/**
 * Puts the points of some rows into the cells of a grid and joins neighbours that are nearer than `reach` metres. All of a
 * cell counts, also what lies just outside the extent; what is further away is not looked at. Rows without a place (NaN) are
 * left out. Of a world that is shown several times only the copy around the middle has points.
 */
export function bin(xs: Float64Array, ys: Float64Array, rows: Uint32Array, extent: Extent, size: number, reach: number): Bins {
  const middle = (extent[0] + extent[2]) / 2;
  const left = middle - halfWorld;
  const firstColumn = Math.floor(Math.max(extent[0], left) / size) - 1;
  const firstLine = Math.floor(Math.max(extent[1], -halfWorld) / size) - 1;
  const columns = Math.max(0, Math.ceil(Math.min(extent[2], left + world) / size) + 1 - firstColumn);
  const lines = Math.max(0, Math.ceil(Math.min(extent[3], halfWorld) / size) + 1 - firstLine);
  const cells = columns * lines;

  const cellOf = (row: number): number => {
    const column = Math.floor(shifted(xs[row]!, left) / size) - firstColumn;
    const line = Math.floor(ys[row]! / size) - firstLine;
    return column >= 0 && column < columns && line >= 0 && line < lines ? line * columns + column : -1;
  };

  const count = new Uint32Array(cells);
  const sumX = new Float64Array(cells);
  const sumY = new Float64Array(cells);
  const one = new Uint32Array(cells);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    const cell = cellOf(row);
    if (cell < 0) continue;
    count[cell]! += 1;
    sumX[cell]! += shifted(xs[row]!, left);
    sumY[cell]! += ys[row]!;
    one[cell] = row;
  }

  const owner = joined(count, sumX, sumY, columns, reach);
  const kept = used(owner);
  return {
    length: kept.length,
    x: Float64Array.from(kept, (cell) => sumX[cell]! / count[cell]!),
    y: Float64Array.from(kept, (cell) => sumY[cell]! / count[cell]!),
    count: Uint32Array.from(kept, (cell) => count[cell]!),
    row: Uint32Array.from(kept, (cell) => one[cell]!),
    rows: (index) => rows.filter((row) => {
      const cell = cellOf(row);
      return cell >= 0 && owner[cell] === kept[index];
    }),
  };
}

/** The same place in the copy of the world that begins at `left`. */
function shifted(x: number, left: number): number {
  return x - world * Math.floor((x - left) / world);
}

/** Lets the fullest cells take over neighbours that are too near; the owner of an empty cell is -1. */
function joined(count: Uint32Array, sumX: Float64Array, sumY: Float64Array, columns: number, reach: number): Int32Array {
  const owner = Int32Array.from(count, (n, cell) => (n > 0 ? cell : -1));
  const fullest = used(owner).sort((a, b) => count[b]! - count[a]! || a - b);
  for (const cell of fullest) {
    if (owner[cell] !== cell) continue;
    const x = sumX[cell]! / count[cell]!;
    const y = sumY[cell]! / count[cell]!;
    for (const other of neighbours(cell, columns, count.length)) {
      if (owner[other] !== other || count[other]! > count[cell]!) continue;
      if (Math.hypot(sumX[other]! / count[other]! - x, sumY[other]! / count[other]! - y) >= reach) continue;
      owner[other] = cell;
      count[cell]! += count[other]!;
      sumX[cell]! += sumX[other]!;
      sumY[cell]! += sumY[other]!;
    }
  }
  return owner;
}

function neighbours(cell: number, columns: number, cells: number): number[] {
  const column = cell % columns;
  const found: number[] = [];
  for (const line of [-columns, 0, columns]) {
    for (const step of [-1, 0, 1]) {
      const other = cell + line + step;
      if (other !== cell && column + step >= 0 && column + step < columns && other >= 0 && other < cells) found.push(other);
    }
  }
  return found;
}

function used(owner: Int32Array): number[] {
  const cells: number[] = [];
  owner.forEach((each, cell) => {
    if (each === cell) cells.push(cell);
  });
  return cells;
}
