import type { About, Bounds } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { halfWorld } from '../../model/mercator.js';
import { all, first, textAt, type XmlElement } from '../formats/xml.js';
import { aboutService, operationUrl, wgs84Box } from './ows-service.js';

/** A matrix set in the grid of web maps, of which the names of the levels are a prefix and the zoom. */
export interface MatrixSet {
  readonly name: string;
  readonly prefix: string;
  readonly zooms: readonly number[];
}

export interface WmtsLayer {
  readonly name: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly box: Bounds | undefined;
  readonly style: string;
  readonly legend: string | undefined;
  readonly formats: readonly string[];
  /** The matrix sets that it has, with the levels that are filled; none named: all. */
  readonly sets: readonly { readonly name: string; readonly levels: readonly string[] }[];
  /** Templates of its tiles, by format. */
  readonly templates: readonly { readonly format: string | undefined; readonly template: string }[];
  /** Other values that a tile's address needs, such as the time. */
  readonly dimensions: ReadonlyMap<string, string>;
}

export interface WmtsService {
  readonly about: About;
  readonly url: string | undefined;
  readonly layers: readonly WmtsLayer[];
  /** Those in the grid of web maps, by name. */
  readonly sets: ReadonlyMap<string, MatrixSet>;
}

/** The capabilities of a WMTS 1.0. */
export function wmtsService(root: XmlElement): WmtsService {
  const contents = first(root, 'Contents');
  const operation = first(root, 'OperationsMetadata')?.children.find(({ attributes }) => attributes.get('name') === 'GetTile');
  const sets = all(contents, 'TileMatrixSet').flatMap((element) => matrixSet(element) ?? []);
  return {
    about: aboutService(root),
    url: operationUrl(operation),
    layers: all(contents, 'Layer').flatMap((element) => layerOf(element) ?? []),
    sets: new Map(sets.map((set) => [set.name, set])),
  };
}

function layerOf(element: XmlElement): WmtsLayer | undefined {
  const name = textAt(element, 'Identifier');
  if (!name) return undefined;
  const styles = all(element, 'Style');
  const style = styles.find(({ attributes }) => attributes.get('isDefault') === 'true') ?? styles[0];
  const dimensions = new Map<string, string>();
  for (const dimension of all(element, 'Dimension')) {
    const [key, value] = [textAt(dimension, 'Identifier'), textAt(dimension, 'Default') ?? textAt(dimension, 'Value')];
    if (key && value) dimensions.set(key.toLowerCase(), value);
  }
  return {
    name,
    title: textAt(element, 'Title'),
    description: textAt(element, 'Abstract'),
    box: wgs84Box(first(element, 'WGS84BoundingBox')),
    style: textAt(style, 'Identifier') ?? '',
    legend: safeWebUrl(first(style, 'LegendURL')?.attributes.get('href')),
    formats: all(element, 'Format').map(({ text }) => text),
    sets: all(element, 'TileMatrixSetLink').flatMap((link) => {
      const set = textAt(link, 'TileMatrixSet');
      const levels = all(first(link, 'TileMatrixSetLimits'), 'TileMatrixLimits').flatMap((limits) => textAt(limits, 'TileMatrix') ?? []);
      return set ? [{ name: set, levels }] : [];
    }),
    templates: all(element, 'ResourceURL').flatMap(({ attributes }) => {
      const template = attributes.get('template');
      return template && (attributes.get('resourceType') ?? 'tile') === 'tile' ? [{ format: attributes.get('format'), template }] : [];
    }),
    dimensions,
  };
}

const webMercator = /(:|\/|^)(3857|900913|3785|102100|102113)$|GoogleMapsCompatible/i;
/** Metres of a pixel at the scale 1, by the specification of WMTS. */
const pixel = 0.00028;

/** A set in the grid of web maps, as far as its levels are those that all web maps share. */
function matrixSet(element: XmlElement): MatrixSet | undefined {
  const name = textAt(element, 'Identifier');
  const crs = textAt(element, 'SupportedCRS') ?? '';
  if (!name || !(webMercator.test(crs) || webMercator.test(textAt(element, 'WellKnownScaleSet') ?? ''))) return undefined;
  let prefix: string | undefined;
  const zooms: number[] = [];
  for (const matrix of all(element, 'TileMatrix')) {
    const [, before = '', number = ''] = /^(.*?)(\d+)$/.exec(textAt(matrix, 'Identifier') ?? '') ?? [];
    const zoom = zoomOf(matrix);
    // Of levels that are called 00, 01 … 10 only those with two digits have the name of their zoom.
    if (zoom === undefined || number !== String(zoom) || (prefix !== undefined && before !== prefix)) continue;
    prefix ??= before;
    zooms.push(zoom);
  }
  return zooms.length > 0 ? { name, prefix: prefix ?? '', zooms: zooms.sort((a, b) => a - b) } : undefined;
}

/** The zoom of a level whose tiles divide the whole world into halves of halves; `undefined` for any other. */
function zoomOf(matrix: XmlElement): number | undefined {
  const span = Number(textAt(matrix, 'ScaleDenominator')) * pixel * Number(textAt(matrix, 'TileWidth') ?? 256);
  const exact = Math.log2((2 * halfWorld) / span);
  const zoom = Math.round(exact);
  const corner = (textAt(matrix, 'TopLeftCorner') ?? '').split(/[\s,]+/).map(Number);
  const isWorld = corner.length === 2 && corner.every((value) => Math.abs(Math.abs(value) - halfWorld) < span / 50);
  return Math.abs(exact - zoom) < 0.01 && isWorld && zoom >= 0 && zoom <= 30 ? zoom : undefined;
}
