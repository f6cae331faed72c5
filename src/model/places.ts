import type { PlaceKind, Places } from './dataset.js';
import { halfWorld } from './mercator.js';
import { boundsOf } from './places-bounds.js';
import type { PlacesBuilder, Positions } from './places-builder.js';

/** The names of the kinds that `PlacesBuilder.layout` numbers. */
export const kindNames: readonly (PlaceKind | undefined)[] = [undefined, 'point', 'line', 'area'];

/** What makes places of rows that are more than single points: see `places-shapes.ts`, which not every source needs. */
export type ShapeMaker = (positions: Float64Array, layout: PlacesBuilder['layout'], located: number) => Generator<void, Places>;

/**
 * The places of a dataset, once the builder's positions are Web Mercator metres. What is nowhere on Earth is reported
 * by `outside` and has no place; `undefined` where no row has one. Yields so that its caller may pause.
 */
export function* finishPlaces(builder: PlacesBuilder, outside: (row: number) => void, makeShapes: ShapeMaker | undefined): Generator<void, Places | undefined> {
  const { points } = builder;
  if (points || !makeShapes) return points && (yield* pointPlaces(points, outside));
  const { positions, layout } = builder;
  const { parts, rows, kinds } = layout;
  let located = 0;
  for (let row = 0; row < kinds.length; row += 1) {
    if ((row & 8191) === 8191) yield;
    if (kinds[row] === 0) continue;
    if (!onEarth(positions, 2 * parts[rows[row]!]!, 2 * parts[rows[row + 1]!]!, kinds[row] === 1)) {
      kinds[row] = 0;
      outside(row);
      continue;
    }
    located += 1;
  }
  return located === 0 ? undefined : yield* makeShapes(positions, layout, located);
}

/** Points lie within the square; lines and areas may run on beyond the antimeridian, by one world at most. */
function onEarth(positions: Float64Array, start: number, end: number, isPoint: boolean): boolean {
  const widest = halfWorld * (isPoint ? 1 : 2) + 1;
  for (let at = start; at < end; at += 2) {
    if (!(Math.abs(positions[at]!) <= widest) || !(Math.abs(positions[at + 1]!) <= halfWorld + 1)) return false;
  }
  return true;
}

/** Where no row is more than a point, what was built are the places. */
function* pointPlaces({ x, y }: Positions, outside: (row: number) => void): Generator<void, Places | undefined> {
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

/** What `Places.kind` answers where all are points. */
export const pointAt = (x: number | undefined): PlaceKind | undefined => (x === undefined || Number.isNaN(x) ? undefined : 'point');
