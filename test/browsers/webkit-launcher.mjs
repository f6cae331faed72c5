import { WebKitPage } from './webkit-page.mjs';

/** Runs test files one after the other in one window of WebKitGTK. To the runner's commands it is a page of Puppeteer's. */
export function webKitLauncher(paths) {
  let opening;
  let active;
  let page;
  return {
    name: 'WebKit',
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      opening ??= WebKitPage.open(paths);
      page = await opening;
      active = id;
      await page.setViewport({ width: 800, height: 600 });
      await page.goto(url);
    },
    isActive: (id) => active === id,
    getPage: () => page,
    getBrowserUrl: () => page.url(),
    async stopSession() {
      await page.goto('about:blank');
      active = undefined;
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKitGTK is not started for debugging: open the address that the runner names in a browser of your own.');
    },
    async stop() {
      await (await opening)?.close();
    },
  };
}
