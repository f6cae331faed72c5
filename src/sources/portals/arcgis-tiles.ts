import type { Bounds, Dataset, Tiles } from '../../model/dataset.js';
import { latitude, longitude } from '../../model/mercator.js';
import { isObject, listOf, text, type Json } from './answer.js';
import type { ServiceAddress } from './arcgis-address.js';

const webMercator = new Set([3857, 102100, 102113, 900913]);

/** A service that keeps pictures or drawings in the grid that web maps share, to be laid on a map; `undefined` for every other. */
export function tilesOf(service: Json, { service: url, kind }: ServiceAddress): Dataset | undefined {
  const info = isObject(service['tileInfo']) ? service['tileInfo'] : undefined;
  const reference = isObject(info?.['spatialReference']) ? info['spatialReference'] : {};
  const isKnown = [reference['latestWkid'], reference['wkid']].some((code) => webMercator.has(Number(code)));
  // Tiles of 512 dots are numbered alike, but each level shows twice as much as the map takes it for.
  const isDrawn = /^vectortile/i.test(kind);
  if (!info || !isKnown || (!isDrawn && Number(info['rows'] ?? 256) !== 256)) return undefined;
  const levels = listOf(info['lods']).map(({ level }) => Number(level)).filter(Number.isInteger);
  const tiles: Tiles = {
    kind: 'xyz',
    url: `${url}/tile/{z}/{y}/{x}${isDrawn ? '.pbf' : ''}`,
    format: isDrawn ? 'application/vnd.mapbox-vector-tile' : /jpe?g/i.test(text(info['format']) ?? '') ? 'image/jpeg' : 'image/png',
    bounds: boundsOf(service['fullExtent']),
    minZoom: levels.length > 0 ? Math.min(...levels) : undefined,
    maxZoom: levels.length > 0 ? Math.max(...levels) : undefined,
  };
  return {
    length: 0,
    columns: [],
    places: undefined,
    about: { title: text(service['mapName']) ?? text(service['name']), description: text(service['serviceDescription']) ?? text(service['description']), attribution: text(service['copyrightText']), page: url },
    roles: {},
    report: { format: 'arcgis-tiles', read: 0, kept: 0, located: 0, problems: [] },
    tiles,
  };
}

function boundsOf(extent: unknown): Bounds | undefined {
  if (!isObject(extent)) return undefined;
  const [xmin, ymin, xmax, ymax] = ['xmin', 'ymin', 'xmax', 'ymax'].map((side) => Number(extent[side])) as [number, number, number, number];
  const reference = isObject(extent['spatialReference']) ? extent['spatialReference'] : {};
  const isMetres = [reference['latestWkid'], reference['wkid']].some((code) => webMercator.has(Number(code)));
  if (!isMetres || ![xmin, ymin, xmax, ymax].every(Number.isFinite)) return undefined;
  return [longitude(xmin), latitude(ymin), longitude(xmax), latitude(ymax)].map((value, i) => Math.max(i % 2 === 0 ? -180 : -90, Math.min(i % 2 === 0 ? 180 : 90, value))) as unknown as Bounds;
}
