import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/elements/map/civic-map.js';
import '../../src/elements/map/map.explorer.js';
import '../../src/elements/map/map.sieve.js';
import '../../src/elements/map/map.state.js';
import '../../src/elements/map/map.time.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { seem } from '../support/fast-clock.js';
import { historyEntries } from '../support/history-entries.js';
import { all, has, one, text, titles } from '../support/map-page.js';
import { prefer, preferNothing } from '../support/media.js';
import { dataset } from '../support/places.js';

const day = (n: number, hour = 12): Date => new Date(Date.UTC(2026, 0, n, hour));

/** Five events of four days: two on the first, none on the third. */
const events = dataset({
  columns: { name: ['A', 'B', 'C', 'D', 'E'], start: [day(1), day(1, 18), day(2), day(4), day(5)], ended: [day(2), day(2), day(3), day(5), day(90)] },
  roles: { title: 'name', start: 'start' },
  places: Array.from({ length: 5 }, (_, i) => ({ point: [9 + i / 100, 48] as const })),
});

async function shown(data: Dataset, { by = '', lang = 'en', dir = 'ltr', state = '' } = {}): Promise<CivicMap> {
  const box = await fixture<HTMLElement>(html`<div lang=${lang} dir=${dir}><civic-map time-by=${by} state=${state}></civic-map></div>`);
  const element = box.querySelector('civic-map')!;
  element.data = data;
  await waitUntil(() => element.matches(':state(ready)') && (by === 'no such' || has(element, '.time-bars')), 'the slider is there', { timeout: 4500 });
  await element.updateComplete;
  return element;
}

const slider = (element: CivicMap): HTMLInputElement => one<HTMLInputElement>(element, '.time-line input');
const play = (element: CivicMap): HTMLElement => one(element, '[part=play]');
const words = (element: CivicMap): string => text(element, '.time-words');

async function slide(element: CivicMap, step: number): Promise<void> {
  slider(element).value = String(step);
  slider(element).dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}

/** What is filtered by, as the page's program sees it: days as text. */
const asked = (element: CivicMap): string[] => (element.filters.where ?? []).flatMap(({ column, ranges = [] }) => ranges.map(([from, below]) => `${column} ${new Date(from).toISOString()} ${new Date(below).toISOString()}`));

describe('<civic-map time-by>', () => {
  // Days of four are told in hours; a month of them in days.
  const week = dataset({ columns: { name: ['A', 'B', 'C', 'D'], start: [day(1), day(1, 18), day(2), day(7)] }, roles: { title: 'name', start: 'start' }, places: Array.from({ length: 4 }, (_, i) => ({ point: [9 + i / 100, 48] as const })) });

  it('is there only where a page asks for it, and shows all at first', async () => {
    const element = await shown(week);
    expect(words(element)).to.equal('All: Jan 1 – 7, 2026');
    expect([titles(element).length, slider(element).getAttribute('aria-valuetext'), has(element, '.chip')]).to.deep.equal([4, 'All: Jan 1 – 7, 2026', false]);
    expect(all(element, '.time-bars rect').map((bar) => Number(bar.getAttribute('height')) > 0)).to.deep.equal([true, true, false, false, false, false, true]);
    element.timeBy = null;
    await element.updateComplete;
    expect(has(element, '[part=time]')).to.equal(false);
  });

  it('filters by a step as every other facet does, and with all before it', async () => {
    const element = await shown(week);
    await slide(element, 1);
    expect([words(element), titles(element), text(element, '[part=count]'), asked(element)]).to.deep.equal(['Jan 2, 2026', ['C'], '1 of 4 places', ['start 2026-01-02T00:00:00.000Z 2026-01-03T00:00:00.000Z']]);
    await waitUntil(() => has(element, '.chip'), 'it can be taken back');
    one<HTMLInputElement>(element, '.time-choice input').click();
    await element.updateComplete;
    expect([words(element), titles(element)]).to.deep.equal(['Jan 1 – 2, 2026', ['A', 'B', 'C']]);
    one(element, '.chip').click();
    await element.updateComplete;
    expect([words(element), titles(element).length]).to.deep.equal(['All: Jan 1 – 7, 2026', 4]);
    expect(asked(element)).to.deep.equal([]);
  });

  it('stays where it is under the hand that moves it', async () => {
    const element = await shown(week);
    const before = play(element).getBoundingClientRect().top - element.getBoundingClientRect().top;
    await slide(element, 1);
    await waitUntil(() => has(element, '.chip'));
    expect(play(element).getBoundingClientRect().top - element.getBoundingClientRect().top).to.equal(before);
  });

  it('follows what the page or a link asks', async () => {
    const element = await shown(week);
    element.filters = { where: [{ column: 'start', ranges: [[Date.UTC(2026, 0, 2), Date.UTC(2026, 0, 3)]] }] };
    await waitUntil(() => words(element) === 'Jan 2, 2026');
    expect(slider(element).value).to.equal('1');
  });

  it('plays when asked, says nothing meanwhile, and rests at the end', async function slow(this: Mocha.Context) {
    this.timeout(15_000);
    const element = await shown(week);
    expect(play(element).getAttribute('aria-label')).to.equal('Play');
    const seen: string[] = [];
    element.addEventListener('civic-filter-change', () => seen.push(words(element)));
    play(element).click();
    await element.updateComplete;
    expect([words(element), play(element).getAttribute('aria-label'), one(element, '[part=count]').getAttribute('role')]).to.deep.equal(['Jan 1, 2026', 'Pause', null]);
    await waitUntil(() => words(element) === 'Jan 2, 2026', 'it goes on', { timeout: 3000 });
    expect(titles(element)).to.deep.equal(['C']);
    await waitUntil(() => play(element).getAttribute('aria-label') === 'Play', 'it ends', { timeout: 9000 });
    expect(words(element)).to.equal('Jan 7, 2026');
    expect([seen.length, text(element, '.time [role=status]'), one(element, '[part=count]').getAttribute('role')]).to.deep.equal([7, 'Jan 7, 2026: 1 of 4 places', 'status']);
  });

  it('pauses for whoever presses it, moves the slider, takes the filter back, or leaves the page', async () => {
    const element = await shown(week);
    const isPlaying = (): boolean => play(element).getAttribute('aria-label') === 'Pause';
    const begun = async (): Promise<void> => {
      play(element).click();
      await element.updateComplete;
      expect(isPlaying()).to.equal(true);
    };
    await begun();
    play(element).click();
    await element.updateComplete;
    expect(isPlaying()).to.equal(false);
    await begun();
    await slide(element, 3);
    expect([isPlaying(), words(element)]).to.deep.equal([false, 'Jan 4, 2026']);
    await begun();
    element.filters = {};
    await waitUntil(() => !isPlaying(), 'the filter was taken back', { timeout: 2500 });
    expect(asked(element)).to.deep.equal([]);
    await begun();
    seem('hidden');
    await element.updateComplete;
    seem(undefined);
    expect(isPlaying()).to.equal(false);
  });

  it('steps slowly for whoever wants little movement', async function test(this: Mocha.Context) {
    await prefer(this, { reducedMotion: 'reduce' });
    const element = await shown(week);
    play(element).click();
    await element.updateComplete;
    await new Promise((done) => void setTimeout(done, 1050));
    expect(words(element)).to.equal('Jan 1, 2026');
    await waitUntil(() => words(element) === 'Jan 2, 2026', 'it goes on', { timeout: 2000 });
    await preferNothing();
  });

  it('is one step back for the history of the page, however long it played', async () => {
    const element = await shown(week, { state: 'quakes' });
    // What watches the address comes a moment later.
    await new Promise((done) => void setTimeout(done, 200));
    const entries = historyEntries();
    await slide(element, 1);
    await waitUntil(() => location.hash.includes(`=${Date.UTC(2026, 0, 2)}~`));
    await slide(element, 2);
    await waitUntil(() => location.hash.includes(`=${Date.UTC(2026, 0, 3)}~`));
    await slide(element, 3);
    await waitUntil(() => location.hash.includes(`=${Date.UTC(2026, 0, 4)}~`));
    entries.restore();
    expect(entries.added).to.equal(1);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('takes the column that is named, and none that is not there', async () => {
    expect(words(await shown(events, { by: 'ended' }))).to.match(/^All: Dec 29, 2025 – /);
    const element = await shown(events, { by: 'no such' });
    expect(has(element, '[part=time]')).to.equal(false);
  });

  it('speaks the language of the page, from right to left, and is accessible', async () => {
    const element = await shown(week, { lang: 'ar', dir: 'rtl' });
    await waitUntil(() => play(element).getAttribute('aria-label') === 'تشغيل');
    await slide(element, 1);
    expect(one(element, '[part=time]').getAttribute('aria-label')).to.equal('الزمن: Start');
    await waitUntil(() => titles(element).join() === 'C');
    await expect(element).to.be.accessible();
    expect(one(element, '[part=play]').getBoundingClientRect().width).to.be.at.least(44);
    expect(slider(element).getBoundingClientRect().height).to.be.at.least(44);
  });
});
