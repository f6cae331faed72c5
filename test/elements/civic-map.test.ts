import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { PlaceSelectEvent } from '../../src/elements/map/map.events.js';
import { de } from '../../src/i18n/de.js';
import { serve, status, text as answer } from '../support/fake-fetch.js';
import { all, focused, has, lisbon, one, search, shown, text, titles } from '../support/map-page.js';
import { dataset } from '../support/places.js';

const many = dataset({
  columns: {
    name: Array.from({ length: 170 }, (_, row) => `Tree ${row + 1}`),
    species: Array.from({ length: 170 }, (_, row) => `Species ${Math.floor(Math.sqrt(row)) + 1}`),
  },
  categories: ['species'],
  roles: { title: 'name', category: 'species' },
});

const entryOf = (element: CivicMap, title: string): HTMLElement => all(element, '[part=list] [part=entry]').find((entry) => entry.textContent!.includes(title))!;
const checkbox = (element: CivicMap, label: string): HTMLInputElement => all(element, '[part=facet]:first-of-type .bars .bar-row').find((value) => value.textContent!.includes(label))!.querySelector('input')!;
const counts = (element: CivicMap): Record<string, string> => Object.fromEntries(all(element, '[part=facet]:first-of-type .bars .bar-row').map((value) => [value.querySelector('.bar-name')!.textContent!.trim(), value.querySelector('.count')!.textContent!]));

async function openFacet(element: CivicMap): Promise<void> {
  one(element, '[part=explore]').click();
  await waitUntil(() => has(element, '.bars'), 'there is something to choose from');
}

async function choose(element: CivicMap, title: string): Promise<void> {
  entryOf(element, title).click();
  await element.updateComplete;
  await element.updateComplete;
}

describe('<civic-map>', () => {
  let restore = (): void => {};
  afterEach(() => restore());

  it('reads a file and lists its rows before any map is there', async () => {
    ({ restore } = serve({ '/trees.csv': answer('name,kind,lat,lon\nOak,tree,52.5,13.4\nLime,tree,52.51,13.41\nSeat,bench,52.52,13.42\n', 'text/csv') }));
    const element = await fixture<CivicMap>(html`<civic-map src="https://city.example/trees.csv"><a href="#">Trees</a></civic-map>`);
    await waitUntil(() => element.matches(':state(ready)'));
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Oak', 'Lime', 'Seat']);
    expect(element.matches(':state(drawn)')).to.equal(false);
    expect(element.data!.length).to.equal(3);
  });

  it('says what went wrong and reads again', async () => {
    ({ restore } = serve({ '/trees.csv': status(404) }));
    const element = await fixture<CivicMap>(html`<civic-map src="https://city.example/trees.csv"></civic-map>`);
    await waitUntil(() => element.matches(':state(failed)'));
    await element.updateComplete;
    expect(text(element, '[role=alert] strong')).to.equal('The data is no longer at this address.');
    restore();
    ({ restore } = serve({ '/trees.csv': answer('name,lat,lon\nOak,52.5,13.4\n', 'text/csv') }));
    one(element, '[part=retry]').click();
    await waitUntil(() => element.matches(':state(ready)'));
  });

  it('names each place, its kind and a few facts, and says how many there are', async () => {
    const element = await shown(lisbon);
    expect(text(element, '[part=heading]')).to.equal('Places of Lisbon');
    expect(text(element, '[role=status]')).to.equal('8 of 8 places');
    expect(entryOf(element, 'Oceanário').textContent!.replace(/\s+/g, ' ').trim()).to.equal('Oceanário Aquarium Esplanada D. Carlos I Opened 1998');
    expect(entryOf(element, 'Rossio').querySelector('.kind'), 'an absent kind is no empty line').to.equal(null);
  });

  it('finds words without regard to case and accents, and says how many are left', async () => {
    const element = await shown(lisbon);
    const live = one(element, '[role=status]');
    await search(element, 'ESTAÇAO');
    expect(titles(element)).to.deep.equal(['Estação do Rossio']);
    expect(one(element, '[role=status]'), 'the same live region').to.equal(live);
    expect(live.textContent).to.equal('1 of 8 places');
    await search(element, 'nowhere');
    expect(live.textContent).to.equal('No place matches this search.');
    expect(titles(element)).to.deep.equal([]);
  });

  it('filters by category, with counts that follow the search', async () => {
    const element = await shown(lisbon);
    await openFacet(element);
    expect(counts(element)).to.deep.equal({ Museum: '3', Park: '2', Castle: '1', Aquarium: '1', 'Not stated': '1' });
    checkbox(element, 'Museum').click();
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Museu do Azulejo', 'Museu da Água', 'Museu do Fado']);
    checkbox(element, 'Castle').click();
    await element.updateComplete;
    expect(text(element, '[role=status]')).to.equal('4 of 8 places');
    await search(element, 'rua');
    expect(titles(element)).to.deep.equal(['Castelo de São Jorge', 'Museu do Azulejo', 'Museu da Água']);
    expect(counts(element)).to.deep.equal({ Museum: '2', Park: '0', Castle: '1', Aquarium: '0', 'Not stated': '0' });
  });

  it('clears search and choices at once and puts the focus into the search box', async () => {
    const element = await shown(lisbon);
    expect(has(element, '[part=clear]')).to.equal(false);
    await openFacet(element);
    checkbox(element, 'Museum').click();
    await search(element, 'fado');
    one(element, '[part=clear]').focus();
    one(element, '[part=clear]').click();
    await element.updateComplete;
    expect(titles(element)).to.have.lengthOf(8);
    expect(one<HTMLInputElement>(element, 'input[type=search]').value).to.equal('');
    expect(checkbox(element, 'Museum').checked).to.equal(false);
    expect(focused(element)).to.equal(one(element, 'input[type=search]'));
  });

  it('shows the eight most frequent values and the others when asked', async () => {
    const element = await shown(many);
    await openFacet(element);
    expect(all(element, '[part=facet]:first-of-type .bars .bar-row')).to.have.lengthOf(8);
    expect(Object.keys(counts(element))[0]).to.equal('Species 13');
    const more = one(element, '[part=facet] button');
    expect(more.textContent).to.equal('Show 6 more');
    more.click();
    await element.updateComplete;
    expect(all(element, '[part=facet]:first-of-type .bars .bar-row')).to.have.lengthOf(14);
  });

  it('leaves each box its own value when one of the others is no longer shown', async () => {
    const element = await shown(many);
    await openFacet(element);
    one(element, '[part=facet] button').click();
    await element.updateComplete;
    const [first, second] = all(element, '[part=facet]:first-of-type .bar-name').slice(-2).map((name) => name.textContent!.trim());
    for (const name of [first!, second!]) checkbox(element, name).click();
    one(element, '[part=facet] button').click();
    await element.updateComplete;
    checkbox(element, first!).click();
    await element.updateComplete;
    expect(all<HTMLInputElement>(element, '[part=facet]:first-of-type .bars input').filter(({ checked }) => checked).map((box) => box.parentElement!.querySelector('.bar-name')!.textContent!.trim())).to.deep.equal([second]);
    expect(text(element, '[role=status]')).to.match(/^\d+ of 170 places$/);
  });

  it('lists what is soon there, then fifty more at a time, and goes on at the first new one', async () => {
    const element = await shown(many);
    expect(titles(element)).to.have.lengthOf(15);
    expect(text(element, '[part=more]')).to.equal('Show 50 more');
    one(element, '[part=more]').click();
    await waitUntil(() => titles(element).length === 65);
    await waitUntil(() => focused(element)?.textContent?.includes('Tree 16'));
    one(element, '[part=more]').click();
    await waitUntil(() => titles(element).length === 115);
    await search(element, 'tree');
    // On a busy machine the search takes effect later than the box is left alone.
    await waitUntil(() => titles(element).length <= 50, 'a search begins at the beginning');
  });

  it('opens the details of a place, tells the page, and gives the focus back', async () => {
    const element = await shown(lisbon);
    setTimeout(() => void choose(element, 'Museu da Água'));
    const event = (await oneEvent(element, 'civic-place-select')) as PlaceSelectEvent;
    expect(event.row).to.equal(4);
    expect(event.place).to.deep.equal({ name: 'Museu da Água', kind: 'Museum', address: 'Rua do Alviela 12', opened: 1987 });
    await waitUntil(() => focused(element)?.id === 'detail-heading');
    expect(entryOf(element, 'Museu da Água').getAttribute('aria-current')).to.equal('true');
    expect(all(element, '[part=detail] dl div').map((fact) => fact.textContent!.trim())).to.deep.equal(['KindMuseum', 'AddressRua do Alviela 12', 'Opened1987']);
    setTimeout(() => one(element, '[part=close]').click());
    expect(((await oneEvent(element, 'civic-place-select')) as PlaceSelectEvent).row).to.equal(undefined);
    await element.updateComplete;
    expect(has(element, '[part=detail]')).to.equal(false);
    expect(focused(element)).to.equal(entryOf(element, 'Museu da Água'));
  });

  it('can be used with the keyboard alone', async () => {
    const element = await shown(lisbon);
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await sendKeys({ press: key });
      await element.updateComplete;
    };
    const until = async (found: () => boolean): Promise<void> => {
      for (let i = 0; i < 20 && !found(); i += 1) await press('Tab');
      expect(found(), 'reached with the Tab key').to.equal(true);
    };
    await until(() => focused(element)?.matches('input[type=search]') ?? false);
    await sendKeys({ type: 'rua' });
    await waitUntil(() => titles(element).length === 3);
    await press('Tab', 'Enter');
    await waitUntil(() => has(element, '.bars'));
    await until(() => focused(element)?.matches('.bars input') ?? false);
    await press('Space');
    await waitUntil(() => titles(element).length === 2);
    await until(() => focused(element)?.classList.contains('skip') ?? false);
    await press('Enter');
    expect(focused(element)).to.equal(entryOf(element, 'Azulejo'));
    await press('Enter');
    await waitUntil(() => focused(element)?.id === 'detail-heading');
    expect(text(element, '#detail-heading')).to.equal('Museu do Azulejo');
    await press('Escape');
    expect(has(element, '[part=detail]')).to.equal(false);
    expect(focused(element)).to.equal(entryOf(element, 'Azulejo'));
  });

  it('selects what the page asks for, without moving the focus and without an event', async () => {
    const element = await shown(many);
    let events = 0;
    element.addEventListener('civic-place-select', () => void (events += 1));
    element.select(120);
    await element.updateComplete;
    await element.updateComplete;
    expect(text(element, '#detail-heading')).to.equal('Tree 121');
    expect(entryOf(element, 'Tree 121').getAttribute('aria-current')).to.equal('true');
    expect(focused(element)).to.equal(null);
    one(element, '.list > button').click();
    await waitUntil(() => focused(element)?.textContent?.includes('Tree 120'), 'goes back through the list');
    element.select(undefined);
    await element.updateComplete;
    expect(has(element, '[part=detail]')).to.equal(false);
    element.select(9999);
    await element.updateComplete;
    expect(has(element, '[part=detail]')).to.equal(false);
    expect(events).to.equal(0);
  });

  it('shows each kind of value as what it is, and no code of the data’s', async () => {
    const element = await shown(dataset({
      columns: {
        name: ['<b>Town</b> hall &amp; <i>market</i>'],
        phone: ['+49 (0)30 123-456'],
        mail: ['info@city.example'],
        web: ['https://www.city.example/hall/'],
        evil: ['javascript:alert(1)'],
        photo: ['https://city.example/hall.jpg'],
        area: [12345.5],
        built: [new Date('1901-05-04T00:00:00Z')],
        text: ['<p>First</p><p>Second<br>line</p><script>alert(1)</script><img src=x onerror=alert(1)>'],
        sums: ['a < b and 2 > 1'],
      },
      roles: { title: 'name', phone: 'phone', email: 'mail', link: 'web', image: 'photo' },
    }));
    await choose(element, 'Town hall');
    const fact = (name: string): HTMLElement => all(element, '[part=detail] dl div').find((each) => each.querySelector('dt')!.textContent!.trim() === name)!.querySelector('dd')!;
    expect(text(element, '#detail-heading')).to.equal('Town hall & market');
    expect(fact('Phone').querySelector('a')!.getAttribute('href')).to.equal('tel:+4930123456');
    expect(fact('Mail').querySelector('a')!.getAttribute('href')).to.equal('mailto:info@city.example');
    const link = fact('Web').querySelector('a')!;
    expect([link.href, link.rel, link.textContent]).to.deep.equal(['https://www.city.example/hall/', 'noopener noreferrer ugc', 'city.example/hall']);
    expect(fact('Evil').querySelector('a')).to.equal(null);
    expect(fact('Area').textContent).to.equal('12,345.5');
    expect(fact('Built').textContent).to.equal('May 4, 1901');
    expect(fact('Text').textContent).to.equal('First\nSecond\nline');
    expect(fact('Sums').textContent).to.equal('a < b and 2 > 1');
    const picture = one<HTMLImageElement>(element, '[part=detail] img');
    expect([picture.src, picture.loading, picture.alt]).to.deep.equal(['https://city.example/hall.jpg', 'lazy', 'Picture: Town hall & market']);
    expect(all(element, '[part=detail] img')).to.have.lengthOf(1);
  });

  it('shows no picture that is not sent over https', async () => {
    const element = await shown(dataset({ columns: { name: ['A'], photo: ['http://city.example/a.jpg'] }, roles: { title: 'name', image: 'photo' } }));
    await choose(element, 'A');
    expect(has(element, '[part=detail] img')).to.equal(false);
    expect(one(element, '[part=detail] dd a').getAttribute('href')).to.equal('http://city.example/a.jpg');
  });

  it('says whose data it is and accounts for every record', async () => {
    const element = await shown(lisbon);
    const about = text(element, '[part=about]');
    for (const part of ['Published by Câmara Municipal', 'Licence: CC BY 4.0', 'Updated Apr 2, 2026', 'Natural Earth']) expect(about).to.contain(part);
    expect(one<HTMLAnchorElement>(element, '[part=download]').href).to.equal('https://city.example/places.csv');
    one<HTMLDetailsElement>(element, '[part=report]').open = true;
    await waitUntil(() => has(element, '[part=report] p'), 'the report comes when it is opened');
    const report = text(element, '[part=report]');
    for (const part of ['10 records read, 8 kept, 7 with a place.', '2 records are blank. Left out. No. 3, 9.', '1 record says nothing of where it is. Shown as well as could be.', 'windows-1252', 'CSV']) expect(report).to.contain(part);
  });

  it('says of records that the source did not give only that', async () => {
    const element = await shown({ ...lisbon, report: { ...lisbon.report, problems: [{ reason: 'beyond-limit', count: 12, rows: [], dropped: false }] } });
    one<HTMLDetailsElement>(element, '[part=report]').open = true;
    await waitUntil(() => has(element, '.problems'));
    expect(text(element, '.problems')).to.equal('12 records are more than the source gives at once.');
  });

  it('links no address of the data’s that is not a web page', async () => {
    const element = await shown({ ...lisbon, about: { licence: { name: 'Free', url: 'javascript:alert(1)' }, page: 'javascript:alert(1)', download: 'data:text/html,x' } });
    expect(all<HTMLAnchorElement>(element, '[part=about] a').map((link) => link.hostname)).to.deep.equal(['www.naturalearthdata.com']);
    expect(text(element, '[part=about]')).to.contain('Licence: Free');
  });

  it('lists rows without places, and says so in place of the map', async () => {
    const element = await shown(many);
    expect(text(element, '.no-map')).to.equal('Nothing in this data has a place on the map.');
    expect(has(element, '[part=map]')).to.equal(false);
    await choose(element, 'Tree 7');
    expect(text(element, '#detail-heading')).to.equal('Tree 7');
    expect(element.matches(':state(ready)')).to.equal(true);
  });

  it('says that data without rows is empty', async () => {
    const element = await fixture<CivicMap>(html`<civic-map></civic-map>`);
    element.data = dataset({ columns: { name: [] } });
    await waitUntil(() => element.matches(':state(empty)'));
    await element.updateComplete;
    expect(text(element, '[part=status]')).to.equal('This data holds no places yet.');
  });

  it('takes other data in place of the first', async () => {
    const element = await shown(lisbon);
    await search(element, 'museu');
    await choose(element, 'Fado');
    element.data = many;
    await waitUntil(() => titles(element)[0] === 'Tree 1');
    expect(has(element, '[part=detail]')).to.equal(false);
    expect(text(element, '[role=status]')).to.equal('170 of 170 places');
    expect(one<HTMLInputElement>(element, 'input[type=search]').value).to.equal('');
  });

  it('leaves out what the page does not want', async () => {
    const element = await shown(lisbon);
    expect(has(element, '[part=legend]') && has(element, '[part=filters]')).to.equal(true);
    expect(all(element, '[part=legend] li').map((item) => item.textContent!.trim())).to.deep.equal(['Museum', 'Park', 'Castle', 'Aquarium', 'Others']);
    element.noLegend = true;
    element.noSearch = true;
    await element.updateComplete;
    expect(has(element, '[part=legend]') || has(element, '[part=filters]')).to.equal(false);
  });

  it('is as high as it is asked to be, and takes nothing but a length', async () => {
    const element = await shown(lisbon);
    const height = async (asked: string): Promise<number> => {
      element.height = asked;
      await element.updateComplete;
      return one(element, '[part=map]').getBoundingClientRect().height;
    };
    expect(await height('400px')).to.equal(400);
    expect(await height('20rem')).to.equal(320);
    expect(await height('350')).to.equal(350);
    const usual = await height('');
    expect(await height('1px; background: url(https://evil.example)')).to.equal(usual);
    expect(await height('calc(100vh - 1px)')).to.equal(usual);
  });

  it('keeps the room of the map while it loads', async () => {
    ({ restore } = serve({ '/trees.csv': () => new Promise<Response>(() => {}) }));
    const element = await fixture<CivicMap>(html`<civic-map src="https://city.example/trees.csv" height="300px"></civic-map>`);
    await waitUntil(() => element.matches(':state(loading)') && element.shadowRoot!.querySelector('[role=status]'));
    expect(element.getBoundingClientRect().height).to.be.greaterThan(500);
  });

  it('speaks the language of the page around it', async () => {
    const element = await shown(lisbon, { lang: 'de' });
    await waitUntil(() => text(element, 'label[for=search]') === de.map.filters.search, 'German is loaded');
    expect(text(element, '[part=about]')).to.contain('02.04.2026');
    expect(de.map.filters.search).not.to.equal('Search');
  });

  it('fits a narrow phone without scrolling sideways, with targets that a thumb hits', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      const element = await shown(lisbon, { style: 'inline-size: 320px' });
      await openFacet(element);
      await choose(element, 'Oceanário');
      expect(element.scrollWidth).to.equal(320);
      const own = element.getBoundingClientRect();
      for (const part of all(element, '*')) {
        if (part.closest('.probes, .visually-hidden, .canvas-holder, [hidden]')) continue;
        const { left, right, width } = part.getBoundingClientRect();
        if (width === 0) continue;
        expect(right, part.outerHTML.slice(0, 80)).to.be.at.most(own.right + 0.5);
        expect(left, part.outerHTML.slice(0, 80)).to.be.at.least(own.left - 0.5);
      }
      for (const target of all(element, 'button:not(.skip), input[type=search], label.value, summary').filter(({ offsetParent }) => offsetParent)) expect(target.getBoundingClientRect().height, target.outerHTML.slice(0, 80)).to.be.at.least(44);
      const [map, detail, list] = ['.map', '[part=detail]', '.list'].map((part) => one(element, part).getBoundingClientRect());
      expect(detail!.top, 'the details follow the map').to.be.at.least(map!.bottom);
      expect(list!.top, 'the list follows the details').to.be.at.least(detail!.bottom);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  for (const [name, page] of [['light', {}], ['dark', { style: 'color-scheme: dark' }], ['right to left', { lang: 'ar', dir: 'rtl' }]] as const) {
    it(`is accessible in ${name}, with its choices and details open`, async () => {
      const element = await shown(lisbon, page);
      await openFacet(element);
      await choose(element, 'Museu da Água');
      await waitUntil(() => has(element, '[part=detail]'));
      one<HTMLDetailsElement>(element, '[part=report]').open = true;
      await expect(element).to.be.accessible();
    });
  }
});
