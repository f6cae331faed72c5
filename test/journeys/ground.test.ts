import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { startStatic, type StaticServer } from '../support/static-server.js';

const cdn = fileURLToPath(new URL('../../dist/cdn/', import.meta.url));

const files: Readonly<Record<string, string>> = {
  '/town.csv': 'name,lat,lon\nTown hall,38.71,-9.14\nLibrary,38.73,-9.15\n',
  '/islands.csv': 'name,lat,lon\nPonta Delgada,37.7,-25.7\nFunchal,32.7,-16.9\nLas Palmas,28.1,-15.4\n',
};

/** Ground that a coastline is drawn on, by which most of a picture is told. */
const mostOf = `(() => {
  const canvas = document.querySelector('civic-map').shadowRoot.querySelector('canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const counts = {};
  for (let i = 0; i < data.length; i += 4) counts[data.slice(i, i + 3).join()] = (counts[data.slice(i, i + 3).join()] ?? 0) + 1;
  return Object.keys(counts).sort((a, b) => counts[b] - counts[a])[0];
})()`;

describe('the ground of a map', () => {
  let server: StaticServer;
  let browser: Browser;
  /** Whether a proxy keeps the coastline back. */
  let isHeld = false;
  before(async () => {
    server = await startStatic({
      folders: { '/cdn/': cdn },
      answer(request, response) {
        const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
        if (isHeld && pathname.includes('basemap.world')) {
          response.writeHead(403).end();
          return true;
        }
        const file = files[pathname];
        if (file === undefined && pathname !== '/') return false;
        response.setHeader('content-type', file === undefined ? 'text/html' : 'text/csv');
        response.end(file ?? `<!doctype html><html lang="en"><title>Ground</title><style>civic-map { --civic-map-land: rgb(250, 240, 230); --civic-map-water: rgb(200, 220, 240) }</style><script type="module" src="/cdn/civic.js"></script><civic-map src="/${search.slice(1)}.csv"></civic-map>`);
        return true;
      },
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** What a map is drawn on, and whether it asked for a coastline. */
  async function look(file: string, then: 'stay' | 'leave' = 'stay'): Promise<[colour: string, asked: boolean]> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    let asked = false;
    page.on('request', (request) => void (asked ||= request.url().includes('basemap.world')));
    await page.goto(`${server.origin}/?${file}`);
    await page.locator('civic-map:state(drawn)').waitFor();
    if (then === 'leave') {
      await page.locator('civic-map').evaluate((map) => void ((map as HTMLElement & { view: string }).view = '-40,10,0,50'));
      await page.waitForFunction(`${mostOf} === '200,220,240'`);
    }
    const colour = await page.evaluate<string>(mostOf);
    await page.close();
    return [colour, asked];
  }

  it('is plain for a town, which waits for no coastline', async () => {
    assert.deepEqual(await look('town'), ['250,240,230', false]);
  });

  it('is drawn, before the map says that it is, where one looks from far enough to see it', async () => {
    assert.deepEqual(await look('islands'), ['200,220,240', true]);
  });

  it('comes when one goes far enough away', async () => {
    assert.deepEqual(await look('town', 'leave'), ['200,220,240', true]);
  });

  it('stays plain where the coastline does not come', async () => {
    isHeld = true;
    assert.deepEqual(await look('islands'), ['250,240,230', true]);
  });
});
