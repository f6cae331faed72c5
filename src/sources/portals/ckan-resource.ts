import type { About, Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import type { DatasetOptions } from '../source.js';
import { isObject, listOf, text, type Json } from './answer.js';
import type { Offer } from './offers.js';
import { plainText } from './plain-text.js';

type Rows = (resource: string, options: DatasetOptions) => Promise<Dataset>;

/** What a resource of CKAN offers: its file, and its rows where they are in the DataStore. */
export function offerOf(record: Json, rows: Rows): Offer | undefined {
  const name = text(record['id']) ?? text(record['url']);
  if (!name) return undefined;
  const size = Number(record['size']);
  return {
    name,
    title: text(record['name']) ?? text(record['description']),
    format: text(record['format']),
    type: text(record['mimetype']),
    url: text(record['url']),
    size: size > 0 ? size : undefined,
    rows: record['datastore_active'] === true || record['datastore_active'] === 'true' ? (options) => rows(name, options) : undefined,
  };
}

/** What CKAN knows of a dataset and of the resource that was taken. */
export function aboutOf(dataset: Json | undefined, resource: Json | undefined, base: string): About {
  const organization = isObject(dataset?.['organization']) ? dataset['organization'] : {};
  const name = text(dataset?.['name']) ?? text(dataset?.['id']);
  const licence = text(dataset?.['license_title']) ?? text(dataset?.['license_id']);
  const extras = listOf(dataset?.['extras']);
  const extra = (...keys: string[]): string | undefined => keys.map((key) => text(dataset?.[key]) ?? text(extras.find((each) => each['key'] === key)?.['value'])).find(Boolean);
  return {
    title: inWords(dataset?.['title']) ?? text(resource?.['name']),
    description: plainText(inWords(dataset?.['notes'])) ?? plainText(inWords(resource?.['description'])),
    publisher: inWords(organization['title']) ?? text(dataset?.['author']),
    licence: licence ? { name: licence, url: safeWebUrl(text(dataset?.['license_url'])) } : undefined,
    updated: time(resource?.['last_modified']) ?? time(dataset?.['metadata_modified']),
    interval: extra('frequency', 'update_frequency', 'accrual_periodicity', 'accrualPeriodicity', 'update_freq'),
    page: name && safeWebUrl(`${base}/dataset/${encodeURIComponent(name)}`),
    download: safeWebUrl(text(resource?.['url'])),
    attribution: extra('attribution', 'attribution_text'),
  };
}

/** A text, or the first of its translations that says something: portals of several languages have them side by side. */
function inWords(value: unknown): string | undefined {
  return text(value) ?? (isObject(value) ? Object.values(value).map(text).find(Boolean) : undefined);
}

/** CKAN writes UTC without saying so. */
function time(value: unknown): number | undefined {
  const said = text(value);
  const milliseconds = said ? Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(said) || !said.includes('T') ? said : `${said}Z`) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
