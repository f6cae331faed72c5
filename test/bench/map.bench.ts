import { buildCdn } from '../../build.js';
import { points, polygons, type DataFile } from './map/data.js';
import { startBrowser } from './map/devtools.js';
import { bundleLibraries, libraries } from './map/libraries.js';
import { measure, middleOf, type Figures } from './map/measure.js';
import { startPages } from './map/pages.js';
import { table } from './map/table.js';

/** How many points, one table each; `0` none. A quick look is `BENCH_POINTS=2000 BENCH_POLYGONS=50`. */
const sizes = (process.env['BENCH_POINTS'] ?? '10000,100000,1000000').split(',').map(Number).filter((size) => size > 0);
const areas = Number(process.env['BENCH_POLYGONS'] ?? 5_000);
const formats = (process.env['BENCH_FORMATS'] ?? 'csv,geojson').split(',') as ('csv' | 'geojson')[];
const only = process.env['BENCH_LIBRARIES']?.split(',');
/** How often all of them draw each file, one after the other: each figure is the median. What takes a library half a minute is done once. */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);
const large = 50_000_000;
/** For each library with each file. */
const seconds = Number(process.env['BENCH_SECONDS'] ?? 120);
const vertices = 200;

/** Files are made when their turn comes: together they would be half a gigabyte. */
function* files(): Iterable<{ title: string; file: DataFile }> {
  if (areas > 0) yield { title: `${areas.toLocaleString('en')} polygons with ${(areas * vertices).toLocaleString('en')} vertices, GeoJSON`, file: polygons(areas, vertices) };
  for (const size of sizes) for (const format of formats) yield { title: `${size.toLocaleString('en')} points, ${format === 'csv' ? 'CSV' : 'GeoJSON'}`, file: points(size, format) };
}

/** `<civic-map>` against other maps, each drawing the same file in the same browser. Prints, never fails. */
export async function run(): Promise<void> {
  if (!process.env['BENCH_BUILT']) await buildCdn();
  const pages = await startPages(await bundleLibraries());
  // Without a GPU a program draws what is said to WebGL; canvases are drawn by the page itself, as Chromium does it where there is none.
  const browser = await startBrowser('--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-accelerated-2d-canvas');
  // The first page of a browser waits for much that is no library's matter.
  await measure(browser, pages, 'openlayers', points(100, 'csv'), 20);
  const { product } = await browser.send<{ product: string }>('Browser.getVersion');
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${product}, one run of one browser; of files below ${large / 1e6} MB each figure is the median of ${rounds} pages. WebGL is drawn by software (SwiftShader), which is to the disadvantage of who uses it (*).`);
  for (const { title, file } of files()) {
    const found = new Map<string, Figures[]>();
    for (let round = 0; round < (file.body.length < large ? rounds : 1); round += 1) {
      for (const { entry, name, pointsOnly = false } of libraries) {
        if ((only && !only.includes(entry)) || (pointsOnly && file.shape !== 'points')) continue;
        const figures = await measure(browser, pages, entry, file, seconds);
        found.set(entry, [...(found.get(entry) ?? []), figures]);
        if (process.env['BENCH_LOUD']) console.error(name, JSON.stringify(figures));
      }
    }
    const results = new Map([...found].map(([entry, figures]) => [entry, middleOf(figures)]));
    console.log(`\n### ${title} (${(file.body.length / 1e6).toFixed(1)} MB)\n\n${table(results, file)}`);
  }
  await browser.stop();
  await pages.close();
}
