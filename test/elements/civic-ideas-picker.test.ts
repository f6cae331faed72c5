import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/elements/ideas/civic-ideas.js';
import type { CivicIdeas } from '../../src/elements/ideas/ideas.js';
import type { IdeaDraft } from '../../src/model/idea.js';
import { json, serve, status } from '../support/fake-fetch.js';
import { idea, info, pageOf } from '../support/hub-answers.js';
import { all, becomes, find, focused, says, shown, write } from '../support/shadow.js';

/** Two districts side by side, a tram line through both, and two stops. */
const square = (west: number): number[][] => [[west, 38.7], [west + 0.1, 38.7], [west + 0.1, 38.8], [west, 38.8], [west, 38.7]];
const districts = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { name: 'Harbour' }, geometry: { type: 'Polygon', coordinates: [square(-9.3)] } },
    { type: 'Feature', properties: { name: 'Old Town' }, geometry: { type: 'Polygon', coordinates: [square(-9.2)] } },
    { type: 'Feature', properties: { name: 'Tram 28' }, geometry: { type: 'LineString', coordinates: [[-9.3, 38.75], [-9.1, 38.76]] } },
    { type: 'Feature', properties: { name: 'Bridge' }, geometry: { type: 'Point', coordinates: [-9.25, 38.72] } },
    { type: 'Feature', properties: { name: 'Market' }, geometry: { type: 'Point', coordinates: [-9.15, 38.78] } },
  ],
};

const dataset = {
  success: true,
  result: {
    id: 'districts', name: 'districts', title: 'Districts', license_title: 'CC BY 4.0', license_url: 'https://creativecommons.org/licenses/by/4.0/', organization: { title: 'City survey office' }, type: 'dataset', state: 'active',
    resources: [{ id: 'file', name: 'Districts', format: 'GeoJSON', url: `${location.origin}/districts.geojson`, state: 'active' }],
  },
};

let served: ReturnType<typeof serve>;

interface Page {
  readonly backdrop?: string;
  readonly lang?: string;
  readonly style?: string;
  readonly answers?: Parameters<typeof serve>[0];
}

async function make({ backdrop = '/districts.geojson', lang = 'en', style = '', answers = {} }: Page = {}): Promise<CivicIdeas> {
  served = serve({
    'GET /hub/v1': json(info),
    'GET /hub/v1/ideas': json(pageOf([idea('1')])),
    'GET /hub/v1/ideas/similar': json({ ideas: [] }),
    'POST /hub/v1/ideas': async (request) => Response.json(idea('2', { ...((await request.json()) as IdeaDraft), status: 'held' }), { status: 201 }),
    'GET /districts.geojson': json(districts),
    'GET /dataset/districts': status(404),
    'GET /api/3/action/package_show': json(dataset),
    ...answers,
  });
  const box = await fixture<HTMLElement>(html`<div lang=${lang} style=${style}><civic-ideas endpoint="/hub" backdrop=${backdrop}></civic-ideas></div>`);
  const element = box.querySelector('civic-ideas')!;
  await becomes(element, 'ready');
  find(element, '[part=propose]').click();
  await waitUntil(() => focused()?.id === 'title');
  return element;
}

const point = (element: CivicIdeas): string => find<HTMLInputElement>(element, '#point').value;
const button = (element: CivicIdeas): HTMLElement => find(element, '[part=choose-place]');
const isOpen = (element: CivicIdeas): boolean => all(element, '[part=picker]').length > 0;
const here = (element: CivicIdeas): string => find(element, '[part=picker] [role=status]').textContent!.replace(/\s+/g, ' ').trim();

/** Latitude and longitude under the cross. */
const middle = (element: CivicIdeas): [number, number] => {
  const [, lat = '', lon = ''] = /(-?[\d.]+), (-?[\d.]+)$/.exec(here(element)) ?? [];
  return [Number(lat), Number(lon)];
};

/** Waits until the map says where it rests. */
async function rests(element: CivicIdeas): Promise<void> {
  await waitUntil(() => isOpen(element) && /\d/.test(here(element)), 'the map is there', { timeout: 10_000 });
  for (let before = ''; before !== here(element);) {
    before = here(element);
    await new Promise((done) => void setTimeout(done, 700));
  }
}

async function openMap(element: CivicIdeas): Promise<void> {
  button(element).click();
  await rests(element);
}

/** A pixel of the map, measured from its middle, on the page. */
function spot(element: CivicIdeas, right: number, down: number): [number, number] {
  const map = find(element, '#picker-map');
  map.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = map.getBoundingClientRect();
  return [Math.round(left + width / 2 + right), Math.round(top + height / 2 + down)];
}

describe('<civic-ideas>, choosing a place on a map', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => served.restore());

  it('can be done with the keyboard alone, and what was written is kept', async () => {
    const element = await make();
    write(element, '#title', 'A bench at the river');
    write(element, '#text', 'There is nothing to sit on but the stone.');
    button(element).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused()?.id === 'picker-map', 'the map has the focus', { timeout: 10_000 });
    await rests(element);
    const [lat, lon] = middle(element);
    expect(lat).to.be.closeTo(38.75, 0.01);
    expect(lon).to.be.closeTo(-9.2, 0.01);
    await sendKeys({ press: 'ArrowLeft' });
    await rests(element);
    expect(middle(element)[1], 'west').to.be.below(lon - 0.005);
    await sendKeys({ press: '+' });
    await rests(element);
    const before = middle(element);
    await sendKeys({ press: 'ArrowUp' });
    await rests(element);
    const after = middle(element);
    expect(after[0], 'north').to.be.above(before[0]);
    expect(after[1]).to.be.closeTo(before[1], 0.0001);
    expect(here(element)).to.match(/^Under the cross: Harbour · 38\.\d{5}, -9\.\d{5}$/);
    const chosen = /[\d.]+, -[\d.]+$/.exec(here(element))![0];
    for (let i = 0; focused()?.getAttribute('part') !== 'choose'; i += 1) {
      expect(i, 'one stop for the map and one for each button').to.be.below(4);
      await sendKeys({ press: 'Tab' });
    }
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !isOpen(element) && focused() === button(element), 'the focus is back');
    expect(point(element)).to.equal(chosen);
    expect(button(element).textContent).to.contain('Place chosen');
    expect(shown(element)).to.contain('The place on the map was filled in.');
    expect(find<HTMLInputElement>(element, '#title').value).to.equal('A bench at the river');
    expect(Object.values({ ...sessionStorage }).join(' '), 'the draft').to.contain(chosen);
    find(element, '[part=send]').click();
    await says(element, 'Thank you');
    const posted = served.requests.find(({ method }) => method === 'POST');
    const { place } = (await posted!.clone().json()) as IdeaDraft;
    expect(`${place?.lat?.toFixed(5)}, ${place?.lon?.toFixed(5)}`).to.equal(chosen);
  });

  it('can be done by pointing at a spot, and by dragging', async () => {
    const element = await make();
    await openMap(element);
    const start = middle(element);
    await sendMouse({ type: 'click', position: spot(element, 60, 40) });
    await waitUntil(() => here(element).includes('Old Town'), 'the spot is under the cross', { timeout: 5000 });
    await rests(element);
    const clicked = middle(element);
    expect(clicked[0], 'south').to.be.below(start[0]);
    expect(clicked[1], 'east').to.be.above(start[1]);
    await sendMouse({ type: 'move', position: spot(element, 0, 0) });
    await sendMouse({ type: 'down' });
    for (const right of [20, 50, 90, 120]) await sendMouse({ type: 'move', position: spot(element, right, 0) });
    // A hand that stops before it lets go: else the map swings on.
    await new Promise((done) => void setTimeout(done, 200));
    await sendMouse({ type: 'up' });
    await waitUntil(() => here(element).includes('Harbour'), 'the west came under the cross', { timeout: 5000 });
    await rests(element);
    expect(middle(element)[1]).to.be.below(clicked[1]);
    const chosen = middle(element);
    find(element, '[part=choose]').click();
    await waitUntil(() => point(element) !== '');
    expect(point(element)).to.equal(`${chosen[0].toFixed(5)}, ${chosen[1].toFixed(5)}`);
  });

  it('closes with Escape and leaves everything as it was', async () => {
    const element = await make();
    await openMap(element);
    find(element, '#picker-map').focus();
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen(element) && focused() === button(element));
    expect(point(element)).to.equal('');
    expect(button(element).textContent).to.contain('Choose on a map');
    expect(button(element).getAttribute('aria-expanded')).to.equal('false');
  });

  it('starts at the place that was written', async () => {
    const element = await make();
    write(element, '#point', '38.78, -9.12');
    await openMap(element);
    expect(middle(element)[0]).to.be.closeTo(38.78, 0.0001);
    expect(middle(element)[1]).to.be.closeTo(-9.12, 0.0001);
  });

  it('says whose data lies beneath, and under which licence', async () => {
    const element = await make({ backdrop: '/dataset/districts' });
    await openMap(element);
    const line = find(element, '[part=backdrop]');
    expect(line.textContent).to.match(/Districts.*City survey office.*CC BY 4\.0.*Natural Earth/s);
    expect([...line.querySelectorAll('a')].map(({ href }) => href)).to.include('https://creativecommons.org/licenses/by/4.0/');
  });

  it('goes without the city’s data where it cannot be read, and says so', async () => {
    const element = await make({ answers: { 'GET /districts.geojson': status(500) } });
    await openMap(element);
    expect(here(element)).to.contain('could not be read');
    find(element, '[part=choose]').click();
    await waitUntil(() => point(element) !== '');
  });

  it('asks nobody but the hub where the page names no data', async () => {
    const element = await make({ backdrop: '' });
    await openMap(element);
    expect(served.requests.map(({ url }) => new URL(url).pathname).filter((path) => !path.startsWith('/hub/'))).to.deep.equal([]);
    expect(here(element)).to.match(/^Under the cross: -?[\d.]+, -?[\d.]+$/);
  });

  it('says when there can be no map, and leaves the other ways', async () => {
    const element = await make();
    const { matchMedia } = window;
    // As where a browser refuses the engine what it needs.
    window.matchMedia = () => { throw new Error('refused'); };
    try {
      button(element).click();
      await says(element, 'The map cannot be shown. You can write the place instead.');
    } finally {
      window.matchMedia = matchMedia;
    }
    expect(isOpen(element)).to.equal(false);
    expect(focused()).to.equal(button(element));
    write(element, '#point', '38.78, -9.12');
    expect(point(element)).to.equal('38.78, -9.12');
  });

  it('gives way to a picker of the page’s own', async () => {
    const element = await make();
    const own = document.createElement('button');
    own.slot = 'place';
    element.append(own);
    await element.updateComplete;
    expect(button(element).checkVisibility()).to.equal(false);
  });

  for (const [name, lang] of [['English', 'en'], ['Arabic', 'ar']] as const) {
    it(`is accessible and fits into 320 px in ${name}`, async () => {
      const element = await make({ lang, style: 'inline-size: 320px' });
      await openMap(element);
      const box = element.getBoundingClientRect();
      for (const inner of all(element, '[part=picker], [part=picker] .picker-stage, [part=picker] button, [part=picker] p')) {
        const { left, right } = inner.getBoundingClientRect();
        expect(left, inner.className).to.be.at.least(box.left);
        expect(right, inner.className).to.be.at.most(box.right);
      }
      for (const each of all(element, '[part=picker] button')) {
        const { width, height } = each.getBoundingClientRect();
        expect(Math.min(width, height), each.textContent!).to.be.at.least(44);
      }
      await expect(element).to.be.accessible();
    });
  }
});
