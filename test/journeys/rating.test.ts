import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, ibmFindings, launch } from '../support/chromium.js';
import { startStatic, type StaticServer } from '../support/static-server.js';
import { settled, watched } from '../support/watched-page.js';

const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html";
const profiles = ['simple', 'yes-no', 'thumbs', 'smileys', 'it-agid', 'us-a11', 'fr-jdma', 'uk-service'];

/** As the validator of the Italian model decides whether a list of reasons is seen. */
const seen = `['positive', 'negative'].map((name) => {
  const element = document.querySelector('[data-element="feedback-rating-' + name + '"]');
  const { bottom, top, height, width } = element.getBoundingClientRect();
  return Boolean(element.offsetParent) && getComputedStyle(element).visibility !== 'hidden' && bottom > 0 && top > 0 && height > 0 && width > 0;
})`;

describe('a rating on a page with a strict policy', () => {
  let server: StaticServer;
  let browser: Browser;
  let body = '';
  let sent: { profile: string }[] = [];
  before(async () => {
    server = await startStatic({
      folders: { '/cdn/': fileURLToPath(new URL('../../dist/cdn/', import.meta.url)) },
      answer(request, response) {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const json = (status: number, value: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
        if (pathname === '/') {
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
          response.end(`<!doctype html><html lang="en"><head><title>City</title><link rel="icon" href="data:,"><script type="module" src="/cdn/civic.js"></script></head><body><main><h1>City</h1><h2>Your opinion</h2>${body}</main></body></html>`);
        } else if (pathname === '/hub/v1/ratings/summary') {
          json(200, { subject: '/', n: 0, minimum: 5, suppressed: true, min: 1, max: 5, distribution: [], reasons: [] });
        } else if (pathname === '/hub/v1/challenge') {
          // This hub asks for no proof.
          response.writeHead(204).end();
        } else if (pathname === '/hub/v1/ratings') {
          let text = '';
          request.on('data', (chunk) => (text += String(chunk)));
          request.on('end', () => {
            sent.push(JSON.parse(text) as { profile: string });
            json(201, { id: '1', status: 'counted' });
          });
        } else return false;
        return true;
      },
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function visit(markup: string, then: (page: Page) => Promise<void>): Promise<void> {
    body = markup;
    sent = [];
    const { page, complaints } = await watched(browser, { origin: server.origin });
    await page.goto(server.origin);
    await settled(page);
    await then(page);
    assert.deepEqual(complaints(), []);
    await page.close();
  }

  for (const profile of profiles) {
    it(`asks by ${profile}, sends what was answered, and neither axe nor IBM’s engine finds anything`, async () => {
      await visit(`<civic-rating endpoint="/hub/" subject="https://city.example/${profile}" label="Parking" profile="${profile}"></civic-rating>`, async (page) => {
        if (profile === 'it-agid') await page.locator('[data-element="feedback-rate-2"]').click();
        else await page.locator('civic-rating section [part=question] input').first().check({ force: true });
        // Colours fade: the engines have to look when they have arrived.
        await page.waitForTimeout(250);
        assert.deepEqual([await axeFindings(page), await ibmFindings(page)], [[], []]);
        for (let steps = profile === 'it-agid' ? 2 : 1; steps > 0; steps -= 1) await page.locator('civic-rating [type=submit]').click();
        await page.locator('civic-rating [part=thanks]').waitFor();
        assert.deepEqual(sent.map((rating) => rating.profile), [profile]);
        assert.deepEqual([await axeFindings(page), await ibmFindings(page)], [[], []]);
      });
    });
  }

  it('passes the clicks of the Italian validator with a real pointer: once the network is idle, each star shows one list', async () => {
    await visit('<civic-rating endpoint="/hub/" profile="it-agid"></civic-rating>', async (page) => {
      for (let star = 1; star <= 5; star += 1) {
        await page.waitForLoadState('networkidle');
        await page.locator(`[data-element="feedback-rate-${star}"]`).click({ delay: 100 });
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await page.evaluate(seen), [star > 3, star <= 3], `star ${star}`);
      }
      assert.deepEqual(sent, []);
    });
  });

  it('is made from a placeholder, too', async () => {
    await visit('<div data-civic="rating" data-civic-endpoint="/hub/" data-civic-profile="thumbs" data-civic-label="Parking">Write to us</div>', async (page) => {
      await page.locator('civic-rating').getByRole('group', { name: 'Did “Parking” help you?' }).waitFor();
    });
  });
});
