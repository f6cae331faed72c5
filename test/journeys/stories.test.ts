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

const modes = [
  { name: 'light', globals: 'theme:light' },
  { name: 'dark', globals: 'theme:dark' },
  { name: 'right to left, in Arabic', globals: 'language:ar' },
];

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
}

execFileSync('npm', ['run', '--silent', 'stories:build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as { entries: Record<string, Entry> };
const stories = Object.values(entries).filter(({ type }) => type === 'story');

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
    it(`${title}, ${name}: axe finds nothing in ${modes.map((mode) => mode.name).join(', ')}`, async () => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      try {
        for (const mode of modes) {
          // The double of a server that some stories have lives in the page: each mode starts it anew.
          await page.goto(`${server.origin}/iframe.html?id=${id}&viewMode=story&globals=${mode.globals}`);
          await page.waitForFunction(() => {
            const elements = [...document.querySelectorAll('civic-map, civic-rating, civic-ideas, civic-roadmap')];
            return elements.length > 0 && elements.every((element) => element.matches(':state(ready), :state(empty), :state(failed), [data-story-waits]'));
          }, undefined, { timeout: 20_000 });
          await page.waitForTimeout(300);
          assert.deepEqual(await axeFindings(page), [], mode.name);
        }
        assert.deepEqual(errors, []);
      } finally {
        await page.close();
      }
    });
  }
});
