import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import type { SourceError } from '../../src/sources/source.js';
import { opendatasoftAddress } from '../../src/sources/portals/opendatasoft-address.js';
import { failure, place, values } from '../support/dataset.js';
import { json, serve, text } from '../support/fake-fetch.js';

const portal = 'https://data.city.example';
const root = '/api/explore/v2.1/catalog/datasets/trees';
const fields = [{ name: 'nom', label: 'Name of the tree', type: 'text' }, { name: 'geo_shape', label: 'Shape', type: 'geo_shape' }, { name: 'geo_point_2d', label: 'Point', type: 'geo_point_2d' }];

async function open(table: Parameters<typeof serve>[0], path = '/explore/dataset/trees/', options: Parameters<typeof openDataset>[1] = {}) {
  const { restore, requests } = serve(table);
  const reading = openDataset(portal + path, options);
  await reading.catch(() => undefined);
  restore();
  return { reading, asked: requests.map(({ url }) => new URL(url)) };
}

describe('an address of Opendatasoft', () => {
  it('is one of a page, of an export or of an API', () => {
    const named = (path: string): string | undefined => opendatasoftAddress(new URL(path, portal))?.id;
    for (const path of [
      '/explore/dataset/trees/', '/explore/dataset/trees/table/?q=x', '/explore/dataset/trees/download/?format=shp', '/explore/embed/dataset/trees/map/', '/explore/assets/trees/', '/api/explore/v2.0/catalog/datasets/trees', '/api/explore/v2.1/catalog/datasets/trees/exports/geojson',
      '/api/v2/catalog/datasets/trees/records', '/api/records/1.0/search/?dataset=trees&rows=3', '/api/records/1.0/download?dataset=trees&format=csv', '/api/datasets/1.0/trees/',
    ]) expect(named(path), path).to.equal('trees');
    for (const path of ['/explore/', '/api/explore/v2.1/catalog/datasets', '/api/datasets/1.0/search/?q=trees', '/api/records/1.0/search/']) expect(named(path), path).to.equal(undefined);
  });

  it('keeps what it filters, whichever API says it', () => {
    const query = (path: string): [string, string][] => [...opendatasoftAddress(new URL(path, portal))!.query];
    expect(query('/explore/dataset/trees/map/?q=a"b&refine.kind=oak&refine.year=2020&exclude.state=dead&location=9,48,9&rows=3')).to.deep.equal([['where', '"a\\"b"'], ['refine', 'kind:"oak"'], ['refine', 'year:"2020"'], ['exclude', 'state:"dead"']]);
    expect(query(`${root}/records?where=a>1&refine=kind:oak&limit=5&offset=5&order_by=a`)).to.deep.equal([['where', 'a>1'], ['refine', 'kind:oak']]);
  });
});

describe('the catalogue of an Opendatasoft', () => {
  it('names its datasets', async () => {
    const results = [{ dataset_id: 'trees', metas: { default: { title: 'Trees' } } }, { dataset_id: 'parks' }];
    const { reading, asked } = await open({ '/api/explore/v2.1/catalog/datasets': json({ total_count: 120, results }) }, '/explore/?q=green&refine.theme=x');
    const error = (await reading.catch((caught: unknown) => caught)) as SourceError;
    expect([error.reason, error.choices]).to.deep.equal(['web-page', [{ name: `${portal}/explore/dataset/trees/`, title: 'Trees' }, { name: `${portal}/explore/dataset/parks/`, title: undefined }]]);
    expect(asked[0]!.search).to.equal('?limit=100&where=%22green%22&refine=theme%3A%22x%22');
  });
});

describe('a dataset of Opendatasoft', () => {
  it('with shapes has them, under the names that people read', async () => {
    const metas = { default: { title: 'Trees', records_count: 1, publisher: 'Parks', license: 'ODbL', license_url: 'https://odbl.example/', description: '<p>All <b>trees</b></p>', attributions: ['© Parks'] } };
    const feature = { type: 'Feature', properties: { nom: 'Oak' }, geometry: { type: 'Polygon', coordinates: [[[9, 48], [10, 48], [10, 49], [9, 48]]] } };
    const { reading, asked } = await open({ [root]: json({ dataset_id: 'trees', has_records: true, fields, metas }), [`${root}/exports/geojson`]: json({ type: 'FeatureCollection', features: [feature] }) }, undefined, { map: { title: 'Name of the tree' } });
    const { about, report, roles, columns, places } = await reading;
    expect(about).to.deep.include({ title: 'Trees', publisher: 'Parks', description: 'All trees', licence: { name: 'ODbL', url: 'https://odbl.example/' }, attribution: '© Parks', page: `${portal}/explore/dataset/trees/` });
    expect([report.portal, report.format, places?.kind(0), columns[roles.title!]!.name]).to.deep.equal(['opendatasoft', 'geojson', 'area', 'Name of the tree']);
    expect(asked.at(-1)!.searchParams.get('limit')).to.equal('-1');
  });

  it('of an old portal has latitude first within, and last beside the fields', async () => {
    const record = { datasetid: 'trees', recordid: 'r1', fields: { nom: 'Oak', geo: [48.5, 9.25] }, geometry: { type: 'Point', coordinates: [9.25, 48.5] } };
    const { reading } = await open({
      [root]: text('<html>'), '/api/datasets/1.0/trees/': json({ datasetid: 'trees', has_records: true, metas: { title: 'Arbres', records_count: 1 }, fields: [fields[0], { name: 'geo', label: 'Geo', type: 'geo_point_2d' }] }),
      '/api/records/1.0/download/': json({ error: 'No' }, 403), '/api/records/1.0/search/': json({ nhits: 1, parameters: {}, records: [record] }),
    });
    const read = await reading;
    expect([place(read, 0), values(read, 'Name of the tree'), read.about.title]).to.deep.equal([[9.25, 48.5], ['Oak'], 'Arbres']);
  });

  it('of which nothing but rows is given has its rows', async () => {
    const records = Array.from({ length: 3 }, (_, i) => ({ nom: `Oak ${i}`, geo_point_2d: { lon: 9 + i, lat: 48 } }));
    const { reading } = await open({ [root]: text('<html>'), '/api/datasets/1.0/trees/': text('<html>'), [`${root}/exports/csv`]: text('<html>'), [`${root}/records`]: json({ total_count: 3, results: records }) }, `${root}/records?limit=20`);
    const read = await reading;
    expect([read.length, read.report.located, values(read, 'nom')[2]]).to.deep.equal([3, 3, 'Oak 2']);
  });

  it('says what the portal says', async () => {
    const { reason, message } = await failure((await open({ [root]: json({ error_code: 'ODSQLError', message: 'Dataset is restricted.' }, 403) })).reading);
    expect(reason).to.equal('refused');
    expect(message).to.contain('Dataset is restricted.');
  });

  it('that is none after all is read as what it is', async () => {
    const none = text('<!doctype html><title>Explore</title>');
    const { reading } = await open({ [root]: none, '/api/datasets/1.0/trees/': none, [`${root}/records`]: none, '/api/records/1.0/search/': none, '/explore/dataset/trees/': text('name,lat,lon\nPool,48.5,9.25') });
    const { report } = await reading;
    expect([report.format, report.portal]).to.deep.equal(['csv', undefined]);
  });
});
