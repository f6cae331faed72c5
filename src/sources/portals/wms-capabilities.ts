import type { About, Bounds } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { all, first, textAt, type XmlElement } from '../formats/xml.js';
import { aboutService, checkedBox, operationUrl } from './ows-service.js';

export interface WmsLayer {
  readonly name: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Whether it draws nothing but layers within it. */
  readonly isGroup: boolean;
  /** The grids that it draws in, with those of the groups around it. */
  readonly grids: ReadonlySet<string>;
  readonly box: Bounds | undefined;
  readonly attribution: string | undefined;
  readonly legend: string | undefined;
}

export interface WmsService {
  readonly version: '1.1.1' | '1.3.0';
  readonly about: About;
  readonly url: string | undefined;
  readonly formats: readonly string[];
  /** All layers that have a name, groups before what is in them. */
  readonly layers: readonly WmsLayer[];
}

type Inherited = Pick<WmsLayer, 'grids' | 'box' | 'attribution'>;

/** Deeper than any tree of layers. */
const deepest = 40;

/** The capabilities of a WMS 1.0 to 1.3. */
export function wmsService(root: XmlElement): WmsService {
  const capability = first(root, 'Capability');
  const request = first(capability, 'Request');
  const map = first(request, 'GetMap', 'Map');
  const layers: WmsLayer[] = [];
  for (const layer of all(capability, 'Layer')) collect(layer, { grids: new Set(), box: undefined, attribution: undefined }, layers, 0);
  return {
    version: root.attributes.get('version')?.startsWith('1.3') ? '1.3.0' : '1.1.1',
    about: aboutService(root),
    url: operationUrl(map) ?? operationUrl(first(request, 'GetCapabilities')) ?? first(first(root, 'Service'), 'OnlineResource')?.attributes.get('href'),
    formats: all(map, 'Format').map(({ text }) => text),
    layers,
  };
}

function collect(element: XmlElement, around: Inherited, found: WmsLayer[], depth: number): void {
  if (depth > deepest) return;
  // Version 1.0 lists several grids in one element.
  const own = [...all(element, 'CRS'), ...all(element, 'SRS')].flatMap(({ text }) => text.split(/\s+/)).map((crs) => crs.toUpperCase());
  const inherited: Inherited = {
    grids: own.length > 0 ? new Set([...around.grids, ...own]) : around.grids,
    box: boxOf(element) ?? around.box,
    attribution: textAt(element, 'Attribution', 'Title') ?? around.attribution,
  };
  const name = textAt(element, 'Name');
  const within = all(element, 'Layer');
  if (name) {
    const [style] = all(element, 'Style');
    const legend = first(first(style, 'LegendURL'), 'OnlineResource')?.attributes.get('href');
    found.push({ name, title: textAt(element, 'Title'), description: textAt(element, 'Abstract'), isGroup: within.length > 0, legend: safeWebUrl(legend), ...inherited });
  }
  for (const each of within) collect(each, inherited, found, depth + 1);
}

function boxOf(element: XmlElement): Bounds | undefined {
  const box = first(element, 'EX_GeographicBoundingBox');
  const side = (name: string): number => Number(textAt(box, `${name}itude`) ?? Number.NaN);
  if (box) return checkedBox(side('westBoundLong'), side('southBoundLat'), side('eastBoundLong'), side('northBoundLat'));
  const old = first(element, 'LatLonBoundingBox')?.attributes;
  const edge = (name: string): number => Number(old?.get(name) ?? Number.NaN);
  return old && checkedBox(edge('minx'), edge('miny'), edge('maxx'), edge('maxy'));
}
