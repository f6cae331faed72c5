import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launch } from '../support/chromium.js';
import { startDemo, type Demo } from '../support/demo.js';
import { settled, watched } from '../support/watched-page.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = ['/', '/data.html', '/try.html', '/say.html', '/promises.html', '/dataset/london-boroughs', '/dataset/no-such-thing'];

let demo: Demo;
let browser: Browser;
before(async () => {
  demo = await startDemo();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

describe('starting the demo', () => {
  it('says where it is in one line', () => {
    assert.match(demo.output(), /^Civic Elements: http:\/\/127\.0\.0\.1:\d+\/$/m);
  });

  it('says that the port is taken, and how to choose another', async () => {
    const { port } = new URL(demo.origin);
    const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'demo/start.ts'], { cwd: root, env: { ...process.env, PORT: port, CIVIC_DEMO_DATA: demo.folder } });
    await assert.rejects(run, ({ code, stderr }: { code: number; stderr: string }) => code === 1 && stderr.includes(`Port ${port} is taken`) && stderr.includes(`PORT=${Number(port) + 1} npm start`));
  });

  it('ends with 0 when it is told to stop, with browsers still connected', async () => {
    const other = await startDemo({ folder: demo.folder, keep: true });
    const page = await browser.newPage();
    await page.goto(other.origin);
    assert.equal(await other.stop(), 0);
    await page.close();
  });
});

for (const path of pages) {
  describe(`the page ${path}`, () => {
    it('shows every element, within its own policy, its own host and without an error', async () => {
      const { page, complaints } = await watched(browser, { origin: demo.origin });
      const answer = await page.goto(demo.origin + path);
      assert.equal(answer?.status(), path.endsWith('no-such-thing') ? 404 : 200);
      assert.match(answer?.headers()['content-security-policy'] ?? '', /default-src 'none'.*script-src 'self';.*require-trusted-types-for 'script'; trusted-types lit-html$/);
      await settled(page);
      // A missing page is an error that the browser itself writes down.
      assert.deepEqual(complaints().filter((each) => !(path.endsWith('no-such-thing') && each.includes('404'))), []);
      await page.close();
    });

    it('does not scroll sideways at 320 pixels, and keeps still while it loads', async () => {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      await page.addInitScript(() => {
        const moved = window as unknown as { moved: number };
        moved.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.moved += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(demo.origin + path);
      await settled(page);
      const { wide, moved } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, moved: (window as unknown as { moved: number }).moved }));
      assert.equal(wide, 320);
      // Above 0.1 people notice it (web.dev, cumulative layout shift).
      assert.ok(moved <= 0.1, `moved by ${moved}`);
      await page.close();
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has nothing for axe to find in ${colorScheme}`, async () => {
        const page = await browser.newPage({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(demo.origin + path);
        await settled(page);
        assert.deepEqual(await axeFindings(page), []);
        await page.close();
      });
    }
  });
}

describe('a citizen', () => {
  it('finds what was rated and proposed there after the city started anew', async () => {
    const { page, complaints } = await watched(browser, { origin: demo.origin });
    await page.goto(`${demo.origin}/say.html`);
    await settled(page);
    await rate(page, 4);
    await propose(page, 'Water fountains on the market square', 'In summer it is hot there, and nobody can drink without buying a bottle.');
    assert.deepEqual(complaints(), []);
    await page.close();

    await demo.restart();
    const later = await browser.newPage();
    await later.goto(`${demo.origin}/say.html`);
    await settled(later);
    await later.locator('civic-ideas').getByText('Water fountains on the market square').first().waitFor();
    const summary = await later.evaluate(async () => {
      const answer = await fetch('/hub/v1/ratings/summary?subject=https%3A%2F%2Felmhaven.example%2Fservices%2Fhave-your-say');
      return (await answer.json()) as { n: number };
    });
    assert.equal(summary.n, 1);
    await later.close();
  });

  it('is told so where what follows a first answer does not come over the net, and sends the rating when it does', async () => {
    const page = await browser.newPage();
    let isOffline = true;
    await page.route('**/chunks/rating.answering*', (route) => (isOffline ? route.abort() : route.continue()));
    await page.goto(`${demo.origin}/say.html`);
    await settled(page);
    const rating = page.locator('main civic-rating');
    await rating.locator('section input[type=radio][value="3"]').check({ force: true });
    await rating.locator('[part~=send]').click();
    await rating.getByText('There is no connection right now. What you chose is still here: please try again.').waitFor();
    isOffline = false;
    await rating.locator('[part~=send]').click();
    await rating.getByText('You gave 3 of 5.').waitFor();
    await page.close();
  });

  it('rates without scripts, is thanked, told that a person looks at it first, and led back', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${demo.origin}/promises.html`);
    await page.getByRole('radio', { name: 'No' }).check();
    await page.getByRole('textbox', { name: 'what was wrong' }).fill('The dates are missing.');
    await page.getByRole('button', { name: 'Send rating' }).click();
    await page.getByRole('heading', { name: 'Thank you for your rating' }).waitFor();
    // No script did the work that machines are asked for.
    await page.getByText('A person looks at it before it counts.').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Back to the page' }).getAttribute('href'), 'https://elmhaven.example/promises.html');
    await page.close();
  });

  it('reaches every page from the first with the keyboard, past a skip link', async () => {
    const page = await browser.newPage();
    await page.goto(demo.origin);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
    for (const name of ['Elmhaven', 'Open data', 'Any address', 'Have your say', 'Our promises']) {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), name);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/promises\.html$/);
    assert.equal(await page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]').textContent(), 'Our promises');
    await page.close();
  });
});

async function rate(page: Page, score: number): Promise<void> {
  const rating = page.locator('main civic-rating');
  await rating.scrollIntoViewIfNeeded();
  await rating.locator(`section input[type=radio][value="${score}"]`).check({ force: true });
  await rating.locator('[part~=send]').click();
  await rating.locator('[part~=thanks]').waitFor();
}

async function propose(page: Page, title: string, text: string): Promise<void> {
  const ideas = page.locator('civic-ideas');
  await ideas.scrollIntoViewIfNeeded();
  await ideas.locator('[part~=propose]').click();
  await ideas.getByRole('textbox', { name: 'Your idea in one sentence' }).fill(title);
  await ideas.getByRole('textbox', { name: 'What should change, and why?' }).fill(text);
  await ideas.locator('[part~=send]').click();
  await ideas.locator('[part~=thanks]').waitFor();
}
