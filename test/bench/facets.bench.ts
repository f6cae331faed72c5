import { buildCdn } from '../../build.js';
import type { FilterState } from '../../src/model/filter-state.js';
import { bounds, kinds, randomness, type DataFile } from './map/data.js';
import { startBrowser } from './map/devtools.js';
import { busy } from './map/drag.js';
import { bundleLibraries } from './map/libraries.js';
import { evaluate, median, opened } from './map/measure.js';
import { startPages } from './map/pages.js';

const rows = Number(process.env['BENCH_POINTS'] ?? 1_000_000);
/** Milliseconds in which a filter by three facets is to be seen. */
const limit = 50;

/** Accidents of ten years, strewn evenly in place and time. */
function accidents(): DataFile {
  const random = randomness();
  const lines = ['id,kind,age,time,lat,lon'];
  for (let id = 1; id <= rows; id += 1) {
    const time = new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 315_000_000) * 1000).toISOString().slice(0, 16);
    lines.push(`${id},${kinds[Math.floor(random() * kinds.length)]},${Math.floor(random() * 90)},${time},${(bounds.south + random()).toFixed(6)},${(bounds.west + random()).toFixed(6)}`);
  }
  return { path: '/data/accidents.csv', format: 'csv', shape: 'points', rows, body: Buffer.from(`${lines.join('\n')}\n`) };
}

const weekdays = { column: 'time', weekdays: [1, 2, 3, 4, 5], hours: [8, 9] };
const young = { column: 'age', ranges: [[18, 30]] } as const;
const of = (...values: string[]): FilterState['where'] => [{ column: 'kind', values }, young, weekdays];

/** Each is a filter by three facets: categories, a range of numbers, weekdays and hours of a date. Most change one of what the one before asked, the last and the first more. */
const states: readonly FilterState[] = [
  { where: of('oak') },
  { where: of('oak', 'lime') },
  { where: [{ column: 'kind', values: ['oak', 'lime'] }, { column: 'age', ranges: [[18, 30], [60, 70]] }, weekdays] },
  { where: [{ column: 'kind', values: ['oak', 'lime'] }, { column: 'age', ranges: [[18, 30], [60, 70]] }, { column: 'time', weekdays: [6, 7], hours: [22, 23, 0, 1, 2] }] },
  { where: [{ column: 'kind', values: ['maple'] }, young, { column: 'time', weekdays: [6, 7] }] },
];

/** Filters of a million rows by three facets, with every facet open and counted anew, until another picture is there. */
export async function run(): Promise<void> {
  if (!process.env['BENCH_BUILT']) await buildCdn();
  const libraries = await bundleLibraries();
  const pages = await startPages(new Map([...libraries].filter(([path]) => /civic|watch/.test(path))));
  const browser = await startBrowser('--disable-accelerated-2d-canvas');
  const file = accidents();
  pages.give(file);
  const { send, close } = await browser.open(pages.address('civic'));
  await opened(send);
  await evaluate(send, `watch.draw(${JSON.stringify({ url: file.path, format: file.format, shape: file.shape, rows })})`);
  await evaluate(send, 'watch.settle()');
  await evaluate(send, 'watch.prepare()');
  await evaluate(send, `const map = document.querySelector('civic-map'); globalThis.peer = { filter: (state) => void (map.filters = state) }`);
  await send('Performance.enable');
  const [seen, works]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3; round += 1) {
    for (const state of states) {
      const before = await busy(send);
      seen.push(await evaluate(send, `watch.filter(${JSON.stringify(state)})`));
      works.push((await busy(send)) - before);
      await evaluate(send, 'watch.settle()');
    }
  }
  const [facets, shown] = await evaluate<[number, string]>(send, `(() => { const { shadowRoot } = document.querySelector('civic-map'); return [shadowRoot.querySelectorAll('[part=facet]').length, shadowRoot.querySelector('[part=count]').textContent.trim()]; })()`);
  const longest = await evaluate<number>(send, 'watch.longest()');
  const times = (values: readonly number[]): string => `${median(values).toFixed(0)} ms, at most ${Math.max(...values).toFixed(0)} ms`;
  console.log(`${new Date().toISOString().slice(0, 10)}: ${rows.toLocaleString('en')} rows, ${facets} facets open (${shown})`);
  console.log(`another picture after ${times(seen)} (× ${(median(seen) / limit).toFixed(2)} of ${limit} ms); the main thread at work ${times(works)}; longest task ${longest === 0 ? 'below 50' : longest.toFixed(0)} ms`);
  await close();
  await browser.stop();
  await pages.close();
}
