import type { Bounds } from '../model/dataset.js';
import { mercatorX, mercatorY } from '../model/mercator.js';
import { crsName, degrees } from './crs-name.js';

/** As many rows as are read of a file that is too large to be read whole. */
export const mostRows = 50_000;

/** Whether a file is too large to be read whole, if its server gives parts of it; a count of 0 is not known. */
export const isLarge = (bytes: number, rows: number): boolean => bytes > 20_000_000 && (rows === 0 || rows > mostRows);

/** A box of degrees in the grid of a file; `undefined` in grids in which it would be none, or that are not known. */
export async function boxInGrid(view: Bounds, crs: string | undefined): Promise<Bounds | undefined> {
  const [west, south, east, north] = view;
  const code = Number(/^EPSG:(\d+)$/.exec(crsName(crs) ?? '')?.[1]);
  // Beyond the antimeridian is the other side of the world: then all of this latitude is looked at.
  const [left, right] = west > east || west < -180 || east > 180 ? [-180, 180] : [west, east];
  if (degrees.has(code)) return [left, south, right, north];
  if (code === 3857) return [mercatorX(left), mercatorY(south), mercatorX(right), mercatorY(north)];
  return crs ? (await import('./projection-box.js')).boxInProjection(view, crs) : undefined;
}
