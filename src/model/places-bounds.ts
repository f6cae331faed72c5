import type { Bounds } from './dataset.js';
import { latitude, longitude } from './mercator.js';

/** An empty stretch must be this wide, in degrees, before the view is taken to lie across the antimeridian. */
const widestOcean = 90;

/** The smallest view of all positions in Web Mercator metres (NaN is skipped), in degrees; west > east across the antimeridian. */
export function boundsOf(x: Float64Array, y: Float64Array): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1) {
    const here = x[i]!;
    // All of these are false for what is no number.
    if (here < west) west = here;
    if (here > east) east = here;
    if (y[i]! < south) south = y[i]!;
    if (y[i]! > north) north = y[i]!;
  }
  const plain: Bounds = [longitude(west), latitude(south), longitude(east), latitude(north)];
  if (plain[2] - plain[0] <= widestOcean && plain[0] >= -180 && plain[2] <= 180) return plain;
  const seen = new Uint8Array(360);
  for (const here of x) if (!Number.isNaN(here)) seen[degree(longitude(here))] = 1;
  const gap = widestGap(seen);
  // The gap that holds the antimeridian itself is no reason to cross it.
  if (gap.end - gap.start <= widestOcean || gap.end > 360 || gap.start === 0 || gap.end === 360) return plain;
  [west, east] = [Infinity, -Infinity];
  for (const metres of x) {
    if (Number.isNaN(metres)) continue;
    const here = wrapped(longitude(metres));
    if (degree(here) >= gap.end) west = Math.min(west, here);
    else east = Math.max(east, here);
  }
  return [west, plain[1], east, plain[3]];
}

const wrapped = (degrees: number): number => (degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees);
const degree = (degrees: number): number => Math.min(359, Math.floor(wrapped(degrees) + 180));

/** The longest run of degrees that nothing lies in, around the world; `end` may be beyond 360. */
function widestGap(seen: Uint8Array): { start: number; end: number } {
  let gap = { start: 0, end: 0 };
  const first = seen.indexOf(1);
  let last = first;
  for (let i = first + 1; i <= first + 360; i += 1) {
    if (seen[i % 360] === 0) continue;
    if (i - last - 1 > gap.end - gap.start) gap = { start: last + 1, end: i };
    last = i;
  }
  return gap;
}
