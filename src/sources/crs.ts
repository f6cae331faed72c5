import { mercatorX, mercatorY } from '../model/mercator.js';
import { inSlices } from './slices.js';

/** Grids in degrees that differ from WGS 84 by less than a map shows. */
export const degrees: ReadonlySet<number> = new Set([4326, 4258, 4269, 4979, 4283, 7844, 4171, 4674, 6318, 4617, 4937]);
const webMercator = new Set([3857, 3785, 900913, 102100, 102113]);
/** The grid of a web map's picture of the whole world, 256 pixels wide, as some programs keep positions. */
const pixels = 'pixels';
/** Stands between the name of a grid that has no number, or one that is not known here, and what it computes, for proj4. */
const computing = '+proj=';
/** Ellipsoids from which no shift is a shift of less than a map shows. */
const ofToday = /\+ellps=(GRS80|WGS84)|\+a=6378137(?!\d|\.\d*[1-9])|\+datum=WGS84|\+towgs84=|\+nadgrids=/;

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

/** `EPSG:25832` from any spelling: a URN, an address, a number, or the `crs` member of GeoJSON; what cannot be read is given back. */
export function crsName(said: unknown): string | undefined {
  if (typeof said === 'number') return `EPSG:${said}`;
  if (typeof said === 'object' && said !== null) {
    const { properties } = said as { properties?: { name?: unknown; code?: unknown; href?: unknown } };
    return crsName(properties?.name ?? properties?.code ?? properties?.href);
  }
  if (typeof said !== 'string' || !said.trim()) return undefined;
  if (/^\s*(web)?[ -]?pixels?\s*$/i.test(said)) return pixels;
  if (said.includes(computing)) return said;
  if (/CRS:?84|^WGS ?_?(19)?84$/i.test(said)) return 'EPSG:4326';
  const code = /epsg|esri|wkid|srid|^\s*\d+\s*$/i.test(said) && said.match(/\d{4,6}/g)?.at(-1);
  return code ? `EPSG:${code}` : said;
}

/**
 * Turns positions, x y x y, into Web Mercator metres in place; what is nowhere on Earth becomes NaN. Degrees are taken
 * for granted where nothing is said and nothing speaks against it. Throws `SourceError('crs-unknown')`.
 */
export async function toMercator(positions: Float64Array, said: string | undefined, context: GridContext): Promise<Grid> {
  const declared = crsName(said);
  const code = Number(/^EPSG:(\d+)$/.exec(declared ?? 'EPSG:4326')?.[1]);
  const own = declared?.indexOf(computing) ?? -1;
  const computes = own < 0 ? undefined : declared!.slice(own);
  const name = own < 0 ? declared : declared!.slice(0, own).trim() || computes;
  if (positions.length === 0) return { crs: name ?? 'EPSG:4326' };
  if (declared === pixels) {
    await inSlices(fromPixels(positions), context.signal);
    return { crs: pixels };
  }
  if (computes && (!mostlyDegrees(positions) || computes.includes('+proj=longlat'))) {
    await (await import('./projection.js')).project(positions, declared!, context.signal);
    // An old grid of which nobody says how it is shifted is up to some hundred metres beside itself.
    return { crs: name!, guessedCrs: ofToday.test(computes) ? undefined : true };
  }
  // “x” and “y” may be anything: that they look like degrees is a guess, and none where nobody lives.
  const plain = !declared && /^“[xy]” /i.test(context.hint?.columns ?? '');
  if (mostlyDegrees(positions) && !(plain && isDeserted(positions))) {
    await inSlices(fromDegrees(positions), context.signal);
    if (degrees.has(code)) return plain ? { crs: 'EPSG:4326', guessedCrs: true } : { crs: declared ?? 'EPSG:4326' };
    // A grid in metres is declared, but everything would lie within a stone's throw of its origin.
    return { crs: 'EPSG:4326', guessedCrs: true };
  }
  if (webMercator.has(code)) return { crs: 'EPSG:3857' };
  const { project, guessGrid } = await import('./projection.js');
  if (!degrees.has(code)) {
    await project(positions, declared!, context.signal);
    return { crs: declared! };
  }
  const guess = guessGrid(positions, context);
  if (guess.crs !== 'EPSG:3857') await project(positions, guess.crs, context.signal);
  return { crs: guess.crs, guessedCrs: true };
}

function* fromDegrees(positions: Float64Array): Generator<void, void> {
  for (let at = 0; at < positions.length; at += 2) {
    if ((at & 32_767) === 32_766) yield;
    const [lon, lat] = [positions[at]!, positions[at + 1]!];
    const onEarth = Math.abs(lon) <= 360 && Math.abs(lat) <= 90;
    positions[at] = onEarth ? mercatorX(lon) : Number.NaN;
    positions[at + 1] = onEarth ? mercatorY(lat) : Number.NaN;
  }
}

function mostlyDegrees(positions: Float64Array): boolean {
  let over = 0;
  for (let at = 0; at < positions.length; at += 2) {
    if (!(Math.abs(positions[at]!) <= 360 && Math.abs(positions[at + 1]!) <= 90)) over += 1;
  }
  return over * 4 <= positions.length;
}

function* fromPixels(positions: Float64Array): Generator<void, void> {
  const half = mercatorX(180);
  for (let at = 0; at < positions.length; at += 2) {
    if ((at & 32_767) === 32_766) yield;
    const [x, y] = [positions[at]!, positions[at + 1]!];
    const isWithin = x >= 0 && x <= 256 && y >= 0 && y <= 256;
    positions[at] = isWithin ? (x / 128 - 1) * half : Number.NaN;
    positions[at + 1] = isWithin ? (1 - y / 128) * half : Number.NaN;
  }
}

/** Whether nearly all lies north of all land, or on Siberia's ice: what is published there are the pixels of a map of Europe. */
function isDeserted(positions: Float64Array): boolean {
  let deserted = 0;
  for (let at = 0; at < positions.length; at += 2) {
    const [lon, lat] = [positions[at]!, positions[at + 1]!];
    if (lat > 83.7 || (lat > 73 && lon > 110 && lon < 160)) deserted += 1;
  }
  return deserted * 2 > positions.length * 0.95;
}
