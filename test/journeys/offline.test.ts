import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFindings, launch } from '../support/chromium.js';
import { startDemo, type Demo } from '../support/demo.js';

const title = 'A drinking fountain in the park';

describe('what is sent without a connection', () => {
  let demo: Demo;
  let browser: Browser;
  let context: BrowserContext;
  before(async () => {
    demo = await startDemo();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  const opened = async (): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${demo.origin}/say.html`);
    await page.locator('civic-ideas:state(ready)').waitFor();
    return page;
  };
  const propose = async (page: Page): Promise<void> => {
    await page.locator('civic-ideas [part=propose]').click();
    await page.locator('civic-ideas #title').fill(title);
    await page.locator('civic-ideas #text').fill('On hot days children and runners look for water here.');
    await page.locator('civic-ideas form [type=submit]').click();
    await page.locator('civic-ideas [part=waiting]').waitFor();
  };
  const kept = async (): Promise<string[]> => ((await (await fetch(`${demo.origin}/hub/v1/ideas?q=drinking+fountain`)).json()) as { ideas: { title: string }[] }).ideas.map((idea) => idea.title);

  it('is kept on the device, also when the page is left, and arrives once though two pages are open', async () => {
    context = await browser.newContext();
    const first = await opened();
    // The form comes before the connection goes.
    await first.locator('civic-ideas [part=propose]').click();
    await first.locator('civic-ideas #title').waitFor();
    await first.reload();
    await first.locator('civic-ideas:state(ready)').waitFor();
    await context.route('**/hub/v1/ideas', (route) => (route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue()));
    await propose(first);
    const words = (await first.locator('civic-ideas [part=waiting]').innerText()).replace(/\s+/g, ' ');
    assert.match(words, /Not sent yet .*goes out by itself.* A drinking fountain in the park Next try: \d/);
    assert.equal(await first.evaluate("document.querySelector('civic-ideas').shadowRoot.activeElement?.id"), 'waiting');
    assert.deepEqual(await axeFindings(first), []);
    assert.deepEqual(await kept(), []);
    await first.close();

    const [second, third] = [await opened(), await opened()];
    for (const page of [second, third]) await page.locator('civic-ideas [part=waiting]').getByText(title).waitFor();
    let posts = 0;
    await context.unroute('**/hub/v1/ideas');
    context.on('request', (request) => void (posts += Number(request.method() === 'POST' && request.url().endsWith('/v1/ideas'))));
    for (const page of [second, third]) await page.evaluate("dispatchEvent(new Event('online'))");
    for (const page of [second, third]) await page.locator('civic-ideas [part=waiting]').waitFor({ state: 'detached', timeout: 20_000 });
    assert.deepEqual(await kept(), [title]);
    assert.equal(posts, 1);
    // It is one of this browser's own ideas now, on both pages.
    await third.locator('civic-ideas [part=mine]').getByText(title).first().waitFor();
    await context.close();
  });

  it('can be taken back into the form, and is then nowhere else', async () => {
    context = await browser.newContext();
    const page = await opened();
    await context.route('**/hub/v1/ideas', (route) => (route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue()));
    await propose(page);
    await page.locator('civic-ideas [part=take-back]').focus();
    await page.keyboard.press('Enter');
    await page.locator('civic-ideas #title').waitFor();
    assert.equal(await page.locator('civic-ideas #title').inputValue(), title);
    assert.equal(await page.locator('civic-ideas [part=waiting]').count(), 0);
    await page.reload();
    await page.locator('civic-ideas:state(ready)').waitFor();
    assert.equal(await page.locator('civic-ideas [part=waiting]').count(), 0);
    await context.close();
  });

  it('keeps comments and support through a reload, and sends each once though two pages are open', async () => {
    context = await browser.newContext();
    let isOffline = true;
    const writes: string[] = [];
    await context.route(/\/hub\/v1\/ideas\/[^/]+\/(comments|support)/, (route) => {
      const method = route.request().method();
      if (method === 'GET') return route.continue();
      if (isOffline) return route.abort('internetdisconnected');
      writes.push(`${method} ${new URL(route.request().url()).pathname.split('/').at(-1)}`);
      return route.continue();
    });
    const text = 'One at the bridge would help runners, too.';
    const first = await opened();
    const card = (page: Page) => page.locator('civic-ideas [part=idea]').first();
    const discuss = async (page: Page): Promise<void> => {
      await card(page).locator('[part=read]').click();
      await card(page).locator('[part=comments]').waitFor();
      if ((await card(page).locator('[part=comments]').getAttribute('aria-expanded')) === 'false') await card(page).locator('[part=comments]').click();
    };
    await discuss(first);
    await card(first).locator('textarea').fill(text);
    // What is written outlives the page.
    await first.reload();
    await first.locator('civic-ideas:state(ready)').waitFor();
    await card(first).locator('[part=read]').click();
    assert.equal(await card(first).locator('textarea').inputValue(), text);
    await card(first).locator('[part=send-comment]').click();
    await card(first).locator('[part=comment]', { hasText: text }).getByText('Next try').waitFor();
    await card(first).locator('[part=support]').click();
    await card(first).locator('[part=unsent]').waitFor();
    assert.equal(await first.locator('civic-ideas [part=waiting] li').count(), 2);
    assert.deepEqual(await axeFindings(first), []);
    await first.close();

    const [second, third] = [await opened(), await opened()];
    for (const page of [second, third]) await page.locator('civic-ideas [part=waiting]').getByText(text).waitFor();
    await discuss(third);
    assert.equal(await card(third).locator('[part=support]').getAttribute('aria-pressed'), 'true');
    isOffline = false;
    for (const page of [second, third]) await page.evaluate("dispatchEvent(new Event('online'))");
    for (const page of [second, third]) await page.locator('civic-ideas [part=waiting]').waitFor({ state: 'detached', timeout: 20_000 });
    assert.deepEqual(writes.sort(), ['POST comments', 'PUT support']);
    await card(third).locator('[part=comment].own', { hasText: text }).waitFor();
    for (const page of [second, third]) assert.equal(await card(page).locator('[part=support]').getAttribute('aria-pressed'), 'true');
    await context.close();
  });
});
