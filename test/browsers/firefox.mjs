import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { findFirefox } from './find.mjs';
import { runner } from './runner.mjs';

/** Firefox takes the space bar by what it writes, Chromium by its name as well. */
async function createPage({ context }) {
  const page = await context.newPage();
  for (const way of ['press', 'down', 'up']) {
    const act = page.keyboard[way].bind(page.keyboard);
    page.keyboard[way] = (key) => act(key === 'Space' ? ' ' : key);
  }
  return page;
}

/** Firefox speaks WebDriver BiDi with Puppeteer; all that the launcher has of Chrome is its name. */
export default runner('firefox', chromeLauncher({
  puppeteer: puppeteerCore,
  createPage,
  launchOptions: { browser: 'firefox', executablePath: findFirefox(), headless: true },
}));
