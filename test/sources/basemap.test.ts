import { expect } from '@open-wc/testing';
import { openBasemap } from '../../src/sources/basemap.js';
import { namedBasemaps } from '../../src/sources/basemap-names.js';
import { failure } from '../support/dataset.js';

const base = 'https://city.example/page';

describe('the basemaps that have a name', () => {
  it('are those of the countries that the README lists, each in Web Mercator and over https', () => {
    const countries = new Set(Object.keys(namedBasemaps).map((name) => name.slice(0, 2)));
    for (const country of ['at', 'be', 'ch', 'de', 'es', 'fr', 'nl', 'no', 'us']) expect(countries.has(country), country).to.equal(true);
    for (const [name, { url, fine, zoom: [min, max], attribution, page, bounds }] of Object.entries(namedBasemaps)) {
      for (const address of [url, ...(fine ? [fine] : [])]) {
        expect(new URL(address).protocol, name).to.equal('https:');
        for (const hole of ['{z}', '{x}', '{y}']) expect(address, name).to.contain(hole);
        expect(address.match(/\{\w+\}/g), name).to.have.length(3);
      }
      expect(max, name).to.be.greaterThan(min);
      expect(attribution, name).to.match(/\S/);
      expect(new URL(page).protocol, name).to.match(/^https?:$/);
      if (bounds) expect(bounds[0] < bounds[2] && bounds[1] < bounds[3], name).to.equal(true);
    }
  });

  it('come with what has to be written on the map', async () => {
    const { tiles, about } = await openBasemap('de-basemap');
    expect(tiles).to.deep.include({ kind: 'xyz', maxZoom: 18, pixelRatio: 1 });
    expect(about.attribution).to.equal(`© GeoBasis-DE / BKG (${new Date().getFullYear()})`);
    expect(about.licence?.name).to.equal('CC BY 4.0');
  });

  it('come with finer pictures for finer screens, where there are such', async () => {
    expect((await openBasemap('at-basemap', { isFine: true })).tiles).to.deep.include({ pixelRatio: 2 });
    expect((await openBasemap('at-basemap')).tiles.pixelRatio).to.equal(1);
    expect((await openBasemap('osm', { isFine: true })).tiles.pixelRatio).to.equal(1);
  });
});

describe('a basemap by its address', () => {
  it('is a template of tiles, relative to the page, with words of its own or the name of the server', async () => {
    const { tiles, about } = await openBasemap('https://tiles.city.example/{z}/{x}/{y}{r}.png', { base });
    expect(tiles.url).to.equal('https://tiles.city.example/{z}/{x}/{y}.png');
    expect(about.attribution).to.equal('tiles.city.example');
    const fine = await openBasemap('https://tiles.city.example/{z}/{x}/{y}{r}.png#attribution=© City', { base, isFine: true });
    expect(fine.tiles).to.deep.include({ url: 'https://tiles.city.example/{z}/{x}/{y}@2x.png', pixelRatio: 2 });
    expect(fine.about.attribution).to.equal('© City');
  });

  it('is refused where it is none, with the names that there are', async () => {
    for (const said of ['atlantis', 'toString', 'javascript:alert(1)//{z}{x}{y}', 'data:text/html,{z}{x}{y}', '']) {
      const error = await failure(openBasemap(said, { base }));
      expect(error.reason, said).to.equal('unknown');
      expect(error.message).to.contain('at-basemap');
    }
  });
});
