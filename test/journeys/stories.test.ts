import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { axeFindings, launch } from '../support/chromium.js';
import { startStatic, type StaticServer } from '../support/static-server.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}dist/stories`;

/** The address of each look, and what the page itself changes before the second glance. */
const looks = [
  { name: 'light', globals: 'theme:light', darken: false },
  { name: 'dark', globals: 'theme:light', darken: true },
  { name: 'right to left, in Arabic', globals: 'language:ar', darken: false },
];

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
}

/** What is asked of pages, not of what stands in them: a story is no page. */
const pageRules = { 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false }, region: { enabled: false } };

execFileSync('npm', ['run', '--silent', 'stories:build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
const stories = Object.values(entries).filter(({ type }) => type === 'story');

/** Whether every element of the story is where it will stay; a story about waiting says that it waits. */
function settled(): boolean {
  const elements = [...document.querySelectorAll('civic-map, civic-rating, civic-ideas, civic-roadmap')];
  return elements.length > 0 && elements.every((element) => element.matches(':state(ready), :state(empty), :state(failed), [data-story-waits]'));
}

describe('every story', () => {
  let server: StaticServer;
  let browser: Browser;
  before(async () => {
    server = await startStatic({ folders: { '/': folder } });
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  it('is there for each element', () => {
    for (const element of ['Map', 'Rating', 'Ideas', 'Roadmap']) assert.ok(stories.some(({ title }) => title.includes(element)), `no story of ${element}`);
  });

  for (const { id, title, name } of stories) {
    it(`${title}, ${name}: axe finds nothing in ${looks.map((look) => look.name).join(', ')}`, async () => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      try {
        for (const { name: look, globals, darken } of looks) {
          if (darken) {
            await page.evaluate(() => void (document.documentElement.dataset['theme'] = 'dark'));
          } else {
            // The catalogue's own axe would run at the same time as ours.
            await page.goto(`${server.origin}/iframe.html?id=${id}&viewMode=story&globals=${globals};a11y.manual:!true`);
            await page.waitForFunction(settled, undefined, { timeout: 20_000 });
          }
          await page.waitForTimeout(250);
          assert.deepEqual(await axeFindings(page, { rules: pageRules }), [], look);
        }
        assert.deepEqual(errors, []);
      } finally {
        await page.close();
      }
    });
  }
});
