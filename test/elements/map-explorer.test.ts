import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../../src/elements/map/map.explorer.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { FilterChangeEvent } from '../../src/elements/map/map.filter-event.js';
import type { Dataset } from '../../src/model/dataset.js';
import { dateColumn } from '../../src/model/columns.js';
import { ar } from '../../src/i18n/ar.js';
import { all, colourAt, drawn, focused, frames, has, lisbon, one, search, shown, text, titles } from '../support/map-page.js';
import { dataset } from '../support/places.js';

const rows = Array.from({ length: 200 }, (_, row) => row);
/** Trees in a row from west to east; one every ten days from the first Monday of 2024, at eight, nine … and eleven. */
const plain = dataset({
  columns: {
    name: rows.map((row) => `Tree ${row}`),
    kind: rows.map((row) => (row % 10 === 0 ? undefined : ['Oak', 'Lime', 'Ash'][row % 3])),
    ward: rows.map((row) => `Ward ${row % 20}`),
    height: rows.map((row) => row / 10),
    planted: rows.map(() => 1),
    cared: rows.map((row) => row),
  },
  categories: ['kind', 'ward'],
  roles: { title: 'name', category: 'kind' },
  places: rows.map((row) => ({ point: [row / 100, row % 2] as [number, number] })),
  about: { title: 'Trees' },
});
const trees: Dataset = { ...plain, columns: [...plain.columns.slice(0, 5), dateColumn('cared', Float64Array.from(rows, (row) => Date.UTC(2024, 0, 1 + row * 10, 8 + (row % 4))))] };

const facet = (element: CivicMap, name: string): HTMLElement => {
  const found = all(element, '.explorer-facet').find((each) => each.querySelector('h3')!.textContent!.trim() === name);
  if (!found) throw new Error(`No facet ${name} but ${all(element, '.explorer-facet h3').map((each) => each.textContent!.trim()).join(', ')}`);
  return found;
};
const within = <T extends HTMLElement = HTMLElement>(node: HTMLElement, selector: string): T[] => [...node.querySelectorAll<T>(selector)];
const chipsOf = (element: CivicMap): string[] => all(element, '.chip').map((chip) => chip.textContent!.replace(/\s+/g, ' ').trim());
const figures = (node: HTMLElement): string[] => within(node, '.bar-row:not(.table-switch)').map((row) => row.textContent!.replace(/\s+/g, ' ').trim());

async function settle(element: CivicMap): Promise<void> {
  await element.updateComplete;
  await frames(2);
  await element.updateComplete;
}

async function open(element: CivicMap): Promise<CivicMap> {
  one(element, '[part=explore]').click();
  await waitUntil(() => has(element, '[part=explorer]'));
  await settle(element);
  return element;
}

async function turn(element: CivicMap, name: string): Promise<HTMLElement> {
  const found = facet(element, name) as HTMLDetailsElement;
  found.open = !found.open;
  await waitUntil(() => found.querySelector('[role=group]'));
  return found;
}

/** Drags from one part of a chart's width to another. */
async function drag(chart: Element, from: number, to: number): Promise<void> {
  chart.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = chart.getBoundingClientRect();
  const at = (part: number): [number, number] => [Math.round(left + part * width), Math.round(top + height / 2)];
  await sendMouse({ type: 'move', position: at(from) });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: at((from + to) / 2) });
  await sendMouse({ type: 'move', position: at(to) });
  await sendMouse({ type: 'up' });
}

/** What draws comes when the button is pressed for the first time. */
async function beginArea(element: CivicMap): Promise<void> {
  one(element, '.explorer-places button').click();
  await waitUntil(() => has(element, '.area-bar'), 'an area can be drawn');
  await settle(element);
}

describe('everything that <civic-map> can be filtered by', () => {
  it('opens and closes, with the facets that mean most first and none that only tells rows apart', async () => {
    const element = await open(await shown(trees));
    expect(one(element, '[part=explore]').getAttribute('aria-expanded')).to.equal('true');
    expect(all(element, '.explorer-facet h3').map((each) => each.textContent!.trim())).to.deep.equal(['Kind', 'Ward', 'Height', 'Cared', 'Cared: day of the week', 'Cared: hour']);
    expect(all<HTMLDetailsElement>(element, '.explorer-facet').map(({ open: isOpen }) => isOpen)).to.deep.equal([true, true, true, false, false, false]);
    await expect(element).to.be.accessible();
    one(element, '[part=explore]').click();
    await settle(element);
    expect(has(element, '[part=explorer]')).to.equal(false);
  });

  it('has the category alone open where there is little room', async () => {
    const element = await open(await shown(trees, { style: 'inline-size: 340px' }));
    expect(all<HTMLDetailsElement>(element, '[part=facet]').map(({ open: isOpen }) => isOpen)).to.deep.equal([true, false, false, false, false, false]);
    expect(figures(facet(element, 'Kind'))).to.deep.equal(['Lime 60', 'Ash 60', 'Oak 60', 'Not stated 20']);
  });

  it('counts values live, under everything else, and says what is chosen', async () => {
    const element = await open(await shown(trees));
    expect(figures(facet(element, 'Kind'))).to.deep.equal(['Lime 60', 'Ash 60', 'Oak 60', 'Not stated 20']);
    expect([figures(facet(element, 'Ward')).length, text(element, '.explorer-facet:nth-of-type(2) button')]).to.deep.equal([8, 'Show 12 more']);
    const told = oneEvent(element, 'civic-filter-change') as Promise<Event>;
    within<HTMLInputElement>(facet(element, 'Kind'), 'input')[0]!.click();
    const event = (await told) as FilterChangeEvent;
    expect([event.filters, event.rows, event.all]).to.deep.equal([{ where: [{ column: 'kind', values: ['Lime'] }] }, 60, 200]);
    within<HTMLInputElement>(facet(element, 'Kind'), 'input')[3]!.click();
    await settle(element);
    expect([text(element, '[part=count]'), chipsOf(element)]).to.deep.equal(['80 of 200 places', ['Kind: Lime or Not stated']]);
    expect(figures(facet(element, 'Kind')), 'its own choice changes none of its counts').to.deep.equal(['Lime 60', 'Ash 60', 'Oak 60', 'Not stated 20']);
    expect(figures(facet(element, 'Ward'))[0], 'but those of the others').to.equal('Ward 0 10');
    await search(element, 'tree 1');
    expect(chipsOf(element)).to.deep.equal(['“tree 1”', 'Kind: Lime or Not stated']);
    all(element, '.chip')[0]!.click();
    await settle(element);
    expect([one<HTMLInputElement>(element, '#search').value, text(element, '[part=count]')]).to.deep.equal(['', '80 of 200 places']);
    all(element, '.chip')[0]!.click();
    await waitUntil(() => focused(element) === one(element, '[part=explore]'), 'goes on at the button that opens everything');
    expect([chipsOf(element), text(element, '[part=count]')]).to.deep.equal([[], '200 of 200 places']);
  });

  it('takes ranges by keys, spoken as text, and several of them', async () => {
    const element = await open(await shown(trees));
    const height = facet(element, 'Height');
    const [from, to] = within<HTMLInputElement>(height, 'input[type=range]');
    expect([from!.getAttribute('aria-label'), from!.getAttribute('aria-valuetext'), to!.getAttribute('aria-label')]).to.deep.equal(['Height: from', '0 to 20', 'Height: to']);
    from!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await settle(element);
    expect([from!.getAttribute('aria-valuetext'), text(element, '[part=count]'), chipsOf(element)]).to.deep.equal(['2 to 20', '180 of 200 places', ['Height: 2 to 20']]);
    to!.focus();
    await sendKeys({ press: 'Home' });
    await settle(element);
    expect([to!.value, to!.getAttribute('aria-valuetext'), text(element, '[part=count]')], 'one end never passes the other').to.deep.equal(['3', '2 to 3', '10 of 200 places']);
    within(height, 'button').at(-1)!.click();
    await settle(element);
    expect([within(height, '.sliders').length, chipsOf(element)]).to.deep.equal([2, ['Height: 2 to 3', 'Height: 7 to 16']]);
    expect(text(element, '[part=count]')).to.equal('100 of 200 places');
    expect(element.filters.where).to.deep.equal([{ column: 'height', ranges: [[2, 3], [7, 16]] }]);
    await expect(element).to.be.accessible();
    within(height, '.range-row button')[0]!.click();
    await settle(element);
    expect([chipsOf(element), text(element, '[part=count]')]).to.deep.equal([['Height: 7 to 16'], '90 of 200 places']);
    within<HTMLInputElement>(height, '.from')[0]!.focus();
    await sendKeys({ press: 'Home' });
    within<HTMLInputElement>(height, '.to')[0]!.focus();
    await sendKeys({ press: 'End' });
    await settle(element);
    expect([chipsOf(element), element.filters], 'all of it is no condition').to.deep.equal([[], {}]);
  });

  it('takes ranges by brushing the bars, from either side', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await open(await shown(trees, { dir, style: 'width: 700px' }));
      const chart = facet(element, 'Height').querySelector('.histogram-bars')!;
      await drag(chart, dir === 'ltr' ? 0.26 : 0.74, dir === 'ltr' ? 0.49 : 0.51);
      await settle(element);
      expect([element.filters.where, text(element, '[part=count]')], dir).to.deep.equal([[{ column: 'height', ranges: [[5, 10]] }], '50 of 200 places']);
      await drag(chart, 0.99, 0.97);
      await settle(element);
      expect(element.filters.where![0]!.ranges, 'another takes its place').to.deep.equal([dir === 'ltr' ? [19, 20] : [0, 1]]);
      element.remove();
    }
  });

  it('has the days of a week and the hours of a day as checkboxes', async () => {
    const element = await open(await shown(trees));
    const [days, hours] = [await turn(element, 'Cared: day of the week'), await turn(element, 'Cared: hour')];
    const label = (tile: HTMLElement): string => tile.textContent!.replace(/\s+/g, ' ').trim();
    expect(within(days, '.tile').map(label).slice(0, 2)).to.deep.equal(['Monday Mon 29', 'Tuesday Tue 28']);
    expect(label(within(hours, '.tile')[8]!)).to.equal('8:00 AM to 9:00 AM 8 AM 50');
    within<HTMLInputElement>(days, 'input')[0]!.focus();
    await sendKeys({ press: 'Space' });
    within<HTMLInputElement>(hours, 'input')[8]!.click();
    within<HTMLInputElement>(hours, 'input')[9]!.click();
    await settle(element);
    expect(element.filters.where).to.deep.equal([{ column: 'cared', weekdays: [1], hours: [8, 9] }]);
    const expected = rows.filter((row) => new Date(Date.UTC(2024, 0, 1 + row * 10)).getUTCDay() === 1 && row % 4 < 2).length;
    expect(text(element, '[part=count]')).to.equal(`${expected} of 200 places`);
    expect(chipsOf(element).map((chip) => chip.replace(/\s/g, ' '))).to.deep.equal(['Cared: day of the week: Mon', 'Cared: hour: 8:00 AM to 10:00 AM']);
  });

  it('has a table of each facet', async () => {
    const element = await open(await shown(trees));
    const height = facet(element, 'Height');
    within<HTMLInputElement>(height, '.table-switch input')[0]!.click();
    await settle(element);
    const table = height.querySelector('table')!;
    expect([table.caption!.textContent, table.rows.length, table.rows[3]!.textContent!.replace(/\s+/g, ' ').trim()]).to.deep.equal(['Height', 21, '2 to 310']);
    await expect(element).to.be.accessible();
  });

  it('is set by the page, says so, and names what is not in the data', async () => {
    const element = await shown(trees);
    let told = 0;
    element.addEventListener('civic-filter-change', () => (told += 1));
    element.filters = { where: [{ column: 'kind', values: ['Oak', 'Palm'] }, { column: 'colour', values: ['red'] }] };
    await waitUntil(() => has(element, '.ignored'));
    expect([text(element, '[part=count]'), chipsOf(element), text(element, '.ignored')]).to.deep.equal(['60 of 200 places', ['Kind: Oak'], 'Left out, because this data does not have it: kind and colour']);
    expect([told, has(element, '[part=explorer]')], 'nobody asked for the panel, and no reader changed anything').to.deep.equal([0, false]);
    one(element, '[part=clear]').click();
    await settle(element);
    expect([element.filters, has(element, '.ignored'), told]).to.deep.equal([{}, false, 1]);
  });

  it('may be set before the data is there', async () => {
    const element = await shown(lisbon);
    element.filters = { text: 'museu' };
    element.data = trees;
    await settle(element);
    const early = document.createElement('civic-map');
    early.filters = { where: [{ column: 'kind', values: ['Park'] }] };
    expect(early.filters).to.deep.equal({ where: [{ column: 'kind', values: ['Park'] }] });
    early.data = lisbon;
    element.after(early);
    await waitUntil(() => early.shadowRoot!.querySelector('.chip'));
    expect(titles(early)).to.deep.equal(['Jardim da Estrela', 'Parque Eduardo VII']);
  });

  it('begins anew with other data', async () => {
    const element = await open(await shown(trees));
    element.filters = { where: [{ column: 'height', ranges: [[2, 3]] }] };
    await waitUntil(() => chipsOf(element).length === 1);
    expect(text(element, '[part=count]')).to.equal('10 of 200 places');
    element.data = lisbon;
    await settle(element);
    expect([element.filters, text(element, '[part=count]')], 'other data begins anew').to.deep.equal([{}, '8 of 8 places']);
    expect(all(element, '.explorer-facet h3').map((each) => each.textContent!.trim())).to.deep.equal(['Kind', 'Opened']);
  });

  it('looks only at what the map shows, and follows it', async () => {
    const element = await open(await drawn(trees));
    one<HTMLInputElement>(element, '.explorer-places input').click();
    await settle(element);
    expect([text(element, '[part=count]'), chipsOf(element)]).to.deep.equal(['200 of 200 places', ['In this part of the map']]);
    one(element, '.canvas-holder').focus();
    for (let i = 0; i < 3; i += 1) await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => !text(element, '[part=count]').startsWith('200'), 'fewer are shown', { timeout: 5000 });
    await new Promise((done) => void setTimeout(done, 400));
    await settle(element);
    const [west, south, east, north] = element.filters.extent!;
    expect(titles(element).length).to.be.greaterThan(0);
    expect(text(element, '[part=count]')).to.equal(`${rows.filter((row) => row / 100 >= west && row / 100 <= east && row % 2 >= south && row % 2 <= north).length} of 200 places`);
    one(element, '.chip').click();
    await settle(element);
    expect([text(element, '[part=count]'), one<HTMLInputElement>(element, '.explorer-places input').checked]).to.deep.equal(['200 of 200 places', false]);
  });

  it('draws an area with a pointer; Escape takes it back', async () => {
    await setViewport({ width: 1000, height: 800 });
    const element = await open(await drawn(trees));
    const map = one(element, '.map');
    const click = async (right: number, down: number): Promise<void> => {
      const { left, top, width, height } = map.getBoundingClientRect();
      await sendMouse({ type: 'click', position: [Math.round(left + right * width), Math.round(top + down * height)] });
      await settle(element);
    };
    await beginArea(element);
    map.scrollIntoView({ block: 'center' });
    await click(0.25, 0.05);
    await click(0.5, 0.05);
    expect(text(element, '.area-bar p')).to.equal('2 corners');
    await sendKeys({ press: 'Enter' });
    expect(text(element, '.area-bar p'), 'two are not enough').to.equal('An area needs three corners.');
    await sendKeys({ press: 'Escape' });
    await settle(element);
    expect([has(element, '.area-pane'), element.filters]).to.deep.equal([false, {}]);
    await beginArea(element);
    map.scrollIntoView({ block: 'center' });
    for (const [right, down] of [[0.2, 0.02], [0.6, 0.02], [0.6, 0.6], [0.2, 0.6]] as const) await click(right, down);
    await expect(element).to.be.accessible();
    const { left, top, width, height } = map.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + 0.8 * width), Math.round(top + 0.4 * height)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(left + 0.8 * width) - 30, Math.round(top + 0.4 * height)] });
    await sendMouse({ type: 'move', position: [Math.round(left + 0.8 * width) - 40, Math.round(top + 0.4 * height)] });
    await sendMouse({ type: 'up' });
    await settle(element);
    expect([text(element, '.area-bar p'), has(element, '.detail')], 'who drags moves the map and sets no corner').to.deep.equal(['4 corners', false]);
    one(element, '.area-bar .primary').click();
    await settle(element);
    await frames();
    const [[west], [east]] = element.filters.area! as unknown as [[number], [number]];
    const inside = rows.filter((row) => row / 100 > west && row / 100 < east).length;
    const south = element.filters.area![2]![1];
    expect(text(element, '[part=count]')).to.equal(`${south < 0 ? inside : rows.filter((row) => row % 2 === 1 && row / 100 > west && row / 100 < east).length} of 200 places`);
    const ground = colourAt(element, map.clientWidth * 0.9, map.clientHeight * 0.4);
    expect(colourAt(element, map.clientWidth * 0.3, map.clientHeight * 0.4), 'it is tinted').not.to.deep.equal(ground);
    expect(focused(element)).to.equal(one(element, '.canvas-holder'));
  });

  it('fits a narrow page, in Arabic, too', async () => {
    await setViewport({ width: 320, height: 700 });
    const element = await open(await shown(trees, { lang: 'ar', dir: 'rtl' }));
    await waitUntil(() => text(element, '[part=explore]') === ar.map.filters.explore);
    const { left, right } = one(element, '[part=explorer]').getBoundingClientRect();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    expect([left >= 0, right <= 320, right - left > 280]).to.deep.equal([true, true, true]);
    for (const target of all(element, '.explorer button, .explorer summary, .explorer label, .chip')) expect(target.getBoundingClientRect().height, target.textContent!).to.be.at.least(44);
    await setViewport({ width: 800, height: 600 });
  });
});
