import type { Shapes } from './dataset.js';

type Spot = [x: number, y: number];

/** Where a sign for a row stands: at its first point, in the middle of its longest line, inside its largest ring. */
export function anchorOf(shapes: Shapes, row: number): Spot {
  const { coordinates, parts, rows, kinds } = shapes;
  const first = 2 * parts[rows[row]!]!;
  if (kinds[row] === 2) return middle(coordinates, longest(shapes, row, lengthOf));
  if (kinds[row] === 3) return inside(shapes, row);
  return [coordinates[first]!, coordinates[first + 1]!];
}

interface Part {
  readonly start: number;
  readonly end: number;
}

function longest({ coordinates, parts, rows }: Shapes, row: number, size: (coordinates: Float64Array, part: Part) => number): Part {
  let best: Part = { start: 0, end: 0 };
  let most = -1;
  for (let i = rows[row]!; i < rows[row + 1]!; i += 1) {
    const part = { start: 2 * parts[i]!, end: 2 * parts[i + 1]! };
    const here = size(coordinates, part);
    if (here > most) [best, most] = [part, here];
  }
  return best;
}

function lengthOf(coordinates: Float64Array, { start, end }: Part): number {
  let length = 0;
  for (let at = start + 2; at < end; at += 2) length += Math.hypot(coordinates[at]! - coordinates[at - 2]!, coordinates[at + 1]! - coordinates[at - 1]!);
  return length;
}

function areaOf(coordinates: Float64Array, { start, end }: Part): number {
  let twice = 0;
  // Taken from the first corner, so that far from the origin no digits are lost.
  const [x, y] = [coordinates[start]!, coordinates[start + 1]!];
  for (let at = start + 2; at < end; at += 2) {
    twice += (coordinates[at - 2]! - x) * (coordinates[at + 1]! - y) - (coordinates[at]! - x) * (coordinates[at - 1]! - y);
  }
  return Math.abs(twice / 2);
}

function middle(coordinates: Float64Array, part: Part): Spot {
  let rest = lengthOf(coordinates, part) / 2;
  for (let at = part.start + 2; at < part.end; at += 2) {
    const [dx, dy] = [coordinates[at]! - coordinates[at - 2]!, coordinates[at + 1]! - coordinates[at - 1]!];
    const step = Math.hypot(dx, dy);
    if (step > 0 && step >= rest) return [coordinates[at - 2]! + (dx * rest) / step, coordinates[at - 1]! + (dy * rest) / step];
    rest -= step;
  }
  return [coordinates[part.start]!, coordinates[part.start + 1]!];
}

/** The middle of the widest stretch inside the area, at half the height of its largest ring: never in a hole, never outside a bay. */
function inside(shapes: Shapes, row: number): Spot {
  const { coordinates, parts, rows } = shapes;
  const ring = longest(shapes, row, areaOf);
  let [south, north] = [Infinity, -Infinity];
  for (let at = ring.start + 1; at < ring.end; at += 2) {
    south = Math.min(south, coordinates[at]!);
    north = Math.max(north, coordinates[at]!);
  }
  const y = (south + north) / 2;
  const own = crossings(coordinates, ring, y);
  const [west, east] = [Math.min(...own), Math.max(...own)];
  const all: number[] = [];
  for (let i = rows[row]!; i < rows[row + 1]!; i += 1) all.push(...crossings(coordinates, { start: 2 * parts[i]!, end: 2 * parts[i + 1]! }, y));
  all.sort((a, b) => a - b);
  let best: Spot | undefined;
  let widest = 0;
  for (let i = 0; i + 1 < all.length; i += 2) {
    const [from, to] = [all[i]!, all[i + 1]!];
    if (from >= west && to <= east && to - from > widest) [best, widest] = [[(from + to) / 2, y], to - from];
  }
  return best ?? [coordinates[ring.start]!, coordinates[ring.start + 1]!];
}

function crossings(coordinates: Float64Array, { start, end }: Part, y: number): number[] {
  const found: number[] = [];
  for (let at = start + 2; at < end; at += 2) {
    const [y1, y2] = [coordinates[at - 1]!, coordinates[at + 1]!];
    if (y1 <= y !== y2 <= y) found.push(coordinates[at - 2]! + ((y - y1) / (y2 - y1)) * (coordinates[at]! - coordinates[at - 2]!));
  }
  return found;
}
