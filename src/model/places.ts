import type { Places } from './dataset.js';
import { halfWorld } from './mercator.js';
import { pointAt } from './place-kinds.js';
import { boundsOf } from './places-bounds.js';

/** Positions in the grid of a source or in Web Mercator metres: the n-th is `x[n * step]`, `y[n * step]`. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly step: number;
}

/** The places of a table, before they are brought to one grid. */
export interface BuiltPlaces {
  /** All positions as they were given, to be turned into Web Mercator metres in place. */
  readonly all: Positions;
  /** Where no row is more than a point: one position a row. NaN is no place. */
  readonly points: Positions | undefined;
}

/** Degrees or metres: what was meant to be 0, 0 is sometimes a rounding beside it. */
export const isNullIsland = (x: number, y: number): boolean => Math.abs(x) < 1e-4 && Math.abs(y) < 1e-4;

/**
 * The places of a dataset where no row is more than a point, once they are Web Mercator metres. What is nowhere on Earth
 * is reported by `outside` and has no place; `undefined` where no row has one. Yields so that its caller may pause.
 */
export function* pointPlaces({ x, y }: Positions, outside: (row: number) => void): Generator<void, Places | undefined> {
  let located = 0;
  for (let row = 0; row < x.length; row += 1) {
    if ((row & 16_383) === 16_383) yield;
    if (Number.isNaN(x[row]!)) continue;
    if (Math.abs(x[row]!) <= halfWorld + 1 && Math.abs(y[row]!) <= halfWorld + 1) located += 1;
    else {
      x[row] = y[row] = Number.NaN;
      outside(row);
    }
  }
  if (located === 0) return undefined;
  yield;
  return { located, bounds: boundsOf(x, y), x, y, kind: (row) => pointAt(x[row]), shapes: undefined };
}
