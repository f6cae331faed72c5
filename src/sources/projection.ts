import { mercatorX, mercatorY } from '../model/mercator.js';
import type { Positions } from '../model/places.js';
import { grids } from './grids.js';
import { inSlices } from './slices.js';
import { SourceError } from './source.js';

export interface Converter {
  /** From the grid to degrees. */
  forward(position: [number, number]): [number, number];
  inverse(position: [number, number]): [number, number];
}

/** The string of a grid: one of those that were checked, or one of a family that differs in its zone alone. */
export function gridString(crs: string): string | undefined {
  const own = crs.indexOf('+proj=');
  if (own >= 0) return crs.slice(own);
  const code = Number(/^EPSG:(\d+)$/.exec(crs)?.[1]);
  const within = (first: number, last: number): boolean => code >= first && code <= last;
  if (grids[code]) return grids[code];
  if (within(32_601, 32_660)) return `+proj=utm +zone=${code - 32_600} +datum=WGS84 +units=m`;
  if (within(32_701, 32_760)) return `+proj=utm +zone=${code - 32_700} +south +datum=WGS84 +units=m`;
  if (within(25_828, 25_838)) return `+proj=utm +zone=${code - 25_800} +ellps=GRS80 +units=m`;
  if (within(28_348, 28_358)) return `+proj=utm +zone=${code - 28_300} +south +ellps=GRS80 +units=m`;
  if (within(7846, 7859)) return `+proj=utm +zone=${code - 7800} +south +ellps=GRS80 +units=m`;
  if (within(26_901, 26_923)) return `+proj=utm +zone=${code - 26_900} +ellps=GRS80 +units=m`;
  // German UTM with the zone written before the easting.
  if (code === 4647) return '+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=32500000 +y_0=0 +ellps=GRS80 +units=m';
  if (code === 5650) return '+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=33500000 +y_0=0 +ellps=GRS80 +units=m';
  if (code === 31_466 || code === 31_469) {
    return grids[31_467]!.replace('+lon_0=9', `+lon_0=${(code - 31_464) * 3}`).replace('+x_0=3500000', `+x_0=${code - 31_464}500000`);
  }
  return undefined;
}

/** The same of the grids of all countries, which come to the page when one of them is asked for. */
export async function anyGridString(crs: string): Promise<string | undefined> {
  const code = Number(/^EPSG:(\d+)$/.exec(crs)?.[1]);
  return gridString(crs) ?? (code > 0 ? (await import('./grids-world.js')).worldGrid(code) : undefined);
}

/** From a grid to Web Mercator, in place and in slices. Throws `SourceError('crs-unknown')`. */
export async function project(positions: Positions, crs: string, signal: AbortSignal | undefined): Promise<void> {
  const grid = await anyGridString(crs);
  if (!grid) throw new SourceError('crs-unknown', `The coordinates are in ${crs}, which is not known here. Publish the data in WGS 84 (EPSG:4326), which GeoJSON asks for.`);
  const converter = await toDegrees(grid);
  if (swapped(positions, grid, converter)) await inSlices(swap(positions), signal);
  await inSlices(convert(positions, converter), signal);
}

/** From a grid that is known here to longitude and latitude, which are NaN where the grid does not reach. */
export async function converterOf(crs: string): Promise<(x: number, y: number) => [longitude: number, latitude: number]> {
  const converter = await toDegrees(gridString(crs)!);
  return (x, y) => degreesAt(converter, x, y);
}

export async function toDegrees(grid: string): Promise<Converter> {
  const { default: proj4 } = await import('proj4');
  return proj4(`${grid} +no_defs`, 'EPSG:4326') as Converter;
}

function* convert({ x, y, step }: Positions, converter: Converter): Generator<void, void> {
  for (let at = 0; at < x.length; at += step) {
    if ((at & 4095) === 4094) yield;
    if (Number.isNaN(x[at]!)) continue;
    const [lon, lat] = degreesAt(converter, x[at]!, y[at]!);
    const onEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    x[at] = onEarth ? mercatorX(lon) : Infinity;
    y[at] = onEarth ? mercatorY(lat) : Infinity;
  }
}

/** proj4 throws at what is no number, and answers nonsense with what is none. */
function degreesAt(converter: Converter, x: number, y: number): [number, number] {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
  try {
    return converter.forward([x, y]);
  } catch {
    return [Number.NaN, Number.NaN];
  }
}

/** Where about a hundred positions stand, which tell as much as a million. */
export function* sampled({ x, step }: Positions): Generator<number, void> {
  let all = 0;
  for (let at = 0; at < x.length; at += step) if (!Number.isNaN(x[at]!)) all += 1;
  const every = Math.max(1, Math.floor(all / 100));
  for (let [at, seen] = [0, 0]; at < x.length; at += step) {
    if (Number.isNaN(x[at]!)) continue;
    if (seen % every === 0) yield at;
    seen += 1;
  }
}

/** Some grids name the northing first, and some programs write it so: then only the swapped positions lie near the grid's meridian. */
function swapped(positions: Positions, grid: string, converter: Converter): boolean {
  // What shows the whole world, or a pole, is near no meridian.
  if (/\+proj=(longlat|merc|eqc|cea|moll|sinu|mill|robin|eqearth|vandg|stere\b|aeqd)|\+lat_0=-?90\b/.test(grid)) return false;
  const { x, y } = positions;
  const zone = /\+zone=(\d+)/.exec(grid)?.[1];
  const meridian = zone ? Number(zone) * 6 - 183 : Number(/\+lon_0=(-?[\d.]+)/.exec(grid)?.[1]);
  const near = ([lon]: [number, number]): boolean => Math.abs(lon - meridian) <= 15;
  let [asWritten, asSwapped, all] = [0, 0, 0];
  for (const at of sampled(positions)) {
    all += 1;
    asWritten += Number(near(degreesAt(converter, x[at]!, y[at]!)));
    asSwapped += Number(near(degreesAt(converter, y[at]!, x[at]!)));
  }
  return asWritten * 2 < all && asSwapped * 2 > all;
}

/** East for north, all of them. */
export function* swap({ x, y, step }: Positions): Generator<void, void> {
  for (let at = 0; at < x.length; at += step) {
    [x[at], y[at]] = [y[at]!, x[at]!];
    if ((at & 32_767) === 32_766) yield;
  }
}
