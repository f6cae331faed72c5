import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { axeFindings, launch } from '../support/chromium.js';
import { startDemo, type Demo } from '../support/demo.js';
import { startStatic, type StaticServer } from '../support/static-server.js';
import { settled, watched } from '../support/watched-page.js';

/** What only a careless page would break on. */
const label = `"Fields" & <b onclick='x'>air</b>  two blanks`;
const attribute = label.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Pages of another town, on another origin, that embed what the demo serves: their bodies by path. */
const bodies: Record<string, (demo: string) => string> = {
  '/tag': (demo) => `<civic-map src="${demo}/data/airports.csv"><a href="${demo}/data/airports.csv">Airports (CSV)</a></civic-map>`,
  '/dataset-page': (demo) => `<civic-map src="${demo}/dataset/london-boroughs"></civic-map>`,
  '/link': (demo) => `<p><a class="civic" data-civic="map" data-civic-label="Airports" href="${demo}/data/airports.csv">Airports (CSV)</a></p>`,
  '/box': (demo) => `<div data-civic="map" data-civic-src="${demo}/data/airports.csv">Airports</div>`,
  '/hash': (demo) => `<p><a href="${demo}/data/airports.csv#civic=map&label=Airports">Airports (CSV)</a></p>`,
  '/twice': (demo) => `<civic-map src="${demo}/data/airports.csv"></civic-map><script type="module" src="${demo}/cdn/civic.js?again"></script>`,
  '/later': () => '<button type="button">Show</button>',
  '/roadmap': (demo) => `<civic-roadmap src="${demo}/promises.json"></civic-roadmap>`,
  '/full': (demo) => `<civic-map src="${demo}/data/airports.csv" label="${attribute}" color-by="state" show="points" no-legend filter="q=ville" view="-86.6,36.1,5.5"></civic-map>`,
  '/layers': (demo) => `<civic-map label="Two layers"><civic-layer src="${demo}/data/airports.csv" label="${attribute}"></civic-layer><civic-layer src="${demo}/data/london-boroughs.geojson" label="Boroughs" hidden></civic-layer></civic-map>`,
  '/hostile': (demo) => `<a class="civic" data-civic="map" href="javascript:alert(1)">No address</a><div data-civic="studio" data-civic-src="${demo}/data/airports.csv">No element</div>`,
};

describe('a page of another town, on another origin', () => {
  let demo: Demo;
  let town: StaticServer;
  let browser: Browser;
  /** What somebody pasted into the page at `/pasted`, and whether that has the script tag. */
  let pasted = { body: '', hasScript: false };
  before(async () => {
    demo = await startDemo();
    town = await startStatic({
      answer(request, response) {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const body = Object.hasOwn(bodies, pathname) ? bodies[pathname]!(demo.origin) : pathname === '/pasted' ? pasted.body : undefined;
        if (body === undefined) return false;
        const script = pathname === '/pasted' && !pasted.hasScript ? '' : `<script type="module" src="${demo.origin}/cdn/civic.js"></script>`;
        response.setHeader('content-type', 'text/html; charset=utf-8');
        // As strict as a page can be that still trusts the demo's origin.
        response.setHeader('content-security-policy', `default-src 'none'; script-src ${demo.origin}; connect-src ${demo.origin}; frame-src ${demo.origin}; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html`);
        response.end(`<!doctype html><html lang="en"><head><title>Town</title><link rel="icon" href="data:,">${script}</head><body><main>${body}</main></body></html>`);
        return true;
      },
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await town?.close();
    await demo?.stop();
  });

  /** Opens a page of the town, lets `then` act on it, and wants no complaint. */
  async function visit(path: string, then: (page: Page) => Promise<void>): Promise<void> {
    const { page, complaints } = await watched(browser, { origin: town.origin, also: [demo.origin] });
    await page.goto(town.origin + path);
    await then(page);
    assert.deepEqual(complaints(), []);
    await page.close();
  }

  async function showsAirports(page: Page): Promise<void> {
    await settled(page);
    const map = page.locator('civic-map');
    assert.equal(await map.count(), 1);
    await map.getByText('Thigpen').first().waitFor();
    await page.waitForFunction(() => document.querySelector('civic-map')?.matches(':state(drawn)'));
  }

  it('shows the map with the script tag and the tag alone', () => visit('/tag', showsAirports));

  for (const [form, path] of [['a link with data-civic', '/link'], ['a box with data-civic', '/box'], ['a link with #civic', '/hash']] as const) {
    it(`shows the map from ${form}`, () => visit(path, showsAirports));
  }

  it('shows it once where the script tag stands twice', () => visit('/twice', showsAirports));

  it('shows the map of a dataset page, with title, publisher and licence', () =>
    visit('/dataset-page', async (page) => {
      await settled(page);
      const map = page.locator('civic-map');
      for (const text of ['Hackney', 'Greater London Authority', 'Open Government Licence']) await map.getByText(text).first().waitFor();
    }));

  it('shows an element that a script adds later', () =>
    visit('/later', async (page) => {
      assert.equal(await page.evaluate(() => Boolean(customElements.get('civic-map'))), false);
      await page.evaluate((src) => {
        const map = document.createElement('civic-map');
        map.setAttribute('src', src);
        document.querySelector('main')?.append(map);
      }, `${demo.origin}/data/airports.csv`);
      await showsAirports(page);
    }));

  it('loads only what it uses', () =>
    visit('/roadmap', async (page) => {
      await settled(page);
      await page.locator('civic-roadmap').getByText('List every federal program').first().waitFor();
      const defined = await page.evaluate(() => ['civic-roadmap', 'civic-map', 'civic-rating', 'civic-ideas'].filter((tag) => customElements.get(tag)));
      assert.deepEqual(defined, ['civic-roadmap']);
    }));

  it('leaves a placeholder alone whose address or element is none of ours', () =>
    visit('/hostile', async (page) => {
      await page.waitForFunction(() => document.querySelectorAll('[data-civic-done]').length === 2);
      assert.equal(await page.locator('civic-map, civic-studio').count(), 0);
      assert.equal(await page.getByText('No element').isVisible(), true);
    }));

  /** What a reader sees of a map, and what it was told. */
  const seen = (frame: Frame): Promise<unknown> =>
    frame.evaluate(() => {
      const map = document.querySelector('civic-map')!;
      const root = map.shadowRoot!;
      const [heading, count, names, layers] = ['[part=heading]', '[part=count]', '[part=entry]', '[part=layers] label'].map((part) => [...root.querySelectorAll(part)].slice(0, 8).map((each) => each.textContent!.replace(/\s+/g, ' ').trim()));
      const { longitude, latitude, zoom } = map.view!;
      return {
        heading, count, names, layers,
        on: [...root.querySelectorAll<HTMLInputElement>('[part=layers] input')].map(({ checked }) => checked),
        filters: map.filters, view: [longitude, latitude, zoom].map((each) => each.toFixed(1)),
        told: map.getAttributeNames().filter((name) => !['label', 'src', 'view', 'filter'].includes(name)),
      };
    });

  const drawn = async (frame: Frame): Promise<void> => {
    await frame.waitForSelector('civic-map:state(drawn)', { state: 'attached' });
    await frame.waitForFunction(() => document.querySelector('civic-map')!.shadowRoot!.querySelector('[part=save]'));
    await frame.waitForFunction(() => {
      const map = document.querySelector('civic-map')!;
      return map.shadowRoot!.querySelector('[part=entry]') && (!map.getAttribute('filter') || map.filters.text);
    });
  };

  /** What “Embed this view” offers on a page: the tag, and the frame. */
  async function offered(path: string): Promise<{ before: unknown; tag: string; frame: string }> {
    let found = { before: undefined as unknown, tag: '', frame: '' };
    await visit(path, async (page) => {
      await settled(page);
      await drawn(page.mainFrame());
      const before = await seen(page.mainFrame());
      await page.locator('civic-map [part=save] > summary').click();
      await page.locator('civic-map').getByRole('button', { name: 'Embed this view' }).click();
      const texts = page.locator('civic-map dialog[open] textarea');
      await texts.first().waitFor();
      found = { before, tag: await texts.nth(0).inputValue(), frame: await texts.nth(1).inputValue() };
    });
    return found;
  }

  for (const path of ['/full', '/layers']) {
    it(`shows what “Embed this view” of ${path} was pressed for, pasted as a tag and as a frame`, async () => {
      const { before, tag, frame } = await offered(path);
      pasted = { body: tag, hasScript: false };
      await visit('/pasted', async (page) => {
        await settled(page);
        await drawn(page.mainFrame());
        assert.deepEqual(await seen(page.mainFrame()), before);
        assert.equal(await page.locator('b').count(), 0, 'what is written is text');
      });
      pasted = { body: frame, hasScript: false };
      await visit('/pasted', async (page) => {
        await page.locator('iframe').scrollIntoViewIfNeeded();
        const inner = page.frames()[1]!;
        await drawn(inner);
        assert.deepEqual(await seen(inner), before);
        assert.equal(await page.locator('iframe').evaluate((each) => (each as HTMLIFrameElement).height), '1000');
      });
    });
  }

  const frameOf = (hash: string, more = ''): string => `<iframe src="${demo.origin}/cdn/embed.html#${hash.replaceAll('&', '&amp;')}" title="Map" width="700" height="400" ${more}></iframe>`;
  const airports = (): string => `civic=map&src=${encodeURIComponent(`${demo.origin}/data/airports.csv`)}`;
  const fits = (page: Page): Promise<unknown> =>
    page.waitForFunction(() => {
      const frame = document.querySelector('iframe')!;
      return frame.clientHeight > 500 && frame.clientHeight < 3000;
    });

  for (const [what, more] of [['a frame', ''], ['a frame in a sandbox', 'sandbox="allow-scripts"']] as const) {
    it(`makes ${what} as high as what it shows, also when that grows, where the page has the script tag`, async () => {
      pasted = { body: frameOf(airports(), more), hasScript: true };
      await visit('/pasted', async (page) => {
        const inner = page.frames()[1]!;
        await drawn(inner);
        await fits(page);
        await inner.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight);
        const before = await page.locator('iframe').evaluate((each) => each.clientHeight);
        await inner.locator('civic-map [part=explore]').click();
        await inner.locator('civic-map [part=explorer]').waitFor();
        await page.waitForFunction((height) => document.querySelector('iframe')!.clientHeight > height + 50, before);
        await inner.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight);
      });
    });
  }

  it('opens what is to be pasted where the reader looks, in a frame that is higher than the screen', async () => {
    pasted = { body: frameOf(airports()), hasScript: true };
    await visit('/pasted', async (page) => {
      await page.setViewportSize({ width: 360, height: 700 });
      const inner = page.frames()[1]!;
      await drawn(inner);
      await fits(page);
      await inner.locator('civic-map [part=save] > summary').click();
      await inner.locator('civic-map').getByRole('button', { name: 'Embed this view' }).click();
      const { y, height } = (await inner.locator('civic-map dialog[open]').boundingBox())!;
      assert.equal(y > -50 && y + height <= 701, true, `${y} and ${height}`);
    });
  });

  it('is a page that nobody is kept from in a frame', async () => {
    const { page, complaints } = await watched(browser, { origin: demo.origin });
    await page.goto(`${demo.origin}/cdn/embed.html#${airports()}&label=Airports&lang=en`);
    await drawn(page.mainFrame());
    assert.deepEqual(await axeFindings(page, { rules: { 'page-has-heading-one': { enabled: false } } }), []);
    assert.equal(await page.title(), 'Airports');
    assert.deepEqual(complaints(), []);
    await page.close();
  });

  it('follows no height that is none, and of no window but the frame’s own', async () => {
    pasted = { body: frameOf(airports()), hasScript: true };
    await visit('/pasted', async (page) => {
      await drawn(page.frames()[1]!);
      await fits(page);
      // From the page itself, and from the frame what is no height.
      await page.evaluate(() => window.postMessage({ 'civic-height': 4321 }, '*'));
      await page.frames()[1]!.evaluate(() => {
        for (const wrong of [Infinity, NaN, '4321', null, [4321]]) parent.postMessage({ 'civic-height': wrong }, '*');
      });
      const height = await page.locator('iframe').evaluate(async (each) => {
        await new Promise((done) => void setTimeout(done));
        return each.clientHeight;
      });
      assert.equal(height > 500 && height < 3000, true, String(height));
      // What the frame itself says is held within bounds.
      await page.frames()[1]!.evaluate(() => parent.postMessage({ 'civic-height': 1e9 }, '*'));
      await page.waitForFunction(() => document.querySelector('iframe')!.clientHeight === 20_000);
    });
  });

  it('passes language, direction and colours on to a frame', async () => {
    pasted = { body: frameOf(`${airports()}&lang=ar&dir=rtl&scheme=dark`), hasScript: false };
    await visit('/pasted', async (page) => {
      const inner = page.frames()[1]!;
      await drawn(inner);
      const [direction, scheme, words] = await inner.evaluate(() => {
        const map = document.querySelector('civic-map')!;
        return [getComputedStyle(map).direction, getComputedStyle(map).colorScheme, map.shadowRoot!.querySelector('[part=save] summary')!.textContent];
      });
      assert.deepEqual([direction, scheme], ['rtl', 'dark']);
      assert.match(words!, /[\u0600-\u06ff]/);
    });
  });

  for (const [what, hash] of [
    ['a script as an address', 'civic=map&src=javascript:alert(1)'], ['data as an address', 'civic=map&src=data:text/csv,a'], ['no element', 'civic=constructor&src=https://x.example/'],
    ['nothing', ''], ['markup', 'civic=<img src=x onerror=alert(1)>&label=<img src=x onerror=alert(1)>'],
  ] as const) {
    it(`says in a frame that ${what} is nothing to show`, async () => {
      pasted = { body: frameOf(hash.replaceAll('<', '%3C').replaceAll('"', '%22')), hasScript: false };
      await visit('/pasted', async (page) => {
        await page.frameLocator('iframe').getByText('does not say what to show').waitFor();
        assert.equal(await page.frameLocator('iframe').locator('img, civic-map').count(), 0);
      });
    });
  }

  it('sends answers from a frame to no server but those that the script tag allows', async () => {
    pasted = { body: frameOf(`civic=rating&endpoint=${encodeURIComponent(town.origin)}&subject=https://city.example/`), hasScript: false };
    await visit('/pasted', async (page) => {
      await page.frameLocator('iframe').locator('civic-rating:state(failed)').waitFor();
      await page.frameLocator('iframe').getByText('not set up to talk to that server').first().waitFor();
    });
    pasted = { body: frameOf('civic=rating&endpoint=/hub/&subject=https://city.example/'), hasScript: false };
    await visit('/pasted', async (page) => void (await page.frameLocator('iframe').locator('civic-rating:state(ready)').waitFor()));
  });

  it('is found by oEmbed from the page of a dataset', async () => {
    const dataset = await (await fetch(`${demo.origin}/dataset/us-airports`)).text();
    const [, address = ''] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(dataset) ?? [];
    const { type, html } = (await (await fetch(address)).json()) as { type: string; html: string };
    assert.equal(type, 'rich');
    pasted = { body: html, hasScript: false };
    await visit('/pasted', async (page) => {
      const inner = page.frames()[1]!;
      await drawn(inner);
      await page.frameLocator('iframe').getByText('Thigpen').first().waitFor();
    });
    assert.equal((await fetch(`${demo.origin}/hub/v1/oembed?url=https://evil.example/`)).status, 404);
  });
});
