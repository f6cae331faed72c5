import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import type { SourceError } from '../../src/sources/source.js';
import { json, serve, status, text } from '../support/fake-fetch.js';
import { failure, problems, values } from '../support/dataset.js';

const portal = 'https://portal.example';
const api = `${portal}/api/3/action`;
const csv = 'name,lat,lon\nPool,48.5,9.25\nHall,47.5,8.25';
const geojson = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'Park' }, geometry: { type: 'Point', coordinates: [9, 48] } }] });

const resources = {
  pdf: { id: 'r-pdf', name: 'Map', format: 'PDF', url: `${portal}/map.pdf` },
  zip: { id: 'r-zip', name: 'Shapes', format: 'SHP', url: `${portal}/trees.zip` },
  csv: { id: 'r-csv', name: 'Table', format: '.csv', url: `${portal}/trees.csv`, datastore_active: true, last_modified: '2026-05-01T10:00:00.123456' },
  geojson: { id: 'r-geo', name: 'Points', format: 'GeoJSON', url: `${portal}/trees.geojson` },
  nameless: { id: 'r-url', name: 'Unnamed', format: '', url: `${portal}/other.geojson?x=1` },
};
const dataset = {
  id: 'd-1', name: 'trees', title: 'Trees of the city', notes: 'All of them', organization: { title: 'Parks department' }, license_title: 'CC BY 4.0', license_url: 'https://cc.example/by',
  metadata_modified: '2026-04-01T00:00:00', extras: [{ key: 'frequency', value: 'daily' }], resources: [resources.pdf, resources.zip, resources.csv, resources.geojson],
};
const ok = (result: unknown) => json({ help: '', success: true, result });
const files = { [`${portal}/trees.csv`]: text(csv), [`${portal}/trees.geojson`]: text(geojson), [`${portal}/other.geojson?x=1`]: text(geojson) };
const about = (record: object = dataset) => ({ [`${api}/package_show?id=trees`]: ok(record), ...files });

type Table = Parameters<typeof serve>[0];

async function open(address: string, table: Table, options: Parameters<typeof openDataset>[1] = {}) {
  const { restore, requests } = serve(table);
  const reading = openDataset(address, options);
  await reading.catch(() => undefined);
  restore();
  return { reading, asked: requests.map(({ url }) => url) };
}

describe('a dataset page of CKAN', () => {
  it('gives the best of its resources, names the others, and says whose they are', async () => {
    const { reading } = await open(`${portal}/dataset/trees`, about());
    const { about: said, report, length } = await reading;
    expect(length).to.equal(1);
    expect(report).to.include({ format: 'geojson', portal: 'ckan' });
    expect(report.choices).to.deep.equal([{ name: 'r-csv', title: 'Table', format: 'CSV' }, { name: 'r-zip', title: 'Shapes', format: 'Shapefile' }]);
    expect(said).to.deep.include({
      title: 'Trees of the city', description: 'All of them', publisher: 'Parks department', licence: { name: 'CC BY 4.0', url: 'https://cc.example/by' }, interval: 'daily',
      page: `${portal}/dataset/trees`, download: `${portal}/trees.geojson`, updated: Date.UTC(2026, 3, 1),
    });
  });

  it('gives the resource that is asked for, by id or by name', async () => {
    for (const layer of ['r-csv', 'Table']) {
      const { reading } = await open(`${portal}/dataset/trees`, about(), { layer });
      expect((await reading).about.updated).to.equal(Date.UTC(2026, 4, 1, 10, 0, 0, 123));
      expect((await reading).report.choices).to.deep.equal([{ name: 'r-geo', title: 'Points', format: 'GeoJSON' }, { name: 'r-zip', title: 'Shapes', format: 'Shapefile' }]);
    }
  });

  it('may have a query, a slash, a prefix or a language in its address', async () => {
    for (const [path, base] of [['/dataset/trees/?activity=1', ''], ['/data/dataset/trees', '/data'], ['/fr/dataset/trees', ''], ['/recherche/fr/dataset/trees', '/recherche'], ['/pt_BR/dataset/trees', '']] as const) {
      const { reading } = await open(portal + path, { [`${portal}${base}/api/3/action/package_show?id=trees`]: ok(dataset), ...files });
      expect((await reading).report.portal, path).to.equal('ckan');
    }
  });

  it('may be shown by another tab, or as one of its resources under another name', async () => {
    for (const path of ['/dataset/activity/trees', '/dataset/groups/trees']) expect((await (await open(portal + path, about())).reading).length, path).to.equal(1);
    expect((await (await open(`${portal}/dataset/trees/archivo/r-csv`, about())).reading).length).to.equal(2);
    const uuid = '01234567-89ab-cdef-0123-456789abcdef';
    const named = { ...dataset, resources: [resources.geojson, { ...resources.csv, id: uuid }] };
    expect((await (await open(`${portal}/dataset/${uuid}/trees/datafile/${uuid}/preview`, { ...files, [`${api}/package_show?id=${uuid}`]: ok(named) })).reading).length).to.equal(2);
  });

  it('finds the API elsewhere if it is not where the page is', async () => {
    const { reading, asked } = await open(`${portal}/open/dataset/trees`, { '/open/api/3/action/package_show': status(404), ...about() });
    expect((await reading).about.title).to.equal('Trees of the city');
    expect(asked.slice(0, 2)).to.deep.equal([`${portal}/open/api/3/action/package_show?id=trees`, `${api}/package_show?id=trees`]);
  });

  it('of a resource gives that resource', async () => {
    const { reading } = await open(`${portal}/dataset/trees/resource/r-csv`, about());
    expect((await reading).report).to.include({ format: 'csv', portal: 'ckan' });
  });

  it('goes by the name of a file where the format is not said', async () => {
    const { reading } = await open(`${portal}/dataset/trees`, about({ ...dataset, resources: [resources.pdf, resources.nameless] }));
    expect((await reading).report.format).to.equal('geojson');
  });

  it('takes the next form where the best one is not what it is called', async () => {
    const { reading } = await open(`${portal}/dataset/trees`, { ...about(), [`${portal}/trees.geojson`]: text('<!doctype html><title>Moved</title>') });
    expect((await reading).report.format).to.equal('csv');
  });

  it('without a form that can be read says which there are', async () => {
    const { reading } = await open(`${portal}/dataset/trees`, about({ ...dataset, resources: [resources.pdf, { ...resources.pdf, id: 'r-doc', format: 'DOCX' }] }));
    const { reason, message } = await failure(reading);
    expect(reason).to.equal('unknown');
    expect(message).to.contain('PDF, DOCX');
  });

  it('of DKAN, which answers with a list, is read all the same', async () => {
    const { reading } = await open(`${portal}/dataset/trees`, about([dataset] as unknown as object));
    expect((await reading).about.title).to.equal('Trees of the city');
  });

  it('that the portal does not know is not found, even with the status 200', async () => {
    for (const code of [200, 404]) {
      const { reading } = await open(`${portal}/dataset/trees`, { '/api/3/action/package_show': json({ success: false, error: { __type: 'Not Found Error', message: 'Not found' } }, code) });
      expect((await failure(reading)).reason).to.equal('not-found');
    }
    const { reading } = await open(`${portal}/dataset/trees`, { '/api/3/action/package_show': json({ success: false, error: { __type: 'Authorization Error', message: 'Access denied' } }, 200) });
    expect(await failure(reading)).to.include({ reason: 'refused' });
  });

  it('of DKAN 2 is described as the United States describe data, and has its rows where nobody may read the file', async () => {
    const url = 'https://storage.example/trees.csv';
    const described = { identifier: 'd-2', title: 'Trees', modified: '2026-01-02', publisher: { name: 'Parks' }, license: 'https://cc.example/by', distribution: [{ title: 'Table', mediaType: 'text/csv', downloadURL: url }] };
    const rows = [{ record_number: '1', name: 'Oak', lat: '48.5', lon: '9.25' }, { record_number: '2', name: 'Elm', lat: '48.6', lon: '9.25' }];
    const { reading } = await open(`${portal}/dataset/d-2`, {
      '/api/3/action/package_show': status(404), '/api/1/metastore/schemas/dataset/items/d-2': json(described),
      [url]: (request) => (request.mode === 'no-cors' ? new Response() : Promise.reject(new TypeError('Failed to fetch'))),
      '/api/1/datastore/query/d-2/0': json({ results: rows, count: 2, schema: { x: { fields: { record_number: {}, name: { description: 'Name of the tree' }, lat: {}, lon: {} } } } }),
    });
    const read = await reading;
    expect([read.report.portal, read.report.format, read.report.located, read.about.publisher]).to.deep.equal(['dkan', 'dkan-datastore', 2, 'Parks']);
    expect(values(read, 'Name of the tree')).to.deep.equal(['Oak', 'Elm']);
  });

  it('names the forms that were not tried where none of the best can be read', async () => {
    const more = [1, 2, 3, 4].map((i) => ({ id: `r-${i}`, format: 'CSV', url: `${portal}/gone-${i}.csv` }));
    const { reading } = await open(`${portal}/dataset/trees`, { ...about({ ...dataset, resources: more }), ...Object.fromEntries(more.map(({ url }) => [url, status(404)])) });
    const error = (await reading.catch((caught: unknown) => caught)) as SourceError;
    expect([error.reason, error.choices.map(({ name }) => name)]).to.deep.equal(['not-found', ['r-4']]);
  });

  it('whose resource cannot be read says so, and does not give another', async () => {
    for (const id of ['r-pdf', 'r-none']) {
      const { reading } = await open(`${portal}/dataset/trees/resource/${id}/view/1`, about());
      expect((await failure(reading)).message).to.contain(id === 'r-pdf' ? 'The resource “Map” is there as PDF' : 'has no resource “r-none”');
    }
  });

  it('that no other site may read names the portal’s own setting', async () => {
    const { reading } = await open(`${portal}/dataset/trees`, { '/api/3/action/package_show': (request) => (request.mode === 'no-cors' ? new Response() : Promise.reject(new TypeError('Failed to fetch'))) });
    const { reason, message } = await failure(reading);
    expect(reason).to.equal('cors');
    expect(message).to.contain('ckan.cors.origin_allow_all');
  });

  it('that is none after all is read as what it is', async () => {
    const { reading } = await open(`${portal}/dataset/trees.csv`, { '/api/3/action/package_show': text('<html>'), [`${portal}/dataset/trees.csv`]: text(csv) });
    expect([(await reading).report.format, (await reading).report.portal]).to.deep.equal(['csv', undefined]);
    const page = await open(`${portal}/dataset/trees`, { '/api/3/action/package_show': status(404), [`${portal}/dataset/trees`]: text('<!doctype html>') });
    expect((await failure(page.reading)).reason).to.equal('web-page');
  });

  it('leaves a file that CKAN hands out to itself', async () => {
    const file = `${portal}/dataset/trees/resource/r-csv/download/trees.csv`;
    const { asked } = await open(file, { [file]: text(csv) });
    expect(asked).to.deep.equal([file]);
  });
});

describe('the API of CKAN', () => {
  it('leads from a resource to its dataset', async () => {
    const { reading } = await open(`${api}/resource_show?id=r-csv`, { [`${api}/resource_show?id=r-csv`]: ok({ ...resources.csv, package_id: 'trees' }), ...about() });
    expect((await reading).about).to.include({ title: 'Trees of the city', publisher: 'Parks department' });
  });

  it('leads from a search to the first dataset that can be read', async () => {
    const { reading } = await open(`${api}/package_search?q=trees`, { [`${api}/package_search?q=trees`]: ok({ count: 2, results: [{ name: 'a', resources: [resources.pdf] }, dataset] }), ...files });
    expect((await reading).about.title).to.equal('Trees of the city');
  });

  const rows = Array.from({ length: 70 }, (_, i) => ({ _id: i + 1, name: `Tree ${i + 1}`, lat: String(48 + i / 100), lon: '9.5', note: i === 3 ? null : 'x', more: { a: i } }));
  const store: Table = {
    '/api/3/action/datastore_search': (request) => {
      const query = new URL(request.url).searchParams;
      const offset = Number(query.get('offset'));
      // This operator gives no more than 30 at once, whatever it is asked for.
      return Response.json({ success: true, result: { resource_id: query.get('resource_id'), fields: [{ id: '_id', type: 'int4' }, { id: 'empty', type: 'text' }], records: rows.slice(offset, offset + 30), total: rows.length } });
    },
  };

  it('gives all rows of its database, page by page, though the address asks for five', async () => {
    const { reading, asked } = await open(`${api}/datastore_search?resource_id=r-csv&limit=5&offset=10&q=tree`, store);
    const read = await reading;
    expect(asked.map((url) => new URL(url).searchParams.get('offset'))).to.deep.equal(['0', '30', '60']);
    expect(new URL(asked[0]!).searchParams.get('q')).to.equal('tree');
    expect(read.report).to.include({ format: 'ckan-datastore', portal: 'ckan', read: 70, kept: 70, located: 70, total: undefined });
    expect(values(read, 'name')[69]).to.equal('Tree 70');
    expect(values(read, 'note')[3]).to.equal(undefined);
    // A column in which there is nothing is none.
    expect(read.columns.map(({ name }) => name)).to.deep.equal(['_id', 'name', 'lat', 'lon', 'note', 'more.a']);
  });

  it('gives them where the file lies on a server that nobody may read', async () => {
    const file = 'https://storage.example/trees.csv';
    const { reading } = await open(`${portal}/dataset/trees`, {
      ...about({ ...dataset, resources: [{ ...resources.csv, url: file }] }), ...store,
      [file]: (request) => (request.mode === 'no-cors' ? new Response() : Promise.reject(new TypeError('Failed to fetch'))),
    });
    const read = await reading;
    expect(read.report).to.include({ format: 'ckan-datastore', read: 70 });
    expect(read.about.title).to.equal('Trees of the city');
  });

  it('counts what the server keeps to itself', async () => {
    const { reading } = await open(`${api}/datastore_search?resource_id=r-csv`, {
      '/api/3/action/datastore_search': (request) => Response.json({ success: true, result: { records: new URL(request.url).searchParams.get('offset') === '0' ? rows : [], total: 100 } }),
    });
    const read = await reading;
    expect(problems(read)).to.deep.equal({ 'beyond-limit': 30 });
    expect(read.report.total).to.equal(100);
  });
});
