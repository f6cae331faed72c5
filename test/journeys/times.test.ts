import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { startStatic, type StaticServer } from '../support/static-server.js';

/** The same moment in Vienna, written without a zone, in UTC, and as seconds; and one a day later. */
const table = 'name,lat,lon,local,zoned,last_reported\nA,48.2,16.3,2026-11-23 08:15,2026-11-23T07:15:00Z,1795418100\nB,48.3,16.4,2026-11-24 09:00,2026-11-24T08:00:00Z,1795507200\n';
const page = '<!doctype html><html lang="de"><head><title>Zeit</title><link rel="icon" href="data:,"><script type="module" src="/cdn/civic.js"></script></head><body><civic-map src="/times.csv" time-by="local"></civic-map></body></html>';

describe('times in Vienna', () => {
  let server: StaticServer;
  let browser: Browser;
  let open: Page;
  before(async () => {
    server = await startStatic({
      folders: { '/cdn/': fileURLToPath(new URL('../../dist/cdn', import.meta.url)) },
      answer({ url }, response) {
        if (url !== '/' && url !== '/times.csv') return false;
        response.setHeader('content-type', url === '/' ? 'text/html; charset=utf-8' : 'text/csv');
        response.end(url === '/' ? page : table);
        return true;
      },
    });
    browser = await launch();
    open = await browser.newPage({ timezoneId: 'Europe/Vienna' });
    await open.goto(server.origin);
    await open.waitForSelector('civic-map:state(drawn)', { state: 'attached' });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('are those of the clock there, whether they name their zone or not', async () => {
    const facts = await open.locator('civic-map [part=list] .facts').first().innerText();
    assert.equal(facts.match(/23\.11\.2026, 08:15/g)?.length, 3, facts);
  });

  it('are the same in the list, in the slider and in the filter', async () => {
    const map = open.locator('civic-map');
    await map.locator('.time-line input').focus();
    await open.keyboard.press('Home');
    const words = await map.locator('.time-words').innerText();
    assert.match(words, /23\.11\.2026, 08:00.09:00|23\.11\.2026, 08:00 bis 23\.11\.2026, 09:00/, words);
    assert.equal(await map.locator('[part=list] [part=entry]').count(), 1);
    await map.locator('.chip').waitFor();
    assert.ok((await map.locator('.chip').innerText()).includes(words));
  });
});
