import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
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
  /** The most memory that the page's process ever held, beyond what it held while it was blank; NaN where that is not told. */
  readonly megabytes: number;
}

/** `VmHWM` and its like of a process, in megabytes, as Linux tells them. */
function memory(process: number, field: 'VmHWM' | 'VmRSS'): number {
  const path = `/proc/${process}/status`;
  return existsSync(path) ? Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(path, 'utf8'))?.[1]) / 1024 : Number.NaN;
}

/** The processes of pages, workers included: that of ours, and one that the browser keeps in reserve. */
async function pageProcesses(browser: Browser): Promise<readonly number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** One reading in a browser of its own: from request to ready, the longest task of the main thread, and the peak of memory. */
async function measure(address: string, program: string): Promise<Figures> {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(address);
  await page.evaluate(`(async () => { globalThis.work = await (${program}); })()`);
  const blank = new Map((await pageProcesses(browser)).map((process) => [process, memory(process, 'VmRSS')]));
  const figures = await page.evaluate(`(async () => {
    let longest = 0;
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); }).observe({ type: 'longtask' });
    const started = performance.now();
    const rows = await work();
    const milliseconds = performance.now() - started;
    await new Promise((done) => setTimeout(done, 100));
    return { milliseconds, longest, rows };
  })()`);
  const megabytes = Math.max(...[...blank].map(([process, before]) => memory(process, 'VmHWM') - before));
  await browser.close();
  return { ...(figures as Omit<Figures, 'megabytes'>), megabytes };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const middle = (figures: readonly Figures[], of: keyof Figures): number => median(figures.map((each) => each[of]));

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
      response.setHeader('content-length', body.length);
      response.end(body);
      return true;
    },
  });
  const ours = (path: string): string => `import('/cdn/sources.js').then(({ openDataset }) => async () => (globalThis.held = await openDataset(location.origin + '${path}')).length)`;
  const pairs = [
    {
      name: `CSV, ${rows.toLocaleString('en')} rows, against PapaParse to arrays`,
      ours: ours('/places.csv'),
      peer: `new Promise((done) => { const script = document.createElement('script'); script.src = '/papaparse.js'; script.onload = () => done(async () => (globalThis.held = Papa.parse(await (await fetch('/places.csv')).text(), { skipEmptyLines: true }).data).length - 1); document.head.append(script); })`,
    },
    {
      name: `GeoJSON, ${rows.toLocaleString('en')} points, against response.json() alone`,
      ours: ours('/places.geojson'),
      peer: `Promise.resolve(async () => (globalThis.held = await (await fetch('/places.geojson')).json()).features.length)`,
    },
  ];
  for (const pair of pairs) {
    const mine: Figures[] = [];
    const theirs: Figures[] = [];
    for (let i = 0; i < runs; i += 1) {
      mine.push(await measure(server.origin, pair.ours));
      theirs.push(await measure(server.origin, pair.peer));
    }
    const line = (what: string, of: keyof Figures, unit: string): string => {
      const [a, b] = [middle(mine, of), middle(theirs, of)];
      return `  ${what}: ${(a / b).toFixed(2)} (${a.toFixed(0)} against ${b.toFixed(0)} ${unit})`;
    };
    console.log(`${pair.name} (${mine[0]?.rows} and ${theirs[0]?.rows} rows)`);
    console.log(line('time', 'milliseconds', 'ms'));
    console.log(line('peak memory', 'megabytes', 'MB'));
    console.log(`  longest task of the main thread: ${middle(mine, 'longest').toFixed(0)} against ${middle(theirs, 'longest').toFixed(0)} ms`);
  }
  await server.close();
}
