import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from '../support/chromium.js';
import { startDemo } from '../support/demo.js';
import { settled } from '../support/watched-page.js';

/**
 * Pictures of the demo's pages for the eye, in screenshots/: `tsx test/bench/screenshots.ts [origin]`. Without the
 * origin of a running demo it starts one.
 */
const folder = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const pages = { home: '/', data: '/data.html', say: '/say.html', promises: '/promises.html', dataset: '/dataset/london-boroughs' };
const widths = [1280, 360] as const;
const schemes = ['light', 'dark'] as const;

mkdirSync(folder, { recursive: true });
const [given] = process.argv.slice(2);
const demo = given === undefined ? await startDemo() : undefined;
const browser = await launch();
for (const scheme of schemes) {
  for (const width of widths) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce' });
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(new URL(path, given ?? demo?.origin).href);
      await settled(page);
      // The last map still draws.
      await page.waitForTimeout(1_000);
      await page.evaluate(() => scrollTo(0, 0));
      const file = `${folder}${name}-${width}-${scheme}.png`;
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
    }
    await page.close();
  }
}
await browser.close();
await demo?.stop();
