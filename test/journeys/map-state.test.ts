import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { startDemo, type Demo } from '../support/demo.js';
import { startStatic, type StaticServer } from '../support/static-server.js';
import { settled, watched } from '../support/watched-page.js';

/** A town's page whose map stands in its address, alone or in a frame, under a strict policy and a base that leads elsewhere. */
describe('a map that stands in the address of its page', () => {
  let demo: Demo;
  let town: StaticServer;
  let browser: Browser;
  before(async () => {
    demo = await startDemo();
    town = await startStatic({
      answer(request, response) {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const body = pathname === '/layers' ? `<civic-map lang="en" filter="q=ville"><civic-layer src="${demo.origin}/data/airports.csv" label="Airports"></civic-layer><civic-layer src="${demo.origin}/data/london-boroughs.geojson" label="Boroughs"></civic-layer></civic-map>` : pathname === '/framed' ? '<iframe src="/" title="Map" width="1000" height="900"></iframe>' : `<h2 id="chapter">Chapter</h2><civic-map state="air" src="${demo.origin}/data/airports.csv"></civic-map>`;
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.setHeader('content-security-policy', `default-src 'none'; frame-src 'self'; script-src ${demo.origin}; connect-src ${demo.origin}; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`);
        response.end(`<!doctype html><html lang="en"><head><base href="/elsewhere/"><title>Town</title><link rel="icon" href="data:,"><script type="module" src="${demo.origin}/cdn/civic.js"></script></head><body><main>${body}</main></body></html>`);
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

  const heading = (page: Page): Promise<string> => page.locator('civic-map #detail-heading').innerText();
  const drawn = (page: Page): Promise<unknown> => page.waitForFunction(() => document.querySelector('civic-map:state(drawn)'));

  it('goes back and forward, survives a reload, and is the same for who gets the link', async () => {
    const { page, complaints } = await watched(browser, { origin: town.origin, also: [demo.origin] });
    await page.goto(`${town.origin}/#chapter`);
    await settled(page);
    await drawn(page);
    await page.locator('civic-map #search').fill('ville');
    await page.waitForURL(/#chapter&air=q=ville$/);
    await page.locator('civic-map [part=entry]').first().click();
    await page.waitForURL(/#chapter&air=q=ville;(id|row)=/);
    const name = await heading(page);
    await page.locator('civic-map [part=zoom-in]').click();
    await page.waitForURL(/;at=/);
    const link = page.url();
    await page.reload();
    await page.waitForSelector('civic-map #detail-heading');
    assert.equal(await heading(page), name);
    assert.equal(await page.locator('civic-map #search').inputValue(), 'ville');
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector('civic-map')?.shadowRoot?.querySelector('#detail-heading'));
    assert.match(page.url(), /#chapter&air=q=ville/);
    await page.goForward();
    await page.waitForSelector('civic-map #detail-heading');
    assert.equal(await heading(page), name);
    const other = await browser.newPage();
    await other.goto(link);
    await other.waitForSelector('civic-map #detail-heading');
    assert.equal(await heading(other), name);
    await other.close();
    assert.deepEqual(complaints(), []);
    await page.close();
  });

  it('has what was searched before that which searches was there', async () => {
    const { page } = await watched(browser, { origin: town.origin, also: [demo.origin] });
    let send = (): void => {};
    const asked = new Promise<void>((resolve) => void page.route(/map\.sieve/, (route) => {
      send = () => void route.continue();
      resolve();
    }));
    await page.goto(town.origin);
    await settled(page);
    await page.locator('civic-map #search').fill('ville');
    await asked;
    // Longer than the search box waits for the next letter.
    await page.waitForTimeout(500);
    send();
    await page.waitForURL(/#air=q=ville$/);
    await page.close();
  });

  it('does so within a frame', async () => {
    const { page, complaints } = await watched(browser, { origin: town.origin, also: [demo.origin] });
    await page.goto(`${town.origin}/framed`);
    const frame = page.frameLocator('iframe');
    await frame.locator('civic-map [part=entry]').first().click();
    await frame.locator('civic-map #detail-heading').waitFor();
    const inner = page.frames()[1]!;
    await inner.waitForFunction(() => /#air=(id|row)=/.test(location.hash));
    await inner.evaluate(() => history.back());
    await frame.locator('civic-map #detail-heading').waitFor({ state: 'detached' });
    assert.equal(page.url(), `${town.origin}/framed`);
    assert.deepEqual(complaints(), []);
    await page.close();
  });

  it('is printed with the list of what it shows, and without its buttons', async () => {
    const { page, complaints } = await watched(browser, { origin: town.origin, also: [demo.origin] });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${town.origin}/layers`);
    await settled(page);
    await drawn(page);
    await page.waitForSelector('civic-map [part=save]');
    await page.locator('civic-map [part=explore]').click();
    await page.waitForSelector('civic-map [part=chips]');
    await page.locator('civic-map [part=layers] li').getByText('Boroughs').waitFor();
    await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('civic-map .sheet tbody tr').count() > 10, true);
    assert.equal(await page.locator('civic-map :is(button, input, select, summary):visible').count(), 0);
    const paper = (await page.locator('civic-map .sheet').innerText()).replace(/\s+/g, ' ');
    for (const words of ['Filtered by: “ville”', 'Airports', 'Boroughs', page.url()]) assert.equal(paper.includes(words), true, words);
    assert.deepEqual(await page.locator('civic-map .sheet').evaluate((sheet) => [getComputedStyle(sheet).colorScheme, getComputedStyle(sheet).color]), ['light', 'rgb(0, 0, 0)']);
    assert.deepEqual(complaints(), []);
    await page.close();
  });
});
