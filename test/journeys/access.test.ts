import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { axeFindings, ibmFindings, launch } from '../support/chromium.js';
import { startDemo, type Demo } from '../support/demo.js';
import type { StaticServer } from '../support/static-server.js';
import { pageWith, startTown } from '../support/town.js';
import { settled } from '../support/watched-page.js';

let browser: Browser;
before(async () => void (browser = await launch()));
after(() => browser?.close());

/** Goes to a page, does something there, and asserts that neither engine finds anything, in light and in dark. */
async function visit(address: string, act: (page: Page) => Promise<unknown>): Promise<void> {
  // Each on a page of its own: what is folded keeps the colours in which it was folded.
  await Promise.all((['light', 'dark'] as const).map(async (colorScheme) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(address);
    await act(page);
    assert.deepEqual([...(await axeFindings(page)), ...(await ibmFindings(page))], [], colorScheme);
    await context.close();
  }));
}

const places = '<civic-map src="/places.csv" label="Places of Elmhaven"></civic-map>';
const state = (name: string) => (page: Page): Promise<unknown> => page.locator(`civic-map:state(${name})`).first().waitFor({ state: 'attached' });
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();

/** Until the map is drawn, and the list is one that sorts. */
async function drawn(page: Page): Promise<void> {
  await state('drawn')(page);
  await page.locator('civic-map [part=save]').first().waitFor();
}

async function explorer(page: Page): Promise<void> {
  await drawn(page);
  for (const button of await page.locator('[part=explore]').all()) await button.click();
  await page.locator('[part=explorer] input[type=range]').last().waitFor();
}

/** What a map can look like, each by what a page writes and what a reader does then. */
const states: Readonly<Record<string, readonly [html: string, act: (page: Page) => Promise<unknown>]>> = {
  'that is loading': ['<civic-map src="/slow.csv"></civic-map>', state('loading')],
  'that cannot be read': ['<civic-map src="/broken.csv"></civic-map>', state('failed')],
  'without rows': ['<civic-map src="/empty.csv"></civic-map>', state('empty')],
  'whose engine does not come': [places, async (page) => {
    await page.route(/map\.drawing/, (route) => route.abort());
    await page.reload();
    await page.locator('.no-map').waitFor();
  }],
  'that is filtered by all that it has': [places, async (page) => {
    await explorer(page);
    await page.locator('.bars input').first().check();
    await page.locator('.sliders .from').first().press('ArrowRight');
    await page.locator('.chip').nth(1).waitFor();
  }],
  'with its facets as tables, on which an area is drawn': [places, async (page) => {
    await explorer(page);
    for (const box of await page.locator('.table-switch input').all()) await box.check();
    await press(page, 'Draw an area');
    await page.locator('.area-bar').waitFor();
  }],
  'beside its table': [places, async (page) => {
    await drawn(page);
    await press(page, 'As a table');
    await page.locator('[part=table]').waitFor();
    await page.locator('[part=in-view]').focus();
  }],
  'with all opened that can be': [places, async (page) => {
    await drawn(page);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.locator('[part=entry]').first().click();
    await page.locator('#detail-heading').waitFor();
  }],
  'with several places at one spot': ['<civic-map src="/benches.csv" label="Benches"></civic-map>', async (page) => {
    await drawn(page);
    const { x, y, width, height } = (await page.locator('[part=map]').boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    await page.locator('.group').waitFor();
  }],
  'of what is near': [places, async (page) => {
    await page.context().grantPermissions(['geolocation']);
    await page.context().setGeolocation({ latitude: 52.52, longitude: 13.4 });
    await drawn(page);
    await press(page, 'Near me');
    await page.locator('.away').first().waitFor();
  }],
  'that may not know where the reader is': [places, async (page) => {
    await drawn(page);
    await press(page, 'Near me');
    await page.locator('.told').waitFor();
  }],
  'with layers of which one fails': ['<civic-map label="City"><civic-layer src="/trees.csv" label="Trees"></civic-layer><civic-layer src="/places.csv" label="Places"></civic-layer><civic-layer src="/broken.csv" label="Broken"></civic-layer></civic-map>', async (page) => {
    await drawn(page);
    await page.locator('.layer-problem').waitFor();
  }],
  'that somebody embeds': [places, async (page) => {
    await drawn(page);
    await page.locator('[part=save] summary').click();
    await press(page, 'Embed this view');
    await page.locator('dialog[open]').waitFor();
  }],
  'of values that change': ['<civic-map src="/parks.json" label="Car parks"></civic-map>', async (page) => {
    await drawn(page);
    await page.locator('[part=age]').waitFor();
  }],
  'of statistics, by colour': ['<civic-map src="/rates.csv" shapes="/districts.geojson" color-by="rate" label="Rates"></civic-map>', async (page) => {
    await drawn(page);
    await page.locator('[part=dimensions]').waitFor();
  }],
  'with sizes and names': ['<civic-map src="/places.csv" color-by="built" size-by="visitors" label-by="name" label="Places"></civic-map>', drawn],
  'of heat': ['<civic-map src="/places.csv" show="heat" label="Places"></civic-map>', drawn],
  'of pictures alone': ['<civic-map src="/tiles/{z}/{x}/{y}.png" label="Pictures"></civic-map>', async (page) => page.locator('[part=pictures]').waitFor()],
  'beside another': [places + places.replace('Elmhaven', 'Oakton'), async (page) => {
    await drawn(page);
    await page.locator('civic-map').nth(1).scrollIntoViewIfNeeded();
    await page.locator('[part=save]').nth(1).waitFor();
    await explorer(page);
  }],
  'of which a part does not come': [places, async (page) => {
    await drawn(page);
    await page.route(/map\.sieve/, (route) => route.abort());
    await press(page, 'Filter');
    await page.locator('[role=alert]').waitFor();
  }],
};

describe('axe and IBM’s engine find nothing in a map', () => {
  let town: StaticServer;
  before(async () => void (town = await startTown()));
  after(() => town?.close());

  for (const [name, [html, act]] of Object.entries(states)) {
    it(name, () => visit(town.origin + pageWith(html), act));
  }
});

describe('axe and IBM’s engine find nothing in a city’s site', () => {
  let demo: Demo;
  before(async () => void (demo = await startDemo()));
  after(() => demo?.stop());

  /** Opens the form, and what is folded in it: of a field in there IBM's engine sees no label. */
  async function propose(page: Page): Promise<void> {
    await page.locator('civic-ideas [part~=propose]').click();
    await page.locator('civic-ideas [part=place] summary').click();
  }

  const visits: Readonly<Record<string, readonly [path: string, act: (page: Page) => Promise<unknown>]>> = {
    'with two ratings, of which one is begun, and an idea with faults': ['/say.html', async (page) => {
      await page.locator('main civic-rating section input[type=radio]').nth(1).check({ force: true });
      await propose(page);
      await page.locator('civic-ideas form [type=submit]').first().click();
      await page.locator('civic-ideas [role=alert], civic-ideas [aria-invalid=true]').first().waitFor();
    }],
    'where somebody chooses a place for an idea': ['/say.html', async (page) => {
      await propose(page);
      await press(page, 'Choose on a map');
      await page.locator('civic-ideas canvas').first().waitFor();
    }],
    'that shows what became of promises': ['/promises.html', async (page) => {
      for (const summary of (await page.locator('civic-roadmap summary').all()).slice(0, 3)) await summary.click();
    }],
    'with an element of each kind': ['/', async () => {}],
    'where any address can be tried': ['/try.html', async () => {}],
  };

  for (const [name, [path, act]] of Object.entries(visits)) {
    it(name, () => visit(demo.origin + path, async (page) => {
      await settled(page);
      await act(page);
    }));
  }
});
