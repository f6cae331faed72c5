import { halfWorld } from './mercator.js';

/** Into how many cells a side of the world is halved at most: some ten metres each. */
export const deepest = 22;
const half = deepest / 2;
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
  return (spread[column >> half]! | (spread[line >> half]! << 1)) * 2 ** deepest + (spread[column & mask]! | (spread[line & mask]! << 1));
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
  const cells = 2 ** deepest;
  const cell = (metres: number): number => Math.min(cells - 1, Math.max(0, Math.floor(((metres + halfWorld) / (2 * halfWorld)) * cells)));
  let rows = new Uint32Array(xs.length);
  const [coarse, fine] = [new Uint32Array(xs.length), new Uint32Array(xs.length)];
  let length = 0;
  for (let row = 0; row < xs.length; row += 1) {
    if (row % stretch === 0) yield;
    if (Number.isNaN(xs[row]!)) continue;
    const [column, line] = [cell(xs[row]!), cell(ys[row]!)];
    coarse[row] = spread[column >> half]! | (spread[line >> half]! << 1);
    fine[row] = spread[column & mask]! | (spread[line & mask]! << 1);
    rows[length++] = row;
  }
  rows = rows.subarray(0, length);
  for (const [digits, shift] of [[fine, 0], [fine, half], [coarse, 0], [coarse, half]] as const) rows = yield* sorted(rows, digits, shift);
  const order = { rows, keys: new Float64Array(length), x: new Float64Array(length), y: new Float64Array(length) };
  for (let at = 0; at < length; at += 1) {
    if (at % stretch === 0) yield;
    const row = rows[at]!;
    order.keys[at] = coarse[row]! * cells + fine[row]!;
    order.x[at] = xs[row]!;
    order.y[at] = ys[row]!;
  }
  return order;
}

/** By some bits of their numbers; what is the same there stays in its order. */
function* sorted(rows: Uint32Array<ArrayBuffer>, numbers: Uint32Array, shift: number): Generator<void, Uint32Array<ArrayBuffer>> {
  const starts = new Uint32Array(mask + 2);
  for (let at = 0; at < rows.length; at += 1) {
    if (at % stretch === 0) yield;
    starts[((numbers[rows[at]!]! >> shift) & mask) + 1]! += 1;
  }
  // Where all are the same, as within a town, nothing moves.
  if (starts.includes(rows.length)) return rows;
  for (let digit = 0; digit < mask; digit += 1) starts[digit + 1]! += starts[digit]!;
  const result = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    if (at % stretch === 0) yield;
    const row = rows[at]!;
    result[starts[(numbers[row]! >> shift) & mask]!++] = row;
  }
  return result;
}
