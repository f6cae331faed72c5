import { expect } from '@open-wc/testing';
import type { Dataset } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import { SourceError, type DatasetOptions } from '../../src/sources/source.js';
import { readTags } from '../../src/sources/portals/page-tags.js';
import { failure } from '../support/dataset.js';
import { json, serve, text } from '../support/fake-fetch.js';

const csv = 'name,lat,lon\nPool,48.5,9.25\nHall,47.5,8.25';
const point = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'Pool' }, geometry: { type: 'Point', coordinates: [9, 48] } }] };
const site = 'https://city.example';
const files = { '/files/pools.csv': text(csv), '/files/halls.csv': text(csv), '/files/pools.geojson': json(point) };

async function open(html: string, options: DatasetOptions = {}, table: Parameters<typeof serve>[0] = {}): Promise<Dataset> {
  const { restore } = serve({ [`${site}/pools`]: text(`<!doctype html><html><head>${html}`, 'text/html'), ...files, ...table });
  return openDataset(`${site}/pools`, options).finally(restore);
}

const choices = async (html: string): Promise<string[]> => {
  const error: unknown = await open(html).catch((caught: unknown) => caught);
  expect((error as SourceError).reason).to.equal('web-page');
  return (error as SourceError).choices.map(({ name }) => name);
};

describe('a web page where data was expected', () => {
  it('leads to the dataset that it describes for search engines', async () => {
    const described = { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, { '@type': 'Dataset', name: 'Swimming pools', license: 'https://cc.example/by', distribution: [{ '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: '/files/pools.csv' }] }] };
    const { length, about } = await open(`<script type="application/ld+json">${JSON.stringify(described)}</script><a href="/files/halls.csv">Halls</a>`);
    expect([length, about.title]).to.deep.equal([2, 'Swimming pools']);
  });

  it('leads to the one form of itself that is data', async () => {
    const { report } = await open('<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/geo+json" href="/files/pools.geojson"><a href="/files/halls.csv">x</a>');
    expect(report).to.include({ format: 'geojson', portal: 'web-page' });
  });

  it('leads to the one file that it links to, in its best form', async () => {
    const { report, about } = await open('<title>Pools &amp; more</title></head><!-- <a href="/old.csv"> --><a href="/files/pools.csv?v=1">CSV</a> <a class=x href=/files/pools.geojson>GeoJSON</a> <a href="/">Home</a><script>document.write(\'<a href="/no.csv">\')</script>');
    expect(report.format).to.equal('geojson');
    expect(report.choices?.map(({ name }) => name)).to.deep.equal([`${site}/files/pools.csv?v=1`]);
    expect(about.title).to.equal('Pools & more');
  });

  it('that links to several names them, and gives the one that is asked for', async () => {
    const html = '<a href="/files/pools.csv"><b>Pools</b> (CSV)</a><a href="files/halls.csv">Halls</a><a href="https://gis.example/rest/services/P/MapServer/2">GIS</a>';
    expect(await choices(html)).to.deep.equal([`${site}/files/pools.csv`, `${site}/files/halls.csv`, 'https://gis.example/rest/services/P/MapServer/2']);
    expect((await open(html, { layer: 'Pools (CSV)' })).length).to.equal(2);
    expect((await open(html, { layer: `${site}/files/halls.csv` })).length).to.equal(2);
  });

  it('without data says what it is', async () => {
    expect((await failure(open('<title>404 – not here</title>'))).message).to.contain('“404 – not here”').and.contain('address of the data itself');
    expect((await failure(open('<form><input type="password" name="p"></form>'))).message).to.contain('password');
    expect((await failure(open('<meta name="generator" content="ckan 2.10.1">'))).message).to.contain('one dataset of this ckan');
  });

  it('leads in no circle', async () => {
    const back = text('<html><a href="/pools?format=csv">CSV</a>');
    const other = text('<html><a href="/other?format=csv">CSV</a>');
    expect((await failure(open('<a href="/other?format=csv">CSV</a>', {}, { '/other': back, [`${site}/pools?format=csv`]: other }))).reason).to.be.oneOf(['web-page', 'unknown']);
  });

  // What grows with the square of the length would take hours: then the test runs out of its time.
  it('comes to an end, whatever it is made of', () => {
    for (const piece of ['<!--', '<a href="', '<script>', '<a b=', '<', '<title>', '<a href=x>', '<meta name="generator" content="']) for (const end of ['', '>', '-->', '</a>']) readTags(piece.repeat(1_000_000 / piece.length) + end, new URL(site));
  }).timeout(60_000);
});
