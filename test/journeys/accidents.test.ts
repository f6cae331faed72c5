import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, launch } from '../support/chromium.js';
import { startStatic, type StaticServer } from '../support/static-server.js';
import { settled, watched } from '../support/watched-page.js';

const folder = fileURLToPath(new URL('../../../shared/data/origins/otn/', import.meta.url));
const file = 'birmingham-accidents.pixelxy.csv';
const skip = existsSync(folder + file) ? false : 'skipped: no ../shared/data';

type Corner = readonly [longitude: number, latitude: number];

/** How many accidents were fatal, on a weekday, from 8 to 10 and within a ring: read from the file with nothing of ours. */
function expected(ring: readonly Corner[]): number {
  // The file has places in pixels of the picture of the world that is 256 of them wide; there a ring's edges are straight, too.
  const corners = ring.map(([lon, lat]) => [((lon + 180) / 360) * 256, 128 * (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI)] as const);
  const lines = readFileSync(folder + file, 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.filter((line) => {
    const [x = 0, y = 0, , timestamp = 0, severity] = line.split(',').map(Number);
    const at = new Date(timestamp * 1000);
    if (severity !== 1 || at.getUTCDay() === 0 || at.getUTCDay() === 6 || at.getUTCHours() < 8 || at.getUTCHours() > 9) return false;
    let crossings = 0;
    corners.forEach(([x1, y1], i) => {
      const [x2, y2] = corners[(i + 1) % corners.length]!;
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) crossings += 1;
    });
    return crossings % 2 === 1;
  }).length;
}

describe('which accidents of Birmingham were fatal, on a weekday, from 8 to 10, within an area', { skip }, () => {
  let server: StaticServer;
  let browser: Browser;
  before(async () => {
    server = await startStatic({
      folders: { '/cdn/': fileURLToPath(new URL('../../dist/cdn/', import.meta.url)), '/data/': folder },
      answer(request, response) {
        if (request.url !== '/') return false;
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html");
        response.end(`<!doctype html><html lang="en"><head><title>Accidents</title><link rel="icon" href="data:,"><script type="module" src="/cdn/civic.js"></script></head><body><main><h1>Roads</h1><civic-map src="/data/${file}" crs="pixels" label="Accidents"></civic-map></main></body></html>`);
        return true;
      },
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  async function visit(then: (page: Page) => Promise<void>): Promise<void> {
    const { page, complaints } = await watched(browser, { origin: server.origin });
    await page.goto(server.origin);
    await settled(page);
    await page.locator('civic-map:state(drawn)').waitFor();
    await then(page);
    assert.deepEqual(complaints(), []);
    await page.close();
  }

  /** What the page says now, and what it should say. */
  async function agrees(page: Page): Promise<void> {
    await page.locator('.chip', { hasText: 'In the drawn area' }).waitFor();
    const filters = await page.evaluate(() => document.querySelector('civic-map')!.filters);
    assert.deepEqual(filters.where, [{ column: 'timestamp', weekdays: [1, 2, 3, 4, 5], hours: [8, 9] }, { column: 'accident_severity', ranges: [[1, 2]] }]);
    const count = expected(filters.area!);
    assert.ok(count > 0 && count < expected([[-2.5, 52], [-1, 52], [-1, 53], [-2.5, 53]]), `the area should split the accidents, and holds ${count}`);
    assert.equal(await page.locator('[part=count]').textContent(), `${count} of 28,519 places`);
    assert.equal(await page.locator('[part=list] [part=entry]').count(), count);
    assert.deepEqual(await page.locator('.chip').evaluateAll((chips) => chips.map((chip) => chip.getAttribute('aria-label')!.replace(/\s/g, ' '))), [
      'Remove: Accident severity: 1', 'Remove: Timestamp: day of the week: Mon to Fri', 'Remove: Timestamp: hour: 8:00 AM to 10:00 AM', 'Remove: In the drawn area',
    ]);
    assert.deepEqual(await axeFindings(page), []);
  }

  it('is answered with a pointer', () => visit(async (page) => {
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    const facet = (name: string) => page.locator('details', { has: page.getByRole('heading', { name, exact: true }) });
    for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) await facet('Timestamp: day of the week').locator('.tile', { hasText: day }).click();
    for (const hour of [/^\s*8:00\sAM/, /^\s*9:00\sAM/]) await facet('Timestamp: hour').locator('.tile', { hasText: hour }).click();
    await facet('Accident severity').locator('summary').click();
    await facet('Accident severity').getByRole('checkbox', { name: /^1\b/ }).click();
    await page.getByRole('button', { name: 'Draw an area' }).click();
    await page.locator('.area-bar').waitFor();
    const { x, y, width, height } = (await page.locator('[part=map]').boundingBox())!;
    const corners = [[0.3, 0.15], [0.75, 0.2], [0.6, 0.7], [0.35, 0.6]] as const;
    for (const [right, down] of corners.slice(0, -1)) await page.mouse.click(x + width * right, y + height * down, { delay: 20 });
    await page.mouse.dblclick(x + width * corners[3][0], y + height * corners[3][1]);
    await agrees(page);
  }));

  it('is answered with keys alone', () => visit(async (page) => {
    const names = (): Promise<string> => page.evaluate(() => {
      const active = document.querySelector('civic-map')!.shadowRoot!.activeElement;
      return `${active?.closest('details')?.querySelector('h3')?.textContent?.trim() ?? ''} | ${(active?.getAttribute('aria-label') ?? active?.closest('label')?.textContent ?? active?.textContent ?? '').replace(/\s+/g, ' ').trim()}`;
    });
    /** Goes on with Tab until a thing has the focus. */
    const go = async (name: RegExp, key = 'Tab'): Promise<void> => {
      for (let steps = 0; steps < 120; steps += 1) {
        await page.keyboard.press(key);
        if (name.test(await names())) return;
      }
      assert.fail(`${String(name)} cannot be reached; the last was ${await names()}`);
    };
    await go(/\| Filter$/);
    await page.keyboard.press('Enter');
    await page.locator('[part=explorer]').waitFor();
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
      await go(new RegExp(`day of the week \\| ${day}`));
      await page.keyboard.press('Space');
    }
    for (const hour of ['8', '9']) {
      await go(new RegExp(`hour \\| ${hour}:00\\sAM`));
      await page.keyboard.press('Space');
    }
    await go(/Accident severity \| Accident severity$/);
    await page.keyboard.press('Enter');
    await go(/Accident severity \| 1\b/);
    await page.keyboard.press('Space');
    await go(/\| Draw an area$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.area-bar').waitFor();
    for (const [key, times] of [['ArrowUp', 2], ['ArrowRight', 2], ['ArrowDown', 3], ['ArrowLeft', 4]] as const) {
      for (let i = 0; i < times; i += 1) {
        await page.keyboard.press(key);
        await page.waitForTimeout(200);
      }
      await page.keyboard.press('Space');
    }
    assert.match((await page.locator('.area-bar [role=status]').textContent())!, /^4 corners/);
    await page.keyboard.press('Enter');
    await agrees(page);
    assert.match(await names(), /Move the map/, 'the focus stays on the map');
  }));
});
