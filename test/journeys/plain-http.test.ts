import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { startDemo, type Demo } from '../support/demo.js';

/** Many a town's pages come over plain http, where a browser has neither its own arithmetic for proofs nor its own ids. */
describe('a page that came over plain http', () => {
  let demo: Demo;
  let browser: Browser;
  let town: string;
  before(async () => {
    demo = await startDemo();
    // The machine itself counts as safe under its own name; under another it does not.
    browser = await launch('--host-resolver-rules=MAP town.example 127.0.0.1');
    town = demo.origin.replace('127.0.0.1', 'town.example');
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  it('takes a rating and an idea that count, for they come with their proof', async () => {
    const page = await browser.newPage();
    await page.goto(`${town}/say.html`);
    assert.equal(await page.evaluate('isSecureContext'), false);
    const received = (path: string): Promise<Record<string, unknown>> => page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith(path), { timeout: 60_000 }).then((response) => response.json());

    const rating = page.locator('civic-rating').first();
    await rating.locator('[part=score]').nth(3).click();
    const rated = received('/v1/ratings');
    await rating.locator('[part=send]').click();
    assert.equal((await rated)['status'], 'counted');
    await rating.locator('[part=thanks]').waitFor();

    const ideas = page.locator('civic-ideas').first();
    await ideas.locator('[part=propose]').click();
    await ideas.locator('#title').fill('A bench at every bus stop');
    await ideas.locator('#text').fill('Whoever waits for a bus with heavy bags would like to sit.');
    const proposed = received('/v1/ideas');
    await ideas.locator('form [type=submit]').click();
    assert.equal((await proposed)['status'], 'open');
    await page.close();
  });
});
