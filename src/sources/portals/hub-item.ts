import type { About, Choice, Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { isObject, listOf, text, type Json } from './answer.js';
import { askArcgis } from './arcgis-api.js';
import { readBest, type Offer } from './offers.js';
import { plainText } from './plain-text.js';

/** Where ArcGIS Online keeps what its own sites and those of cities show. */
export const online = 'https://www.arcgis.com';

/** An item of an ArcGIS portal. */
export interface ItemAddress {
  /** Of the portal, without `/sharing`. */
  readonly base: string;
  readonly id: string;
  /** Which of the layers of its service is meant. */
  readonly layer?: string | undefined;
}

const files = /^(csv|geojson|shapefile|kml|kml collection|csv collection|microsoft excel|geopackage|feature collection|file geodatabase|gml)$/i;
const services = /feature service|map service|image service|vector tile service|ogc ?feature|wms|wmts|wfs|stream service|scene service|document link/i;

/** What an item leads to: a service, a file that was uploaded, the layers of a map, or what an app shows of these. */
export async function readItem({ base, id, layer }: ItemAddress, options: DatasetOptions, depth = 0): Promise<Dataset> {
  const url = `${base}/sharing/rest/content/items/${id}`;
  const item = await askArcgis(url, {}, options);
  const type = text(item['type']) ?? '';
  const page = `${base}/home/item.html?id=${id}`;
  const title = text(item['title']) ?? id;
  const what = `The item “${title}” (${type})`;
  const said = aboutItem(item, page);
  const portal = { portal: 'arcgis-hub', what, about: (): About => said };
  if (files.test(type)) return readBest([{ name: id, title, format: formatOf(type), url: `${url}/data` }], portal, options);
  if (/^web (map|scene)$/i.test(type)) return readMap(await askArcgis(`${url}/data`, {}, options), portal, options);
  const service = serviceUrl(text(item['url']), type, layer);
  if (services.test(type) && service) return readBest([{ name: id, title, format: formatOf(type), url: service }], { ...portal, about: ownAbout(said, layer) }, options);
  const { servicesOf, mapsOf } = await import('./hub-app.js');
  const data = service ? {} : await askArcgis(`${url}/data`, {}, options).catch(() => ({}));
  options.signal?.throwIfAborted();
  const offers = servicesOf(data);
  if (offers.length > 0) return readBest(offers, { ...portal, about: () => ({}) }, options);
  const [map] = mapsOf(data).filter((each) => each !== id);
  if (map && depth < 2) return readItem({ base, id: map }, options, depth + 1);
  throw new SourceError('unknown', `${what} holds no data: the address of the map, the layer or the file that it shows is needed.`, { choices: service ? [{ name: service, title, format: type }] : [] });
}

/** The layers of a map, each with the address of its own. */
function readMap(map: Json, portal: Parameters<typeof readBest>[1], options: DatasetOptions): Promise<Dataset> {
  const offers = layersOf(map['operationalLayers'], 0);
  if (offers.length > 0) return readBest(offers, { ...portal, about: () => ({}) }, options);
  const choices: Choice[] = [];
  throw new SourceError('unknown', `${portal.what} has no layer of a service.`, { choices });
}

function layersOf(layers: unknown, depth: number): Offer[] {
  if (depth > 5) return [];
  return listOf(layers).flatMap((layer) => {
    const url = safeWebUrl(text(layer['url']));
    const title = text(layer['title']);
    const own: Offer[] = url && /Server(\/\d+)?\/?$/i.test(new URL(url).pathname) ? [{ name: text(layer['id']) ?? url, title, format: 'ArcGIS', url }] : [];
    return [...own, ...layersOf(layer['layers'], depth + 1)];
  });
}

/** The forms that the list of offers knows, by what ArcGIS calls them. */
function formatOf(type: string): string {
  if (/excel/i.test(type)) return 'XLSX';
  if (/geodatabase/i.test(type)) return 'GDB';
  if (/collection/i.test(type)) return /feature/i.test(type) ? 'JSON' : 'ZIP';
  if (/ogc ?feature/i.test(type)) return 'OGC API';
  return services.test(type) && !/wms|wfs|wmts|link/i.test(type) ? 'ArcGIS' : /link/i.test(type) ? 'JSON' : type;
}

function serviceUrl(said: string | undefined, type: string, layer: string | undefined): string | undefined {
  const url = safeWebUrl(said)?.replace(/\/$/, '');
  if (!url) return undefined;
  if (layer !== undefined && /(feature|map)server$/i.test(url)) return `${url}/${layer}`;
  const service = /^(wms|wfs|wmts)$/i.exec(type)?.[0];
  return service && !/service=/i.test(url) ? `${url}${url.includes('?') ? '&' : '?'}service=${service.toUpperCase()}` : url;
}

/** The item of a service with many layers says less of one of them than the layer itself does. */
const ownAbout = (said: About, layer: string | undefined) => (): About => (layer === undefined || layer === '0' ? said : { ...said, title: undefined });

/** What ArcGIS knows of an item. */
export function aboutItem(item: Json, page: string): About {
  const licence = plainText(item['licenseInfo']);
  const modified = Number(item['modified']);
  return {
    title: text(item['title']),
    description: plainText(item['description']) ?? plainText(item['snippet']),
    publisher: text(isObject(item['organization']) ? item['organization']['name'] : undefined) ?? text(item['accessInformation']),
    licence: licence && licence.length <= 200 ? { name: licence, url: linkIn(item['licenseInfo']) } : undefined,
    updated: modified > 0 ? modified : undefined,
    page,
    attribution: text(item['accessInformation']),
  };
}

const linkIn = (html: unknown): string | undefined => (typeof html === 'string' ? safeWebUrl(/https?:\/\/[^\s"'<>]+/.exec(html)?.[0]) : undefined);
