import type { Dataset } from '../../model/dataset.js';
import { readFile } from '../file.js';
import { sourceUrl } from '../http.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { ckanAt, isObject, text, type Ckan, type Json } from './ckan-api.js';
import { readDatastore } from './ckan-datastore.js';
import { aboutOf, resourceOf, resourcesOf, type Resource } from './ckan-resource.js';

/** A dataset in CKAN, from the address of its page, of one of its resources, or of the API. */
export async function readCkan(address: URL, options: DatasetOptions): Promise<Dataset> {
  const ckan = ckanAt(address, options);
  const [, action] = /\/action\/(\w+)/.exec(address.pathname) ?? [];
  const [, slug, resource] = /\/dataset\/([^/]+)(?:\/resource\/([^/]+))?\/?$/.exec(address.pathname) ?? [];
  const query = Object.fromEntries(address.searchParams);
  if (slug) return readDataset(ckan, decodeURIComponent(slug), resource && decodeURIComponent(resource), options);
  if (action === 'package_show') return readDataset(ckan, query['id'] ?? query['name_or_id'] ?? '', undefined, options);
  if (action === 'resource_show') return readResource(ckan, query['id'] ?? '', options);
  if (action === 'datastore_search') return readStored(ckan, query, options);
  if (action === 'package_search') return readFirst(ckan, query, options);
  throw new SourceError('unknown', `${address.href}: of CKAN’s actions, package_show, package_search, resource_show and datastore_search lead to data.`);
}

async function readDataset(ckan: Ckan, name: string, wanted: string | undefined, options: DatasetOptions): Promise<Dataset> {
  return readBest(ckan, await ckan.call('package_show', { id: name }), wanted ?? options.layer, options);
}

async function readResource(ckan: Ckan, id: string, options: DatasetOptions): Promise<Dataset> {
  const record = await ckan.call('resource_show', { id });
  const resource = resourceOf(record);
  if (!resource) throw notReadable([record], `The resource “${text(record['name']) ?? id}”`);
  const owner = text(record['package_id']);
  const dataset = owner ? await ckan.call('package_show', { id: owner }).catch(() => undefined) : undefined;
  return readOne(ckan, dataset, resource, options);
}

/** The rows behind a query. Addresses that people copy from CKAN end in `limit=5`: all rows are meant. */
async function readStored(ckan: Ckan, query: Readonly<Record<string, string>>, options: DatasetOptions): Promise<Dataset> {
  const { limit: _limit, offset: _offset, ...rest } = query;
  const dataset = await readDatastore(ckan, rest, options);
  return { ...dataset, report: { ...dataset.report, portal: 'ckan' } };
}

/** Of the datasets that a search finds, the first that can be read. */
async function readFirst(ckan: Ckan, query: Readonly<Record<string, string>>, options: DatasetOptions): Promise<Dataset> {
  const { results } = await ckan.call('package_search', query);
  const datasets = Array.isArray(results) ? results.filter(isObject) : [];
  const dataset = datasets.find((each) => resourcesOf(each).length > 0);
  if (!dataset) throw new SourceError('not-found', `The search at ${ckan.base} found no dataset that can be read here.`);
  return readBest(ckan, dataset, options.layer, options);
}

/** What one form of the data keeps us from reading, another may give. */
const another = new Set(['cors', 'unreachable', 'not-found', 'refused', 'web-page', 'unknown']);

const useless = (error: unknown): boolean => error instanceof SourceError && another.has(error.reason);

async function readBest(ckan: Ckan, dataset: Json, wanted: string | undefined, options: DatasetOptions): Promise<Dataset> {
  const resources = resourcesOf(dataset);
  const wished = wanted ? resources.filter(({ id, choice }) => id === wanted || choice.title === wanted).slice(0, 1) : resources.slice(0, 3);
  let failure: unknown;
  for (const resource of wished) {
    try {
      const { report, ...rest } = await readOne(ckan, dataset, resource, options);
      const choices = resources.filter((each) => each !== resource).map(({ choice }) => choice);
      return { ...rest, report: { ...report, choices: choices.length > 0 ? choices : undefined } };
    } catch (error) {
      failure ??= error;
      if (!useless(error)) throw error;
    }
  }
  if (failure) throw failure;
  const all = Array.isArray(dataset['resources']) ? dataset['resources'].filter(isObject) : [];
  throw notReadable(all, wanted ? `The resource “${wanted}”` : `The dataset “${text(dataset['title']) ?? text(dataset['name']) ?? ''}”`);
}

async function readOne(ckan: Ckan, dataset: Json | undefined, resource: Resource, options: DatasetOptions): Promise<Dataset> {
  const read = await rowsOf(ckan, resource, options);
  const said = Object.entries(aboutOf(dataset, resource, ckan.base)).filter(([, value]) => value !== undefined);
  return { ...read, about: { ...read.about, ...Object.fromEntries(said) }, report: { ...read.report, portal: 'ckan' } };
}

/** The resource's file; or its rows, where the file lies on a server that does not let other sites read it. */
async function rowsOf(ckan: Ckan, { id, url, stored }: Resource, options: DatasetOptions): Promise<Dataset> {
  if (!url) return readDatastore(ckan, { resource_id: id }, options);
  try {
    return await readFile(sourceUrl(url), options);
  } catch (error) {
    if (!stored || !useless(error)) throw error;
    return readDatastore(ckan, { resource_id: id }, options);
  }
}

function notReadable(records: readonly Json[], what: string): SourceError {
  const formats = [...new Set(records.map((record) => text(record['format']) ?? '?'))].join(', ');
  return new SourceError('unknown', `${what} is there as ${formats || 'nothing'}. It is needed as GeoJSON or CSV, or in CKAN’s DataStore.`);
}
