import { mercatorX } from '../model/mercator.js';
import type { Positions } from '../model/places.js';
import { fromDegrees, mostlyDegrees, type Grid, type GridContext } from './crs.js';
import { computing, crsName, degrees, pixels } from './crs-name.js';
import { inSlices } from './slices.js';

const webMercator = new Set([3857, 3785, 900913, 102100, 102113]);
/** Ellipsoids from which no shift is a shift of less than a map shows. */
const ofToday = /\+ellps=(GRS80|WGS84)|\+a=6378137(?!\d|\.\d*[1-9])|\+datum=WGS84|\+towgs84=|\+nadgrids=/;

/** The same as `toMercator`, of positions that are not plainly degrees of today. */
export async function fromGrid(positions: Positions, said: string | undefined, context: GridContext): Promise<Grid> {
  const declared = crsName(said);
  const code = Number(/^EPSG:(\d+)$/.exec(declared ?? 'EPSG:4326')?.[1]);
  const own = declared?.indexOf(computing) ?? -1;
  const computes = own < 0 ? undefined : declared!.slice(own);
  const name = own < 0 ? declared : declared!.slice(0, own).trim() || computes;
  if (positions.x.every(Number.isNaN)) return { crs: name ?? 'EPSG:4326' };
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
    if (declared && !degrees.has(code) && (await isOldDegrees(declared))) {
      await (await import('./projection.js')).project(positions, declared, context.signal);
      return { crs: declared };
    }
    await inSlices(fromDegrees(positions), context.signal);
    if (degrees.has(code)) return plain ? { crs: 'EPSG:4326', guessedCrs: true } : { crs: declared ?? 'EPSG:4326' };
    // A grid in metres is declared, but everything would lie within a stone's throw of its origin.
    return { crs: 'EPSG:4326', guessedCrs: true };
  }
  if (webMercator.has(code)) return { crs: 'EPSG:3857' };
  if (degrees.has(code)) return (await import('./crs-guess.js')).projectGuessed(positions, context);
  await (await import('./projection.js')).project(positions, declared!, context.signal);
  return { crs: declared! };
}

/** Whether a grid is degrees on an ellipsoid that lies beside that of today. */
async function isOldDegrees(crs: string): Promise<boolean> {
  return (await (await import('./projection.js')).anyGridString(crs))?.startsWith('+proj=longlat') === true;
}

function* fromPixels({ x, y, step }: Positions): Generator<void, void> {
  const half = mercatorX(180);
  for (let at = 0; at < x.length; at += step) {
    if ((at & 32_767) === 32_766) yield;
    if (Number.isNaN(x[at]!)) continue;
    const isWithin = x[at]! >= 0 && x[at]! <= 256 && y[at]! >= 0 && y[at]! <= 256;
    x[at] = isWithin ? (x[at]! / 128 - 1) * half : Infinity;
    y[at] = isWithin ? (1 - y[at]! / 128) * half : Infinity;
  }
}

/** Whether nearly all lies north of all land, or on Siberia's ice: what is published there are the pixels of a map of Europe. */
function isDeserted({ x, y, step }: Positions): boolean {
  let [deserted, all] = [0, 0];
  for (let at = 0; at < x.length; at += step) {
    const [lon, lat] = [x[at]!, y[at]!];
    if (Number.isNaN(lon)) continue;
    all += 1;
    if (lat > 83.7 || (lat > 73 && lon > 110 && lon < 160)) deserted += 1;
  }
  return deserted > all * 0.95;
}
