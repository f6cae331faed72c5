import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { startStatic } from '../support/static-server.js';

/**
 * `npm run weights`: what a real browser transfers, as brotli, until each element is ready, against the budgets of the
 * design. Bodies are counted as they come over the wire; headers are the server's, and the data is the publisher's.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Budget {
  readonly name: string;
  readonly markup: string;
  readonly kilobytes: number;
  /** When the page was as far as the budget reaches, in milliseconds; what it asked for later is not counted. */
  readonly until: string;
}

/** Notes when a state is first set: whoever asks from outside hears of it when more has come already. */
const watchStates = `
  const { add } = CustomStateSet.prototype;
  globalThis.reached = {};
  CustomStateSet.prototype.add = function (state) {
    globalThis.reached[state] ??= performance.now();
    return add.call(this, state);
  };
`;
const ready = 'reached.ready ?? reached.empty';
const drawn = 'reached.drawn';

const budgets: readonly Budget[] = [
  { name: 'civic.js on a page without our tags', markup: '', kilobytes: 3, until: 'performance.now()' },
  { name: 'civic-rating ready', markup: '<civic-rating endpoint="/hub/"></civic-rating>', kilobytes: 25, until: ready },
  ...['yes-no', 'thumbs', 'smileys', 'it-agid', 'us-a11', 'fr-jdma', 'uk-service'].map((profile) => (
    { name: `civic-rating ready, by ${profile}`, markup: `<civic-rating endpoint="/hub/" profile="${profile}"></civic-rating>`, kilobytes: 25, until: ready })),
  { name: 'civic-rating floating', markup: '<civic-rating endpoint="/hub/" floating></civic-rating>', kilobytes: 25, until: ready },
  { name: 'civic-ideas ready', markup: '<civic-ideas endpoint="/hub/"></civic-ideas>', kilobytes: 25, until: ready },
  { name: 'civic-roadmap ready', markup: '<civic-roadmap src="/plan.json"></civic-roadmap>', kilobytes: 25, until: ready },
  { name: 'civic-map: list ready (CSV)', markup: '<civic-map src="/places.csv"></civic-map>', kilobytes: 35, until: ready },
  { name: 'civic-map: list ready (GeoJSON)', markup: '<civic-map src="/places.geojson"></civic-map>', kilobytes: 35, until: ready },
  { name: 'civic-map: map of a town drawn', markup: '<civic-map src="/places.csv"></civic-map>', kilobytes: 110, until: drawn },
  { name: 'civic-map: map of countries drawn, with its basemap', markup: '<civic-map src="/cities.csv"></civic-map>', kilobytes: 110, until: drawn },
];

const answers: Readonly<Record<string, string>> = {
  '/places.csv': 'name,kind,lat,lon\nOak,tree,52.5,13.4\nLime,tree,52.51,13.41\nBench,seat,52.52,13.42\n',
  '/cities.csv': 'name,lat,lon\nBerlin,52.5,13.4\nMadrid,40.4,-3.7\nOslo,59.9,10.7\n',
  '/places.geojson': '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Oak"},"geometry":{"type":"Point","coordinates":[13.4,52.5]}}]}',
  '/plan.json': '{"commitments":[{"id":"1","title":"A new park","status":"started","milestones":[],"evidence":[],"ideas":[],"sdg":[]}],"problems":[]}',
  '/hub/v1': '{"name":"City","version":"1","moderation":"after","minimum":5,"ideas":{"categories":[]}}',
  '/hub/v1/ratings/summary': '{"subject":"/","n":0,"minimum":5,"suppressed":true,"min":1,"max":5,"distribution":[],"reasons":[]}',
  '/hub/v1/ideas': '{"ideas":[],"total":0}',
};

async function measure(browser: Browser, origin: string, { markup, until }: Budget): Promise<Map<string, number>> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const urls = new Map<string, string>();
  const bytes = new Map<string, number>();
  await page.addInitScript(watchStates);
  session.on('Network.responseReceived', ({ requestId, response }) => void urls.set(requestId, response.url));
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const file = urls.get(requestId)?.split('/cdn/')[1];
    if (file) bytes.set(file, (bytes.get(file) ?? 0) + encodedDataLength);
  });
  await page.goto(`${origin}/?${encodeURIComponent(markup)}`);
  const end = await (await page.waitForFunction(until, undefined, { timeout: 20_000, polling: 20 })).jsonValue();
  // What was asked for in time has come whole when nothing is on its way any more.
  await page.waitForLoadState('networkidle');
  const later = await page.evaluate((time) => performance.getEntriesByType('resource').flatMap(({ name, startTime }) => (startTime > Number(time) ? [name.split('/cdn/')[1] ?? ''] : [])), end);
  await page.close();
  for (const file of later) bytes.delete(file);
  return bytes;
}

const server = await startStatic({
  brotli: true,
  folders: { '/cdn/': `${root}dist/cdn/` },
  answer(request, response) {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><html lang="en"><title>Weights</title><script type="module" src="/cdn/civic.js"></script>${decodeURIComponent(search.slice(1))}`);
      return true;
    }
    const answer = answers[pathname];
    if (answer === undefined) return false;
    response.setHeader('content-type', pathname.endsWith('.csv') ? 'text/csv' : 'application/json');
    response.end(answer);
    return true;
  },
});
const browser = await launch();
let failed = 0;
for (const budget of budgets) {
  const bytes = await measure(browser, server.origin, budget);
  const kilobytes = [...bytes.values()].reduce((sum, each) => sum + each, 0) / 1000;
  const within = bytes.size > 0 && kilobytes <= budget.kilobytes;
  if (!within) failed += 1;
  console.log(`${within ? '✓' : '✗'} ${budget.name}: ${kilobytes.toFixed(1)} of ${budget.kilobytes} kB (${(kilobytes / budget.kilobytes).toFixed(2)})`);
  if (process.argv.includes('--files')) for (const [file, size] of bytes) console.log(`    ${(size / 1000).toFixed(1)} kB ${file}`);
}
await browser.close();
await server.close();
console.log(`weights: ${budgets.length - failed} of ${budgets.length} within budget`);
process.exitCode = failed > 0 ? 1 : 0;
