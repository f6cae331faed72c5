import { expect, fixture, html, waitUntil as wait } from '@open-wc/testing';
import '../../src/elements/layer/civic-layer.js';
import '../../src/elements/map/civic-map.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import { json, serve } from '../support/fake-fetch.js';
import { fastClock, seem } from '../support/fast-clock.js';
import { all, has, one, search, text, titles } from '../support/map-page.js';

/** A busy machine takes its time; what is longer than five seconds the clock of these tests makes short. */
const waitUntil = (check: () => unknown, message?: string): Promise<void> => wait(check as () => boolean, message, { timeout: 9500 });

interface CarPark {
  readonly name: string;
  readonly free: number;
  readonly status?: string;
  readonly at?: string;
}

const recent = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const entities = (parks: readonly CarPark[]): unknown => parks.map(({ name, free, status = 'open', at = recent(2) }, i) => ({
  id: `urn:ngsi-ld:OffStreetParking:${name}`, type: 'OffStreetParking',
  name: { type: 'Property', value: name },
  location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [9 + i / 100, 48] } },
  totalSpotNumber: { type: 'Property', value: 40 },
  availableSpotNumber: { type: 'Property', value: free, observedAt: at },
  status: { type: 'Property', value: status },
}));

describe('<civic-map> with values that change', () => {
  let restore = (): void => {};
  let clock = { restore: (): void => {} };
  beforeEach(() => void (clock = fastClock(10_000)));
  afterEach(() => {
    restore();
    clock.restore();
  });

  let parks: readonly CarPark[] | undefined;

  async function shown(first: readonly CarPark[], lang = 'en'): Promise<CivicMap> {
    parks = first;
    ({ restore } = serve({ '/parks.json': () => (parks ? json(entities(parks))() : new Response('', { status: 500 })) }));
    const box = await fixture<HTMLElement>(html`<div lang=${lang}><civic-map src="https://city.example/parks.json"></civic-map></div>`);
    const element = box.querySelector('civic-map')!;
    await waitUntil(() => element.matches(':state(ready)'));
    await waitUntil(() => has(element, '[part=age]'), 'its age is told');
    return element;
  }

  const facts = (element: CivicMap): string[] => all(element, '.list .facts').map((each) => each.textContent!.replace(/\s+/g, ' ').trim());

  it('says how old they are, how many of all are free, and follows them', async () => {
    const element = await shown([{ name: 'Market', free: 12 }, { name: 'Station', free: 0 }]);
    expect(text(element, '.age')).to.match(/^Values of .*, 2 minutes ago\.$/);
    expect(one(element, '[part=age]').getAttribute('datetime')).to.match(/^\d{4}-/);
    expect(facts(element)[0]).to.contain('12 of 40 free');
    parks = [{ name: 'Market', free: 11, at: recent(0) }, { name: 'Station', free: 3 }];
    await waitUntil(() => facts(element)[0]!.includes('11 of 40 free'));
    expect(text(element, '.age')).to.match(/, now\.$/);
  });

  it('says it in German', async () => {
    const element = await shown([{ name: 'Markt', free: 12 }], 'de');
    expect(text(element, '.age')).to.match(/^Stand: .*, vor 2 Minuten\.$/);
    expect(facts(element)[0]).to.contain('12 von 40 frei');
  });

  it('keeps what is filtered by, and what is open of it', async () => {
    const element = await shown([{ name: 'Market', free: 12 }, { name: 'Hall', free: 5 }, { name: 'Station', free: 0 }, { name: 'Opera', free: 30 }]);
    one(element, '[part=explore]').click();
    await waitUntil(() => has(element, '[part=explorer]'));
    const column = element.data!.columns[element.data!.roles.free!]!.name;
    element.filters = { where: [{ column, ranges: [[5, 20]] }] };
    await waitUntil(() => text(element, '[part=count]').startsWith('2 of 4'));
    const facets = all<HTMLDetailsElement>(element, '.explorer-facet');
    facets[0]!.open = false;
    parks = [{ name: 'Market', free: 21 }, { name: 'Hall', free: 6 }, { name: 'Station', free: 0 }, { name: 'Opera', free: 31 }];
    await waitUntil(() => text(element, '[part=count]').startsWith('1 of 4'));
    expect([titles(element), element.filters.where, facets[0]!.open, has(element, '.chip')]).to.deep.equal([['Hall'], [{ column, ranges: [[5, 20]] }], false, true]);
  });

  it('keeps the search, the selection and the list when new values come, and announces nothing', async () => {
    const element = await shown([{ name: 'Market', free: 12 }, { name: 'Market hall', free: 5 }, { name: 'Station', free: 0 }]);
    await waitUntil(() => has(element, '[part=sort]'), 'the list is as it stays');
    await search(element, 'market');
    await waitUntil(() => titles(element).join() === 'Market,Market hall');
    all(element, '.list [part=entry]')[1]!.click();
    await waitUntil(() => has(element, '[part=detail]'));
    const [entry, said] = [all(element, '.list [part=entry]')[1], text(element, '[role=status]')];
    // The same place is another row, and there is one more.
    parks = [{ name: 'Market', free: 12 }, { name: 'Market south', free: 8 }, { name: 'Market hall', free: 4 }, { name: 'Station', free: 0 }];
    await waitUntil(() => text(element, '[part=count]').startsWith('3'));
    expect(titles(element)).to.deep.equal(['Market', 'Market south', 'Market hall']);
    expect(text(element, '#detail-heading')).to.equal('Market hall');
    expect(text(element, '[part=detail]')).to.contain('4 of 40 free');
    expect(all(element, '.list [aria-current=true]').map((each) => each.querySelector('.entry-title')!.textContent!.trim())).to.deep.equal(['Market hall']);
    expect(all(element, '.list [part=entry]')[1], 'the same buttons').to.equal(entry);
    expect(text(element, '[role=status]'), 'nothing is said').to.equal(said);
  });

  it('is sorted by what it says now', async () => {
    const element = await shown([{ name: 'Market', free: 12 }, { name: 'Hall', free: 5 }, { name: 'Station', free: 9 }]);
    await waitUntil(() => has(element, '[part=sort]'));
    const free = element.data!.columns[element.data!.roles.free!]!;
    const select = one<HTMLSelectElement>(element, '[part=sort]');
    select.selectedIndex = [...select.options].findIndex(({ textContent }) => textContent!.replaceAll(/\W/g, '').toLowerCase() === free.name.replaceAll(/\W/g, '').toLowerCase());
    select.dispatchEvent(new Event('change'));
    await waitUntil(() => titles(element).join() === 'Hall,Station,Market', 'it is sorted');
    parks = [{ name: 'Market', free: 1 }, { name: 'Hall', free: 5 }, { name: 'Station', free: 0 }];
    await waitUntil(() => titles(element).join() === 'Station,Market,Hall', 'it is sorted anew');
    parks = [{ name: 'Market', free: 1 }, { name: 'Hall', free: 0 }, { name: 'Opera', free: 3 }, { name: 'Station', free: 2 }];
    await waitUntil(() => titles(element).join() === 'Hall,Market,Station,Opera', 'and with one more');
  });

  it('stays sorted by what is near', async () => {
    const found = navigator.geolocation;
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition: (take: PositionCallback) => take({ coords: { latitude: 48, longitude: 9.02, accuracy: 10 } } as GeolocationPosition) } });
    const element = await shown([{ name: 'Market', free: 12 }, { name: 'Hall', free: 5 }, { name: 'Station', free: 9 }]);
    await waitUntil(() => has(element, '[part=near]'));
    one(element, '[part=near]').click();
    await waitUntil(() => titles(element).join() === 'Station,Hall,Market');
    Object.defineProperty(navigator, 'geolocation', { configurable: true, value: found });
    parks = [{ name: 'Market', free: 1 }, { name: 'Station', free: 0 }, { name: 'Hall', free: 4 }];
    await waitUntil(() => titles(element).join() === 'Hall,Station,Market', 'they changed places');
    expect([one(element, '[part=near]').getAttribute('aria-pressed'), has(element, '.away')]).to.deep.equal(['true', true]);
  });

  it('closes the details of what is gone', async () => {
    const element = await shown([{ name: 'Market', free: 12 }, { name: 'Station', free: 0 }]);
    all(element, '.list [part=entry]')[1]!.click();
    await waitUntil(() => has(element, '[part=detail]'));
    parks = [{ name: 'Market', free: 12 }];
    await waitUntil(() => titles(element).length === 1);
    expect(has(element, '[part=detail]')).to.equal(false);
  });

  it('keeps the last good values when they cannot be renewed, and says so', async () => {
    const element = await shown([{ name: 'Market', free: 12 }]);
    parks = undefined;
    await waitUntil(() => text(element, '.age').endsWith('They cannot be renewed at the moment.'));
    expect(facts(element)[0]).to.contain('12 of 40 free');
    expect(element.matches(':state(ready)')).to.equal(true);
    parks = [{ name: 'Market', free: 9 }];
    await waitUntil(() => facts(element)[0]!.includes('9 of 40 free'));
    expect(text(element, '.age')).to.not.contain('renewed');
  });

  it('says of each row how old it is, in list and details, and counts on', async () => {
    const { now } = Date;
    const seconds = Math.floor(now() / 1000);
    const vehicle = (id: string, old: number): unknown => ({ id, vehicle: { vehicle: { id, label: id }, timestamp: seconds - old, position: { latitude: 48, longitude: 9 + old / 1e4 } } });
    ({ restore } = serve({ '/buses.json': json({ header: { gtfs_realtime_version: '2.0', timestamp: seconds - 70 }, entity: [vehicle('Bus 1', 190), vehicle('Bus 2', 7300)] }) }));
    const box = await fixture<HTMLElement>(html`<div lang="en"><civic-map src="https://city.example/buses.json"></civic-map></div>`);
    const element = box.querySelector('civic-map')!;
    await waitUntil(() => has(element, '[part=age]') && has(element, '.list .facts') && text(element, '.list .facts').includes('ago'));
    const ages = (): string[] => all(element, '.list .facts').map((fact) => /(\d+ \w+ ago)/.exec(fact.textContent!)![1]!);
    expect(ages()).to.deep.equal(['3 minutes ago', '2 hours ago']);
    one(element, '.list [part=entry]').click();
    await waitUntil(() => has(element, '[part=detail]'));
    expect(text(element, '[part=detail]')).to.contain('3 minutes ago');
    Date.now = () => now() + 60_000;
    element.requestUpdate();
    await element.updateComplete;
    Date.now = now;
    expect([ages()[0], text(element, '[part=detail]').includes('4 minutes ago'), text(element, '.age').endsWith('2 minutes ago.')]).to.deep.equal(['4 minutes ago', true, true]);
  });

  it('is accessible', async () => {
    const element = await shown([{ name: 'Market', free: 12 }]);
    await expect(element).to.be.accessible();
  });
});

describe('<civic-layer> with values that change', () => {
  let restore = (): void => {};
  let clock = { restore: (): void => {} };
  let asked: Request[] = [];
  beforeEach(() => void (clock = fastClock(10_000)));
  afterEach(() => {
    seem(undefined);
    restore();
    clock.restore();
  });

  let [own, other]: [readonly CarPark[], readonly CarPark[] | undefined] = [[], []];

  /** Car parks, and a layer of bikes. */
  async function layered(): Promise<CivicMap> {
    own = [{ name: 'Market', free: 12 }];
    other = [{ name: 'Bikes A', free: 1 }, { name: 'Bikes B', free: 2 }];
    const served = serve({ '/parks.json': () => json(entities(own))(), '/bikes.json': () => (other ? json(entities(other))() : new Response('', { status: 500 })) });
    [restore, asked] = [served.restore, served.requests];
    const box = await fixture<HTMLElement>(html`<div lang="en"><civic-map label="Parking" src="https://city.example/parks.json"><civic-layer src="https://city.example/bikes.json" label="Bikes"></civic-layer></civic-map></div>`);
    const element = box.querySelector('civic-map')!;
    await waitUntil(() => has(element, '.layer-age'), 'the age of the layer is told');
    return element;
  }

  const facts = (element: CivicMap): string[] => all(element, '.list .facts').map((each) => each.textContent!.replace(/\s+/g, ' ').trim());
  const choose = (element: CivicMap, place: number): void => {
    const select = one<HTMLSelectElement>(element, '[part=listed]');
    select.selectedIndex = place;
    select.dispatchEvent(new Event('change'));
  };
  const readings = (): number => asked.filter(({ url }) => url.endsWith('/bikes.json')).length;

  it('says how old they are beside its switch, and follows them', async () => {
    const element = await layered();
    expect(text(element, '.layer-age')).to.match(/^Values of .*, 2 minutes ago\.$/);
    other = [{ name: 'Bikes A', free: 1, at: recent(0) }];
    await waitUntil(() => text(element, '.layer-age').endsWith(', now.'));
    other = undefined;
    await waitUntil(() => text(element, '.layer-age').endsWith('They cannot be renewed at the moment.'));
    await expect(element).to.be.accessible();
  });

  it('is kept young while it is listed, with what is selected of it, and so is the first meanwhile', async () => {
    const element = await layered();
    choose(element, 1);
    await waitUntil(() => titles(element)[0] === 'Bikes A');
    all(element, '.list [part=entry]')[1]!.click();
    await waitUntil(() => has(element, '[part=detail]'));
    other = [{ name: 'Bikes New', free: 9 }, { name: 'Bikes A', free: 1 }, { name: 'Bikes B', free: 7 }];
    own = [{ name: 'Market', free: 3 }];
    await waitUntil(() => titles(element).length === 3);
    expect(text(element, '#detail-heading')).to.equal('Bikes B');
    expect(text(element, '[part=detail]')).to.contain('7 of 40 free');
    expect(text(element, '.age')).to.match(/^Values of .*, 2 minutes ago\.$/);
    await waitUntil(() => asked.filter(({ url }) => url.endsWith('/parks.json')).length > 3);
    choose(element, 0);
    await waitUntil(() => titles(element)[0] === 'Market');
    expect(facts(element)[0]).to.contain('3 of 40 free');
    own = [{ name: 'Market', free: 2 }];
    await waitUntil(() => facts(element)[0]!.includes('2 of 40 free'), 'the first is kept young by the map again');
  });

  it('is not asked for while it is switched off or the page is hidden, and at once when it is seen again', async () => {
    const element = await layered();
    const [, box] = all<HTMLInputElement>(element, '.layer input');
    const rest = async (): Promise<number> => {
      await new Promise((done) => void setTimeout(done, 300));
      return readings();
    };
    box!.click();
    const before = await rest();
    expect(await rest(), 'switched off').to.equal(before);
    box!.click();
    await waitUntil(() => readings() > before, 'switched on');
    seem('hidden');
    const hidden = await rest();
    expect(await rest(), 'hidden').to.equal(hidden);
    seem('visible');
    await waitUntil(() => readings() > hidden, 'seen again');
  });
});
