import type { Choice, Dataset } from '../../model/dataset.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { listOf, text, type Json } from './answer.js';
import { ckanAt, type Ckan } from './ckan-api.js';
import { readDatastore } from './ckan-datastore.js';
import { readDkan } from './ckan-dkan.js';
import { aboutOf, offerOf } from './ckan-resource.js';
import { Mismatch } from './mismatch.js';
import { rankedOffers, readBest, type Offer } from './offers.js';

/** A dataset in CKAN, from the address of its page, of one of its resources, or of the API. */
export async function readCkan(address: URL, options: DatasetOptions): Promise<Dataset> {
  const pathname = plainPath(address);
  const ckan = ckanAt(address, options);
  const [, action] = /\/action\/(\w+(?:\/search\.json)?)/.exec(pathname) ?? [];
  const [, slug, resource] = /\/dataset\/([^/]+)(?:\/resource\/([^/]+)(?:\/view\/[^/]+)?|\/[^/]+)?\/?$/.exec(pathname) ?? [];
  const [, kind, name] = /\/(organi[sz]ation|group)\/([^/]+)\/?$/.exec(pathname) ?? [];
  const query = Object.fromEntries(address.searchParams);
  if (/\/api\/1\/(metastore|datastore)\//.test(pathname)) return readDkan(address, options);
  if (slug && action === undefined) return readPage(ckan, decoded(slug), resource && decoded(resource), address, options);
  if (kind && name) return listed(ckan, { fq: `${kind === 'group' ? 'groups' : 'organization'}:${decoded(name)}` }, address);
  if (!action) return listed(ckan, searched(address), address);
  if (action === 'package_show') return readDataset(ckan, query['id'] ?? query['name_or_id'] ?? '', undefined, options);
  if (action === 'resource_show') return readResource(ckan, query['id'] ?? '', options);
  if (/^datastore_search$|^datastore\//.test(action)) return readStored(ckan, query, options, action);
  if (action === 'package_search') return readFirst(ckan, query, options);
  if (action === 'datastore_search_sql') throw new Mismatch(`${address.href} is a question of its own: its answer is read as it is.`);
  throw new SourceError('unknown', `${address.href}: of CKAN’s actions, package_show, package_search, resource_show and datastore_search lead to data.`);
}

/** Tabs of a dataset's page, and what some portals call the page of a resource. */
function plainPath({ pathname }: URL): string {
  return pathname
    .replace(/\/dataset\/(?:activity|groups|followers|showcases)\/([^/]+)\/?$/, '/dataset/$1')
    .replace(/(\/dataset\/[^/]+)(?:\/archivo|\/[^/]+\/datafile)\/([^/]+)(?:\/preview)?\/?$/, '$1/resource/$2');
}

async function readPage(ckan: Ckan, name: string, resource: string | undefined, address: URL, options: DatasetOptions): Promise<Dataset> {
  try {
    return await readDataset(ckan, name, resource, options);
  } catch (error) {
    // DKAN has the same pages since its second version, and another API.
    if (!(error instanceof Mismatch)) throw error;
    return readDkan(address, options).catch((other: unknown) => {
      throw other instanceof SourceError && /^(cors|unreachable)$/.test(other.reason) ? error : other;
    });
  }
}

async function readDataset(ckan: Ckan, name: string, resource: string | undefined, options: DatasetOptions): Promise<Dataset> {
  return bestOf(ckan, await ckan.call('package_show', { id: name }), resource, options);
}

async function readResource(ckan: Ckan, id: string, options: DatasetOptions): Promise<Dataset> {
  const record = await ckan.call('resource_show', { id });
  const owner = text(record['package_id']);
  const dataset = owner ? await ckan.call('package_show', { id: owner }).catch(() => undefined) : undefined;
  const resources = listOf(dataset?.['resources']);
  return bestOf(ckan, { ...dataset, resources: resources.some((each) => each['id'] === record['id']) ? resources : [record] }, text(record['id']) ?? id, options);
}

/** The rows behind a query. Addresses that people copy from CKAN end in `limit=5`: all rows are meant. */
function readStored(ckan: Ckan, query: Readonly<Record<string, string>>, options: DatasetOptions, action: string): Promise<Dataset> {
  const { limit: _limit, offset: _offset, records_format: _format, include_total: _total, ...rest } = query;
  return readDatastore(ckan, rest, options, action);
}

/** Of the datasets that a search finds, the first that can be read. */
async function readFirst(ckan: Ckan, query: Readonly<Record<string, string>>, options: DatasetOptions): Promise<Dataset> {
  const datasets = listOf((await ckan.call('package_search', query))['results']);
  const dataset = datasets.find((each) => rankedOffers(offersOf(ckan, each)).length > 0);
  if (!dataset) throw new SourceError('not-found', `The search at ${ckan.base} found no dataset that can be read here.`, { choices: choicesOf(ckan, datasets) });
  return bestOf(ckan, dataset, undefined, options);
}

const offersOf = (ckan: Ckan, dataset: Json): readonly Offer[] =>
  listOf(dataset['resources']).flatMap((record) => offerOf(record, (id, options) => readDatastore(ckan, { resource_id: id }, options)) ?? []);

function bestOf(ckan: Ckan, dataset: Json, resource: string | undefined, options: DatasetOptions): Promise<Dataset> {
  const offers = offersOf(ckan, dataset);
  const records = listOf(dataset['resources']);
  const only = offers.filter(({ name }) => name === resource);
  const title = text(dataset['title']) ?? text(dataset['name']) ?? text(records[0]?.['name']) ?? '';
  const portal = {
    portal: 'ckan',
    what: only.length > 0 ? `The resource “${only[0]!.title ?? resource}”` : `The dataset “${title}”`,
    about: ({ name }: Offer) => aboutOf(dataset, records.find((each) => each['id'] === name || each['url'] === name), ckan.base),
  };
  if (resource !== undefined && only.length === 0) throw new SourceError('not-found', `The dataset “${title}” of ${ckan.base} has no resource “${resource}”.`, { choices: rankedOffers(offers).map(({ choice }) => choice) });
  // A layer that is asked for beside a resource is one within it.
  if (only.length > 0 && (options.layer || rankedOffers(only).length === 0)) return readBest(only, portal, options);
  return readBest(offers, portal, only.length > 0 ? { ...options, layer: resource } : options);
}

/** A page of many datasets is read by whoever chooses one of them. */
async function listed(ckan: Ckan, query: Readonly<Record<string, string>>, { href }: URL): Promise<never> {
  const { results, count } = await ckan.call('package_search', { ...query, rows: '100' });
  const choices = choicesOf(ckan, listOf(results));
  throw new SourceError('web-page', `${href} is a page of ${typeof count === 'number' ? count : choices.length} datasets of a CKAN. The address of one of them is needed${choices[0] ? `, such as ${choices[0].name}` : ''}.`, { choices });
}

const choicesOf = ({ base }: Ckan, datasets: readonly Json[]): readonly Choice[] => datasets.map(({ name, id, title }) => ({ name: `${base}/dataset/${text(name) ?? String(id)}`, title: text(title) ?? text(name) }));

/** What the search page of a CKAN was asked for: its filters are named like fields. */
function searched({ searchParams }: URL): Record<string, string> {
  const filters = [...searchParams].filter(([key]) => !/^(q|sort|page|_\w+|ext_\w+)$/.test(key)).map(([key, value]) => `${key}:"${value.replaceAll('"', '')}"`);
  return { ...(searchParams.get('q') ? { q: searchParams.get('q')! } : {}), ...(filters.length > 0 ? { fq: filters.join(' ') } : {}) };
}

/** An address that encodes nothing sensible stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
