import type { Places } from './dataset.js';
import type { Extent } from './grid.js';
import { halfWorld } from './mercator.js';

/** x, y, x, y … in Web Mercator metres, not closed; x may leave the world, which repeats. */
export type Ring = Float64Array;

const world = 2 * halfWorld;

/** The same x in the copy of the world that begins at `left`. */
function shifted(x: number, left: number): number {
  return x - world * Math.floor((x - left) / world);
}

/** Marks the rows that lie outside a box. Of a line or an area any part may lie in it: what the map shows is there. */
export function failExtent(places: Places | undefined, [west, south, east, north]: Extent, failed: Uint32Array, bit: number): void {
  const isWide = east - west >= world;
  const boxes = places?.shapes?.boxes;
  for (let row = 0; row < failed.length; row += 1) {
    let passes = false;
    if (boxes) {
      const [left, right] = [boxes[row * 4]!, boxes[row * 4 + 2]!];
      // Of all copies of the row, the first that does not end west of the box.
      passes = boxes[row * 4 + 1]! <= north && boxes[row * 4 + 3]! >= south && (isWide || shifted(right, west) - (right - left) <= east);
    } else if (places) {
      const y = places.y[row]!;
      passes = y >= south && y <= north && (isWide || shifted(places.x[row]!, west) <= east);
    }
    failed[row] = passes ? failed[row]! & ~bit : failed[row]! | bit;
  }
}

/** Marks the rows whose anchor lies outside a ring; where the ring crosses itself, what it goes round twice is outside (even-odd). */
export function failArea(places: Places | undefined, ring: Ring, failed: Uint32Array, bit: number): void {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < ring.length; at += 2) {
    west = Math.min(west, ring[at]!);
    east = Math.max(east, ring[at]!);
    south = Math.min(south, ring[at + 1]!);
    north = Math.max(north, ring[at + 1]!);
  }
  for (let row = 0; row < failed.length; row += 1) {
    const y = places ? places.y[row]! : Number.NaN;
    let passes = false;
    if (y >= south && y <= north) {
      const x = shifted(places!.x[row]!, west);
      passes = x <= east && isInside(ring, x, y);
    }
    failed[row] = passes ? failed[row]! & ~bit : failed[row]! | bit;
  }
}

/** Whether a ray to the east crosses the ring an odd number of times. */
export function isInside(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const [y1, y2] = [ring[at + 1]!, ring[before + 1]!];
    if (y1 > y !== y2 > y && x < ((ring[before]! - ring[at]!) * (y - y1)) / (y2 - y1) + ring[at]!) inside = !inside;
  }
  return inside;
}
