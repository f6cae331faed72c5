import { expect, fixture, html, waitUntil as wait } from '@open-wc/testing';
import '../../src/elements/map/civic-map.js';
import '../../src/elements/map/map.state.js';
import '../../src/elements/map/map.sieve.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import type { ViewChangeEvent } from '../../src/elements/map/map.view-event.js';
import { historyEntries } from '../support/history-entries.js';
import { drawn, frames, lisbon, one, search, shown, text, titles } from '../support/map-page.js';

const waitUntil = (check: () => unknown, message?: string): Promise<void> => wait(check as () => boolean, message, { timeout: 5000 });

describe('<civic-map> for programs', () => {
  it('says where it looks, and tells when that changes', async () => {
    const element = await drawn(lisbon);
    const { longitude, latitude, zoom, bounds } = element.view!;
    expect(longitude).to.be.closeTo(-9.12, 0.05);
    expect(latitude).to.be.closeTo(38.73, 0.05);
    expect(zoom).to.be.within(8, 16);
    expect(bounds[0]).to.be.below(longitude);
    expect(bounds[3]).to.be.above(latitude);
    const events: ViewChangeEvent[] = [];
    element.addEventListener('civic-view-change', (event) => void events.push(event));
    element.view = { longitude: -9.15, latitude: 38.72, zoom: 14 };
    await waitUntil(() => events.length > 0, 'the page is told');
    expect(events[0]!.view.zoom).to.be.closeTo(14, 0.001);
    expect(events[0]!.view.longitude).to.be.closeTo(-9.15, 1e-6);
    expect(element.view!.latitude).to.be.closeTo(38.72, 1e-6);
    element.view = { bounds: [-9.2, 38.7, -9.1, 38.8] };
    await frames();
    expect(element.view!.bounds[1]).to.be.at.most(38.7 + 1e-9);
    expect(element.engine!.getView().getZoom()).to.be.closeTo(element.view!.zoom, 0.001);
  });

  it('begins where the attribute says, or where the page wished before there was a map', async () => {
    for (const begin of [html`<civic-map view="-9.15,38.72,15"></civic-map>`, html`<civic-map .view=${{ longitude: -9.15, latitude: 38.72, zoom: 15 }}></civic-map>`]) {
      const element = await fixture<CivicMap>(begin);
      element.scrollIntoView();
      expect(element.view).to.equal(undefined);
      expect(element.engine).to.equal(undefined);
      element.data = lisbon;
      await waitUntil(() => element.matches(':state(drawn)'));
      await frames();
      expect(element.view!.zoom).to.be.closeTo(15, 0.001);
      expect(element.view!.longitude).to.be.closeTo(-9.15, 1e-6);
    }
  });

  it('shows all places where the attribute is nonsense', async () => {
    const element = await fixture<CivicMap>(html`<civic-map view="javascript:alert(1)" filter="{&quot;where&quot;:7}"></civic-map>`);
    element.data = lisbon;
    await waitUntil(() => element.matches(':state(drawn)'));
    expect(titles(element)).to.have.length(8);
    expect(element.view!.longitude).to.be.closeTo(-9.12, 0.05);
  });

  it('is filtered by an attribute, and by the names of columns and values', async () => {
    const element = await fixture<CivicMap>(html`<civic-map lang="en" filter=".kind=Museum,;.nowhere=x"></civic-map>`);
    element.data = lisbon;
    await waitUntil(() => titles(element).length === 4, 'three museums, and one of which nothing is said');
    expect(element.filters).to.deep.equal({ where: [{ column: 'kind', values: ['Museum', null] }] });
    element.filters = { text: 'fado' };
    await waitUntil(() => titles(element).length === 1);
    expect(one<HTMLInputElement>(element, '#search').value).to.equal('fado');
    element.filters = {};
    await waitUntil(() => titles(element).length === 8);
    expect(text(element, '[part=count]')).to.equal('8 of 8 places');
  });

  it('selects by id, also before the data is there', async () => {
    const early = await fixture<CivicMap>(html`<civic-map lang="en"></civic-map>`);
    early.select({ id: 1998 });
    early.data = { ...lisbon, roles: { ...lisbon.roles, id: 3 } };
    await waitUntil(() => early.shadowRoot!.querySelector('#detail-heading'));
    expect(text(early, '#detail-heading')).to.equal('Oceanário');
  });

  it('selects by id', async () => {
    const name = lisbon.columns.findIndex((column) => column.name === 'name');
    const element = await shown({ ...lisbon, roles: { ...lisbon.roles, id: name } });
    element.select({ id: 'Oceanário' });
    await waitUntil(() => element.shadowRoot!.querySelector('#detail-heading'));
    expect(text(element, '#detail-heading')).to.equal('Oceanário');
    element.select({ id: 'nowhere' });
    await waitUntil(() => !element.shadowRoot!.querySelector('#detail-heading'));
    element.select(3);
    await element.updateComplete;
    expect(text(element, '#detail-heading')).to.equal('Jardim da Estrela');
  });
});

describe('<civic-map state="…">', () => {
  const begin = location.href;
  // What writes addresses is there before anybody acts, however busy the machine is: what is done earlier is no entry of the history.
  before(() => Promise.all([import('../../src/elements/map/map.wishes.js'), import('../../src/elements/map/map.state.js')]));
  let entries: ReturnType<typeof historyEntries> | undefined;
  afterEach(() => {
    entries?.restore();
    history.replaceState(null, '', begin);
  });

  async function kept(fragment = '', name = 'lx'): Promise<CivicMap> {
    history.replaceState({ page: 'own' }, '', location.href.split('#')[0] + fragment);
    const element = await fixture<CivicMap>(html`<civic-map lang="en" state=${name}></civic-map>`);
    element.data = lisbon;
    await waitUntil(() => element.matches(':state(drawn)'), 'it is drawn');
    await new Promise((done) => void setTimeout(done, 500));
    return element;
  }
  const fragment = (): string => location.hash;

  it('leaves the address alone until somebody does something', async () => {
    await kept('#chapter-2');
    expect(fragment()).to.equal('#chapter-2');
  });

  it('writes filter, selection and view, beside what the page has there', async () => {
    const element = await kept('#chapter-2');
    entries = historyEntries();
    await search(element, 'museu');
    await waitUntil(() => fragment() === '#chapter-2&lx=q=museu', fragment());
    expect(entries.added).to.equal(1);
    expect(history.state).to.deep.equal({ page: 'own' });
    await search(element, 'museu do');
    expect(fragment()).to.equal('#chapter-2&lx=q=museu+do');
    expect(entries.added, 'one search, one entry').to.equal(1);
    one(element, '[data-row="1"]').click();
    await waitUntil(() => fragment().startsWith('#chapter-2&lx=q=museu+do;row=1'), fragment());
    element.view = { longitude: -9.15, latitude: 38.72, zoom: 14 };
    await waitUntil(() => fragment() === '#chapter-2&lx=q=museu+do;row=1;at=-9.15,38.72,14', fragment());
    expect(entries.added, 'moving is no entry').to.equal(2);
  });

  it('shows what a link says', async () => {
    const element = await kept('#lx=.kind=Park;row=5;at=-9.15,38.72,14&other=q=x');
    await waitUntil(() => titles(element).length === 2, 'the parks');
    expect(text(element, '#detail-heading')).to.equal('Parque Eduardo VII');
    expect(element.view!.zoom).to.be.closeTo(14, 0.01);
    expect(fragment()).to.equal('#lx=.kind=Park;row=5;at=-9.15,38.72,14&other=q=x');
  });

  it('begins with the filter of the page, and says so when that is lifted', async () => {
    history.replaceState(null, '', location.href.split('#')[0]);
    const element = await fixture<CivicMap>(html`<civic-map lang="en" state="lx" filter=".kind=Park"></civic-map>`);
    element.data = lisbon;
    await waitUntil(() => titles(element).length === 2, 'the parks');
    await frames(10);
    expect(fragment()).to.equal('');
    one(element, '[part=clear]').click();
    await waitUntil(() => fragment() === '#lx=all', fragment());
  });

  it('is not led astray by a base, nor by a hostile link or name', async () => {
    const base = document.createElement('base');
    base.href = 'https://elsewhere.example/';
    document.head.append(base);
    try {
      const element = await kept('#a%20%3Cb%3E&x=row=99999;id=%zz;at=9,9;q=%E0%A4%A;of:=1', 'a <b>&');
      expect(titles(element)).to.have.length(8);
      await search(element, 'fado');
      await waitUntil(() => fragment().endsWith('&a+%3Cb%3E%26=q=fado'), fragment());
      expect(location.host).not.to.equal('elsewhere.example');
    } finally {
      base.remove();
    }
  });
});
