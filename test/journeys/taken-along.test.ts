import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import papa from 'papaparse';
import type { Browser } from 'playwright-core';
import { latitude, longitude } from '../../src/model/mercator.js';
import { openDataset } from '../../src/sources/open.js';
import { launch } from '../support/chromium.js';
import { startDemo, type Demo } from '../support/demo.js';
import { startStatic, type StaticServer } from '../support/static-server.js';
import { settled, watched } from '../support/watched-page.js';
import { faultsOf, type Collection } from '../support/strict-geojson.js';

/** Text that a careless writer would break on, or a spreadsheet run. */
const hostile = ['=1+1', ' =1+1', '+49 89 1', '@x', '"quoted", with comma', 'semi;colon', 'two\nlines', '-12.5', "it's", '日本語 – ñ', '\u00a0nbsp'];
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What readers take along, read again: by a reader that is not ours, by rules written down elsewhere, and by our own. */
describe('the files that a map gives', () => {
  let demo: Demo;
  let town: StaticServer;
  let browser: Browser;
  /** Files that were saved, by name. */
  const saved = new Map<string, Buffer>();
  before(async () => {
    demo = await startDemo();
    town = await startStatic({
      answer(request, response) {
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
        response.setHeader('access-control-allow-origin', '*');
        if (pathname === '/hostile.csv') response.end(`name,"remark, long",lat,lon\r\n${hostile.map((text, i) => `Place ${i},${quoted(text)},${48 + i / 100},${11 + i / 100}`).join('\r\n')}\r\n`);
        else if (saved.has(pathname.slice(1))) response.end(saved.get(pathname.slice(1)));
        else {
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(`<!doctype html><html lang="en"><head><title>Town</title><link rel="icon" href="data:,"><script type="module" src="${demo.origin}/cdn/civic.js"></script></head><body><civic-map src="${searchParams.get('src')!.replaceAll('"', '&quot;')}"></civic-map></body></html>`);
        }
        return true;
      },
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await town?.close();
    await demo?.stop();
  });

  /** Presses both buttons under the map of an address. */
  async function taken(src: string): Promise<{ csv: Buffer; geojson: Buffer }> {
    const { page, complaints } = await watched(browser, { origin: town.origin, also: [demo.origin] });
    await page.goto(`${town.origin}/?src=${encodeURIComponent(src)}`);
    await settled(page);
    await page.locator('civic-map [part=save] > summary').click();
    const files: Buffer[] = [];
    for (const name of ['as CSV', 'as GeoJSON']) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('civic-map').getByRole('button', { name }).click()]);
      files.push(await readFile(await download.path()));
    }
    assert.deepEqual(complaints(), []);
    await page.close();
    return { csv: files[0]!, geojson: files[1]! };
  }

  /** A dataset as plain values: cells by the names of columns, and where each row is, to six digits. */
  async function content(address: string): Promise<{ cells: unknown[]; where: unknown[] }> {
    const { length, columns, places } = await openDataset(address);
    const rows = Array.from({ length }, (_, row) => row);
    const named = columns.filter(({ name }) => !/^(longitude|latitude|lon|lat)$/.test(name));
    return {
      cells: rows.map((row) => Object.fromEntries(named.map((column) => [column.name, column.value(row)] as const).filter(([, value]) => value !== undefined))),
      where: rows.map((row) => (places && !Number.isNaN(places.x[row]!) ? [longitude(places.x[row]!), latitude(places.y[row]!)].map((each) => each.toFixed(5)) : undefined)),
    };
  }

  for (const [what, path] of [['points of a table', '/data/airports.csv'], ['points with times', '/data/earthquakes.geojson'], ['areas', '/data/london-boroughs.geojson'], ['lines', '/data/london-underground.geojson']] as const) {
    it(`hold all of ${what}, for others and for us`, async () => {
      const { csv, geojson } = await taken(demo.origin + path);
      const before = await content(demo.origin + path);
      const { data, errors, meta } = papa.parse<Record<string, string>>(csv.toString('utf8').replace(/^\ufeff/, ''), { header: true, delimiter: ',', skipEmptyLines: true });
      assert.deepEqual([errors, data.length], [[], before.cells.length]);
      for (const name of Object.keys(before.cells[0] as object)) assert.equal(meta.fields!.includes(name), true, name);
      const collection = JSON.parse(geojson.toString('utf8')) as Collection;
      assert.deepEqual(faultsOf(collection), []);
      assert.equal(collection.features.length, before.cells.length);
      saved.set('taken.csv', csv).set('taken.geojson', geojson);
      const again = await content(`${town.origin}/taken.geojson`);
      assert.deepEqual(again, before);
      if (path.endsWith('airports.csv')) assert.deepEqual(await content(`${town.origin}/taken.csv`), before);
    });
  }

  it('hold hostile text letter by letter, but for the apostrophe that keeps it from being run', async () => {
    // Blanks around a cell are none of it.
    const kept = hostile.map((text) => text.replace(/^ /, ''));
    const { csv, geojson } = await taken(`${town.origin}/hostile.csv`);
    const { data, errors } = papa.parse<string[]>(csv.toString('utf8').replace(/^\ufeff/, ''), { delimiter: ',', skipEmptyLines: true });
    assert.deepEqual(errors, []);
    const found = data.slice(1).map((cells) => cells[1]!);
    for (const cell of found) assert.doesNotMatch(cell, /^[\s\u00a0]*[=+@]/);
    assert.deepEqual(found.map((cell) => cell.replace(/^'(?=\s*[=+@-])/, '')), kept);
    const { features } = JSON.parse(geojson.toString('utf8')) as Collection;
    assert.deepEqual(features.map(({ properties }) => properties!['remark, long']), kept);
  });
});
