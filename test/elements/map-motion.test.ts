import { expect, fixture, html, waitUntil as wait } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/elements/layer/civic-layer.js';
import '../../src/elements/map/civic-map.js';
import '../../src/elements/map/map.moving.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import { json, serve } from '../support/fake-fetch.js';
import { fastClock } from '../support/fast-clock.js';
import { frames, has, one, text } from '../support/map-page.js';
import { prefer, preferNothing } from '../support/media.js';

const waitUntil = (check: () => unknown, message?: string): Promise<void> => wait(check as () => boolean, message, { timeout: 4500 });

interface Bus {
  readonly id: string;
  readonly at: readonly [longitude: number, latitude: number];
  readonly line?: string;
}

const feed = (buses: readonly Bus[]): unknown => ({
  header: { gtfs_realtime_version: '2.0', timestamp: Math.floor(Date.now() / 1000) },
  entity: buses.map(({ id, at: [longitude, latitude], line = '7' }, i) => ({ id: String(i), vehicle: { trip: { route_id: line }, position: { latitude, longitude }, vehicle: { id, label: `Bus ${id}` } } })),
});

/** Two that stay hold the view where it is. */
const west: Bus = { id: 'west', at: [9, 48] };
const east: Bus = { id: 'east', at: [9.04, 48] };

describe('<civic-map> whose places move', () => {
  let restore = (): void => {};
  let clock = { restore: (): void => {} };
  const real = performance.now;
  beforeEach(() => void (clock = fastClock()));
  afterEach(async () => {
    restore();
    clock.restore();
    performance.now = real;
    await preferNothing();
  });

  let answers: (readonly Bus[])[] = [];

  /** A map of buses, drawn; each further list is given once, and then nothing more comes. */
  async function drawn(first: readonly Bus[], attributes = html`<civic-map src="https://city.example/buses.json"></civic-map>`): Promise<CivicMap> {
    const mine = (answers = [first]);
    ({ restore } = serve({ '/own.json': () => json(feed([west, east]))(), '/buses.json': async () => {
      while (mine.length === 0) await frames(1);
      return json(feed(mine.shift()!))();
    } }));
    const box = await fixture<HTMLElement>(html`<div lang="en">${attributes}</div>`);
    const element = box.querySelector('civic-map')!;
    await waitUntil(() => element.matches(':state(drawn)'), 'the map is drawn');
    await frames(5);
    one(element, '.map').scrollIntoView({ block: 'center' });
    return element;
  }

  const came = async (element: CivicMap, buses: readonly Bus[]): Promise<void> => {
    const { places } = element.data!;
    answers.push(buses);
    await waitUntil(() => element.data!.places !== places, 'newer values came');
    await frames(2);
  };

  /** Where something is on the map, in pixels of the page. */
  const pixel = (element: CivicMap, row: number, { x, y } = element.data!.places!): [number, number] => {
    const box = one(element, '.map').getBoundingClientRect();
    const [left = 0, top = 0] = element.engine!.getPixelFromCoordinate([x[row]!, y[row]!]);
    return [Math.round(box.left + left), Math.round(box.top + top)];
  };

  const click = async (position: [number, number]): Promise<void> => {
    await sendMouse({ type: 'click', position });
    await frames(3);
  };

  /** How many frames are drawn in half a second. */
  async function drawnFrames(element: CivicMap): Promise<number> {
    let count = 0;
    const counted = (): void => void (count += 1);
    element.engine!.on('postrender', counted);
    await new Promise((done) => void setTimeout(done, 500));
    element.engine!.un('postrender', counted);
    return count;
  }

  const moving = (longitude: number, more: Partial<Bus> = {}): Bus => ({ id: '12', at: [longitude, 48.01], ...more });

  it('glide there from where they were, can be clicked on the way, and rest then', async () => {
    const element = await drawn([west, moving(9.005), east]);
    const from = pixel(element, 1);
    let now = real.call(performance);
    performance.now = () => now;
    // In another order, so that another one has its number in the feed.
    await came(element, [moving(9.035), west, east]);
    now += 500;
    await frames(3);
    const to = pixel(element, 0);
    await click([Math.round((from[0] + to[0]) / 2), from[1]]);
    performance.now = real;
    await waitUntil(() => has(element, '[part=detail]'), 'it is on its way');
    expect(text(element, '#detail-heading')).to.equal('Bus 12');
    element.select(undefined);
    await new Promise((done) => void setTimeout(done, 1300));
    expect(await drawnFrames(element), 'nothing is drawn any more').to.be.lessThan(3);
    // The map itself may stand elsewhere in the page by now.
    const [x, y] = pixel(element, 0);
    await click([from[0], y]);
    expect(has(element, '[part=detail]'), 'nothing is there any more').to.equal(false);
    await click([x, y]);
    await waitUntil(() => has(element, '[part=detail]'), 'it is where it went');
  });

  it('draw frames while something moves, comes, goes or changes, and none where nothing does', async () => {
    const element = await drawn([west, moving(9.005), east]);
    await came(element, [west, moving(9.005), east]);
    expect(await drawnFrames(element), 'the same').to.be.lessThan(4);
    await came(element, [west, moving(9.005, { line: '8' }), east]);
    expect(await drawnFrames(element), 'another line').to.be.greaterThan(4);
    await new Promise((done) => void setTimeout(done, 900));
    await came(element, [west, east]);
    expect(await drawnFrames(element), 'gone').to.be.greaterThan(4);
    await new Promise((done) => void setTimeout(done, 900));
    await came(element, [west, moving(9.005), east]);
    expect(await drawnFrames(element), 'come').to.be.greaterThan(4);
  });

  it('are simply there for whoever wants no movement', async function test(this: Mocha.Context) {
    await prefer(this, { reducedMotion: 'reduce' });
    const element = await drawn([west, moving(9.005), east]);
    await came(element, [west, moving(9.035), east]);
    await click(pixel(element, 1));
    await waitUntil(() => has(element, '[part=detail]'), 'it is where it went');
    await frames(10);
    expect(await drawnFrames(element)).to.be.lessThan(3);
  });

  it('move in a further layer, too', async () => {
    const element = await drawn([moving(9.005)], html`<civic-map src="https://city.example/own.json"><civic-layer src="https://city.example/buses.json" label="Buses"></civic-layer></civic-map>`);
    await waitUntil(() => has(element, '.layer-age'), 'the layer is there');
    await frames(5);
    const [{ x: xs, y: ys }] = [(await import('../support/places.js')).dataset({ columns: { a: ['a'] }, places: [{ point: [9.005, 48.01] }] }).places!];
    const from = pixel(element, 0, { ...element.data!.places!, x: xs, y: ys });
    const before = text(element, '.layer-age');
    answers.push([moving(9.035)]);
    await waitUntil(() => answers.length === 0, 'newer values came');
    await frames(4);
    expect(before).to.contain('Values of');
    expect(await drawnFrames(element)).to.be.greaterThan(4);
    await new Promise((done) => void setTimeout(done, 900));
    await click(from);
    expect(has(element, '[part=detail]'), 'it is elsewhere').to.equal(false);
  });
});
