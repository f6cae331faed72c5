import type { Dataset } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import { SourceError, type DatasetOptions } from '../../src/sources/source.js';
import { mutated } from './mutations.js';
import { Random } from './random.js';
import type { Seed } from './seeds.js';

/** Addresses that look like those of each portal and service, and of plain files. */
const addresses = [
  'data', 'data.csv', 'data.geojson', 'files/data.zip', 'data.fgb', 'data.parquet', 'data.gpkg', 'data.pmtiles', 'dataset/trees', 'dataset/trees/resource/0f0e0d0c-0000-4000-8000-000000000001', 'api/3/action/package_show?id=trees',
  'api/3/action/datastore_search?resource_id=x', 'd/abcd-1234', 'resource/abcd-1234.json', 'explore/dataset/trees/table/', 'api/explore/v2.1/catalog/datasets/trees/records', 'api/records/1.0/search/?dataset=trees',
  'arcgis/rest/services/trees/FeatureServer', 'arcgis/rest/services/trees/FeatureServer/0', 'datasets/city::trees', 'collections', 'collections/trees/items', 'ogc/', 'wfs?service=WFS', 'ows?service=WFS&version=2.0.0&request=GetFeature&typeNames=a:b', 'wms?service=WMS&request=GetCapabilities', 'wmts?service=WMTS',
  'gbfs.json', 'gbfs/2/gbfs', 'v1.1/Things', 'v2/entities', 'ngsi-ld/v1/entities', 'open311/v2/requests.json', 'open311/v2/services.json', 'fr/datasets/trees/', 'api/1/datasets/trees/', 'data.json', 'data/datasets/trees', 'catalog.rdf',
];
/** More requests than any honest reading of a small answer needs. */
const mostRequests = 2500;

export interface Result {
  /** What was wrong; undefined if nothing. */
  readonly fault: string | undefined;
  readonly seed: string;
  /** `read`, or the reason of the SourceError. */
  readonly outcome: string;
}

const clean = Object.getOwnPropertyNames(Object.prototype).sort().join();
const cleanArray = Object.getOwnPropertyNames(Array.prototype).sort().join();

/** One broken file, always the same for the same number, read as if it came from the network in pieces. */
export async function runCase(number: number, seeds: readonly Seed[]): Promise<Result> {
  const random = new Random(number);
  const seed = random.of(seeds);
  const bytes = mutated(seed.bytes, random);
  // Half of the follow-up requests are answered with other broken answers, as a server gone mad would.
  const others = Array.from({ length: 4 }, () => mutated(random.of(seeds).bytes, random));
  const address = new URL(random.next() < 0.6 ? 'data' : random.of(addresses), 'https://fuzz.example/');
  const options: DatasetOptions = {
    ...(random.next() < 0.1 && { layer: random.of(['__proto__', 'stops', 'a', '0']) }),
    ...(random.next() < 0.1 && { view: [10, 47, 12, 49] as const }),
    ...(random.next() < 0.1 && { crs: random.of(['EPSG:25832', 'EPSG:999999', 'nonsense']) }),
    ...(random.next() < 0.05 && { map: { title: '__proto__', longitude: 'lon', latitude: 'constructor' } }),
  };
  let requests = 0;
  let endless: string | undefined;
  globalThis.fetch = async (input, init) => {
    requests += 1;
    const url = String(input instanceof Request ? input.url : input);
    if (requests > mostRequests) {
      endless ??= url;
      throw new TypeError('Too many requests for one case');
    }
    init?.signal?.throwIfAborted();
    const body = requests === 1 || url === address.href ? bytes : random.next() < 0.5 ? random.of(others) : undefined;
    if (!body) return new Response('no', { status: random.of([404, 403, 500]) });
    const range = /bytes=(\d+)-(\d+)/.exec(new Headers(init?.headers).get('range') ?? '');
    const part = range ? body.slice(Number(range[1]), Number(range[2]) + 1) : body;
    return new Response(pieces(part, random), { status: range ? 206 : 200, headers: { 'content-length': String(part.length), ...(range && { 'content-range': `bytes ${range[1]}-${Number(range[1]) + part.length - 1}/${body.length}` }) } });
  };
  const found: unknown = await openDataset(address, options).catch((error: unknown) => error ?? new Error('rejected with nothing'));
  const outcome = found instanceof SourceError ? found.reason : found instanceof Error ? found.name : 'read';
  return { seed: `${seed.name} at ${address.pathname}${address.search}`, outcome, fault: endless ? `asks without end, at last ${endless}` : faultOf(found) };
}

function pieces(bytes: Uint8Array, random: Random): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const length = 1 + random.below(random.next() < 0.2 ? 40 : 60_000);
      controller.enqueue(bytes.slice(at, at + length));
      at += length;
    },
  });
}

function faultOf(found: unknown): string | undefined {
  if ((globalThis as { harmed?: unknown }).harmed !== undefined) return 'executed what the file says';
  const polluted = Object.getOwnPropertyNames(Object.prototype).sort().join() !== clean || Object.getOwnPropertyNames(Array.prototype).sort().join() !== cleanArray || 'harmed' in {};
  if (polluted) return 'polluted a prototype';
  if (found instanceof SourceError) return found.message ? undefined : 'an error without a message';
  if (found instanceof Error) return `an error that is no SourceError: ${found.stack}`;
  try {
    return inconsistency(found as Dataset);
  } catch (error) {
    return `a dataset that throws: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

function inconsistency({ length, columns, places, report, roles }: Dataset): string | undefined {
  const dropped = report.problems.reduce((sum, problem) => sum + (problem.dropped ? problem.count : 0), 0);
  if (report.read !== report.kept + dropped) return `${report.read} records read, but ${report.kept} kept and ${dropped} dropped`;
  if (report.kept !== length) return `${length} rows, but ${report.kept} kept`;
  if (new Set(columns.map(({ name }) => name)).size !== columns.length) return 'two columns with one name';
  if (Object.values(roles).some((index) => !columns[index])) return 'a role of a column that is not there';
  for (const column of columns) {
    for (const row of [0, Math.floor(length / 2), length - 1]) {
      const value = row >= 0 && row < length ? column.value(row) : undefined;
      if (value !== undefined && typeof value !== 'string' && !(typeof value === 'number' && !Number.isNaN(value))) return `${column.name} has ${String(value)} in row ${row}`;
    }
  }
  if (!places) return report.located === 0 ? undefined : `${report.located} located, but no places`;
  if (places.x.length !== length || places.located !== report.located) return 'places that are not as many as the rows';
  if (!places.bounds.every(Number.isFinite)) return `bounds ${places.bounds.join(', ')}`;
  const placed = places.x.reduce((sum, x, row) => sum + Number(!Number.isNaN(x) && places.kind(row) !== undefined), 0);
  return placed === places.located ? undefined : `${placed} rows have a place, but ${places.located} are counted`;
}
