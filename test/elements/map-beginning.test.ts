import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import { serve } from '../support/fake-fetch.js';
import { one, search, text, titles } from '../support/map-page.js';

const rows = 30_000;
/** The first third lies in the west, so that all of it has another extent than its beginning. */
const csv = `name,kind,lat,lon\n${Array.from({ length: rows }, (_, row) => `Tree ${row},${row % 3 ? 'oak' : 'lime'} of the town,${48 + (row % 100) / 100},${row < rows / 3 ? 9 : 12}`).join('\n')}\n`;

/** A file that comes as slowly as the test says. */
function slowly(): { restore: () => void; more: (share: number) => void; fail: () => void } {
  const bytes = new TextEncoder().encode(csv);
  let [at, controller]: [number, ReadableStreamDefaultController<Uint8Array> | undefined] = [0, undefined];
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  const { restore } = serve({ [`HEAD ${location.pathname}`]: () => new Response(), '/trees.csv': () => new Response(body, { headers: { 'content-length': String(bytes.length) } }) });
  return {
    restore,
    more(share) {
      const to = Math.round(bytes.length * share);
      controller!.enqueue(bytes.slice(at, to));
      at = to;
      if (share === 1) controller!.close();
    },
    fail: () => controller!.error(new TypeError('network error')),
  };
}

describe('<civic-map> while a large file is on its way', () => {
  let restore = (): void => {};
  afterEach(() => restore());

  async function begun(): Promise<{ element: CivicMap; more: (share: number) => void; fail: () => void }> {
    const file = slowly();
    ({ restore } = file);
    const element = await fixture<CivicMap>(html`<civic-map src="/trees.csv" lang="en"></civic-map>`);
    file.more(0.4);
    await waitUntil(() => element.data?.report.isBeginning, 'the first rows are there', { timeout: 10_000 });
    await element.updateComplete;
    return { element, ...file };
  }

  it('lists and draws its first rows and says that more is coming; then all of them', async () => {
    const { element, more } = await begun();
    expect(titles(element).slice(0, 2)).to.deep.equal(['Tree 0', 'Tree 1']);
    expect(text(element, '[part=status]')).to.contain('Loading…');
    expect(element.matches(':state(loading)')).to.equal(true);
    await waitUntil(() => element.engine, 'a map is there', { timeout: 10_000 });
    await waitUntil(() => (element.view?.bounds[2] ?? 180) < 12, 'it looks at the first rows');
    expect(element.matches(':state(drawn)'), 'what is drawn is not all').to.equal(false);
    const map = element.engine;
    more(1);
    await waitUntil(() => element.matches(':state(drawn)'), 'all of it is drawn', { timeout: 10_000 });
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(text(element, '[part=count]')).to.contain('30,000 of 30,000');
    expect(element.shadowRoot!.querySelector('[part=status]'), 'nothing more is coming').to.equal(null);
    expect(element.view!.bounds[2], 'it shows all').to.be.greaterThan(12);
    expect(element.engine === map, 'the map is the same').to.equal(true);
  });

  it('keeps what the reader searched, selected and looked at meanwhile', async () => {
    const { element, more } = await begun();
    await waitUntil(() => element.engine, 'a map is there', { timeout: 10_000 });
    await search(element, 'Tree 12');
    await waitUntil(() => titles(element)[0] === 'Tree 12', 'it is found among the first');
    one(element, '[part=list] [part=entry]').click();
    await waitUntil(() => element.shadowRoot!.querySelector('#detail-heading'), 'its details are open');
    element.view = { longitude: 9, latitude: 48.5, zoom: 12 };
    await waitUntil(() => Math.round(element.view?.zoom ?? 0) === 12, 'the map moved');
    more(1);
    await waitUntil(() => element.matches(':state(ready)'), 'all is there', { timeout: 10_000 });
    await waitUntil(() => /\d of 30,000/.test(text(element, '[part=count]')) && !text(element, '[part=count]').startsWith('30,000'), 'the search goes on in all');
    const found = csv.split('\n').filter((line) => /^Tree \d*12/.test(line)).length;
    expect(text(element, '[part=count]')).to.contain(`${found.toLocaleString('en')} of 30,000`);
    expect(one<HTMLInputElement>(element, '#search').value).to.equal('Tree 12');
    expect(text(element, '#detail-heading')).to.contain('Tree 12');
    expect(Math.round(element.view!.zoom), 'it stays where it is').to.equal(12);
  });

  it('shows none of its rows once the page names something else', async () => {
    const file = slowly();
    ({ restore } = file);
    const element = await fixture<CivicMap>(html`<civic-map src="/trees.csv" lang="en" color-by="lat" basemap="none"></civic-map>`);
    const seen: unknown[] = [];
    file.more(0.4);
    await waitUntil(() => element.data?.report.isBeginning, 'the first rows are there', { timeout: 10_000 });
    restore();
    ({ restore } = serve({ '/other.csv': () => new Promise<Response>((answer) => setTimeout(() => answer(new Response('name,lat,lon\nHall,48.5,9.25\n')), 600)) }));
    element.src = '/other.csv';
    await element.updateComplete;
    while (!element.matches(':state(ready)')) {
      seen.push(element.data?.length);
      await new Promise(requestAnimationFrame);
    }
    expect(new Set(seen)).to.deep.equal(new Set([undefined]));
    expect(titles(element)).to.deep.equal(['Hall']);
  });

  it('says so where the rest does not come', async () => {
    const { element, fail } = await begun();
    fail();
    await waitUntil(() => element.matches(':state(failed)'), 'it says that it failed', { timeout: 10_000 });
    await waitUntil(() => element.shadowRoot!.querySelector('[role=alert]'), 'and why');
    expect(element.shadowRoot!.querySelector('[part=retry]')).not.to.equal(null);
  });

  it('is told apart by value, and lies on another ground, from the beginning', async () => {
    const file = slowly();
    ({ restore } = file);
    const element = await fixture<CivicMap>(html`<civic-map src="/trees.csv" lang="en" color-by="lat" basemap="none"></civic-map>`);
    file.more(0.4);
    await waitUntil(() => element.data?.report.isBeginning, 'the first rows are there', { timeout: 10_000 });
    await waitUntil(() => element.shadowRoot!.querySelectorAll('[part=legend] li').length > 2, 'the legend has classes');
    file.more(1);
    await waitUntil(() => element.matches(':state(drawn)'), 'all of it is drawn', { timeout: 10_000 });
    expect(element.data!.length).to.equal(rows);
    expect(element.shadowRoot!.querySelectorAll('[part=legend] li').length).to.be.greaterThan(2);
  });

  it('waits for all of it where the page asked for a place in it', async () => {
    const file = slowly();
    ({ restore } = file);
    const element = await fixture<CivicMap>(html`<civic-map src="/trees.csv" lang="en" state="trees"></civic-map>`);
    file.more(0.5);
    await new Promise((done) => setTimeout(done, 500));
    expect(element.data).to.equal(undefined);
    file.more(1);
    await waitUntil(() => element.matches(':state(ready)'), 'all is there', { timeout: 10_000 });
    expect(element.data!.length).to.equal(rows);
  });
});
