import type { About, Choice } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { isObject, text, type Json } from './ckan-api.js';

/** The forms in which a resource can be read here, the best first. */
const ranks: readonly (readonly [sign: RegExp, format: string])[] = [
  [/geo\+?json/i, 'GeoJSON'],
  [/\b(csv|tsv)\b|tab-separated|comma-separated/i, 'CSV'],
];
const unreadable = /zip|\bshp\b|shape|kml|kmz|gml|xlsx?|pdf|html?\b|wms|wfs|wmts|api\b|rdf|xml|parquet|gpkg/i;

export interface Resource {
  readonly id: string;
  readonly url: string | undefined;
  /** Whether its rows can be asked for even if its file cannot be read. */
  readonly stored: boolean;
  readonly choice: Choice;
  readonly rank: number;
  readonly record: Json;
}

/** A resource that can be read here, or `undefined`. Formats are free text: the file's name helps. */
export function resourceOf(record: Json): Resource | undefined {
  const id = text(record['id']) ?? text(record['url']);
  if (!id) return undefined;
  const url = safeWebUrl(text(record['url']));
  const said = text(record['format']) ?? '';
  const path = url ? new URL(url).pathname : '';
  const signs = `${said} ${text(record['mimetype']) ?? ''} ${/\.(geojson|csv|tsv)$/i.exec(path)?.[1] ?? ''}`;
  const stored = record['datastore_active'] === true;
  const rank = url && !(unreadable.test(said) && !/json|csv/i.test(said)) && !/\.(zip|gz2|rar|7z)$/i.test(path) ? ranks.findIndex(([sign]) => sign.test(signs)) : -1;
  if (rank < 0 && !stored) return undefined;
  const format = ranks[rank]?.[1] ?? 'CKAN DataStore';
  return { id, url: rank < 0 ? undefined : url, stored, rank: rank < 0 ? ranks.length : rank, record, choice: { name: id, title: text(record['name']) ?? text(record['description']), format } };
}

/** The resources of a dataset that can be read here, the best first. */
export function resourcesOf(dataset: Json): readonly Resource[] {
  const records = Array.isArray(dataset['resources']) ? dataset['resources'].filter(isObject) : [];
  return records.flatMap((record) => resourceOf(record) ?? []).sort((a, b) => a.rank - b.rank);
}

/** What CKAN knows of a dataset and of the resource that was taken. */
export function aboutOf(dataset: Json | undefined, resource: Resource | undefined, base: string): About {
  const organization = isObject(dataset?.['organization']) ? dataset['organization'] : {};
  const name = text(dataset?.['name']) ?? text(dataset?.['id']);
  const licence = text(dataset?.['license_title']) ?? text(dataset?.['license_id']);
  const extras = Array.isArray(dataset?.['extras']) ? dataset['extras'].filter(isObject) : [];
  const extra = (...keys: string[]): string | undefined => keys.map((key) => text(dataset?.[key]) ?? text(extras.find((each) => each['key'] === key)?.['value'])).find(Boolean);
  return {
    title: text(dataset?.['title']) ?? text(resource?.record['name']),
    description: text(dataset?.['notes']) ?? text(resource?.record['description']),
    publisher: text(organization['title']) ?? text(dataset?.['author']),
    licence: licence ? { name: licence, url: safeWebUrl(text(dataset?.['license_url'])) } : undefined,
    updated: time(resource?.record['last_modified']) ?? time(dataset?.['metadata_modified']),
    interval: extra('frequency', 'update_frequency', 'accrual_periodicity', 'accrualPeriodicity'),
    page: name && safeWebUrl(`${base}/dataset/${encodeURIComponent(name)}`),
    download: resource?.url,
    attribution: extra('attribution', 'attribution_text'),
  };
}

/** CKAN writes UTC without saying so. */
function time(value: unknown): number | undefined {
  const said = text(value);
  const milliseconds = said ? Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(said) || !said.includes('T') ? said : `${said}Z`) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
