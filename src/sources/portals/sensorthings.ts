import type { Dataset } from '../../model/dataset.js';
import { SensorThingsTable } from '../formats/sensorthings-table.js';
import { refusal } from '../refusal.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, listOf, text, type Answer, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';

/** More than these are asked for only where somebody looks. */
const most = 50_000;
/** What comes with each entity of a collection, the fullest first: servers differ in how much they expand at once. */
const latest = 'Observations($orderby=phenomenonTime desc;$top=1;$select=result,phenomenonTime,resultTime)';
const expansions: Readonly<Record<string, readonly string[]>> = {
  Things: [`Locations,Datastreams($select=name,unitOfMeasurement,@iot.id;$expand=${latest},ObservedProperty($select=name))`, `Locations,Datastreams($expand=${latest},ObservedProperty)`, 'Locations,Datastreams', 'Locations'],
  Datastreams: [`Thing($expand=Locations),ObservedProperty,${latest}`, 'Thing,ObservedProperty'],
  Locations: ['Things'],
  Observations: ['FeatureOfInterest'],
};
const collections = /^(Things|Locations|Datastreams|Sensors|ObservedProperties|Observations|FeaturesOfInterest|HistoricalLocations)(?:\([^)]*\))?$/;
const counted = 100;

/** A SensorThings service (OGC 18-088), from its root, a collection or an entity; things come with the latest value of each of their datastreams. */
export async function readSensorThingsService(address: URL, options: DatasetOptions): Promise<Dataset> {
  // FROST shows a page at its root, above the version.
  const target = await targetOf(/\/FROST-Server\/?$/i.test(address.pathname) ? new URL('v1.1', address.href.replace(/\/?([?#].*)?$/, '/')) : address, options);
  let url = asked(target, undefined);
  let answer: Answer | undefined;
  for (const expansion of target.searchParams.has('$expand') ? [undefined] : [...expansionsOf(collectionOf(target), options), undefined]) {
    url = asked(target, expansion);
    answer = await askJson(url, options);
    if (answer.status < 400) break;
  }
  const { body } = checked(answer!, url);
  const total = typeof body['@iot.count'] === 'number' ? body['@iot.count'] : undefined;
  const { view } = options;
  const isViewed = total !== undefined && total > most && view !== undefined && collectionOf(target) === 'Things';
  if (isViewed) url = looked(url, view);
  const table = await allPages(isViewed ? checked(await askJson(url, options), url).body : body, url, options);
  return table.finish({ format: 'sensorthings', portal: 'sensorthings', total: total !== undefined && total > table.rows ? total : undefined, view: isViewed ? view : undefined }, { download: address.href }, options);
}

/** What is measured need not come where only what things are called is wanted. */
function expansionsOf(collection: string | undefined, { fields }: DatasetOptions): readonly string[] {
  const isPlain = fields !== undefined && fields.length > 0 && fields.every((name) => /^\s*(id|name|description)\s*$/i.test(name));
  return isPlain && collection === 'Things' ? ['Locations'] : (expansions[collection ?? ''] ?? []);
}

/** The root of a service lists its collections: things are what it is about. */
async function targetOf(address: URL, options: DatasetOptions): Promise<URL> {
  if (collectionOf(address)) return address;
  const { body } = await askJson(address, options);
  const list = isObject(body) ? listOf(body['value']) : [];
  const things = list.find(({ name }) => name === 'Things');
  if (!things) throw new Mismatch(`${address.href} is not the root of a SensorThings service.`);
  // Many services name themselves by an address that only they know.
  return new URL('Things', address.href.replace(/\/?([?#].*)?$/, '/'));
}

function collectionOf({ pathname }: URL): string | undefined {
  const parts = decodeURIComponent(pathname).split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  return collections.exec(last)?.[1] ?? (/^(Thing|Datastream|Sensor|ObservedProperty|FeatureOfInterest)$/.test(last) ? last : undefined);
}

function asked(target: URL, expansion: string | undefined): URL {
  const url = new URL(target);
  const { searchParams: query } = url;
  const isCollection = !/\)\/?$/.test(decodeURIComponent(url.pathname));
  // People copy addresses that end in the first few: all are meant.
  if (isCollection) {
    query.delete('$skip');
    query.set('$top', String(counted));
    query.set('$count', 'true');
  }
  if (expansion) query.set('$expand', expansion);
  // Not every server takes a plus for a blank.
  url.search = url.search.replaceAll('+', '%20');
  return url;
}

function looked(url: URL, [west, south, east, north]: NonNullable<DatasetOptions['view']>): URL {
  const there = new URL(url);
  const box = `st_within(Locations/location,geography'POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))')`;
  const filter = there.searchParams.get('$filter');
  there.searchParams.set('$filter', filter ? `(${filter}) and ${box}` : box);
  return there;
}

function checked({ status, body }: Answer, url: URL): { readonly body: Json } {
  if (isObject(body) && status < 400 && (Array.isArray(body['value']) || Object.keys(body).some((key) => key.includes('@iot.')))) return { body };
  if (!isObject(body)) throw new Mismatch(`${url.href} does not answer like a SensorThings service.`);
  const said = text(body['message']) ?? (isObject(body['error']) ? text(body['error']['message']) : undefined);
  if (status < 400 || !said) throw new Mismatch(`${url.href} does not answer like a SensorThings service.`);
  throw new SourceError(refusal(new Response(null, { status }), url).reason, `${url.href} answers ${status}: ${said}`);
}

/** Follows `@iot.nextLink` to the end; a link back to what is read already ends it, too. */
async function allPages(first: Json, url: URL, options: DatasetOptions): Promise<SensorThingsTable> {
  const table = new SensorThingsTable();
  const breath = new Breath(options.signal);
  const seen = new Set<string>();
  let body = first;
  let from = url;
  for (;;) {
    for (const entity of Array.isArray(body['value']) ? (body['value'] as readonly unknown[]) : [body]) {
      table.add(entity);
      await breath.pause();
    }
    const next = text(body['@iot.nextLink'] ?? body['@nextLink']);
    if (!next || table.rows >= most) return table;
    const link = new URL(next, from);
    // A service behind a proxy names itself by an address that only it knows.
    from = new URL(link.search, url);
    if (seen.has(from.href)) return table;
    seen.add(from.href);
    ({ body } = checked(await askJson(from, options), from));
  }
}
