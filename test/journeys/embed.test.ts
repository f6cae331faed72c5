import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { startDemo, type Demo } from '../support/demo.js';
import { startStatic, type StaticServer } from '../support/static-server.js';
import { settled, watched } from '../support/watched-page.js';

/** Pages of another town, on another origin, that embed what the demo serves: their bodies by path. */
const bodies: Record<string, (demo: string) => string> = {
  '/tag': (demo) => `<civic-map src="${demo}/data/airports.csv"><a href="${demo}/data/airports.csv">Airports (CSV)</a></civic-map>`,
  '/dataset-page': (demo) => `<civic-map src="${demo}/dataset/london-boroughs"></civic-map>`,
  '/link': (demo) => `<p><a class="civic" data-civic="map" data-civic-label="Airports" href="${demo}/data/airports.csv">Airports (CSV)</a></p>`,
  '/box': (demo) => `<div data-civic="map" data-civic-src="${demo}/data/airports.csv">Airports</div>`,
  '/hash': (demo) => `<p><a href="${demo}/data/airports.csv#civic=map&label=Airports">Airports (CSV)</a></p>`,
  '/twice': (demo) => `<civic-map src="${demo}/data/airports.csv"></civic-map><script type="module" src="${demo}/cdn/civic.js?again"></script>`,
  '/later': () => '<button type="button">Show</button>',
  '/roadmap': (demo) => `<civic-roadmap src="${demo}/promises.json"></civic-roadmap>`,
  '/hostile': (demo) => `<a class="civic" data-civic="map" href="javascript:alert(1)">No address</a><div data-civic="studio" data-civic-src="${demo}/data/airports.csv">No element</div>`,
};

describe('a page of another town, on another origin', () => {
  let demo: Demo;
  let town: StaticServer;
  let browser: Browser;
  before(async () => {
    demo = await startDemo();
    town = await startStatic({
      answer(request, response) {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const body = Object.hasOwn(bodies, pathname) ? bodies[pathname] : undefined;
        if (!body) return false;
        response.setHeader('content-type', 'text/html; charset=utf-8');
        // As strict as a page can be that still trusts the demo's origin.
        response.setHeader('content-security-policy', `default-src 'none'; script-src ${demo.origin}; connect-src ${demo.origin}; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`);
        response.end(`<!doctype html><html lang="en"><head><title>Town</title><link rel="icon" href="data:,"><script type="module" src="${demo.origin}/cdn/civic.js"></script></head><body><main>${body(demo.origin)}</main></body></html>`);
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

  /** Opens a page of the town, lets `then` act on it, and wants no complaint. */
  async function visit(path: string, then: (page: Page) => Promise<void>): Promise<void> {
    const { page, complaints } = await watched(browser, { origin: town.origin, also: [demo.origin] });
    await page.goto(town.origin + path);
    await then(page);
    assert.deepEqual(complaints(), []);
    await page.close();
  }

  async function showsAirports(page: Page): Promise<void> {
    await settled(page);
    const map = page.locator('civic-map');
    assert.equal(await map.count(), 1);
    await map.getByText('Thigpen').first().waitFor();
    await page.waitForFunction(() => document.querySelector('civic-map')?.matches(':state(drawn)'));
  }

  it('shows the map with the script tag and the tag alone', () => visit('/tag', showsAirports));

  for (const [form, path] of [['a link with data-civic', '/link'], ['a box with data-civic', '/box'], ['a link with #civic', '/hash']] as const) {
    it(`shows the map from ${form}`, () => visit(path, showsAirports));
  }

  it('shows it once where the script tag stands twice', () => visit('/twice', showsAirports));

  it('shows the map of a dataset page, with title, publisher and licence', () =>
    visit('/dataset-page', async (page) => {
      await settled(page);
      const map = page.locator('civic-map');
      for (const text of ['Hackney', 'Greater London Authority', 'Open Government Licence']) await map.getByText(text).first().waitFor();
    }));

  it('shows an element that a script adds later', () =>
    visit('/later', async (page) => {
      assert.equal(await page.evaluate(() => Boolean(customElements.get('civic-map'))), false);
      await page.evaluate((src) => {
        const map = document.createElement('civic-map');
        map.setAttribute('src', src);
        document.querySelector('main')?.append(map);
      }, `${demo.origin}/data/airports.csv`);
      await showsAirports(page);
    }));

  it('loads only what it uses', () =>
    visit('/roadmap', async (page) => {
      await settled(page);
      await page.locator('civic-roadmap').getByText('List every federal program').first().waitFor();
      const defined = await page.evaluate(() => ['civic-roadmap', 'civic-map', 'civic-rating', 'civic-ideas'].filter((tag) => customElements.get(tag)));
      assert.deepEqual(defined, ['civic-roadmap']);
    }));

  it('leaves a placeholder alone whose address or element is none of ours', () =>
    visit('/hostile', async (page) => {
      await page.waitForFunction(() => document.querySelectorAll('[data-civic-done]').length === 2);
      assert.equal(await page.locator('civic-map, civic-studio').count(), 0);
      assert.equal(await page.getByText('No element').isVisible(), true);
    }));
});
