import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/elements/layer/civic-layer.js';
import '../../src/elements/map/civic-map.js';
import '../../src/elements/map/map.opened.js';
import '../../src/elements/map/map.sieve.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { PlaceSelectEvent } from '../../src/elements/map/map.events.js';
import { all, frames, has, one, text, titles } from '../support/map-page.js';

const patience = { timeout: 10_000 };
const { fetch: send } = globalThis;
const files: Readonly<Record<string, string>> = {
  '/trees.csv': 'name,lat,lon\nOak,52.50,13.40\nLime,52.52,13.42\n',
  '/schools.csv': 'name,lat,lon\nNorth School,52.51,13.41\n',
  '/broken.csv': '<!doctype html><title>Moved</title>',
};
let asked: string[] = [];

/** The map within the page, once its list is there. */
async function layered(content: TemplateResult): Promise<CivicMap> {
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div lang="en">${content}</div>`);
  const element = box.querySelector('civic-map')!;
  await waitUntil(() => element.matches(':state(ready)'), 'the list is there', patience);
  await element.updateComplete;
  return element;
}

const names = (element: CivicMap): string[] => all(element, '.layer bdi').map((name) => name.textContent!);
const boxes = (element: CivicMap): HTMLInputElement[] => all<HTMLInputElement>(element, '.layer input');
const listed = (element: CivicMap): HTMLSelectElement => one<HTMLSelectElement>(element, '[part=listed]');
const isDrawn = async (element: CivicMap): Promise<void> => {
  await waitUntil(() => element.matches(':state(drawn)'), 'the map is drawn', patience);
  await frames(5);
};

describe('<civic-layer> in a <civic-map>', () => {
  before(() => {
    globalThis.fetch = async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
      asked.push(pathname);
      const file = files[pathname];
      return file === undefined ? send(input, init) : new Response(file);
    };
  });
  after(() => void (globalThis.fetch = send));
  beforeEach(() => void (asked = []));

  const two = html`<civic-map label="City"><civic-layer src="/trees.csv" label="Trees"></civic-layer><civic-layer src="/schools.csv" label="Schools"></civic-layer></civic-map>`;

  it('is one of several, of which the first is listed and the others can be', async () => {
    const element = await layered(two);
    await waitUntil(() => has(element, '[part=listed]'), 'there is a choice', patience);
    expect(names(element)).to.deep.equal(['Trees', 'Schools']);
    expect(titles(element)).to.have.members(['Oak', 'Lime']);
    expect(text(element, '[part=heading]')).to.equal('City');
    listed(element).selectedIndex = 1;
    listed(element).dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['North School']);
    listed(element).selectedIndex = 0;
    listed(element).dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(titles(element)).to.have.members(['Oak', 'Lime']);
    await expect(element).to.be.accessible();
  });

  it('reads a hidden one only when the reader asks for it', async () => {
    const element = await layered(html`<civic-map src="/trees.csv" label="Trees"><civic-layer src="/schools.csv" label="Schools" hidden></civic-layer></civic-map>`);
    await isDrawn(element);
    await waitUntil(() => boxes(element).length === 2);
    expect(boxes(element).map(({ checked }) => checked)).to.deep.equal([true, false]);
    expect(asked).not.to.include('/schools.csv');
    boxes(element)[1]!.click();
    await waitUntil(() => has(element, '[part=listed]'), 'it is read', patience);
    expect(element.querySelector('civic-layer')!.hidden).to.equal(false);
    expect(asked).to.include('/schools.csv');
  });

  it('is chosen by who points at one of its places', async () => {
    const element = await layered(two);
    await isDrawn(element);
    await waitUntil(() => all(element, '.ol-layers > canvas.canvas').length === 2, 'both are drawn', patience);
    await frames(10);
    let event: PlaceSelectEvent | undefined;
    element.addEventListener('civic-place-select', (heard) => void (event = heard as PlaceSelectEvent));
    // The school is halfway between both trees, which the map fits.
    one(element, '.map').scrollIntoView({ block: 'center' });
    const map = one(element, '.map').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(map.left + map.width / 2), Math.round(map.top + map.height / 2)] });
    await waitUntil(() => event, 'the place is selected', patience);
    expect(event!.place!['name']).to.equal('North School');
    await waitUntil(() => has(element, '#detail-heading'), 'its details are open', patience);
    expect(text(element, '#detail-heading')).to.contain('North School');
    expect(titles(element)).to.deep.equal(['North School']);
  });

  it('that cannot be read says so by itself, and is read again when somebody asks', async () => {
    const element = await layered(html`<civic-map src="/trees.csv"><civic-layer src="/broken.csv" label="Benches"></civic-layer></civic-map>`);
    await waitUntil(() => has(element, '.layer-problem'), 'it says so', patience);
    expect(text(element, '.layer-problem p')).to.match(/^Benches: .*web page/);
    expect(titles(element)).to.have.members(['Oak', 'Lime']);
    await expect(element).to.be.accessible();
    asked = [];
    one(element, '.layer-problem button').click();
    await waitUntil(() => asked.includes('/broken.csv'));
  });

  it('stands in for a first one that cannot be read', async () => {
    const element = await layered(html`<civic-map><civic-layer src="/broken.csv" label="Benches"></civic-layer><civic-layer src="/schools.csv" label="Schools"></civic-layer></civic-map>`);
    expect(titles(element)).to.deep.equal(['North School']);
    expect(text(element, '.layer-problem p')).to.contain('Benches');
  });

  it('comes, goes and changes while the page is shown', async () => {
    const element = await layered(html`<civic-map src="/trees.csv"></civic-map>`);
    await isDrawn(element);
    expect(has(element, '[part=layers]')).to.equal(false);
    const layer = document.createElement('civic-layer');
    layer.setAttribute('src', '/schools.csv');
    layer.setAttribute('label', 'Schools');
    element.append(layer);
    await waitUntil(() => has(element, '[part=listed]'), 'it has come', patience);
    layer.setAttribute('label', 'All schools');
    await waitUntil(() => names(element).includes('All schools'));
    listed(element).selectedIndex = 1;
    listed(element).dispatchEvent(new Event('change'));
    await waitUntil(() => titles(element).includes('North School'));
    layer.remove();
    await waitUntil(() => titles(element).includes('Oak'), 'the first is listed again', patience);
    expect(has(element, '[part=layers]')).to.equal(false);
  });

  it('of pictures lies below the places, with its key, its source and its own switch', async () => {
    const element = await layered(html`<civic-map src="/trees.csv"><civic-layer src="/tiles/wms?service=WMS&layers=noise" label="Noise"></civic-layer></civic-map>`);
    await isDrawn(element);
    const isBlue = (): boolean => all<HTMLCanvasElement>(element, '.pictures canvas').some((canvas) => canvas.getContext('2d')!.getImageData(20, 20, 1, 1).data[2]! > 200);
    await waitUntil(isBlue, 'the pictures are drawn', patience);
    expect(one<HTMLImageElement>(element, '.layer-legend img').alt).to.equal('Legend: Noise');
    expect(text(element, '[part=attribution]')).to.contain('Office of noise');
    expect(text(element, '[part=origins]')).to.contain('Noise');
    await expect(element).to.be.accessible();
    boxes(element)[1]!.click();
    await waitUntil(() => !has(element, '.pictures canvas'), 'they are gone', patience);
    expect(has(element, '[part=listed]'), 'there is one list').to.equal(false);
  });

  it('lets the list be that of the next layer where the reader takes its own away', async () => {
    const element = await layered(two);
    await waitUntil(() => has(element, '[part=listed]'), 'both are read', patience);
    boxes(element)[0]!.click();
    await waitUntil(() => titles(element).includes('North School'));
    boxes(element)[0]!.click();
    await waitUntil(() => has(element, '[part=listed]'));
    expect(asked.filter((path) => path === '/trees.csv')).to.have.length(1);
  });

  it('lies beside data that the page brings itself', async () => {
    const element = await layered(two);
    const { data } = element;
    element.data = { ...data!, about: { title: 'Own' } };
    await waitUntil(() => names(element).join() === 'City,Trees,Schools', 'three layers', patience);
  });
});
