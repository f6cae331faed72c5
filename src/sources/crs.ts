import { mercatorX, mercatorY } from '../model/mercator.js';
import type { Positions } from '../model/places.js';
import { inSlices } from './slices.js';

export interface GridContext {
  /** Which columns hold the coordinates, and whether their names say that they are metres of a national grid. */
  readonly hint?: { readonly columns: string; readonly metres: boolean } | undefined;
  /** Where the data came from: its country may decide between two grids. */
  readonly address?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Grid {
  readonly crs: string;
  readonly guessedCrs?: boolean | undefined;
}

/** What needs no look into the list of grids. */
const plain = /^(EPSG:4326|urn:ogc:def:crs:(OGC:1\.3:CRS84|EPSG::4326))$/;

/**
 * Turns positions into Web Mercator metres in place; NaN stays, what is nowhere on Earth becomes infinite. Degrees are taken
 * for granted where nothing is said and nothing speaks against it. Throws `SourceError('crs-unknown')`.
 */
export async function toMercator(positions: Positions, said: string | undefined, context: GridContext): Promise<Grid> {
  // “x” and “y” may be anything.
  const isPlain = said ? plain.test(said) : !/^“[xy]” /i.test(context.hint?.columns ?? '');
  if (!isPlain || !mostlyDegrees(positions)) return (await import('./crs-declared.js')).fromGrid(positions, said, context);
  await inSlices(fromDegrees(positions), context.signal);
  return { crs: 'EPSG:4326' };
}

/** Degrees to metres, in place; what is nowhere on Earth becomes infinite. */
export function* fromDegrees({ x, y, step }: Positions): Generator<void, void> {
  for (let at = 0; at < x.length; at += step) {
    if ((at & 32_767) === 32_766) yield;
    const [lon, lat] = [x[at]!, y[at]!];
    const isBeyond = Math.abs(lon) > 360 || Math.abs(lat) > 90;
    x[at] = isBeyond ? Infinity : mercatorX(lon);
    y[at] = isBeyond ? Infinity : mercatorY(lat);
  }
}

/** Whether nearly all could be degrees. */
export function mostlyDegrees({ x, y, step }: Positions): boolean {
  let [over, all] = [0, 0];
  for (let at = 0; at < x.length; at += step) {
    if (Number.isNaN(x[at]!)) continue;
    all += 1;
    if (Math.abs(x[at]!) > 360 || Math.abs(y[at]!) > 90) over += 1;
  }
  return over * 2 <= all;
}
