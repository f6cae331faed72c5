import type { Bounds, Places } from '../model/dataset.js';
import type { Extent } from '../model/grid.js';
import { nearestCopy } from './frame.js';
import { halfWorld, latitude, longitude, mercatorX, mercatorY } from '../model/mercator.js';

/** The world, without the ice around the poles. */
export const everywhere: Bounds = [-180, -60, 180, 75];

/** Around everything within bounds in degrees. */
export function wholeExtent([west, south, east, north]: Bounds): Extent {
  return [mercatorX(west), mercatorY(south), mercatorX(east) + (west > east ? 2 * halfWorld : 0), mercatorY(north)];
}

/** The same in degrees; the whole world where it is seen more than once. */
export function boundsOf([west, south, east, north]: Extent): Bounds {
  const [low, high] = [Math.max(-90, latitude(south)), Math.min(90, latitude(north))];
  if (east - west >= 2 * halfWorld) return [-180, low, 180, high];
  const within = (x: number): number => longitude(x - 2 * halfWorld * Math.floor((x + halfWorld) / (2 * halfWorld)));
  return [within(west), low, within(east), high];
}

/** Around the rows that have a place, across the antimeridian where that is the shorter way; `undefined` where none has. */
export function extentOf({ x, y, shapes }: Places, rows: Uint32Array): Extent | undefined {
  let [west, east, westward, eastward] = [Infinity, -Infinity, Infinity, -Infinity];
  let [south, north] = [Infinity, -Infinity];
  const boxes = shapes?.boxes;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    if (Number.isNaN(x[row])) continue;
    const [left, right] = boxes ? [boxes[row * 4]!, boxes[row * 4 + 2]!] : [x[row]!, x[row]!];
    const [low, high] = boxes ? [boxes[row * 4 + 1]!, boxes[row * 4 + 3]!] : [y[row]!, y[row]!];
    const shift = x[row]! < 0 ? 2 * halfWorld : 0;
    if (left < west) west = left;
    if (right > east) east = right;
    if (left + shift < westward) westward = left + shift;
    if (right + shift > eastward) eastward = right + shift;
    if (low < south) south = low;
    if (high > north) north = high;
  }
  if (west === Infinity) return undefined;
  return eastward - westward < east - west ? [westward, south, eastward, north] : [west, south, east, north];
}

/** Around several, each in the copy of the world nearest to the first. */
export function around(extents: readonly (Extent | undefined)[]): Extent | undefined {
  return extents.reduce((one, other) => {
    if (!one || !other) return one ?? other;
    const shift = nearestCopy((other[0] + other[2]) / 2, (one[0] + one[2]) / 2);
    return [Math.min(one[0], other[0] + shift), Math.min(one[1], other[1]), Math.max(one[2], other[2] + shift), Math.max(one[3], other[3])];
  }, undefined);
}
