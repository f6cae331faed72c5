import type { Bounds } from '../model/dataset.js';
import { crsName } from './crs-name.js';
import { anyGridString, toDegrees } from './projection.js';

/** A grid of metres is made for a country: of more degrees than these it makes no box. */
const widest = 30;
/** Positions along each side, as straight sides are curves in a grid. */
const steps = 8;

/** The box of a grid around a box of degrees, a little larger than that; `undefined` where the grid does not reach. */
export async function boxInProjection([west, south, east, north]: Bounds, crs: string): Promise<Bounds | undefined> {
  const grid = await anyGridString(crsName(crs) ?? '');
  if (!grid || !(east > west && east - west <= widest && north - south <= widest)) return undefined;
  const converter = await toDegrees(grid);
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row <= steps; row += 1) {
    for (let column = 0; column <= steps; column += 1) {
      const [lon, lat] = [west + ((east - west) * column) / steps, Math.max(-90, Math.min(90, south + ((north - south) * row) / steps))];
      const [x, y] = converter.inverse([lon, lat]);
      // Far from its country a grid gives numbers that lead elsewhere.
      const [backLon, backLat] = Number.isFinite(x) && Number.isFinite(y) ? converter.forward([x, y]) : [Number.NaN, Number.NaN];
      if (!(Math.abs(backLon - lon) < 0.01 && Math.abs(backLat - lat) < 0.01)) return undefined;
      [left, bottom, right, top] = [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)];
    }
  }
  const margin = Math.max(right - left, top - bottom) / 50;
  return [left - margin, bottom - margin, right + margin, top + margin];
}
