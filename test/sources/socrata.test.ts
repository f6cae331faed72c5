import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import { socrataAddress } from '../../src/sources/portals/socrata-address.js';
import { failure, place, values } from '../support/dataset.js';
import { json, serve, text } from '../support/fake-fetch.js';

const portal = 'https://data.city.example';
const id = 'abcd-1234';
const geojson = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'Park' }, geometry: { type: 'Point', coordinates: [9, 48] } }] });

async function open(table: Parameters<typeof serve>[0], path = `/d/${id}`, options: Parameters<typeof openDataset>[1] = {}) {
  const { restore, requests } = serve(table);
  const reading = openDataset(portal + path, options);
  await reading.catch(() => undefined);
  restore();
  return { reading, asked: requests.map(({ url }) => new URL(url)) };
}

const view = (more: object) => ({ [`/api/views/${id}.json`]: json({ id, name: 'Parks', ...more }) });

describe('an address of Socrata', () => {
  it('is one of a page, of a file or of an API', () => {
    const named = (path: string): string | undefined => socrataAddress(new URL(path, portal))?.id;
    for (const path of [
      `/d/${id}`, `/d/${id}/data`, `/Parks/Tree-Inventory-Map/${id}`, `/dataset/Trees/${id}/about_data`, `/Health/X/${id}/explore/query/SELECT/page/filter`, `/resource/${id}`, `/resource/${id}.geojson`, `/api/views/${id}`,
      `/api/views/${id}/rows.csv?accessType=DOWNLOAD`, `/api/geospatial/${id}?method=export&format=GeoJSON`, `/api/v3/views/${id}/export.csv`, `/api/id/${id}.json`, `/api/odata/v4/${id}`,
    ]) expect(named(path), path).to.equal(id);
    for (const path of ['/reports/budget/2019-2020', '/files/trees.csv', '/a/b/c/abcd-12345', `/resource/x-${id}.json`]) expect(named(path), path).to.equal(undefined);
  });

  it('keeps what it filters, and no page', () => {
    const { query } = socrataAddress(new URL(`${portal}/resource/${id}.json?$where=a>1&kind=oak&$q=park&$limit=5&$offset=10&accessType=DOWNLOAD`))!;
    expect([...query]).to.deep.equal([['$where', 'a>1'], ['kind', 'oak'], ['$q', 'park']]);
  });

  it('that another site has, too, is read as what it is', async () => {
    const { reading } = await open({ [`/api/views/${id}.json`]: text('<!doctype html>'), [`/d/${id}`]: text('name,lat,lon\nPool,48.5,9.25') });
    const { report } = await reading;
    expect([report.format, report.portal]).to.deep.equal(['csv', undefined]);
  });
});

describe('a dataset of Socrata', () => {
  it('has its places from whichever column knows them', async () => {
    const columns = [
      { fieldName: 'name', name: 'Name', dataTypeName: 'text' }, { fieldName: 'site', name: 'Web site', dataTypeName: 'url' },
      { fieldName: 'address', name: 'Address', dataTypeName: 'location' }, { fieldName: 'area', name: 'Area', dataTypeName: 'multipolygon' },
    ];
    const rows = [
      { name: 'A', site: { url: 'https://a.example', description: 'A' }, address: { latitude: '1', longitude: '2', human_address: '{"address": "1 Main St", "city": "Town", "state": "WA", "zip": "98101"}' }, area: { type: 'MultiPolygon', coordinates: [[[[9, 48], [10, 48], [10, 49], [9, 48]]]] } },
      { name: 'B' },
    ];
    const { reading, asked } = await open({ ...view({ viewType: 'tabular', columns }), [`/resource/${id}.json`]: (request) => Response.json(request.url.includes('count') ? [{ count: '2' }] : rows) });
    const read = await reading;
    expect([values(read, 'Name'), values(read, 'Web site'), values(read, 'Address')]).to.deep.equal([['A', 'B'], ['https://a.example', undefined], ['1 Main St, Town, WA 98101', undefined]]);
    expect([read.places?.kind(0), place(read, 1), read.report.located]).to.deep.equal(['area', undefined, 1]);
    expect(asked.at(-1)!.searchParams.get('$select')).to.equal('name,site,address,area');
    expect(asked.at(-1)!.searchParams.get('$order')).to.equal(':id');
  });

  it('may be named by its fields or by what people read', async () => {
    const columns = [{ fieldName: 'nm', name: 'Official name', dataTypeName: 'text' }];
    for (const title of ['nm', 'Official name']) {
      const { reading } = await open({ ...view({ columns }), [`/resource/${id}.json`]: json([{ nm: 'A' }]) }, undefined, { map: { title } });
      const { columns: found, roles } = await reading;
      expect(found[roles.title!]!.name).to.equal('Official name');
    }
  });

  it('that is a map of shapes is exported', async () => {
    const { reading } = await open({ ...view({ viewType: 'geo' }), [`${portal}/api/geospatial/${id}?method=export&format=GeoJSON`]: text(geojson) });
    const { report, about } = await reading;
    expect([report.format, report.portal, report.located, about.title]).to.deep.equal(['geojson', 'socrata', 1, 'Parks']);
  });

  it('that is an uploaded file is that file', async () => {
    const { reading } = await open({ ...view({ viewType: 'blobby', blobId: 'b-1', blobFilename: 'parks.geojson' }), [`/api/views/${id}/files/b-1`]: text(geojson) });
    expect((await reading).report).to.include({ format: 'geojson', portal: 'socrata' });
  });

  it('that is a link elsewhere leads there, or says that it is one', async () => {
    const { reading } = await open({ ...view({ viewType: 'href', metadata: { accessPoints: { GeoJSON: 'https://other.example/parks' } } }), 'https://other.example/parks': text(geojson) });
    expect((await reading).report.located).to.equal(1);
    const { reason, message } = await failure((await open(view({ viewType: 'href' }))).reading);
    expect([reason, message]).to.deep.equal(['unknown', `“Parks” at ${portal} is a link to another site, and has no rows. The address of the dataset that it shows is needed.`]);
  });

  it('of a chart is that behind it', async () => {
    const { reading } = await open({ ...view({ viewType: 'tabular', displayType: 'chart', modifyingViewUid: 'wxyz-9876' }), [`/resource/${id}.json`]: json({ message: 'Not a table', errorCode: 'x' }, 400), '/resource/wxyz-9876.json': json([{ name: 'A' }]) });
    expect((await reading).length).to.equal(1);
  });

  it('of a computed question is its answer', async () => {
    const { reading, asked } = await open({ [`/resource/${id}.json`]: json([{ kind: 'oak', count: '3' }]) }, `/resource/${id}.json?$select=kind,count(*)&$group=kind`);
    expect(values(await reading, 'count')).to.deep.equal([3]);
    expect(asked).to.have.length(1);
  });

  it('says what the portal says', async () => {
    const { reading } = await open({ [`/api/views/${id}.json`]: json({ code: 'permission_denied', error: true, message: 'You must be logged in' }, 403) });
    const { reason, message } = await failure(reading);
    expect(reason).to.equal('refused');
    expect(message).to.contain('You must be logged in');
  });
});
