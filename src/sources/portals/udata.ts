import type { Choice, Dataset } from '../../model/dataset.js';
import { readFile } from '../file.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, listOf, text, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';
import { rankedOffers, readBest, type Offer } from './offers.js';
import { aboutOf, offerOf } from './udata-resource.js';

/** A dataset of a udata portal, such as data.gouv.fr, from its page, of one of its files, or from the API. */
export async function readUdata(address: URL, options: DatasetOptions): Promise<Dataset> {
  const { origin, hostname, pathname, hash, searchParams } = address;
  // Programs and pages that show the rows of a file stand beside the portal.
  const [, shown] = /^(?:explore|tabular-api)\./.test(hostname) ? (/\/resources\/([\da-f-]{36})/.exec(pathname + hash) ?? []) : [];
  if (shown) return readResource(new URL(`https://www.data.gouv.fr/datasets/r/${shown}`), shown, options);
  const [, file] = /\/datasets\/r\/([\da-f-]{36})\/?$/.exec(pathname) ?? [];
  if (file) return readResource(address, file, options);
  const [, owner, name] = /\/(organizations|reuses|topics|dataservices)\/([^/]+)\/?$/.exec(pathname) ?? [];
  if (owner && name) return listed(address, owner, name, options);
  const [, id, inPath] = /\/datasets\/([^/]+)(?:\/(?:resources\/([\da-f-]{36})|[^/]*))?\/?$/.exec(pathname) ?? [];
  if (!id || /^(r|search|resources)$/.test(id)) throw new Mismatch(`${address.href} names no dataset of udata.`);
  const resource = inPath ?? /resources?[/-]([\da-f-]{36})/.exec(hash)?.[1] ?? searchParams.get('resource_id') ?? undefined;
  const dataset = await asked(`${origin}/api/1/datasets/${encodeURIComponent(decoded(id))}/`, options);
  if (!Array.isArray(dataset['resources'])) throw new Mismatch(`${address.href} is no dataset of udata.`);
  return bestOf(dataset, resource, address, options);
}

/** The file that a short address leads to; its portal has its rows where the server of the file lets nobody read them. */
async function readResource(address: URL, id: string, options: DatasetOptions): Promise<Dataset> {
  const found = await asked(`${address.origin}/api/2/datasets/resources/${id}/`, options).catch(() => undefined);
  options.signal?.throwIfAborted();
  const [record, owner] = [found?.['resource'], text(found?.['dataset_id'])];
  if (!isObject(record)) return readFile(address, options);
  const dataset = owner ? await asked(`${address.origin}/api/1/datasets/${owner}/`, options).catch(() => ({}) as Json) : ({} as Json);
  return bestOf({ ...dataset, resources: [record] }, options.layer ? undefined : id, address, options);
}

function bestOf(dataset: Json, resource: string | undefined, address: URL, options: DatasetOptions): Promise<Dataset> {
  const records = listOf(dataset['resources']);
  const offers = records.map((record) => offerOf(record, address));
  const only = resource === undefined ? [] : offers.filter(({ name }) => name === resource);
  if (resource !== undefined && only.length === 0) throw new SourceError('not-found', `${address.href}: the dataset has no resource “${resource}”.`, { choices: rankedOffers(offers).map(({ choice }) => choice) });
  // What explains the data may be a table, too.
  const main = offers.filter((_, i) => !/^(documentation|code)$/.test(text(records[i]!['type']) ?? ''));
  const wished = [offers.filter(({ name, title }) => name === options.layer || title === options.layer), main].find((each) => rankedOffers(each).length > 0) ?? offers;
  const portal = {
    portal: 'udata',
    what: only[0] ? `The resource “${only[0].title ?? resource}”` : `The dataset “${text(dataset['title']) ?? ''}”`,
    about: ({ name }: Offer) => aboutOf(dataset, records.find((record) => record['id'] === name), address.origin),
  };
  if (only.length > 0 && (options.layer || rankedOffers(only).length === 0)) return readBest(only, portal, options);
  return readBest(only.length > 0 ? offers : wished, portal, only.length > 0 ? { ...options, layer: resource } : options);
}

/** Whoever publishes data, or made something of it, has more than one dataset. */
async function listed({ origin, href }: URL, owner: string, name: string, options: DatasetOptions): Promise<never> {
  const path = `${origin}/api/1/${owner}/${encodeURIComponent(decoded(name))}/`;
  const answer = await asked(owner === 'organizations' ? `${path}datasets/?page_size=100` : path, options);
  const datasets = listOf(answer['data'] ?? answer['datasets']);
  const choices = datasets.flatMap(({ page, self_web_url: web, slug, id, title }): Choice[] => (text(title) ? [{ name: text(page) ?? text(web) ?? `${origin}/datasets/${text(slug) ?? String(id)}/`, title: text(title) }] : []));
  if (choices.length === 0) throw new Mismatch(`${href} lists no datasets of udata.`);
  throw new SourceError('web-page', `${href} is a page of ${choices.length} datasets. The address of one of them is needed, such as ${choices[0]!.name}.`, { choices });
}

async function asked(href: string, options: DatasetOptions): Promise<Json> {
  const url = new URL(href);
  try {
    const { status, body } = await askJson(url, options);
    if (isObject(body) && status < 400) return body;
    // A page that nobody knows is looked at as what it is: other portals have such addresses, too.
    throw new Mismatch(`${url.href} answered ${status}, not like a udata portal.`);
  } catch (error) {
    if (!(error instanceof SourceError) || !/^(cors|unreachable|refused)$/.test(error.reason)) throw error;
    throw new Mismatch(error.message);
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
