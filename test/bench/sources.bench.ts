import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { startStatic } from '../support/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rows = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const runs = 3;

/** The same numbers in every run; no two rows are alike. */
function* places(): Iterable<{ id: number; name: string; kind: string; lat: string; lon: string; height: string }> {
  let seed = 42;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const kinds = ['oak', 'lime', 'maple', 'plane', 'birch', 'ash'];
  for (let id = 1; id <= rows; id += 1) {
    yield { id, name: `Tree ${id} of the city`, kind: kinds[Math.floor(random() * kinds.length)]!, lat: (48 + random()).toFixed(6), lon: (2 + random()).toFixed(6), height: (random() * 30).toFixed(1) };
  }
}

function csv(): Buffer {
  const lines = ['id,name,kind,lat,lon,height'];
  for (const { id, name, kind, lat, lon, height } of places()) lines.push(`${id},${name},${kind},${lat},${lon},${height}`);
  return Buffer.from(`${lines.join('\n')}\n`);
}

function geojson(): Buffer {
  const features: string[] = [];
  for (const { id, name, kind, lat, lon, height } of places()) {
    features.push(`{"type":"Feature","properties":{"id":${id},"name":"${name}","kind":"${kind}","height":${height}},"geometry":{"type":"Point","coordinates":[${lon},${lat}]}}`);
  }
  return Buffer.from(`{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
}

interface Figures {
  readonly milliseconds: number;
  readonly longest: number;
  readonly rows: number;
}

/** One reading in a page of its own: the time from request to ready, and the longest task of the main thread. */
async function measure(browser: Browser, address: string, program: string): Promise<Figures> {
  const page = await browser.newPage();
  await page.goto(address);
  const figures = await page.evaluate(`(async () => {
    let longest = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); }).observe({ type: 'longtask' });
    const work = await (${program});
    const started = performance.now();
    const rows = await work();
    const milliseconds = performance.now() - started;
    await new Promise((done) => setTimeout(done, 100));
    return { milliseconds, longest, rows };
  })()`);
  await page.close();
  return figures as Figures;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Reading a million rows, from request to ready columns, against the least that any reader does. */
export async function run(): Promise<void> {
  const files: Readonly<Record<string, Buffer>> = { '/places.csv': csv(), '/places.geojson': geojson() };
  const papa = readFileSync(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'));
  const server = await startStatic({
    folders: { '/cdn/': `${root}dist/cdn/` },
    answer(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const body = pathname === '/' ? Buffer.from('<!doctype html><title>Bench</title>') : pathname === '/papaparse.js' ? papa : files[pathname];
      if (!body) return false;
      response.setHeader('content-type', pathname === '/' ? 'text/html' : pathname.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
      response.end(body);
      return true;
    },
  });
  const browser = await launch();
  const ours = (path: string): string => `import('/cdn/sources.js').then(({ openDataset }) => async () => (await openDataset(location.origin + '${path}')).length)`;
  const pairs = [
    {
      name: `CSV, ${rows.toLocaleString('en')} rows, against PapaParse to arrays`,
      ours: ours('/places.csv'),
      peer: `new Promise((done) => { const script = document.createElement('script'); script.src = '/papaparse.js'; script.onload = () => done(async () => Papa.parse(await (await fetch('/places.csv')).text(), { skipEmptyLines: true }).data.length - 1); document.head.append(script); })`,
    },
    {
      name: `GeoJSON, ${rows.toLocaleString('en')} points, against response.json() alone`,
      ours: ours('/places.geojson'),
      peer: `Promise.resolve(async () => (await (await fetch('/places.geojson')).json()).features.length)`,
    },
  ];
  for (const pair of pairs) {
    const mine: Figures[] = [];
    const theirs: Figures[] = [];
    for (let i = 0; i < runs; i += 1) {
      mine.push(await measure(browser, server.origin, pair.ours));
      theirs.push(await measure(browser, server.origin, pair.peer));
    }
    const [a, b] = [median(mine.map(({ milliseconds }) => milliseconds)), median(theirs.map(({ milliseconds }) => milliseconds))];
    console.log(`${pair.name}: ${(a / b).toFixed(2)} (${a.toFixed(0)} against ${b.toFixed(0)} ms; longest task ${median(mine.map(({ longest }) => longest)).toFixed(0)} against ${median(theirs.map(({ longest }) => longest)).toFixed(0)} ms; ${mine[0]?.rows} and ${theirs[0]?.rows} rows)`);
  }
  await browser.close();
  await server.close();
}
