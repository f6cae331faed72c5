import type { Choice, Dataset } from '../../model/dataset.js';
import { EntityTable } from '../formats/ngsi-table.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, text, type Answer } from './answer.js';
import { Mismatch } from './mismatch.js';

/** Brokers give no more than this at once; those that give less refuse it. */
const page = 1000;
const smallPage = 100;
/** More entities than these are asked for only where somebody looks. */
const most = 50_000;

/** The entities of a context broker, NGSI-v2 or NGSI-LD, page by page (fiware.github.io/specifications/ngsiv2, ETSI GS CIM 009). */
export async function readNgsiBroker(address: URL, options: DatasetOptions): Promise<Dataset> {
  const isLinked = address.pathname.includes('/ngsi-ld/');
  const table = new EntityTable();
  const breath = new Breath(options.signal);
  let url = asked(chosen(address, options), isLinked, page, 0);
  let answer = await ask(url, options);
  if (answer.status === 400 && !address.searchParams.has('limit')) answer = await ask((url = asked(chosen(address, options), isLinked, smallPage, 0)), options);
  await throwUnlessEntities(answer, address, isLinked, options);
  const total = totalOf(answer);
  // Without somebody who looks, as much as a page can hold is read.
  const { view } = options;
  const isViewed = total !== undefined && total > most && view !== undefined;
  if (isViewed) {
    look(url, isLinked, view);
    answer = await ask(url, options);
    await throwUnlessEntities(answer, address, isLinked, options);
  }
  const known = isViewed ? totalOf(answer) : total;
  const size = Number(url.searchParams.get('limit'));
  for (;;) {
    const entities = Array.isArray(answer.body) ? (answer.body as readonly unknown[]) : [answer.body];
    for (const entity of entities) {
      table.add(entity);
      await breath.pause();
    }
    const isLast = !Array.isArray(answer.body) || entities.length === 0 || (known === undefined ? entities.length < size : table.rows >= known);
    if (isLast || table.rows >= most) break;
    url.searchParams.set('offset', String(table.rows));
    answer = await ask(url, options);
    await throwUnlessEntities(answer, address, isLinked, options);
  }
  if (table.rows === 0) {
    throw new SourceError('not-found', `${address.href} has no entities. If they belong to a tenant (the headers “Fiware-Service” and “Fiware-ServicePath”, or “NGSILD-Tenant”), the page cannot know which: an address is needed that says it, such as that of a proxy.`, { choices: await typesOf(address, isLinked, options) });
  }
  return table.finish({ format: 'ngsi', portal: isLinked ? 'ngsi-ld' : 'ngsi-v2', total: total !== undefined && total > table.rows ? total : undefined, view: isViewed ? view : undefined }, { download: address.href }, options);
}

/** What entities call their places, and the times of which they are. */
const always = ['location', 'position', 'coordinates', 'lat', 'lon', 'latitude', 'longitude', 'dateObserved', 'observationDateTime', 'TimeInstant', 'dateModified'];

/** The address with the attributes that are wanted; the broker gives the id and the type in any case. */
function chosen(address: URL, { fields }: DatasetOptions): URL {
  const names = (fields ?? []).map((name) => name.trim().split('.', 1)[0]!).filter(Boolean);
  if (names.length === 0 || ['attrs', 'pick'].some((name) => address.searchParams.has(name)) || names.some((name) => !/^[\w-]+$/.test(name))) return address;
  const url = new URL(address);
  url.searchParams.set('attrs', [...new Set([...names, ...always])].filter((name) => !/^(id|type)$/.test(name)).join(','));
  return url;
}

/** The address with what pages need; what it says itself stays. */
function asked(address: URL, isLinked: boolean, limit: number, offset: number): URL {
  const url = new URL(address);
  const { searchParams: query } = url;
  // Attributes alone do not say whose they are.
  url.pathname = url.pathname.replace(/\/attrs\/?$/, '');
  if (/\/entities\/[^/]+\/?$/.test(url.pathname)) return url;
  // People copy addresses that end in a limit of a few: all entities are meant.
  query.set('limit', String(limit));
  query.set('offset', String(offset));
  if (isLinked) query.set('count', 'true');
  else query.set('options', [...new Set([...(query.get('options')?.split(',') ?? []), 'count'])].join(','));
  return url;
}

const ask = (url: URL, options: DatasetOptions): Promise<Answer> => askJson(url, options, { headers: { accept: 'application/json' } });

/** In all, where the broker says it and lets other sites read that it does. */
function totalOf({ headers }: Answer): number | undefined {
  const said = headers.get('fiware-total-count') ?? headers.get('ngsild-results-count');
  return said === null || Number.isNaN(Number(said)) ? undefined : Number(said);
}

function look({ searchParams: query }: URL, isLinked: boolean, [west, south, east, north]: NonNullable<DatasetOptions['view']>): void {
  if (isLinked) {
    query.set('georel', 'within');
    query.set('geometry', 'Polygon');
    query.set('coordinates', JSON.stringify([[[west, south], [east, south], [east, north], [west, north], [west, south]]]));
  } else {
    query.set('georel', 'coveredBy');
    query.set('geometry', 'box');
    query.set('coords', `${south},${west};${north},${east}`);
  }
}

async function throwUnlessEntities({ status, body }: Answer, address: URL, isLinked: boolean, options: DatasetOptions): Promise<void> {
  if (status < 400 && (Array.isArray(body) || (isObject(body) && 'id' in body))) return;
  const said = isObject(body) ? (text(body['description']) ?? text(body['detail']) ?? text(body['title']) ?? text(body['error'])) : undefined;
  if (!said) throw new Mismatch(`${address.href} does not answer like a context broker.`);
  if (status === 404) throw new SourceError('not-found', `${address.href} answers: ${said}.`);
  const choices = await typesOf(address, isLinked, options);
  const advice = address.searchParams.has('type') ? '' : ` Add “?type=…” to the address${choices.length > 0 ? `, for example ?type=${choices[0]!.name}` : ''}.`;
  throw new SourceError('refused', `${address.href} answers ${status}: ${said}.${advice}`, { choices });
}

/** Which types of entities there are, for the message of an error. */
async function typesOf(address: URL, isLinked: boolean, options: DatasetOptions): Promise<readonly Choice[]> {
  const url = new URL('types', address.href.replace(/\/entities\b.*$/, '/'));
  const { body } = await askJson(url, options).catch((): { readonly body: unknown } => ({ body: undefined }));
  const list: unknown = isLinked && isObject(body) ? body['typeList'] : body;
  return (Array.isArray(list) ? list : []).flatMap((each: unknown): Choice[] => {
    const name = typeof each === 'string' ? each : isObject(each) ? (text(each['type']) ?? text(each['typeName'])) : undefined;
    return name ? [{ name, format: 'ngsi' }] : [];
  });
}
