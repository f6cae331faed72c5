import { halfWorld } from './mercator.js';

/** Into how many cells a side of the world is halved at most: some ten metres each. */
export const deepest = 22;
const half = deepest / 2;
const cells = 2 ** deepest;
const mask = 2 ** half - 1;
/** How many points are worked on between two pauses. */
const stretch = 32_768;

/** The bits of a number with room for another's between them. */
const spread = Uint32Array.from({ length: 2 ** half }, (_, bits) => {
  let wide = 0;
  for (let bit = 0; bit < half; bit += 1) wide |= ((bits >> bit) & 1) << (2 * bit);
  return wide;
});

/** The number of a cell in Morton's order, in which the four quarters of each cell come one after the other. */
export function cellKey(column: number, line: number): number {
  return (spread[column >> half]! | (spread[line >> half]! << 1)) * cells + (spread[column & mask]! | (spread[line & mask]! << 1));
}

/** Points in an order in which those of every cell of every zoom level stand together, so that each level's grid is there at once. */
export interface PointOrder {
  /** The rows that have a place. */
  readonly rows: Uint32Array;
  /** The number of the smallest cell in which each is, never falling. */
  readonly keys: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Sorts points once for all views and filters. Yields, so that its caller may pause. */
export function* pointOrder(xs: Float64Array, ys: Float64Array): Generator<void, PointOrder> {
  const [coarse, fine] = [new Uint32Array(xs.length), new Uint32Array(xs.length)];
  let rows = new Uint32Array(xs.length);
  let length = 0;
  for (const [from, to] of stretches(xs.length)) {
    length = place(xs, ys, from, to, coarse, fine, rows, length);
    yield;
  }
  rows = rows.subarray(0, length);
  for (const [digits, shift] of [[fine, 0], [fine, half], [coarse, 0], [coarse, half]] as const) rows = yield* sorted(rows, digits, shift);
  const order = { rows, keys: new Float64Array(length), x: new Float64Array(length), y: new Float64Array(length) };
  for (const [from, to] of stretches(length)) {
    gather(order, xs, ys, coarse, fine, from, to);
    yield;
  }
  return order;
}

/** By some bits of their numbers; what is the same there stays in its order. */
function* sorted(rows: Uint32Array<ArrayBuffer>, numbers: Uint32Array, shift: number): Generator<void, Uint32Array<ArrayBuffer>> {
  const starts = new Uint32Array(mask + 2);
  for (const [from, to] of stretches(rows.length)) {
    tally(rows, numbers, shift, from, to, starts);
    yield;
  }
  // Where all are the same, as within a town, nothing moves.
  if (starts.includes(rows.length)) return rows;
  for (let digit = 0; digit < mask; digit += 1) starts[digit + 1]! += starts[digit]!;
  const result = new Uint32Array(rows.length);
  for (const [from, to] of stretches(rows.length)) {
    distribute(rows, numbers, shift, from, to, starts, result);
    yield;
  }
  return result;
}

function* stretches(length: number): Generator<[from: number, to: number], void> {
  for (let from = 0; from < length; from += stretch) yield [from, Math.min(length, from + stretch)];
}

// The loops are functions of their own: what yields is not compiled while it runs, and these run once.

/** The cell of each point that is somewhere; returns how many there are by then. */
function place(xs: Float64Array, ys: Float64Array, from: number, to: number, coarse: Uint32Array, fine: Uint32Array, rows: Uint32Array, length: number): number {
  for (let row = from; row < to; row += 1) {
    if (Number.isNaN(xs[row]!)) continue;
    const column = cell(xs[row]!);
    const line = cell(ys[row]!);
    coarse[row] = spread[column >> half]! | (spread[line >> half]! << 1);
    fine[row] = spread[column & mask]! | (spread[line & mask]! << 1);
    rows[length++] = row;
  }
  return length;
}

function tally(rows: Uint32Array, numbers: Uint32Array, shift: number, from: number, to: number, starts: Uint32Array): void {
  for (let at = from; at < to; at += 1) starts[((numbers[rows[at]!]! >> shift) & mask) + 1]! += 1;
}

function distribute(rows: Uint32Array, numbers: Uint32Array, shift: number, from: number, to: number, starts: Uint32Array, result: Uint32Array): void {
  for (let at = from; at < to; at += 1) {
    const row = rows[at]!;
    result[starts[(numbers[row]! >> shift) & mask]!++] = row;
  }
}

function gather({ rows, keys, x, y }: PointOrder, xs: Float64Array, ys: Float64Array, coarse: Uint32Array, fine: Uint32Array, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const row = rows[at]!;
    keys[at] = coarse[row]! * cells + fine[row]!;
    x[at] = xs[row]!;
    y[at] = ys[row]!;
  }
}

/** In which column or line of the smallest cells a point lies. */
function cell(metres: number): number {
  return Math.min(cells - 1, Math.max(0, Math.floor(((metres + halfWorld) / (2 * halfWorld)) * cells)));
}
