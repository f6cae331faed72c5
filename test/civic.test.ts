import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { serve, text } from './support/fake-fetch.js';

const trees = 'name,lat,lon\nOak,52.5,13.4\nLime,52.6,13.5\n';

// The loader works on the document that it is loaded into, so it is loaded once, as a page does.
describe('civic.js', () => {
  let restore = () => {};
  before(async () => {
    ({ restore } = serve({ '/trees.csv': text(trees, 'text/csv') }));
    await import('../src/civic.js');
  });
  after(() => restore());

  const ready = async (element: Element | null): Promise<void> => {
    await waitUntil(() => element?.matches(':state(ready)'), 'the element never became ready', { timeout: 10_000 });
  };

  it('defines a tag that is added to the page later', async () => {
    const box = await fixture(html`<div></div>`);
    const map = document.createElement('civic-map');
    map.setAttribute('src', '/trees.csv');
    box.append(map);
    await ready(map);
  });

  it('turns a link into an element, and keeps the link as its fallback', async () => {
    const box = await fixture<HTMLElement>(html`<p><a class="civic" data-civic="map" data-civic-label="Trees" href="/trees.csv">Trees (CSV)</a></p>`);
    await waitUntil(() => box.querySelector('civic-map'));
    const map = box.querySelector('civic-map')!;
    expect(map.getAttribute('src')).to.equal(new URL('/trees.csv', document.baseURI).href);
    expect(map.getAttribute('label')).to.equal('Trees');
    expect(map.querySelector('a')!.textContent).to.equal('Trees (CSV)');
    await ready(map);
  });

  it('turns a div into an element', async () => {
    const box = await fixture<HTMLElement>(html`<section><div data-civic="map" data-civic-src="/trees.csv"></div></section>`);
    await waitUntil(() => box.querySelector('civic-map'));
    await ready(box.querySelector('civic-map'));
  });

  it('passes the address of shapes on, of whatever form, if it is http(s)', async () => {
    const box = await fixture<HTMLElement>(html`<p>
      <a data-civic="map" data-civic-shapes="/regions.geojson" data-civic-on="geo code=NUTS_ID" href="/trees.csv">a</a>
      <a href="/trees.csv#civic=map&shapes=%2Fregions.geojson&on=geo+code%3DNUTS_ID">b</a>
      <a data-civic="map" data-civic-shapes="javascript:alert(1)" href="/trees.csv">c</a>
    </p>`);
    await waitUntil(() => box.querySelectorAll('civic-map').length === 3);
    const [first, second, third] = [...box.querySelectorAll('civic-map')];
    const regions = new URL('/regions.geojson', document.baseURI).href;
    for (const map of [first!, second!]) expect([map.getAttribute('shapes'), map.getAttribute('on')]).to.deep.equal([regions, 'geo code=NUTS_ID']);
    expect(third!.getAttributeNames()).to.deep.equal(['src']);
  });

  it('turns a div with links into a map of several layers', async () => {
    const box = await fixture<HTMLElement>(html`<section><div data-civic="map" data-civic-label="City" data-civic-basemap="none">
      <a data-civic="layer" data-civic-label="Trees" href="/trees.csv">Trees</a>
      <a data-civic="layer" data-civic-hidden="" href="/more.csv">More</a>
      <a data-civic="layer" href="javascript:alert(1)">Nothing</a>
    </div></section>`);
    await waitUntil(() => box.querySelectorAll('civic-map civic-layer').length === 2);
    const [map, trees, more] = [...box.querySelectorAll<HTMLElement>('civic-map, civic-layer')];
    expect(map!.getAttributeNames()).to.deep.equal(['label', 'basemap']);
    expect([trees!.getAttribute('src'), trees!.getAttribute('label')]).to.deep.equal([new URL('/trees.csv', document.baseURI).href, 'Trees']);
    expect(more!.hidden).to.equal(true);
    await ready(map!);
  });

  it('turns a link that carries its settings behind the hash into an element', async () => {
    const box = await fixture<HTMLElement>(html`<p><a href="/trees.csv#civic=map&label=Trees+of+the+city">Trees</a></p>`);
    await waitUntil(() => box.querySelector('civic-map'));
    const map = box.querySelector('civic-map')!;
    expect(map.getAttribute('src')).to.equal(new URL('/trees.csv', document.baseURI).href);
    expect(map.getAttribute('label')).to.equal('Trees of the city');
  });

  for (const [what, markup] of Object.entries({
    'a script address': html`<a data-civic="map" href="javascript:alert(1)">x</a>`,
    'a data address': html`<div data-civic="map" data-civic-src="data:text/csv,a"></div>`,
    'an unknown element': html`<div data-civic="constructor" data-civic-src="/trees.csv"></div>`,
  })) {
    it(`leaves a placeholder with ${what} as it is`, async () => {
      const box = await fixture<HTMLElement>(html`<div>${markup}</div>`);
      await waitUntil(() => box.querySelector('[data-civic-done]'));
      expect(box.querySelector('civic-map')).to.equal(null);
      expect(box.firstElementChild!.isConnected).to.equal(true);
    });
  }

  it('passes on only the attributes that an element knows', async () => {
    const box = await fixture<HTMLElement>(html`<div><div data-civic="map" data-civic-src="/trees.csv" data-civic-onclick="alert(1)" data-civic-id="x"></div></div>`);
    await waitUntil(() => box.querySelector('civic-map'));
    expect([...box.querySelector('civic-map')!.getAttributeNames()]).to.deep.equal(['src']);
  });

  for (const form of ['attributes', 'a link'] as const) {
    it(`lets everything pass in ${form} that an element can be told`, async () => {
      const [{ CivicMap }, { CivicLayer }] = await Promise.all([import('../src/elements/map/map.js'), import('../src/elements/layer/layer.js')]);
      for (const [name, Kind] of [['map', CivicMap], ['layer', CivicLayer]] as const) {
        const all = Kind.observedAttributes;
        expect(all).to.include('relay');
        const placeholder = document.createElement('a');
        const told = all.map((each): [string, string] => [each, /src|shapes|relay/.test(each) ? `https://city.example/${each}` : 'x'] as const);
        if (form === 'a link') placeholder.href = `#civic=${name}&${new URLSearchParams(told)}`;
        else for (const [each, value] of [['civic', name], ...told.map(([attribute, value]) => [`civic-${attribute}`, value])]) placeholder.setAttribute(`data-${each}`, value!);
        const box = await fixture<HTMLElement>(html`<div hidden></div>`);
        box.append(placeholder);
        await waitUntil(() => box.querySelector(`civic-${name}`));
        expect(box.firstElementChild!.getAttributeNames().sort()).to.deep.equal([...all].sort());
      }
    });
  }

  it('takes layers from a link, too, and refuses them where they are hostile', async () => {
    const layers = [{ src: '/trees.csv', label: '"A" & <b>' }, { src: 'javascript:alert(1)', onclick: 'alert(1)' }].map((each) => `civic-layer=${encodeURIComponent(String(new URLSearchParams(each)))}`);
    const box = await fixture<HTMLElement>(html`<p><a href="#civic=map&label=City&${layers.join('&')}">City</a></p>`);
    await waitUntil(() => box.querySelector('civic-map'));
    const told = [...box.querySelectorAll('civic-layer')].map((layer) => layer.getAttributeNames().map((name) => `${name}=${layer.getAttribute(name)}`));
    expect(told).to.deep.equal([[`src=${new URL('/trees.csv', document.baseURI).href}`, 'label="A" & <b>']]);
  });

  it('works twice on a page', async () => {
    await import(`../src/civic.ts?${'again'}`);
    const box = await fixture<HTMLElement>(html`<div><div data-civic="map" data-civic-src="/trees.csv"></div></div>`);
    await waitUntil(() => box.querySelector('civic-map'));
    expect(box.querySelectorAll('civic-map')).to.have.lengthOf(1);
  });
});
