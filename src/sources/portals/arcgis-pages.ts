import { SourceError, type DatasetOptions } from '../source.js';
import { isObject, text, type Json } from './answer.js';
import { askArcgis } from './arcgis-api.js';
import type { Layer } from './arcgis-layer.js';

type Query = Readonly<Record<string, string>>;

/** What servers give that do not say how much they give. */
const usual = 1000;
/** So many rows of long shapes are an answer that servers still manage; more only where nothing else is known to work. */
const mostAtOnce = 4000;
/** So many rows are asked for by their keys at once. */
const keysAtOnce = 200;
/** A server that fails at fewer rows fails for another reason. */
const fewest = 25;

/** More requests than these are no way to read a layer. */
const mostPages = 2000;

const featuresOf = (page: Json): readonly unknown[] => (Array.isArray(page['features']) ? page['features'] : []);

/** How many rows a query finds; `undefined` where the server does not say. Old ones answer with the keys, or with rows. */
export async function countOf(layer: Layer, query: Query, options: DatasetOptions): Promise<number | undefined> {
  const { count, objectIds } = await askArcgis(`${layer.url}/query`, { ...query, returnCountOnly: 'true' }, options);
  if (typeof count === 'number') return count;
  return Array.isArray(objectIds) ? objectIds.length : undefined;
}

/** All rows of a query, as the pages in which the server gives them, up to `limit`; `count` is how many there are, where that is known. */
export async function* pagesOf(layer: Layer, query: Query, count: number | undefined, limit: number, options: DatasetOptions): AsyncGenerator<Json, void> {
  const seen = new Set<unknown>();
  // Whoever names rows by their keys has said which, and in which order they come is nothing to them.
  const named = query['objectIds']?.split(',').map(Number).filter((id) => !Number.isNaN(id));
  if (named) yield* pagesOfKeys(layer, query, named, limit, options);
  else if (layer.pages) {
    if (yield* pagesByOffset(layer, query, count, limit, seen, options)) return;
  } else if (count !== undefined && count <= Math.min(layer.most ?? 500, mostAtOnce)) {
    const page = await askArcgis(`${layer.url}/query`, query, options);
    yield page;
    if (page['exceededTransferLimit'] !== true && featuresOf(page).length >= count) return;
    for (const feature of featuresOf(page)) seen.add(keyOf(feature, layer, page));
  }
  if (!named) yield* pagesByKeys(layer, query, seen, limit, options);
}

/** False where the server gives the same rows again, whatever it is asked for: `seen` then holds the keys of the only page. */
async function* pagesByOffset(layer: Layer, query: Query, count: number | undefined, limit: number, seen: Set<unknown>, options: DatasetOptions): AsyncGenerator<Json, boolean> {
  let size = Math.min(layer.most ?? usual, mostAtOnce);
  let rows = 0;
  for (let pages = 0; pages < mostPages && rows < Math.min(count ?? Infinity, limit); pages += 1) {
    // Rows that are in no order come twice, or never.
    const order: Query = layer.key ? { orderByFields: layer.key } : {};
    const wanted = { ...query, ...order, resultOffset: String(rows), resultRecordCount: String(Math.min(size, limit - rows)) };
    let page: Json;
    try {
      page = await askArcgis(`${layer.url}/query`, wanted, options);
    } catch (error) {
      // Long shapes are too much for many servers, which say no more than that something failed.
      if (!(error instanceof SourceError) || error.reason !== 'refused' || size <= fewest) throw error;
      size = Math.max(fewest, Math.floor(size / 4));
      continue;
    }
    const features = featuresOf(page);
    const keys = features.map((feature) => keyOf(feature, layer, page));
    if (rows > 0 && keys.length > 0 && keys[0] !== undefined && seen.has(keys[0])) return false;
    if (rows === 0) for (const key of keys) seen.add(key);
    yield page;
    rows += features.length;
    if (features.length === 0 || (count === undefined && !isCut(page) && features.length < size)) return true;
  }
  return true;
}

/** The rows whose keys were not seen yet, by their keys. */
async function* pagesByKeys(layer: Layer, query: Query, seen: ReadonlySet<unknown>, limit: number, options: DatasetOptions): AsyncGenerator<Json, void> {
  const { objectIds } = await askArcgis(`${layer.url}/query`, { ...query, returnIdsOnly: 'true' }, options);
  const ids = (Array.isArray(objectIds) ? objectIds : []).filter((id) => (typeof id === 'number' || typeof id === 'string') && !seen.has(id)).sort((a, b) => Number(a) - Number(b));
  yield* pagesOfKeys(layer, query, ids, limit - seen.size, options);
}

/** The rows that have these keys. */
async function* pagesOfKeys(layer: Layer, query: Query, ids: readonly unknown[], limit: number, options: DatasetOptions): AsyncGenerator<Json, void> {
  const size = Math.min(Math.max(1, Math.floor(layer.most ?? keysAtOnce)), keysAtOnce);
  const rest = Math.min(Math.max(0, limit), size * mostPages);
  for (let at = 0; at < Math.min(ids.length, rest); at += size) {
    const wanted = new Set<unknown>(ids.slice(at, Math.min(at + size, rest)));
    const page = await askArcgis(`${layer.url}/query`, { ...query, objectIds: [...wanted].join(',') }, options);
    // A server that does not know what it is asked for gives its first rows each time.
    const isWanted = (key: unknown): boolean => key === undefined || wanted.has(key);
    yield { ...page, features: featuresOf(page).filter((feature) => isWanted(keyOf(feature, layer, page))) };
  }
}

/** Whether a page says that the server had more. */
function isCut({ exceededTransferLimit, properties }: Json): boolean {
  return exceededTransferLimit === true || (isObject(properties) && properties['exceededTransferLimit'] === true);
}

/** What tells a row from all others. */
function keyOf(feature: unknown, { key }: Layer, page: Json): unknown {
  if (!isObject(feature)) return undefined;
  const values = isObject(feature['attributes']) ? feature['attributes'] : isObject(feature['properties']) ? feature['properties'] : {};
  return values[key ?? text(page['objectIdFieldName']) ?? 'OBJECTID'] ?? feature['id'];
}
