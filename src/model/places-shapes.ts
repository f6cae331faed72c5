import type { Places, Shapes } from './dataset.js';
import { halfWorld } from './mercator.js';
import { anchorOf } from './places-anchor.js';
import { boundsOf } from './places-bounds.js';
import type { PlacesBuilder } from './places-builder.js';
import { kindNames } from './place-kinds.js';

/** The same as `pointPlaces`, with geometry: lines, areas, and rows of several points. */
export function* shapePlaces({ positions, layout }: PlacesBuilder, outside: (row: number) => void): Generator<void, Places | undefined> {
  const { parts, rows, kinds } = layout;
  let located = 0;
  for (let row = 0; row < kinds.length; row += 1) {
    if ((row & 8191) === 8191) yield;
    if (kinds[row] === 0) continue;
    if (onEarth(positions, 2 * parts[rows[row]!]!, 2 * parts[rows[row + 1]!]!, kinds[row] === 1)) located += 1;
    else {
      kinds[row] = 0;
      outside(row);
    }
  }
  if (located === 0) return undefined;
  const shapes = yield* withoutUnplaced(positions, layout);
  const x = new Float64Array(kinds.length).fill(Number.NaN);
  const y = new Float64Array(kinds.length).fill(Number.NaN);
  for (let row = 0; row < kinds.length; row += 1) {
    if ((row & 63) === 63) yield;
    if (kinds[row] !== 0) [x[row], y[row]] = anchorOf(shapes, row);
  }
  return { located, bounds: boundsOf(...extremes(shapes)), x, y, kind: (row) => kindNames[kinds[row]!], shapes };
}

/** Points lie within the square; lines and areas may run on beyond the antimeridian, by one world at most. */
function onEarth(positions: Float64Array, start: number, end: number, isPoint: boolean): boolean {
  const widest = halfWorld * (isPoint ? 1 : 2) + 1;
  for (let at = start; at < end; at += 2) {
    if (!(Math.abs(positions[at]!) <= widest) || !(Math.abs(positions[at + 1]!) <= halfWorld + 1)) return false;
  }
  return true;
}

/** The same geometry without the parts of rows that have no place, and with a box a row. */
function* withoutUnplaced(positions: Float64Array, { parts, rows, kinds }: PlacesBuilder['layout']): Generator<void, Shapes> {
  const shapes = { coordinates: new Float64Array(positions.length), parts: new Uint32Array(parts.length), rows: new Uint32Array(rows.length), kinds, boxes: new Float64Array(kinds.length * 4).fill(Number.NaN) };
  let [part, used] = [0, 0];
  for (let row = 0; row < kinds.length; row += 1) {
    if ((row & 255) === 255) yield;
    for (let each = rows[row]!; kinds[row] !== 0 && each < rows[row + 1]!; each += 1) {
      const points = positions.subarray(2 * parts[each]!, 2 * parts[each + 1]!);
      shapes.coordinates.set(points, used);
      used += points.length;
      shapes.parts[(part += 1)] = used / 2;
    }
    shapes.rows[row + 1] = part;
    if (kinds[row] !== 0) shapes.boxes.set(boxOf(shapes.coordinates, 2 * shapes.parts[shapes.rows[row]!]!, used), row * 4);
  }
  return { ...shapes, coordinates: shapes.coordinates.slice(0, used), parts: shapes.parts.slice(0, part + 1) };
}

function boxOf(coordinates: Float64Array, start: number, end: number): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = start; at < end; at += 2) {
    box[0] = Math.min(box[0], coordinates[at]!);
    box[1] = Math.min(box[1], coordinates[at + 1]!);
    box[2] = Math.max(box[2], coordinates[at]!);
    box[3] = Math.max(box[3], coordinates[at + 1]!);
  }
  return box;
}

/** The least and the greatest x and y of each part, as two lists: an island on either side of the antimeridian counts for itself. */
export function extremes({ coordinates, parts }: Shapes): [Float64Array, Float64Array] {
  const count = parts.length - 1;
  const [x, y] = [new Float64Array(2 * count), new Float64Array(2 * count)];
  for (let part = 0; part < count; part += 1) {
    const [west, south, east, north] = boxOf(coordinates, 2 * parts[part]!, 2 * parts[part + 1]!);
    [x[2 * part], x[2 * part + 1], y[2 * part], y[2 * part + 1]] = [west, east, south, north];
  }
  return [x, y];
}
