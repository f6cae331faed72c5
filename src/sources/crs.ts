import { mercatorX, mercatorY } from '../model/mercator.js';
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
 * Turns positions, x y x y, into Web Mercator metres in place; what is nowhere on Earth becomes NaN. Degrees are taken
 * for granted where nothing is said and nothing speaks against it. Throws `SourceError('crs-unknown')`.
 */
export async function toMercator(positions: Float64Array, said: string | undefined, context: GridContext): Promise<Grid> {
  // “x” and “y” may be anything.
  const isPlain = said ? plain.test(said) : !/^“[xy]” /i.test(context.hint?.columns ?? '');
  if (!isPlain || !mostlyDegrees(positions)) return (await import('./crs-declared.js')).fromGrid(positions, said, context);
  await inSlices(fromDegrees(positions), context.signal);
  return { crs: 'EPSG:4326' };
}

/** Degrees to metres, in place; what is nowhere on Earth becomes NaN. */
export function* fromDegrees(positions: Float64Array): Generator<void, void> {
  for (let at = 0; at < positions.length; at += 2) {
    if ((at & 32_767) === 32_766) yield;
    const [lon, lat] = [positions[at]!, positions[at + 1]!];
    const onEarth = Math.abs(lon) <= 360 && Math.abs(lat) <= 90;
    positions[at] = onEarth ? mercatorX(lon) : Number.NaN;
    positions[at + 1] = onEarth ? mercatorY(lat) : Number.NaN;
  }
}

/** Whether nearly all could be degrees. */
export function mostlyDegrees(positions: Float64Array): boolean {
  let over = 0;
  for (let at = 0; at < positions.length; at += 2) {
    if (!(Math.abs(positions[at]!) <= 360 && Math.abs(positions[at + 1]!) <= 90)) over += 1;
  }
  return over * 4 <= positions.length;
}
