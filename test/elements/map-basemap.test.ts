import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/elements/map/civic-map.js';
import type { CivicMap } from '../../src/elements/map/civic-map.js';
import { de } from '../../src/i18n/de.js';
import { all, frames, has, lisbon, one, text } from '../support/map-page.js';

const patience = { timeout: 10_000 };

async function based(basemap: string, { lang = 'en', style = '' } = {}): Promise<CivicMap> {
  // One at a time: a map below the others is not near, and waits.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div lang=${lang} style=${style}><civic-map basemap=${basemap}></civic-map></div>`);
  const element = box.querySelector('civic-map')!;
  element.data = lisbon;
  await waitUntil(() => element.matches(':state(drawn)'), 'the map is drawn', patience);
  await frames();
  return element;
}

/** Whether the ground's pictures have this colour somewhere near the edge, where no place lies. */
const shows = (element: CivicMap, [red, green, blue]: readonly number[]): boolean =>
  all<HTMLCanvasElement>(element, '.basemap canvas').some((canvas) => {
    const [r, g, b, a] = canvas.getContext('2d')!.getImageData(canvas.width - 20, 20, 1, 1).data;
    return a === 255 && Math.abs(r! - red!) < 4 && Math.abs(g! - green!) < 4 && Math.abs(b! - blue!) < 4;
  });
const credits = (element: CivicMap): string => text(element, '[part=attribution] ul');

describe('<civic-map basemap>', () => {
  it('lays tiles below the places, and says whose they are on the map and below it', async () => {
    const element = await based('/tiles/xyz/{z}/{x}/{y}.png#attribution=© City survey');
    await waitUntil(() => shows(element, [200, 10, 20]), 'the tiles are drawn', patience);
    expect(credits(element)).to.contain('© City survey').and.contain('Câmara Municipal');
    expect(text(element, '[part=origins]')).to.contain('Basemap:');
    expect(text(element, '[part=about]'), 'the bundled land is not seen').not.to.contain('Natural Earth');
    const places = one<HTMLCanvasElement>(element, '.ol-layers > canvas.canvas');
    expect(places.getContext('2d')!.getImageData(2, 2, 1, 1).data[3], 'nothing covers the tiles').to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('takes a WMTS by its capabilities, with the layer behind a #', async () => {
    const element = await based('/tiles/wmts/WMTSCapabilities.xml#layer=grey');
    await waitUntil(() => shows(element, [120, 120, 120]), 'the layer is drawn', patience);
    expect(credits(element)).to.contain('City survey');
  });

  it('takes a WMS', async () => {
    const element = await based('/tiles/wms?service=WMS&layers=noise');
    await waitUntil(() => shows(element, [30, 60, 220]), 'the pictures are drawn', patience);
    expect(credits(element)).to.contain('Office of noise');
  });

  it('takes a PMTiles file', async () => {
    const element = await based('/tiles/city.pmtiles');
    await waitUntil(() => shows(element, [230, 160, 10]), 'the tile is drawn', patience);
    expect(credits(element)).to.contain('© City survey');
  });

  it('is a plain ground where it is “none”, and the bundled land without it', async () => {
    const element = await based('none');
    await waitUntil(() => !text(element, '[part=about]').includes('Natural Earth'));
    expect(has(element, '.basemap')).to.equal(false);
    element.removeAttribute('basemap');
    await waitUntil(() => text(element, '[part=about]').includes('Natural Earth'));
    expect(has(element, '[part=attribution] a[href*=naturalearth]')).to.equal(false);
  });

  it('falls back to the plain ground with a sentence where no tile comes', async () => {
    const element = await based('/tiles/missing/{z}/{x}/{y}.png', { lang: 'de' });
    await waitUntil(() => has(element, '.layer-notes .notice'), 'it says so', patience);
    expect(text(element, '.layer-notes')).to.contain(de.mapLayers.basemapFailed);
    expect(text(element, '[part=about]')).to.contain('Natural Earth');
    expect(all(element, '[part=entry]').length).to.be.greaterThan(0);
  });

  it('takes no name that it does not know, and no address but http(s)', async () => {
    for (const said of ['atlantis', 'javascript:alert(1)', 'data:image/png;base64,{z}{x}{y}', 'constructor']) {
      const element = await based(said);
      await waitUntil(() => has(element, '.layer-notes .notice'), said, patience);
      expect(text(element, '.layer-notes details')).to.contain('at-basemap');
      expect(has(element, '.basemap')).to.equal(false);
    }
  });

  it('dims pictures on a dark page alone', async () => {
    const dark = await based('/tiles/xyz/{z}/{x}/{y}.png', { style: 'color-scheme: dark' });
    await waitUntil(() => has(dark, '.basemap'), 'the tiles are there', patience);
    expect(getComputedStyle(one(dark, '.basemap')).filter).to.contain('brightness');
    const light = await based('/tiles/xyz/{z}/{x}/{y}.png', { style: 'color-scheme: light' });
    await waitUntil(() => has(light, '.basemap'), 'the tiles are there', patience);
    expect(getComputedStyle(one(light, '.basemap')).filter).to.equal('none');
  });

  it('never hides whose map it is on a phone, and a button shows all', async () => {
    await setViewport({ width: 360, height: 800 });
    const element = await based('/tiles/xyz/{z}/{x}/{y}.png#attribution=© Agency of maps, surveys and the long names of all its partners');
    await waitUntil(() => has(element, '[part=attribution] li'), 'the attribution is there', patience);
    const line = one(element, '[part=attribution] ul');
    const low = line.getBoundingClientRect();
    expect(low.width).to.be.greaterThan(100);
    const button = one(element, '[part=attribution] button');
    button.click();
    await element.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(line.getBoundingClientRect().height).to.be.greaterThan(low.height);
    expect(document.documentElement.scrollWidth).to.be.at.most(360);
    await setViewport({ width: 800, height: 600 });
  });
});
