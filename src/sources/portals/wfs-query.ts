import type { Bounds } from '../../model/dataset.js';
import { crsName } from '../crs-name.js';
import { textOf } from '../formats/encoding.js';
import { SourceError, type ReadOptions } from '../source.js';
import { owsUrl } from './ows-address.js';
import { askService } from './ows-document.js';
import { geojsonFormat, type WfsLayer, type WfsService } from './wfs-capabilities.js';

/** How to ask one layer of a service for its features. */
export interface WfsQuery {
  readonly base: URL;
  readonly service: WfsService;
  readonly layer: WfsLayer;
  /** Such as `application/json`; without it GML comes, in the version of the service. */
  readonly format: string | undefined;
  /** The grid to ask for; without it the layer's own comes. */
  readonly crs: string | undefined;
  /** The properties that are wanted, the one with the geometry among them; without it all come. */
  readonly properties?: readonly string[] | undefined;
}

/** The best form that a layer is there in: GeoJSON in degrees, else GML in a grid of which the order of axes is not in doubt. */
export function wfsQuery(base: URL, service: WfsService, layer: WfsLayer, withJson = true): WfsQuery {
  const format = withJson ? geojsonFormat(service, layer) : undefined;
  const listed = (code: string): string | undefined => [layer.crs ?? '', ...layer.otherCrs].find((each) => crsName(each) === code && !/CRS:?84/i.test(each));
  const isDegrees = /^EPSG:(4326|4258)$/.test(crsName(layer.crs) ?? 'EPSG:4326');
  const crs = format ? (listed('EPSG:4326') ?? listed('EPSG:4258')) : isDegrees ? listed('EPSG:3857') : undefined;
  return { base, service, layer, format, crs: crs === layer.crs ? undefined : crs };
}

export interface WfsPart {
  readonly count?: number | undefined;
  readonly start?: number | undefined;
  readonly sortBy?: string | undefined;
  readonly view?: Bounds | undefined;
}

/** The address of some of a layer's features. */
export function featuresUrl({ base, service: { version }, layer, format, crs, properties }: WfsQuery, { count, start, sortBy, view }: WfsPart): URL {
  const isNew = version === '2.0.0';
  return owsUrl(base, {
    SERVICE: 'WFS',
    VERSION: version,
    REQUEST: 'GetFeature',
    [isNew ? 'TYPENAMES' : 'TYPENAME']: layer.name,
    OUTPUTFORMAT: format,
    SRSNAME: crs,
    PROPERTYNAME: properties?.join(','),
    [isNew ? 'COUNT' : 'MAXFEATURES']: count,
    STARTINDEX: start || undefined,
    SORTBY: sortBy,
    BBOX: view && box(view, version),
  });
}

/** The latitude first under the name that says so, as all servers of 1.1 and 2.0 take it; before, the longitude came first. */
function box([west, south, east, north]: Bounds, version: WfsService['version']): string {
  const [left, right] = west <= east ? [west, east] : [-180, 180];
  return version === '1.0.0' ? [left, south, right, north, 'EPSG:4326'].join() : [south, left, north, right, 'urn:ogc:def:crs:EPSG::4326'].join();
}

/** How many features there are, where the service counts them. */
export async function hits(query: WfsQuery, options: ReadOptions, view?: Bounds): Promise<number | undefined> {
  if (query.service.version === '1.0.0') return undefined;
  const url = owsUrl(featuresUrl({ ...query, format: undefined, crs: undefined, properties: undefined }, { view }), { RESULTTYPE: 'hits' });
  try {
    const { head, charset, body } = await askService(url, { ...options, onProgress: undefined });
    void body.cancel().catch(() => undefined);
    const count = /number(?:Matched|OfFeatures)="(\d+)"/.exec(await textOf(head, charset))?.[1];
    return count === undefined ? undefined : Number(count);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof SourceError && error.reason !== 'cors' && error.reason !== 'unreachable') return undefined;
    throw error;
  }
}
