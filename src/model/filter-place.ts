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
  const { west, south, width, height, cells } = raster(ring);
  const [perX, perY] = [side / width, side / height];
  const [xs, ys] = [places?.x, places?.y];
  for (let row = 0; row < failed.length; row += 1) {
    let passes = false;
    if (xs && ys) {
      let x = xs[row]! - west;
      if (x < 0 || x > world) x -= world * Math.floor(x / world);
      const y = ys[row]! - south;
      if (x <= width && y >= 0 && y <= height) {
        const cell = cells[Math.min(side - 1, Math.floor(y * perY)) * side + Math.min(side - 1, Math.floor(x * perX))]!;
        passes = cell === edge ? isInside(ring, x + west, ys[row]!) : cell === inside;
      }
    }
    failed[row] = passes ? failed[row]! & ~bit : failed[row]! | bit;
  }
}

const side = 128;
const [inside, edge] = [1, 2];

/** The ring in coarse cells: what lies in a cell that no edge touches is inside or outside with the cell. */
function raster(ring: Ring): { west: number; south: number; width: number; height: number; cells: Uint8Array } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < ring.length; at += 2) {
    west = Math.min(west, ring[at]!);
    east = Math.max(east, ring[at]!);
    south = Math.min(south, ring[at + 1]!);
    north = Math.max(north, ring[at + 1]!);
  }
  const [width, height] = [east - west || 1, north - south || 1];
  const cells = new Uint8Array(side * side);
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const [[x1, y1], [x2, y2]] = [before, at].map((i) => [((ring[i]! - west) / width) * side, ((ring[i + 1]! - south) / height) * side] as const) as [readonly [number, number], readonly [number, number]];
    for (let line = Math.max(0, Math.floor(Math.min(y1, y2)) - 1); line <= Math.min(side - 1, Math.floor(Math.max(y1, y2)) + 1); line += 1) {
      // Where the edge is while it crosses this line of cells, and a little around it.
      const parts = y1 === y2 ? [0, 1] : [(line - 0.01 - y1) / (y2 - y1), (line + 1.01 - y1) / (y2 - y1)].map((part) => Math.min(1, Math.max(0, part)));
      const [a, b] = parts.map((part) => x1 + part * (x2 - x1)) as [number, number];
      for (let column = Math.max(0, Math.floor(Math.min(a, b) - 0.01)); column <= Math.min(side - 1, Math.floor(Math.max(a, b) + 0.01)); column += 1) cells[line * side + column] = edge;
    }
  }
  for (let cell = 0; cell < cells.length; cell += 1) {
    if (cells[cell] === edge) continue;
    if (isInside(ring, west + ((cell % side) + 0.5) * (width / side), south + (Math.floor(cell / side) + 0.5) * (height / side))) cells[cell] = inside;
  }
  return { west, south, width, height, cells };
}

/** Whether a ray to the east crosses the ring an odd number of times. */
function isInside(ring: Ring, x: number, y: number): boolean {
  let isIn = false;
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const [y1, y2] = [ring[at + 1]!, ring[before + 1]!];
    if (y1 > y !== y2 > y && x < ((ring[before]! - ring[at]!) * (y - y1)) / (y2 - y1) + ring[at]!) isIn = !isIn;
  }
  return isIn;
}
