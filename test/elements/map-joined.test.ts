import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import { de } from '../../src/i18n/de.js';
import { serve, status, text as answer } from '../support/fake-fetch.js';
import { all, colourAt, frames, has, one, search, text, titles } from '../support/map-page.js';

const square = (x: number): unknown => ({ type: 'Polygon', coordinates: [[[x, 12], [x + 8, 12], [x + 8, 20], [x, 20], [x, 12]]] });
const shapes = JSON.stringify({ type: 'FeatureCollection', features: [['01', 'North', -45], ['02', 'South', -35], ['03', 'Isle', -25]].map(([code, name, x]) => ({ type: 'Feature', properties: { code, name }, geometry: square(x as number) })) });
const years = 'region;year;rate\n1;2023;4,5\n1;2024;5,5\n2;2023;6,5\n2;2024;7,5\n9;2023;1,5\n9;2024;2,5\n';

describe('<civic-map> of a table and its shapes', () => {
  let served: ReturnType<typeof serve>;
  afterEach(() => served.restore());

  async function shown(table = years, { on = '', lang = 'en', src = '/rates.csv', to = '/regions.geojson' } = {}): Promise<CivicMap> {
    served = serve({ '/rates.csv': answer(table), '/regions.geojson': answer(shapes), '/gone.geojson': status(404) });
    const box = await fixture<HTMLElement>(html`<div lang=${lang}><civic-map src=${src} shapes=${to} on=${on} label="Rates"></civic-map></div>`);
    const element = box.querySelector('civic-map')!;
    await waitUntil(() => element.matches(':state(drawn), :state(failed), :state(empty)'), 'it is there', { timeout: 10_000 });
    await element.updateComplete;
    return element;
  }
  const choice = (element: CivicMap): HTMLSelectElement => one<HTMLSelectElement>(element, '[part=dimensions] select');
  async function choose(element: CivicMap, label: string): Promise<void> {
    const select = choice(element);
    select.selectedIndex = [...select.options].findIndex((option) => option.textContent === label);
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    await frames();
  }
  const facts = (element: CivicMap): string[] => all(element, '[part=list] .facts').map((each) => each.textContent!.replace(/\s+/g, ' ').trim());

  it('shows each place once, with its latest value, and says what may be chosen', async () => {
    const element = await shown();
    expect([titles(element), facts(element)]).to.deep.equal([['North', 'South', '9'], ['Rate 5.5', 'Rate 7.5', 'Rate 2.5']]);
    expect(text(element, '[part=count]')).to.equal('3 of 3 places');
    expect(one(element, '[part=dimensions]').getAttribute('aria-label')).to.equal('Which values are shown');
    expect([choice(element).labels[0]!.textContent!.trim().split(/\s+/)[0], [...choice(element).options].map((option) => option.textContent), choice(element).selectedIndex]).to.deep.equal(['Year', ['All', '2024', '2023'], 1]);
  });

  it('shows another year, or all of them; the search looks among these', async () => {
    const element = await shown();
    await choose(element, '2023');
    expect(facts(element)).to.deep.equal(['Rate 4.5', 'Rate 6.5', 'Rate 1.5']);
    await choose(element, 'All');
    expect([text(element, '[part=count]'), facts(element)[0]]).to.deep.equal(['6 of 6 values', 'Year 2023 Rate 4.5']);
    await search(element, 'north');
    expect(text(element, '[part=count]')).to.equal('2 of 6 values');
    await choose(element, '2024');
    expect([text(element, '[part=count]'), titles(element)]).to.deep.equal(['1 of 3 places', ['North']]);
  });

  it('steps through the years with a slider, which is one with the choice of the year', async () => {
    const element = await shown();
    element.timeBy = '';
    await waitUntil(() => has(element, '[part=time]'), 'the slider is there', { timeout: 5000 });
    const slider = one<HTMLInputElement>(element, '.time-line input');
    const classes = (): string[] => all(element, '.classes bdi').map((name) => name.textContent!);
    const legend = classes();
    expect([text(element, '.time-words'), slider.value, has(element, '.time-choice'), facts(element)[0]]).to.deep.equal(['2024', '1', false, 'Rate 5.5']);
    slider.value = '0';
    slider.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect([text(element, '.time-words'), choice(element).selectedOptions[0]!.textContent, facts(element)[0]]).to.deep.equal(['2023', '2023', 'Rate 4.5']);
    expect(classes(), 'a colour means the same in each year').to.deep.equal(legend);
    await choose(element, 'All');
    expect(text(element, '.time-words')).to.equal('All: 2023 to 2024');
    one(element, '[part=play]').click();
    await element.updateComplete;
    expect([text(element, '.time-words'), facts(element)[0]]).to.deep.equal(['2023', 'Rate 4.5']);
    await waitUntil(() => text(element, '.time-words') === '2024', 'it plays', { timeout: 3000 });
    expect(element.filters).to.deep.equal({});
  });

  it('stays with the place that is looked at', async () => {
    const element = await shown();
    element.select(3);
    await element.updateComplete;
    await choose(element, '2023');
    await waitUntil(() => text(element, '[part=detail]').includes('6.5'));
    expect(text(element, '#detail-heading')).to.equal('South');
  });

  it('draws a shape once, and gives all its values to whoever points at it', async () => {
    const element = await shown();
    element.colorBy = 'none';
    await element.updateComplete;
    await frames(6);
    const map = one(element, '.map');
    map.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = map.getBoundingClientRect();
    const colour = (): number[] => colourAt(element, width * 0.3, height / 2);
    const before = colour();
    await choose(element, 'All');
    await frames(6);
    expect(colour(), 'no colour over another').to.deep.equal(before);
    // North and South lie left and right of the middle.
    await sendMouse({ type: 'click', position: [Math.round(left + width * 0.3), Math.round(top + height / 2)] });
    await waitUntil(() => has(element, '[part=detail] [part=entry]'));
    expect(text(element, '#detail-heading')).to.equal('North');
    expect(all(element, '[part=detail] [part=entry]')).to.have.lengthOf(2);
  });

  it('says what came together, and what did not, in the language of the reader', async () => {
    const element = await shown(years, { lang: 'de' });
    one<HTMLDetailsElement>(element, '[part=report]').open = true;
    await waitUntil(() => has(element, '[part=report] .problems'));
    const said = text(element, '[part=report]');
    for (const sentence of [de.mapJoined.on('region', 'code'), de.mapJoined.loose, de.mapJoined.noShape(2), de.mapJoined.unnamed(1)]) expect(said).to.contain(sentence);
    expect(said).to.contain('Isle');
    await expect(element).to.be.accessible();
  });

  it('names both publishers', async () => {
    const element = await shown();
    expect(text(element, '[part=about]')).to.contain(`Data and shapes: ${location.hostname}`);
  });

  it('says what went wrong with which address, and how to mend it', async () => {
    const gone = await shown(years, { to: '/gone.geojson' });
    expect([text(gone, '[role=alert] strong'), text(gone, 'details p')]).to.deep.equal(['The data is no longer at this address.', `The shapes (${location.origin}/gone.geojson): ${location.origin}/gone.geojson answered 404.`]);
    served.restore();
    const hostile = await shown(years, { to: 'javascript:alert(1)' });
    expect(text(hostile, 'details p')).to.contain('is not an http(s) address');
    served.restore();
    const unlike = await shown('town;rate\nRome;1,5\nParis;2,5\n');
    expect(text(unlike, '[role=alert] strong')).to.equal('The data and the shapes of this map do not belong together.');
    expect(text(unlike, 'details')).to.contain('“town” (Rome, Paris)').and.contain('on="geo code=NUTS_ID"');
  });

  it('is empty where the table is', async () => {
    const element = await shown(JSON.stringify({ version: '2.0', class: 'dataset', id: ['geo'], size: [1], dimension: { geo: { category: { index: ['01'] } } }, value: [] }));
    expect(element.matches(':state(empty)'), element.shadowRoot!.textContent!).to.equal(true);
  });

  it('takes the columns that it is told', async () => {
    const element = await shown('a;b\n1;2\n2;1\n', { on: 'b = code' });
    expect(titles(element)).to.deep.equal(['South', 'North']);
  });
});
