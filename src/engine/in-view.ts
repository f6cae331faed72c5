import type { Extent } from '../model/grid.js';
import { halfWorld } from '../model/mercator.js';
import type { Scene } from './layer.js';

/** The rows of a scene within an extent that are nearest to its middle, nearest first. */
export function nearestTo([west, south, east, north]: Extent, { places: { x, y }, rows }: Pick<Scene, 'places' | 'rows'>, most: number): number[] {
  const [middle, height, halfWidth, halfHeight] = [(west + east) / 2, (south + north) / 2, (east - west) / 2, (north - south) / 2];
  const found: { readonly row: number; readonly away: number }[] = [];
  let furthest = Number.POSITIVE_INFINITY;
  // A million rows are looked through whenever the map comes to rest: without a call for each it is a matter of milliseconds.
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    const up = Math.abs(y[row]! - height);
    let right = Math.abs(x[row]! - middle);
    if (right > halfWorld) right = Math.abs(right - 2 * halfWorld * Math.round(right / (2 * halfWorld)));
    const away = right * right + up * up;
    // Neither is true where it has no place.
    if (!(up <= halfHeight && right <= halfWidth) || away >= furthest) continue;
    const place = found.findIndex((other) => other.away > away);
    found.splice(place < 0 ? found.length : place, 0, { row, away });
    if (found.length > most) found.pop();
    if (found.length === most) furthest = found[most - 1]!.away;
  }
  return found.map(({ row }) => row);
}
