import type { Shapes } from '../model/dataset.js';

/** Coordinates with fewer positions, in the same parts. */
export interface Thinned {
  /** In metres. */
  readonly tolerance: number;
  readonly coordinates: Float64Array;
  readonly parts: Uint32Array;
}

/** Leaves out each position that is nearer than the tolerance to a line between those that stay; the ends of a part stay. Yields, so that its caller may pause. */
export function* thinned({ coordinates, parts }: Shapes, tolerance: number): Generator<void, Thinned> {
  const kept = new Float64Array(coordinates.length);
  const starts = new Uint32Array(parts.length);
  let [length, worked] = [0, 0];
  for (let part = 0; part + 1 < parts.length; part += 1) {
    starts[part] = length / 2;
    const [first, last] = [parts[part]!, parts[part + 1]! - 1];
    if (first <= last) length = thin(coordinates, first, last, tolerance, kept, length);
    worked += last - first;
    if (worked < 50_000) continue;
    worked = 0;
    yield;
  }
  starts[parts.length - 1] = length / 2;
  return { tolerance, coordinates: kept.slice(0, length), parts: starts };
}

/**
 * Goes through a part once: as long as one line from the last position that stays passes all since, each within the tolerance,
 * they need not stay. Which lines do lies between two directions, left and right, that come closer with each position
 * (sleeve fitting: Zhao and Saalfeld, “Linear-time sleeve-fitting polyline simplification algorithms”, 1997). Returns the new length of what is kept.
 */
function thin(coordinates: Float64Array, first: number, last: number, tolerance: number, kept: Float64Array, from: number): number {
  let length = from;
  let [x, y] = [coordinates[2 * first]!, coordinates[2 * first + 1]!];
  kept[length++] = x;
  kept[length++] = y;
  if (first === last) return length;
  const near = tolerance * tolerance;
  /** The position before, if it is one that a line has to pass, and how far it is, squared. */
  let [candidate, far] = [-1, 0];
  let [leftX, leftY, rightX, rightY] = [0, 0, 0, 0];
  for (let i = first + 1; i <= last; i += 1) {
    let [dx, dy] = [coordinates[2 * i]! - x, coordinates[2 * i + 1]! - y];
    let away = dx * dx + dy * dy;
    // Beside the directions, or on the way back.
    if (candidate >= 0 && !(rightX * dy >= rightY * dx && dx * leftY >= dy * leftX && away >= far)) {
      [x, y] = [coordinates[2 * candidate]!, coordinates[2 * candidate + 1]!];
      kept[length++] = x;
      kept[length++] = y;
      candidate = -1;
      [dx, dy] = [coordinates[2 * i]! - x, coordinates[2 * i + 1]! - y];
      away = dx * dx + dy * dy;
    }
    if (i === last || (candidate < 0 && away < near)) continue;
    const slope = tolerance / Math.sqrt(away);
    const [toLeftX, toLeftY, toRightX, toRightY] = [dx - dy * slope, dy + dx * slope, dx + dy * slope, dy - dx * slope];
    if (candidate < 0 || leftX * toLeftY < leftY * toLeftX) [leftX, leftY] = [toLeftX, toLeftY];
    if (candidate < 0 || rightX * toRightY > rightY * toRightX) [rightX, rightY] = [toRightX, toRightY];
    [candidate, far] = [i, away];
  }
  kept[length++] = coordinates[2 * last]!;
  kept[length++] = coordinates[2 * last + 1]!;
  return length;
}
