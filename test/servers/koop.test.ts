import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import { SourceError, type DatasetOptions } from '../../src/sources/source.js';

/** Koop, an ArcGIS server that others wrote, over real files; its packages come from the registry at its first start. */
const script = fileURLToPath(new URL('../../../shared/tools/servers/koop.sh', import.meta.url));
const data = fileURLToPath(new URL('../../../shared/data/open-data/geojson/', import.meta.url));
/** Where the script keeps what it installs, and the files that it serves. */
const home = process.env['KOOP_HOME'] ?? `${process.env['XDG_CACHE_HOME'] ?? `${homedir()}/.cache`}/civic-koop`;
let services = '';
/** Packages are installed once; a machine without the registry fails at it sooner. */
const patience = 120_000;

/** More rows than are read at once, of two kinds, in a row from west to east; given by the hundred. */
const many = 60_000;
const own = {
  type: 'FeatureCollection',
  metadata: { name: 'Many', maxRecordCount: 100, idField: 'number' },
  features: Array.from({ length: many }, (_, i) => ({ type: 'Feature', properties: { number: i, kind: i % 3 === 0 ? 'Oak' : i % 3 === 1 ? 'Elm' : 'Lime' }, geometry: { type: 'Point', coordinates: [5 + i / 10_000, 48] } })),
};

let koop: ChildProcess | undefined;
let reason = existsSync(script) ? 'Koop did not start' : 'no ../shared/tools';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => void server.close(done));
  return port;
}

before(async () => {
  if (!existsSync(script)) return;
  mkdirSync(`${home}/data`, { recursive: true });
  writeFileSync(`${home}/data/many.geojson`, JSON.stringify(own));
  const port = await freePort();
  services = `http://127.0.0.1:${port}/file-geojson/rest/services`;
  const started = spawn('bash', [script, String(port)], { env: { ...process.env, KOOP_HOME: home }, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const isUp = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    started.stdout.on('data', (text: Buffer) => {
      if (!text.includes('Koop:')) return;
      clearTimeout(timer);
      resolve(true);
    });
    started.on('exit', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
  koop = started;
  if (isUp) reason = '';
}, { timeout: patience + 10_000 });

after(() => {
  rmSync(`${home}/data/many.geojson`, { force: true });
  // The script and what it started are a group of their own.
  if (koop?.pid && koop.exitCode === null) process.kill(-koop.pid, 'SIGTERM');
});

/** How often the server was asked for rows while something was read. */
async function reading(address: string, options: DatasetOptions = {}): Promise<{ dataset: Dataset; queries: URLSearchParams[] }> {
  const real = globalThis.fetch;
  const queries: URLSearchParams[] = [];
  globalThis.fetch = (input, init) => {
    const url = new URL(String(input));
    if (url.pathname.endsWith('/query')) queries.push(url.searchParams);
    return real(input, init);
  };
  try {
    return { dataset: await openDataset(address, options), queries };
  } finally {
    globalThis.fetch = real;
  }
}

const onKoop = (title: string, check: () => Promise<void>): void =>
  void it(title, async (context: TestContext) => {
    if (reason) return context.skip(`skipped: ${reason}`);
    await check();
  });

const features = (file: string): number => (JSON.parse(readFileSync(data + file, 'utf8')) as { features: unknown[] }).features.length;

describe('Koop', () => {
  onKoop('gives all rows of each of its layers, by the address of the service and by that of the layer', async () => {
    for (const [name, file] of [['bike', 'konstanz-bike.geojson'], ['districts', 'leipzig-districts.geojson'], ['parking', 'heidelberg-disabled.geojson']] as const) {
      for (const address of [`${services}/${name}/FeatureServer`, `${services}/${name}/FeatureServer/0`]) {
        const { report, length } = (await reading(address)).dataset;
        assert.deepEqual([length, report.read, report.portal, report.crs], [features(file), features(file), 'arcgis', 'EPSG:4326'], address);
      }
    }
  });

  onKoop('gives of what is large the view, page by page to its end, and counts the rest', async () => {
    const view = [10.00005, 47, 10.09995, 49] as const;
    const { dataset, queries } = await reading(`${services}/many/FeatureServer/0`, { view });
    assert.equal(dataset.length, 999);
    const numbers = Array.from({ length: dataset.length }, (_, row) => dataset.columns.find(({ name }) => name === 'number')!.value(row));
    assert.deepEqual(numbers, Array.from({ length: 999 }, (_, i) => 50_001 + i));
    assert.equal(queries.filter((query) => query.has('resultOffset')).length, 10);
    assert.deepEqual([dataset.report.total, dataset.report.view], [many, view]);
    assert.deepEqual([...(dataset.report.groups?.counts ?? [])].sort((a, b) => (a.label < b.label ? -1 : 1)), ['Elm', 'Lime', 'Oak'].map((label) => ({ label, count: 20_000 })));
  });

  onKoop('lets a query’s conditions hold', async () => {
    const all = (await reading(`${services}/parking/FeatureServer/0`)).dataset;
    const column = all.columns.find(({ name }) => name === 'TYP');
    const kind = String(column?.value(0));
    const wanted = Array.from({ length: all.length }, (_, row) => column?.value(row)).filter((value) => value === kind).length;
    const { dataset, queries } = await reading(`${services}/parking/FeatureServer/0/query?where=${encodeURIComponent(`TYP='${kind}'`)}&resultRecordCount=2&f=geojson`);
    assert.equal(dataset.length, wanted);
    assert.ok(queries.every((query) => query.get('where') === `TYP='${kind}'`));
  });

  onKoop('is asked for the columns that are wanted alone, and gives the places with them', async () => {
    const { dataset, queries } = await reading(`${services}/parking/FeatureServer/0`, { fields: ['typ'] });
    assert.deepEqual(dataset.columns.map(({ name }) => name), ['TYP']);
    assert.equal(dataset.report.located, features('heidelberg-disabled.geojson'));
    assert.match(queries.at(-1)!.get('outFields')!, /^\w+,TYP$/);
  });

  onKoop('narrows down to a box that the address names', async () => {
    const { dataset } = await reading(`${services}/parking/FeatureServer/0/query?where=1%3D1&geometry=8.67,49.40,8.70,49.42&geometryType=esriGeometryEnvelope&inSR=4326`);
    assert.ok(dataset.length > 0 && dataset.length < features('heidelberg-disabled.geojson'));
    const [west, south, east, north] = dataset.places!.bounds;
    assert.ok(west >= 8.67 && south >= 49.4 && east <= 8.7 && north <= 49.42, dataset.places!.bounds.join());
  });

  onKoop('has places where the file has them', async () => {
    const file = JSON.parse(readFileSync(`${data}heidelberg-disabled.geojson`, 'utf8')) as { features: { geometry: { coordinates: [number, number] } }[] };
    const x = file.features.map(({ geometry }) => geometry.coordinates[0]);
    const { bounds } = (await reading(`${services}/parking/FeatureServer/0`)).dataset.places!;
    assert.ok(Math.abs(bounds[0] - Math.min(...x)) < 1e-5 && Math.abs(bounds[2] - Math.max(...x)) < 1e-5);
  });

  onKoop('says with the status 200 that a dataset is missing', async () => {
    const error: unknown = await openDataset(`${services}/nothing/FeatureServer/0`).catch((caught: unknown) => caught);
    assert.ok(error instanceof SourceError);
    assert.equal(error.reason, 'not-found');
    assert.match(error.message, /404.*nothing\.json/);
  });
});
