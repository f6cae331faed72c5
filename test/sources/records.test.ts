import { expect } from '@open-wc/testing';
import { openDataset } from '../../src/sources/open.js';
import type { SourceError } from '../../src/sources/source.js';
import { accounted, failure, place, problems, read, values } from '../support/dataset.js';
import { serve } from '../support/fake-fetch.js';

const pools = [{ name: 'Pool', lat: '48.5', lng: '9.25' }, { name: 'Hall', lat: '47.5', lng: '8.25' }];
const json = (value: unknown): string => JSON.stringify(value);

describe('JSON of records', () => {
  const forms: readonly (readonly [title: string, body: unknown])[] = [
    ['at the top', pools],
    ['under a name', { lots: pools }],
    ['within what a portal answers', { help: 'x', success: true, result: { fields: [{ id: 'name' }], records: pools, total: 2 } }],
    ['beside the page that they are on', [{ page: 1 }, pools]],
    ['by their ids', { a1: pools[0], b2: pools[1] }],
    ['with their place in an object', { items: pools.map(({ name, lat, lng }) => ({ name, coords: { lat, lng } })) }],
    ['with their place in a list', pools.map(({ name, lat, lng }) => ({ name, geo_point_2d: [Number(lat), Number(lng)] }))],
    ['with GeoJSON in them', pools.map(({ name, lat, lng }) => ({ name, geometry: { type: 'Point', coordinates: [Number(lng), Number(lat)] } }))],
    ['in the fields of Opendatasoft', { nhits: 2, parameters: {}, records: pools.map(({ name, lat, lng }) => ({ recordid: name, fields: { name }, geometry: { type: 'Point', coordinates: [Number(lng), Number(lat)] } })) }],
    ['as rows below a header', [['name', 'lat', 'lng'], ...pools.map((pool) => Object.values(pool))]],
    ['as rows beside their columns', { meta: { view: { columns: [{ name: 'sid', dataTypeName: 'meta_data' }, { name: 'name' }, { name: 'place', subColumnTypes: ['human_address', 'latitude', 'longitude'] }] } }, data: pools.map(({ name, lat, lng }) => ['x', name, [null, lat, lng]]) }],
  ];
  for (const [title, body] of forms) {
    it(`is read ${title}`, async () => {
      const dataset = await read(json(body));
      expect(values(dataset, 'name')).to.deep.equal(['Pool', 'Hall']);
      expect(place(dataset, 1)).to.deep.equal([8.25, 47.5]);
      expect([dataset.report.format, accounted(dataset)]).to.deep.equal(['json', true]);
    });
  }

  it('is a table on its side, one record with a place, or no data but an error', async () => {
    const turned = await read(json({ unit: 'm', hourly: { time: ['2026-01-01', '2026-01-02', '2026-01-03'], height: [1, null, 3] } }));
    expect([values(turned, 'height'), accounted(turned)]).to.deep.equal([[1, undefined, 3], true]);
    expect(place(await read(json({ id: 7, coord: { lon: 9.25, lat: 48.5 }, wind: { speed: 3 } })), 0)).to.deep.equal([9.25, 48.5]);
    for (const body of [{ error: [{ status: 404, label: 'No results found.' }] }, { message: 'No results found.' }]) {
      expect((await failure(read(json(body)))).message).to.include('No results found.');
    }
  });

  it('takes no places in a picture for places on Earth', async () => {
    const dataset = await read(json([{ name: 'a', x: 0, y: 127 }, { name: 'b', x: 272, y: 12 }]));
    expect([dataset.length, dataset.places]).to.deep.equal([2, undefined]);
  });

  it('says what stands beside the list, and how many there are in all', async () => {
    const { about, report } = await read(json({ title: 'Pools', license: { name: 'CC0', url: 'https://example.org/cc0' }, last_updated: '2024-05-01T00:00:00Z', total_count: 84, results: pools }));
    expect(about).to.deep.include({ title: 'Pools', licence: { name: 'CC0', url: 'https://example.org/cc0' }, updated: Date.UTC(2024, 4, 1) });
    expect(report.total).to.equal(84);
  });

  it('takes the largest of several lists, and names the others', async () => {
    const body = json({ links: [{}, {}, {}], schools: pools.slice(1), pools });
    expect((await read(body)).report.choices).to.deep.equal([{ name: 'schools' }]);
    expect((await read(body, { layer: 'schools' })).length).to.equal(1);
    expect((await failure(read(body, { layer: 'parks' }))).reason).to.equal('not-found');
  });

  it('is one record where an object says where it is, whatever lists it has', async () => {
    expect((await read(json({ name: 'Pool', lat: 48.5, lon: 9.25, prices: [{ a: 1 }, { a: 2 }] }))).length).to.equal(1);
  });

  it('of numbers is no list of records; an empty one is', async () => {
    expect((await failure(read('[1, 2, 3]'))).reason).to.equal('unknown');
    expect((await read('{"results": []}')).length).to.equal(0);
  });

  it('does no harm', async () => {
    const dataset = await read('{"columns":["__proto__","b"],"data":[[{"polluted":1},2],[3,4]]}');
    expect(dataset.length).to.equal(2);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect((await read(`[{"a":${'['.repeat(5000)}{}${']'.repeat(5000)}}]`)).length).to.equal(1);
    expect((await failure(read('['.repeat(5000) + ']'.repeat(5000)))).reason).to.equal('unknown');
  });

  it('is read while it comes, where it is long', async function long() {
    this.timeout(20_000);
    const note = 'x'.repeat(900);
    const rows = Array.from({ length: 10_000 }, (_, i) => `{"id":${i},"note":"${note}","lat":48.${i % 10}1,"lon":9.5}`);
    const dataset = await read(`{"title":"Long","items":[${rows.join()}],"updated":"2024-05-01"}`);
    expect([dataset.length, dataset.report.located, dataset.about.title, dataset.about.updated]).to.deep.equal([10_000, 10_000, 'Long', Date.UTC(2024, 4, 1)]);
    const list = await read(`[${rows.join(',\n')}]`);
    expect([list.length, list.report.located]).to.deep.equal([10_000, 10_000]);
  });
});

describe('an answer that holds no data', () => {
  it('says what it is and what it offers, which can be read by its name', async () => {
    const { reason, message } = await failure(read(json({ help: 'http://x.example/api/3/action/help_show', success: true, result: { count: 1, results: [{ name: 'trees', title: 'Trees', resources: [{}] }] } })));
    expect(reason).to.equal('unknown');
    expect(message).to.contain('a list of 1 datasets of a CKAN');
  });

  const layers = [{ id: 0, name: 'Trees', geometryType: 'esriGeometryPoint' }, { id: 1, name: 'Parks' }];
  const trees = { name: 'trees', title: 'Trees', metadata_modified: '2024-05-01', resources: [{ url: 'https://city.example/trees.csv', format: 'CSV', package_id: 'x' }] };
  const described: readonly (readonly [body: unknown, what: string, offered: readonly (string | undefined)[]])[] = [
    [{ count: 12 }, 'there are 12 rows', []],
    [{ extent: { xmin: 1, ymin: 2 }, count: 12 }, 'the extent of the 12 rows', []],
    [{ objectIdFieldName: 'OBJECTID', objectIds: null }, 'a list of 0 ids', []],
    [{ layers, tables: [] }, 'the list of the 2 layers', ['Trees', 'Parks']],
    [{ layers: [{ layerId: 0, layerName: 'Trees', legend: [] }] }, 'the legend of the 1 layers', ['Trees']],
    [{ total: 1, nextStart: -1, results: [{ id: 'a', owner: 'city', title: 'Trees', url: 'https://gis.example/FeatureServer' }] }, 'a list of 1 items', ['Trees']],
    [{ operationalLayers: [{ url: 'https://gis.example/FeatureServer/0', title: 'Trees' }], baseMap: {} }, 'a map of ArcGIS', ['Trees']],
    [trees, 'the dataset “Trees” of a CKAN', [undefined]],
    [{ package_id: 'x', url: 'https://city.example/trees.csv', name: 'Trees', format: 'CSV' }, 'the resource “Trees”', ['Trees']],
    [{ help: 'https://city.example/api/3/action/help', success: true, result: [trees, { ...trees, title: 'Parks' }] }, 'a list of 2 datasets', ['Trees', 'Parks']],
    [{ help: 'https://city.example/api/3/action/help', success: true, result: { name: 'city', packages: [trees] } }, 'a list of 1 datasets', ['Trees']],
    [{ success: true, result: { count: 1, results: [{ package_id: 'x', url: 'https://city.example/trees.csv', name: 'Trees' }] } }, 'a list of 1 resources', ['Trees']],
    [{ dataset_id: 'trees', features: ['geo'], fields: [{ name: 'x' }], metas: { default: { title: 'Trees' } } }, 'the dataset “Trees” of an Opendatasoft', ['Trees']],
    [{ links: [], dataset: { dataset_id: 'trees', fields: [], metas: {} } }, 'the dataset “trees” of an Opendatasoft', ['trees']],
    [{ nhits: 1, datasets: [{ datasetid: 'trees', metas: { title: 'Trees' }, fields: [] }] }, 'the dataset “Trees”', ['Trees']],
    [{ slug: 'trees', title: 'Trees', resources: { href: 'https://city.example/api/2/datasets/trees/resources/' } }, 'the dataset “Trees” of a udata', []],
    [{ data: [{ title: 'Trees', url: 'https://city.example/trees.csv', latest: 'https://city.example/r/1' }], next_page: null }, 'a list of 1 resources of a udata', ['Trees']],
    [{ collections: [{ id: 'trees', title: 'Trees', links: [] }] }, 'a list of 1 collections', ['Trees']],
    [{ title: 'City', links: [{ rel: 'data', href: '/elsewhere/collections' }] }, 'the landing page of the OGC API “City”', ['City']],
    [{ conformsTo: ['x', 'y'] }, 'the 2 standards', []],
    [{ type: 'Catalog', stac_version: '1.0.0', title: 'Pictures', links: [{ rel: 'child', href: 'a' }] }, 'a catalogue of pictures', []],
    [{ $schema: 'https://json-schema.org/draft/2019-09/schema', properties: { name: {} } }, 'the 1 properties', []],
  ];
  for (const [body, what, offered] of described) {
    it(`is ${what}`, async () => {
      const { restore } = serve({ '/data': () => Response.json(body), '/elsewhere/collections': () => new Response('', { status: 404 }) });
      const error: unknown = await openDataset('/data').then(() => undefined, (caught: unknown) => caught).finally(restore);
      expect((error as SourceError).reason).to.equal('unknown');
      expect((error as SourceError).message).to.contain(what);
      expect((error as SourceError).choices.map(({ title }) => title)).to.deep.equal(offered);
    });
  }

  it('of CKAN may hold rows as text', async () => {
    const dataset = await read(json({ success: true, result: { fields: [{ id: 'name' }, { id: 'lat' }, { id: 'lon' }], records: 'Pool,48.5,9.25\nHall,47.5,8.25\n', records_format: 'csv' } }));
    expect([values(dataset, 'name'), place(dataset, 1)]).to.deep.equal([['Pool', 'Hall'], [8.25, 47.5]]);
  });

  const errors: readonly (readonly [body: unknown, reason: string, words: string])[] = [
    [{ error: { code: 400, message: 'Invalid query', details: [] } }, 'refused', 'Invalid query'],
    [{ code: 'not_found', error: true, message: 'Cannot find view' }, 'not-found', 'Cannot find view'],
    [{ help: '', success: false, error: { __type: 'Not Found Error', message: 'Not found' } }, 'not-found', 'Not found'],
    [{ error_code: 'ODSQLError', message: 'bad where' }, 'refused', 'bad where'],
    [{ errorCode: 'query.soql.no-such-column', message: 'No such column', data: {} }, 'refused', 'No such column'],
    [{ help: '', success: false, error: { __type: 'Validation Error', limit: ['Invalid integer'] } }, 'refused', 'limit: Invalid integer'],
    [{ message: 'Dataset does not exist' }, 'not-found', 'does not exist'],
    [{ error: 'NotFound', description: 'No entity of that id' }, 'not-found', 'No entity of that id'],
    [{ type: 'about:blank', title: 'Not Found', status: 404, detail: 'No such collection' }, 'not-found', 'No such collection'],
    [{ code: 404, type: 'error', message: 'Nothing found.' }, 'not-found', 'Nothing found'],
    [{ status: 'error', messages: ['Service not found.'], code: 404 }, 'not-found', 'Service not found'],
  ];
  for (const [body, wanted, words] of errors) {
    it(`is an error in the portal’s words: ${words}`, async () => {
      const { reason, message } = await failure(read(json(body)));
      expect(reason).to.equal(wanted);
      expect(message).to.contain(words);
    });
  }
});

describe('JSON with one record a line', () => {
  it('counts the lines that are none', async () => {
    const dataset = await read('{"name":"a","lat":48,"lon":9}\nbroken\n\n\u001e{"name":"b","lat":47,"lon":8}\r\n{"name":"c"}');
    expect(values(dataset, 'name')).to.deep.equal(['a', 'b', 'c']);
    expect(problems(dataset)).to.deep.equal({ 'not-a-feature': 1, 'no-place': 1 });
    expect([dataset.report.format, dataset.report.read, accounted(dataset)]).to.deep.equal(['ndjson', 4, true]);
  });

  it('may have records over several lines, one after the other, or longer than what it is recognised by', async () => {
    for (const body of ['{\n "a": 1,\n "b": "}{"\n}\n{\n "a": 2\n}\n', '{"a":1}{"a":2}', `{"a":1,"long":"${'x'.repeat(70_000)}"}\n{"a":2,"long":"y"}\n`]) {
      const dataset = await read(body);
      expect([values(dataset, 'a'), dataset.report.format, accounted(dataset)]).to.deep.equal([[1, 2], 'ndjson', true]);
    }
    expect((await failure(read('{"a": [1, 2}'))).message).to.include('is not valid JSON');
    expect((await failure(read('{"a": [1, 2]} x'))).message).to.include('is not valid JSON');
  });

  it('may have lists below a first line of names', async () => {
    expect(values(await read('["name","n"]\n["a",1]\n["b",2]'), 'n')).to.deep.equal([1, 2]);
  });
});
