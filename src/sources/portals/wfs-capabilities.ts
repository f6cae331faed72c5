import type { About, Bounds } from '../../model/dataset.js';
import { all, first, textAt, type XmlElement } from '../formats/xml.js';
import { aboutService, allowedValues, checkedBox, operationUrl, wgs84Box } from './ows-service.js';

export interface WfsLayer {
  readonly name: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** The grid that it is given in unless another is asked for, as the service writes it. */
  readonly crs: string | undefined;
  readonly otherCrs: readonly string[];
  /** Where it lies, in degrees. */
  readonly box: Bounds | undefined;
  /** The formats of this layer; empty where it has those of the service. */
  readonly formats: readonly string[];
}

export interface WfsService {
  readonly version: '1.0.0' | '1.1.0' | '2.0.0';
  readonly about: About;
  /** The address that it gives itself for features. */
  readonly url: string | undefined;
  readonly formats: readonly string[];
  /** How many features it gives at most, where it says so. */
  readonly limit: number | undefined;
  readonly layers: readonly WfsLayer[];
}

/** The capabilities of a WFS 1.0, 1.1 or 2.0. */
export function wfsService(root: XmlElement): WfsService {
  const said = root.attributes.get('version') ?? '';
  const version = said.startsWith('2') ? '2.0.0' : said.startsWith('1.0') ? '1.0.0' : '1.1.0';
  const metadata = first(root, 'OperationsMetadata');
  const operation = metadata?.children.find((each) => each.name === 'Operation' && each.attributes.get('name') === 'GetFeature');
  const old = first(first(first(root, 'Capability'), 'Request'), 'GetFeature');
  const formats = [...allowedValues(operation, 'outputFormat'), ...allowedValues(metadata, 'outputFormat'), ...(first(old, 'ResultFormat')?.children.map(({ name }) => name) ?? [])];
  // The second name is that of version 1.1.
  const limits = [operation, metadata].flatMap((element) => ['CountDefault', 'DefaultMaxFeatures'].flatMap((name) => allowedValues(element, name))).map(Number);
  const limit = limits.find((each) => each > 0);
  const layers = all(first(root, 'FeatureTypeList'), 'FeatureType').flatMap((element) => layerOf(element) ?? []);
  return { version, about: aboutService(root), url: operationUrl(operation ?? old), formats: [...new Set(formats)], limit, layers };
}

function layerOf(element: XmlElement): WfsLayer | undefined {
  const name = textAt(element, 'Name');
  if (!name) return undefined;
  const old = first(element, 'LatLongBoundingBox')?.attributes;
  const box = old && checkedBox(...(['minx', 'miny', 'maxx', 'maxy'].map((side) => Number(old.get(side))) as [number, number, number, number]));
  return {
    name,
    title: textAt(element, 'Title'),
    description: textAt(element, 'Abstract')?.replace(/\s+/g, ' '),
    crs: first(element, 'DefaultCRS', 'DefaultSRS', 'SRS')?.text,
    otherCrs: [...all(element, 'OtherCRS'), ...all(element, 'OtherSRS')].map(({ text }) => text),
    box: box ?? wgs84Box(first(element, 'WGS84BoundingBox')),
    formats: all(first(element, 'OutputFormats'), 'Format').map(({ text }) => text),
  };
}

/** Names under which servers give GeoJSON: GeoServer, MapServer, ArcGIS, QGIS, deegree. */
const geojson = /^(application\/)?(json|geo-?json|vnd\.geo\+json|geo\+json)$|geojson/i;
const otherJson = /jsonp|javascript|topo|esri|fg\+?json|jsonfg|seq|zip/i;

/** What to ask for so that GeoJSON comes; `undefined` where the service has none. */
export function geojsonFormat(service: WfsService, layer: WfsLayer): string | undefined {
  const formats = layer.formats.length > 0 ? layer.formats : service.formats;
  const found = [...formats, ...service.formats].filter((format) => geojson.test(format) && !otherJson.test(format));
  // The shorter name is the one that more versions of a server know.
  return found.find((format) => /^application\/(geo\+)?json$/i.test(format)) ?? found[0];
}
