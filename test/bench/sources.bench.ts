import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startLonePages, type Figures } from './lone-page.js';

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

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const middle = (figures: readonly Figures[], of: keyof Figures): number => median(figures.map((each) => each[of]));

/** Reading a million rows, from request to ready columns, against the least that any reader does. */
export async function run(): Promise<void> {
  const files: Readonly<Record<string, Buffer>> = { '/places.csv': csv(), '/places.geojson': geojson() };
  const papa = readFileSync(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'));
  const pages = await startLonePages({ ...files, '/papaparse.js': papa }, { '/cdn/': `${root}dist/cdn/` });
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
      mine.push(await pages.measure(pair.ours));
      theirs.push(await pages.measure(pair.peer));
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
  await pages.close();
}
