import type { Position } from './antimeridian.js';

/**
 * Rings that are filled even-odd, as polygons of GeoJSON: what lies within an even number of others is an outline, what
 * lies within an odd number is a hole of the smallest outline around it. Outlines run counterclockwise, holes clockwise (RFC 7946).
 */
export function polygonsOf(rings: readonly Position[][]): Position[][][] {
  const all = rings.map((ring): Known => ({ ring: closed(ring), area: area(ring), box: box(ring), around: [] }));
  // Counted, not walked: a coast has thousands of islands, each of which is compared with all others.
  for (const one of all) {
    for (let j = 0; j < all.length; j += 1) {
      const other = all[j]!;
      if (Math.abs(other.area) > Math.abs(one.area) && holds(other.box, one.box) && contains(other, one.ring)) one.around.push(j);
    }
  }
  const polygons = new Map<number, Position[][]>();
  for (const [i, { ring, area, around }] of all.entries()) if (around.length % 2 === 0) polygons.set(i, [turned(ring, area > 0)]);
  for (const { ring, area, around } of all) {
    if (around.length % 2 === 0) continue;
    const [outline] = around.filter((each) => polygons.has(each)).sort((a, b) => Math.abs(all[a]!.area) - Math.abs(all[b]!.area));
    if (outline !== undefined) polygons.get(outline)!.push(turned(ring, area < 0));
  }
  return [...polygons.values()];
}

const closed = (ring: Position[]): Position[] => (ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1] ? ring : [...ring, ring[0]!]);

const turned = (ring: readonly Position[], isRight: boolean): Position[] => (isRight ? [...ring] : [...ring].reverse());

/** Positive where the ring runs counterclockwise. */
function area(ring: readonly Position[]): number {
  let sum = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    sum += x * nextY - nextX * y;
  }
  return sum / 2;
}

interface Known {
  readonly ring: readonly Position[];
  readonly area: number;
  readonly box: Box;
  /** The rings that it lies in. */
  readonly around: number[];
  /** Its positions, written, once somebody asks. */
  positions?: ReadonlySet<string>;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function box(ring: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
  return [west, south, east, north];
}

const holds = (outer: Box, inner: Box): boolean => outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** By the first position of the inner ring that the outer does not share. */
function contains(outer: Known, inner: readonly Position[]): boolean {
  const own = (outer.positions ??= new Set(outer.ring.map(String)));
  const spot = inner.find((position) => !own.has(String(position)));
  if (!spot) return true;
  const [x, y] = spot;
  let isInside = false;
  for (let i = 0, before = outer.ring.length - 1; i < outer.ring.length; before = i, i += 1) {
    const one = outer.ring[before]!;
    const other = outer.ring[i]!;
    if (one[1] > y !== other[1] > y && x < one[0] + ((other[0] - one[0]) * (y - one[1])) / (other[1] - one[1])) isInside = !isInside;
  }
  return isInside;
}
