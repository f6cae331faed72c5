import type { Extent } from '../model/grid.js';
import { nearestCopy } from './frame.js';
import type { Scene } from './layer.js';

/** The rows of a scene within an extent that are nearest to its middle, nearest first. */
export function nearestTo([west, south, east, north]: Extent, { places: { x, y }, rows }: Pick<Scene, 'places' | 'rows'>, most: number): number[] {
  const [middle, height] = [(west + east) / 2, (south + north) / 2];
  const found: { readonly row: number; readonly away: number }[] = [];
  for (const row of rows) {
    const right = Math.abs(x[row]! + nearestCopy(x[row]!, middle) - middle);
    const up = Math.abs(y[row]! - height);
    // Neither is true where it has no place.
    if (!(right <= (east - west) / 2 && up <= (north - south) / 2)) continue;
    const away = Math.hypot(right, up);
    if (found.length === most && away >= found[most - 1]!.away) continue;
    const place = found.findIndex((other) => other.away > away);
    found.splice(place < 0 ? found.length : place, 0, { row, away });
    found.length = Math.min(found.length, most);
  }
  return found.map(({ row }) => row);
}
