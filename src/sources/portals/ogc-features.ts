import type { Dataset } from '../../model/dataset.js';
import { allBytes } from '../peek.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { isObject, listOf, text, type Json } from './answer.js';
import { askOgcDocument } from './ogc-features-answer.js';
import { Mismatch } from './mismatch.js';
import { collectionAt, collectionChoices, collectionsAt, type Collection } from './ogc-features-collections.js';
import { countItems, most, readItems, type Own } from './ogc-features-items.js';

/** What says which page of the features, and in which form, rather than which features. */
const ofPages = /^(f|limit|offset|startindex|page|cursor|token|next|crs|bbox-crs)$/i;
/** More collections are not counted to find the largest. */
const mostCounted = 6;

/** A collection of an OGC API – Features, from any of its addresses: the service's, the list of collections, or a collection's. */
export async function readOgcFeatures(address: URL, options: DatasetOptions): Promise<Dataset> {
  const [, prefix, id, feature] = /^(.*?)(?:\/collections(?:\/([^/]+)(?:\/items(?:\/([^/]+))?)?)?)?\/?$/.exec(address.pathname) ?? [];
  if (feature) throw new Mismatch(`${address.href} is a single feature, which is read as it is.`);
  const base = address.origin + (prefix ?? '').replace(/\/(conformance|api)$/, '');
  const own = Object.fromEntries([...address.searchParams].filter(([name]) => id !== undefined && !ofPages.test(name)));
  const asked = id && decodeURIComponent(id);
  return readCollection(base, options.layer ?? asked, own, options);
}

/**
 * What a service says of itself: it leads to the service where it stands beside it, at whatever address. One that somebody
 * saved elsewhere is described.
 */
export async function readOgcDocument(input: Input, options: DatasetOptions): Promise<Dataset> {
  const bytes = new Uint8Array(await allBytes(input.body));
  const document: unknown = await new Response(bytes).json().catch(() => undefined);
  const links = isObject(document) ? listOf(document['links']) : [];
  const data = links.find(({ rel }) => /(^|\/)(data|items)$/.test(String(rel)));
  const href = text(data?.['href']);
  const url = href && URL.canParse(href, input.address) ? new URL(href, input.address) : undefined;
  if (url?.host === input.address.host && /\/collections\b/.test(url.pathname)) {
    const found = await readOgcFeatures(url, options).catch((error: unknown) => {
      // What says where it is without its host may have been saved from another.
      if (error instanceof SourceError && (error instanceof Mismatch || error.reason === 'not-found')) return undefined;
      throw error;
    });
    if (found) return found;
  }
  return (await import('../formats/descriptions.js')).readDescription({ ...input, body: new Blob([bytes]).stream() }, options);
}

async function readCollection(base: string, wanted: string | undefined, own: Own, options: DatasetOptions): Promise<Dataset> {
  const quiet = { ...options, onProgress: undefined };
  const all = await collectionsAt(base, quiet).catch((error: unknown) => {
    // A service may hide its list and still show a collection.
    if (wanted && error instanceof SourceError && /refused|not-found|unknown/.test(error.reason)) return [];
    throw error instanceof SourceError && error.reason === 'not-found' ? new Mismatch(error.message) : error;
  });
  const named = wanted && (all.find(({ id }) => id === wanted) ?? all.find(({ title }) => title === wanted));
  const collection = named || (wanted ? await theOne(base, wanted, all, quiet) : await largest(all, quiet));
  const choices = collectionChoices(all, collection);
  if (!collection?.items) {
    const what = collection ? `has “${collection.id}” as tiles or pictures, not as features` : 'has no collections of features';
    throw new SourceError('unknown', `The OGC API at ${base} ${what}.`, { choices });
  }
  const { items, about, count } = collection;
  const chosen = await propertiesAsked(base, own, options);
  const view = own['bbox'] ? undefined : options.view;
  const total = view && Object.keys(own).length === 0 ? (count ?? (await countItems(items, own, quiet))) : undefined;
  let box = (total ?? 0) > most ? view : undefined;
  let read = await readItems(items, { ...own, ...chosen }, box, options);
  // Nobody said how many there are: there are too many.
  if (!read.isWhole && view && !box && read.table.read >= most) read = await readItems(items, { ...own, ...chosen }, (box = view), options);
  const { table, matched, isWhole } = read;
  table.problems.add('beyond-limit', isWhole ? 0 : Math.max((matched ?? 0) - table.read, 0));
  const known = box ? (total ?? matched) : matched;
  const report = { format: 'geojson', portal: 'ogc-features', total: known !== undefined && known > table.read ? known : undefined, view: box, choices: choices.length > 0 ? choices : undefined };
  return tableDataset(table, { report, about: { ...about, download: items.href } }, options);
}

/** The wanted properties, of a service that says that it can leave others out: those that cannot must refuse what they do not know. */
async function propertiesAsked(base: string, own: Own, { fields, ...options }: DatasetOptions): Promise<Own> {
  const names = (fields ?? []).map((name) => name.trim()).filter(Boolean);
  if (names.length === 0 || 'properties' in own) return {};
  const { conformsTo } = await askOgcDocument(new URL(`${base}/conformance?f=json`), { ...options, onProgress: undefined }).catch((): Json => ({}));
  options.signal?.throwIfAborted();
  const canChoose = Array.isArray(conformsTo) && conformsTo.some((each) => /\/conf\/(?:\w+-)?(?:property-selection|properties|projections?)$/.test(String(each)));
  return canChoose ? { properties: names.join(',') } : {};
}

async function theOne(base: string, wanted: string, all: readonly Collection[], options: DatasetOptions): Promise<Collection> {
  try {
    return await collectionAt(base, wanted, options);
  } catch (error) {
    if (!(error instanceof SourceError) || error.reason !== 'not-found') throw error;
    // Many sites have collections that are none of features.
    if (all.length === 0) throw new Mismatch(error.message);
    throw new SourceError('not-found', `The OGC API at ${base} has no collection “${wanted}”; it has: ${all.slice(0, 10).map(({ id }) => id).join(', ')}${all.length > 10 ? ' …' : ''}.`, { choices: collectionChoices(all), cause: error });
  }
}

/** The collection with most features, by its own words or, of the first few, by asking. */
async function largest(all: readonly Collection[], options: DatasetOptions): Promise<Collection | undefined> {
  const readable = all.filter(({ items }) => items);
  const counted = readable.filter(({ count }) => count !== undefined);
  if (counted.length > 0) return [...counted].sort((a, b) => b.count! - a.count!)[0];
  if (readable.length < 2) return readable[0] ?? all[0];
  let [best, count] = [readable[0], -1];
  for (const collection of readable.slice(0, mostCounted)) {
    const found = (await countItems(collection.items!, {}, options).catch(() => undefined)) ?? 0;
    options.signal?.throwIfAborted();
    if (found > count) [best, count] = [collection, found];
  }
  return best;
}
