import { latitude, longitude } from '../model/mercator.js';
import type { Positions } from '../model/places.js';
import type { Grid, GridContext } from './crs.js';
import { homes, type Home } from './crs-homes.js';
import { converterOf, project, sampled, swap } from './projection.js';
import { inSlices } from './slices.js';
import { SourceError } from './source.js';

const webMercator = 'EPSG:3857';

interface Fit extends Pick<Home, 'crs' | 'where' | 'hosts' | 'isRare'> {
  /** Where the middle of the data would lie, in degrees. */
  readonly middle: readonly [longitude: number, latitude: number];
  /** Whether the northing stands first. */
  readonly isTurned: boolean;
}

/**
 * Projects, in place, metres that nobody explains: from the grid in which alone they are at home. What the northing stands first in is turned,
 * all of it. Throws `SourceError('crs-unknown')`, with the grids that fit and where the data would lie, where two fit, or none.
 */
export async function projectGuessed(positions: Positions, context: GridContext): Promise<Grid> {
  const sample = sampleOf(positions);
  // What is as small as degrees is no grid of metres.
  const isSmall = sample.filter((value) => Math.abs(value) > 360).length * 20 < sample.length;
  const fits = isSmall ? [] : await fitsOf(sample, context);
  const fit = onlyOne(fits, context);
  if (!fit) throw new SourceError('crs-unknown', question(sample, fits, context));
  if (fit.isTurned) await inSlices(swap(positions), context.signal);
  if (fit.crs !== webMercator) await project(positions, fit.crs, context.signal);
  return { crs: fit.crs, guessedCrs: true };
}

/** Every grid in which nearly all of the sample lies where that grid is used, the likelier first. */
async function fitsOf(sample: Float64Array, { hint }: GridContext): Promise<Fit[]> {
  const fits: Fit[] = [];
  const add = async ({ crs, where, hosts, isRare, box: [west, south, east, north] }: Home, isTurned: boolean): Promise<void> => {
    const degreesOf = crs === webMercator ? (x: number, y: number): number[] => [longitude(x), latitude(y)] : await converterOf(crs);
    const [x, y]: [number[], number[]] = [[], []];
    for (let at = 0; at < sample.length; at += 2) {
      const [lon = Number.NaN, lat = Number.NaN] = degreesOf(sample[at + Number(isTurned)]!, sample[at + Number(!isTurned)]!);
      if (!(lon >= west! && lon <= east! && lat >= south! && lat <= north!)) continue;
      x.push(lon);
      y.push(lat);
    }
    if (x.length > 0 && x.length * 2 >= sample.length * 0.95) fits.push({ crs, where, hosts, isRare, isTurned, middle: [middle(x), middle(y)] });
  };
  for (const home of homes) await add(home, false);
  // Headers that say which is which are believed, and geometry has the easting first; “x” may be either.
  const isPlain = /^“[xy]/i.test(hint?.columns ?? '');
  if (isPlain || !fits.some(({ isRare }) => !isRare)) for (const home of homes) await add(home, true);
  if (!hint?.metres) await add({ crs: webMercator, where: 'as on web maps', hosts: [], isRare: false, box: [-180, -56, 180, 79] }, false);
  return fits;
}

/** The one that the host says, the nearest part of its name first; without it, the only one that fits. */
function onlyOne(fits: readonly Fit[], { address }: GridContext): Fit | undefined {
  const host = address && URL.canParse(address) ? new URL(address).hostname.split('.') : [];
  const says = (part: string, names: readonly string[]): boolean => names.some((each) => each === part || (each.length > 3 && part.includes(each)));
  for (const part of host) {
    const atHome = fits.filter(({ hosts, crs, middle: place }) => says(part, hosts) || (crs === webMercator && homes.some((home) => says(part, home.hosts) && contains(home.box, place))));
    if (atHome.length > 0) return isOne(atHome) ? atHome[0] : undefined;
  }
  const common = fits.filter(({ isRare }) => !isRare);
  if (!isOne(common)) return undefined;
  const [only] = common;
  if (only!.crs !== webMercator) return only;
  // A web map shows every place on Earth: it must not be one where nobody would look for the data.
  const isAmerican = host.some((part) => part === 'gov' || part === 'us');
  const isForeign = homes.some(({ hosts }) => host.some((part) => says(part, hosts))) || (isAmerican && !contains(america, only!.middle));
  return isForeign || fits.length > 1 || contains(likeFeet, only!.middle) ? undefined : only;
}

/** Where a web map has the numbers of local grids, and the feet of American states: the Gulf of Guinea and the Sahara. */
const likeFeet = [-0.5, -0.5, 27, 26];
/** With its islands, from Guam to Puerto Rico. */
const america = [-180, 13, -64, 72];

const contains = ([west, south, east, north]: readonly number[], [lon, lat]: Fit['middle']): boolean => lon >= west! && lon <= east! && lat >= south! && lat <= north!;

/** Whether all are the same grid, read the same way: of two countries, say. */
const isOne = (fits: readonly Fit[]): boolean => new Set(fits.map(({ crs, isTurned }) => `${crs} ${isTurned}`)).size === 1;

/** What the webmaster is asked. */
function question(sample: Float64Array, fits: readonly Fit[], { hint }: GridContext): string {
  const what = hint ? `The columns ${hint.columns} hold` : 'The data holds';
  const [x, y] = [sample.filter((_, at) => at % 2 === 0), sample.filter((_, at) => at % 2 === 1)];
  const [west, east, south, north] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  const range = `x ${Math.round(west)} to ${Math.round(east)}, y ${Math.round(south)} to ${Math.round(north)}`;
  // WebGL programs keep positions as pixels of a picture of the whole world.
  if (Math.min(west, south) >= 0 && Math.max(east, north) <= 256) return `${what} coordinates that are no degrees (${range}). If they are pixels of a web map of the whole world, 256 wide, say crs="pixels"; else name their grid.`;
  const choice = fits.length > 0 ? `It could be ${[...new Set(fits.map(described))].join('; ')}. Name the one where the data belongs` : 'No grid that is known here fits. Name it';
  return `${what} coordinates of a grid that is not named (${range}). ${choice}, for example crs="${fits[0]?.crs ?? 'EPSG:25832'}".`;
}

function described({ crs, where, middle: [lon, lat], isTurned }: Fit): string {
  const [east, north] = [`${Math.abs(lon).toFixed(1)}° ${lon < 0 ? 'W' : 'E'}`, `${Math.abs(lat).toFixed(1)}° ${lat < 0 ? 'S' : 'N'}`];
  return `${crs}: around ${east} ${north} (${where}${isTurned ? ', the northing first' : ''})`;
}

/** What is at 0, 0 is nowhere. */
function sampleOf(positions: Positions): Float64Array {
  const sample: number[] = [];
  for (const at of sampled(positions)) {
    const [east, north] = [positions.x[at]!, positions.y[at]!];
    if (Number.isFinite(east) && Number.isFinite(north) && (east !== 0 || north !== 0)) sample.push(east, north);
  }
  return Float64Array.from(sample);
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
