import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openDataset } from '../../src/sources/open.js';
import { SourceError, type DatasetOptions } from '../../src/sources/source.js';
import type { Dataset } from '../../src/model/dataset.js';
import { recorded, startReplay, trees, type Api, type Manners, type Replay, type Row } from '../support/replay.js';
import { ckan } from '../support/replay-ckan.js';
import { arcgis, ogcFeatures } from '../support/replay-geo.js';
import { gbfs, ngsi, open311, sensorThings } from '../support/replay-live.js';
import { opendatasoft } from '../support/replay-opendatasoft.js';
import { socrata } from '../support/replay-socrata.js';
import { udata } from '../support/replay-udata.js';

interface Reading {
  readonly dataset: Dataset;
  readonly replay: Replay;
}

/** Reads a path of a server that answers so, and wants it to have been asked one thing at a time. */
async function read(api: Api, path: string, options: DatasetOptions = {}, manners: Manners = {}): Promise<Reading> {
  const replay = await startReplay(api, manners);
  try {
    const dataset = await openDataset(replay.origin + path, { signal: AbortSignal.timeout(60_000), ...options });
    assert.ok(replay.atOnce() <= 1, `${replay.atOnce()} requests at once`);
    return { dataset, replay };
  } finally {
    await replay.close();
  }
}

async function refusedBy(api: Api, path: string, manners: Manners = {}): Promise<SourceError> {
  const error: unknown = await read(api, path, {}, manners).then(() => undefined, (caught: unknown) => caught);
  assert.ok(error instanceof SourceError, String(error));
  return error;
}

function valuesOf(dataset: Dataset, name: string): (string | number | undefined)[] {
  const column = dataset.columns.find((each) => each.name === name);
  assert.ok(column, `no column “${name}” but ${dataset.columns.map((each) => each.name).join(', ')}`);
  return Array.from({ length: dataset.length }, (_, row) => column.value(row));
}

/** All rows, each once, in their order. */
function whole(dataset: Dataset, column: string, count: number): void {
  assert.equal(dataset.report.read, count);
  assert.deepEqual(valuesOf(dataset, column), Array.from({ length: count }, (_, i) => i + 1));
  assert.equal(dataset.report.total, undefined);
  assert.deepEqual(dataset.report.problems, []);
}

const view = [5.005, 44.9, 5.105, 46] as const;
const many = trees(60_000);
/** Sixty rows of trees, each with ten columns in the view. */
const inView = many.filter(({ lon }) => Number(lon) >= view[0] && Number(lon) <= view[2]).length;
const problem = (dataset: Dataset, reason: string): number => dataset.report.problems.find((each) => each.reason === reason)?.count ?? 0;

describe('CKAN, replayed', () => {
  const id = 'a0000000-0000-4000-8000-000000000001';

  it('gives every row of its DataStore, in its order, though it is asked for all and gives seven', async () => {
    const { dataset, replay } = await read(ckan({ rows: trees(100), most: 7 }), '/dataset/trees');
    whole(dataset, 'id', 100);
    assert.equal(dataset.places?.located, 100);
    assert.equal(dataset.about.title, 'Trees');
    assert.equal(replay.asked.filter(({ pathname }) => pathname.endsWith('/datastore_search')).length, 15);
  });

  it('gives the rows that were recorded at Aarhus', async () => {
    const body = recorded<{ result: { records: Row[] } }>('ckan/aarhus-datastore_search.json', () => ({ result: { records: [{ vehicleCount: 66, _id: 1 }] } }));
    const rows = body.result.records.map(({ _id, ...row }) => row);
    const { dataset } = await read(ckan({ rows, most: 5 }), `/api/3/action/datastore_search?resource_id=${id}&limit=5`);
    assert.deepEqual(valuesOf(dataset, 'vehicleCount'), rows.map(({ vehicleCount }) => vehicleCount));
  });

  it('of a large table gives the first rows and says how many there are', async () => {
    const { dataset } = await read(ckan({ rows: many }), '/dataset/trees', { view });
    assert.deepEqual([dataset.length, dataset.report.total, dataset.report.view, problem(dataset, 'beyond-limit')], [50_000, 60_000, undefined, 10_000]);
  });

  it('of a large table gives the view, and counts, where it answers SQL', async () => {
    const { dataset } = await read(ckan({ rows: many, sql: true, most: 500 }), '/dataset/trees', { view });
    assert.deepEqual([dataset.length, dataset.report.total, dataset.report.view], [inView, 60_000, view]);
    assert.deepEqual(dataset.report.groups, { column: 'kind', counts: ['Oak', 'Lime', 'Elm', 'Ash'].map((label) => ({ label, count: 15_000 })) });
    assert.equal(new Set(valuesOf(dataset, 'id')).size, inView);
  });

  it('says what is not there, and lists what an organisation has', async () => {
    assert.deepEqual([(await refusedBy(ckan({ rows: [] }), '/dataset/cats')).reason], ['not-found']);
    const { reason, choices } = await refusedBy(ckan({ rows: [] }), '/organization/parks');
    assert.equal(reason, 'web-page');
    assert.match(choices[0]!.name, /\/dataset\/trees$/);
  });
});

describe('Socrata, replayed', () => {
  const geometry = (row: Row): Row => ({ ...row, id: String(row['id']), spot: { type: 'Point', coordinates: [row['lon'], row['lat']] }, lon: undefined, lat: undefined });
  const view_ = { name: 'Trees', viewType: 'tabular', attribution: 'Parks', license: { name: 'Public Domain' }, rowsUpdatedAt: 1_700_000_000, columns: [{ fieldName: 'id', name: 'Number', dataTypeName: 'number' }, { fieldName: 'name', name: 'Name', dataTypeName: 'text' }, { fieldName: 'kind', name: 'Kind of tree', dataTypeName: 'text' }, { fieldName: 'spot', name: 'Spot', dataTypeName: 'point' }, { fieldName: ':@computed_region_abcd', name: 'Region', dataTypeName: 'number' }] };
  const place = { field: 'spot', of: (row: Row) => (row['spot'] as { coordinates: [number, number] }).coordinates };
  const city = (rows: readonly Row[], more: object = {}): Api => socrata({ id: 'abcd-1234', view: view_, rows: rows.map(geometry), place, ...more });

  it('gives every row under the names that people read, from each of its addresses', async () => {
    for (const path of ['/d/abcd-1234', '/Environment/Trees/abcd-1234/about_data', '/dataset/Trees/abcd-1234', '/resource/abcd-1234.csv?$limit=5&$offset=3', '/api/views/abcd-1234/rows.csv?accessType=DOWNLOAD', '/api/v3/views/abcd-1234/query.json']) {
      const { dataset } = await read(city(trees(100), { most: 30 }), path);
      whole(dataset, 'Number', 100);
      assert.deepEqual(dataset.columns.map(({ name }) => name), ['Number', 'Name', 'Kind of tree'], path);
      assert.equal(dataset.places?.located, 100);
      assert.deepEqual([dataset.about.title, dataset.about.publisher, dataset.about.updated], ['Trees', 'Parks', 1_700_000_000_000]);
    }
  });

  it('gives what an address filters', async () => {
    const { dataset } = await read(city(trees(100), { most: 10 }), "/resource/abcd-1234.json?$where=kind='Elm'&$limit=3");
    assert.deepEqual([dataset.length, new Set(valuesOf(dataset, 'Kind of tree'))], [25, new Set(['Elm'])]);
  });

  it('of a large table gives the view, and counts', async () => {
    const { dataset } = await read(city(many), '/d/abcd-1234', { view });
    assert.deepEqual([dataset.length, dataset.report.total, dataset.report.view], [inView, 60_000, view]);
    assert.deepEqual(dataset.report.groups?.column, 'Kind of tree');
    assert.equal(dataset.report.groups?.counts.reduce((sum, { count }) => sum + count, 0), 60_000);
    const first = (await read(city(many), '/d/abcd-1234')).dataset;
    assert.deepEqual([first.length, problem(first, 'beyond-limit')], [50_000, 10_000]);
  });

  it('gives what was recorded at Seattle, with its old places', async () => {
    const rows = recorded<Row[]>('socrata/schools-page.json', () => [{ name: 'School', shape: { latitude: '47.5', longitude: '-122.3', needs_recoding: false } }]);
    const described = recorded<Row>('socrata/schools-view.json', () => ({ name: 'Private Schools', viewType: 'tabular', columns: [{ fieldName: 'name', name: 'NAME', dataTypeName: 'text' }, { fieldName: 'shape', name: 'Shape', dataTypeName: 'location' }] }));
    const { dataset } = await read(socrata({ id: 'gza6-uqxz', view: described, rows, most: 32 }), '/d/gza6-uqxz');
    assert.deepEqual([dataset.length, dataset.places?.located, dataset.about.title], [rows.length, rows.length, 'Private Schools']);
    assert.deepEqual(valuesOf(dataset, 'NAME'), rows.map(({ name }) => String(name).trim()));
  });

  it('gives rows of which nobody says what they are, page by page', async () => {
    const rows = recorded<Row[]>('socrata/bike-counts-page.json', () => Array.from({ length: 40 }, (_, i) => ({ id: String(i), counts: String(i * 2) })));
    const { dataset } = await read(socrata({ id: 'abcd-1234', rows, most: 300 }), '/resource/abcd-1234.json');
    assert.equal(dataset.length, rows.length);
    assert.deepEqual(valuesOf(dataset, 'counts'), rows.map(({ counts }) => (counts === undefined ? undefined : Number(counts))));
  });

  it('gives all rows though nobody says how many there are, and fewer come than were asked for', async () => {
    const rows = trees(250).map(geometry);
    const bare: Api = ({ pathname, searchParams: query }) => (pathname === '/resource/abcd-1234.json' ? { body: rows.slice(Number(query.get('$offset') ?? 0), Number(query.get('$offset') ?? 0) + 100) } : undefined);
    whole((await read(bare, '/resource/abcd-1234.json')).dataset, 'id', 250);
  });

  it('says what is not there', async () => {
    const error = await refusedBy(city([]), '/d/zzzz-9999');
    assert.equal(error.reason, 'not-found');
    assert.match(error.message, /Cannot find view with id zzzz-9999/);
  });
});

describe('Opendatasoft, replayed', () => {
  const fields = [{ name: 'id', label: 'Number', type: 'int' }, { name: 'kind', label: 'Kind of tree', type: 'text' }, { name: 'geo_point_2d', label: 'Geo Point', type: 'geo_point_2d' }];
  const points = (rows: readonly Row[]): readonly Row[] => rows.map(({ id, kind, lon, lat }) => ({ id, kind, geo_point_2d: { lon, lat } }));
  const city = (rows: readonly Row[], more: object = {}): Api => opendatasoft({ id: 'trees', fields, rows: points(rows), ...more });

  it('gives every row in one file, from each of its addresses', async () => {
    for (const path of ['/explore/dataset/trees/', '/explore/dataset/trees/table/?sort=id', '/explore/dataset/trees/download/?format=shp&lang=en', '/api/explore/v2.1/catalog/datasets/trees/records?limit=20', '/api/v2/catalog/datasets/trees/exports/csv', '/api/records/1.0/search/?dataset=trees&rows=10', '/api/datasets/1.0/trees/']) {
      const { dataset, replay } = await read(city(trees(100)), path);
      whole(dataset, 'Number', 100);
      assert.deepEqual([dataset.places?.located, dataset.about.title, dataset.report.portal, replay.asked.length], [100, 'Trees', 'opendatasoft', 2], path);
    }
  });

  it('gives what a page filters', async () => {
    const { dataset } = await read(city(trees(100)), '/explore/dataset/trees/map/?refine.kind=Elm&location=12,48,9');
    assert.deepEqual([dataset.length, new Set(valuesOf(dataset, 'Kind of tree'))], [25, new Set(['Elm'])]);
  });

  it('gives them page by page where it makes no files', async () => {
    for (const old of [false, true]) {
      const { dataset } = await read(city(trees(1250), { exports: false, old }), '/explore/dataset/trees/');
      whole(dataset, 'Number', 1250);
      assert.equal(dataset.places?.located, 1250);
      const [west, south] = dataset.places!.bounds;
      assert.deepEqual([west.toFixed(2), south.toFixed(2)], ['5.00', '45.00']);
    }
  });

  it('of a large table gives the view, and counts', async () => {
    const { dataset } = await read(city(many), '/explore/dataset/trees/', { view });
    assert.deepEqual([dataset.length, dataset.report.total, dataset.report.view, dataset.report.groups?.column], [inView, 60_000, view, 'Kind of tree']);
    const first = (await read(city(many), '/explore/dataset/trees/')).dataset;
    assert.deepEqual([first.length, first.report.total, problem(first, 'beyond-limit')], [50_000, 60_000, 10_000]);
    const paged = (await read(city(many, { exports: false }), '/explore/dataset/trees/')).dataset;
    assert.deepEqual([paged.length, problem(paged, 'beyond-limit')], [10_000, 50_000]);
  });

  it('gives what was recorded at Basel and in Paris', async () => {
    const { results } = recorded<{ results: Row[] }>('ods/basel-records-v2.1.json', () => ({ results: points(trees(16)) as Row[] }));
    const names = Object.keys(results[0]!).map((name) => ({ name, label: name, type: name === 'geo_point_2d' ? 'geo_point_2d' : 'text' }));
    const basel = (await read(opendatasoft({ id: '100014', rows: results, fields: names, exports: false }), '/explore/dataset/100014/')).dataset;
    assert.deepEqual([basel.length, basel.places?.located], [results.length, results.length]);
    const { records } = recorded<{ records: { recordid: string; fields: Row; geometry: { coordinates: number[] } }[] }>('ods/velib-disponibilite-v1.json', () => ({ records: trees(10).map((row) => ({ recordid: String(row['id']), fields: { name: row['name'] }, geometry: { coordinates: [Number(row['lon']), Number(row['lat'])] } })) }));
    const rows = records.map(({ recordid, fields: values, geometry }): Row => ({ id: recordid, ...values, geo: { lon: geometry.coordinates[0], lat: geometry.coordinates[1] } }));
    const paris = (await read(opendatasoft({ id: 'velib', rows, fields: [{ name: 'geo', label: 'geo', type: 'geo_point_2d' }], exports: false, old: true }), '/api/records/1.0/search/?dataset=velib&rows=3')).dataset;
    assert.deepEqual([paris.length, paris.places?.located], [records.length, records.length]);
    assert.ok(paris.places!.bounds[1] > 40, String(paris.places!.bounds));
  });

  it('says what is not there', async () => {
    const { reason, message } = await refusedBy(city([]), '/explore/dataset/cats/');
    assert.equal(reason, 'not-found');
    assert.match(message, /Unknown dataset/);
  });
});

describe('udata, replayed', () => {
  const id = 'a0000000-0000-4000-8000-00000000000';
  const resources = (origin: string): readonly Row[] => [
    { id: `${id}1`, title: 'Dictionary', format: 'csv', type: 'documentation', url: `${origin}/files/dictionary.csv` },
    { id: `${id}2`, title: 'Trees', format: 'csv', type: 'main', url: `${origin}/files/trees.csv`, latest: `${origin}/fr/datasets/r/${id}2`, filesize: 60, last_modified: '2026-02-03T00:00:00+00:00' },
  ];
  const files = { '/files/dictionary.csv': 'field,meaning\nlat,latitude\nlon,longitude', '/files/trees.csv': 'name,lat,lon\nOak,48.5,9.25\nElm,48.6,9.35' };

  it('gives the data rather than what explains it, from each of its addresses', async () => {
    for (const path of ['/fr/datasets/trees/', '/datasets/trees', '/en/datasets/trees/#/resources', '/api/1/datasets/trees/', `/fr/datasets/r/${id}2`, `/datasets/trees/#/resources/${id}2`]) {
      const { dataset } = await read(udata(resources, files), path);
      assert.deepEqual(valuesOf(dataset, 'name'), ['Oak', 'Elm'], path);
      assert.deepEqual([dataset.about.title, dataset.about.publisher, dataset.about.licence?.name, dataset.report.portal], ['Arbres', 'Ville', 'Licence Ouverte / Open Licence 2.0', 'udata']);
    }
    const { dataset } = await read(udata(resources, files), '/fr/datasets/trees/', { layer: 'Dictionary' });
    assert.equal(dataset.length, 2);
    assert.deepEqual(dataset.columns.map(({ name }) => name), ['field', 'meaning']);
  });

  it('lists what an organisation has', async () => {
    const { choices } = await refusedBy(udata(resources, files), '/fr/organizations/ville/');
    assert.deepEqual(choices.map(({ title }) => title), ['Arbres', 'Bancs']);
  });
});

describe('services of maps, replayed', () => {
  it('ArcGIS gives every row, in its order, and of a large layer the view, and counts', async () => {
    const { dataset } = await read(arcgis(trees(2500)), '/arcgis/rest/services/Trees/FeatureServer');
    whole(dataset, 'OBJECTID', 2500);
    const large = (await read(arcgis(many), '/arcgis/rest/services/Trees/FeatureServer/0', { view })).dataset;
    assert.deepEqual([large.length, large.report.total, large.report.view], [inView, 60_000, view]);
    assert.equal(large.report.groups?.counts.reduce((sum, { count }) => sum + count, 0), 60_000);
  });

  it('OGC API – Features gives every feature, link by link, and of a large collection the view', async () => {
    for (const path of ['/ogcapi/collections', '/ogcapi/collections/trees', '/ogcapi/collections/trees/items?limit=5']) {
      const { dataset } = await read(ogcFeatures(trees(2500)), path);
      whole(dataset, 'id', 2500);
    }
    const large = (await read(ogcFeatures(many), '/ogcapi/collections/trees', { view })).dataset;
    assert.deepEqual([large.length, large.report.total, large.report.view], [inView, 60_000, view]);
  });
});

describe('what changes, replayed', () => {
  it('a broker gives every entity, a hundred at once', async () => {
    const entities = recorded<Row[]>('ngsi/heidelberg-ngsiv2.json', () => trees(25).map(({ id, lon, lat }) => ({ id: `urn:${id}`, type: 'Tree', location: { type: 'geo:json', value: { type: 'Point', coordinates: [lon, lat] } } })));
    const all = Array.from({ length: 230 }, (_, i): Row => ({ ...entities[i % entities.length], id: `urn:ngsiv2:Thing:${i}` }));
    const { dataset } = await read(ngsi(all), '/v2/entities?type=OffStreetParking');
    assert.equal(dataset.length, 230);
    assert.equal(new Set(valuesOf(dataset, 'id')).size, 230);
  });

  it('a sensor service gives every thing', async () => {
    const { value } = recorded<{ value: Row[] }>('sensorthings/tw-things-page.json', () => ({ value: [{ '@iot.id': 1, name: 'Sensor' }] }));
    const things = Array.from({ length: 90 }, (_, i): Row => ({ ...value[i % value.length], '@iot.id': i + 1, Locations: [{ name: 'Here', encodingType: 'application/vnd.geo+json', location: { type: 'Point', coordinates: [121 + i / 100, 25] } }] }));
    const { dataset } = await read(sensorThings(things), '/v1.1');
    assert.deepEqual(valuesOf(dataset, 'id'), things.map((thing) => thing['@iot.id']));
    assert.equal(dataset.places?.located, 90);
  });

  it('a city gives every request', async () => {
    const [one] = recorded<Row[]>('open311/chicago-requests.json', () => [{ status: 'open', service_name: 'Light', lat: 41.8, long: -87.6 }]);
    const requests = Array.from({ length: 120 }, (_, i): Row => ({ ...one, service_request_id: `14-${1000 + i}` }));
    const { dataset } = await read(open311(requests), '/open311/v2/');
    assert.equal(dataset.length, 120);
  });

  it('bicycles are where their stations are', async () => {
    const own = (more: object): unknown => ({ last_updated: 1, ttl: 60, version: '2.2', data: { stations: [{ station_id: 'a', ...more }] } });
    const feeds = {
      station_information: recorded<{ data: { stations: Row[] } }>('gbfs/lillestrom/station_information.json', () => own({ name: 'Station', lat: 59.9, lon: 11 }) as { data: { stations: Row[] } }),
      station_status: recorded('gbfs/lillestrom/station_status.json', () => own({ num_bikes_available: 3, is_renting: true })),
    };
    const { dataset } = await read(gbfs(feeds), '/gbfs');
    assert.equal(dataset.length, feeds.station_information.data.stations.length);
    assert.equal(dataset.places?.located, dataset.length);
  });
});

describe('a server that has its bad moments', () => {
  const rows = trees(30);
  it('is asked again when it was busy, or tired for as long as it said', async () => {
    for (const is of ['busy', 'tired'] as const) {
      const { dataset } = await read(ckan({ rows, most: 10 }), '/dataset/trees', {}, { first: { path: 'datastore_search', is } });
      whole(dataset, 'id', 30);
    }
  });

  it('that breaks off in the middle is said to have done so', async () => {
    const error = await refusedBy(ckan({ rows, most: 10 }), '/api/3/action/datastore_search?resource_id=a0000000-0000-4000-8000-000000000001', { first: { path: 'datastore_search', is: 'broken' } });
    assert.equal(error.reason, 'unreachable');
    assert.match(error.message, /broke off/);
  });

  it('that gives the same page for ever is asked for two of them', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({ id: String(i) }));
    const same: Api = ({ searchParams }) => ({ body: searchParams.get('$select') === 'count(*)' ? [{ count: '100000' }] : rows });
    const { dataset, replay } = await read(same, '/resource/abcd-1234.json');
    assert.deepEqual([dataset.length, problem(dataset, 'beyond-limit'), replay.asked.length], [30, 99_970, 4]);
  });

  it('is left alone when nobody waits any more', async () => {
    const replay = await startReplay(ckan({ rows: trees(1000), most: 10 }), { delay: 20 });
    await assert.rejects(openDataset(`${replay.origin}/dataset/trees`, { signal: AbortSignal.timeout(150) }), { name: 'TimeoutError' });
    const asked = replay.asked.length;
    await new Promise((done) => void setTimeout(done, 100));
    assert.ok(asked < 20 && replay.asked.length <= asked + 1, `asked ${replay.asked.length} times`);
    await replay.close();
  });

  it('is asked by two readers in turn', async () => {
    const replay = await startReplay(ckan({ rows, most: 10 }), { delay: 5 });
    const both = await Promise.all([1, 2].map(() => openDataset(`${replay.origin}/dataset/trees`)));
    assert.deepEqual(both.map(({ length }) => length), [30, 30]);
    assert.equal(replay.atOnce(), 1);
    await replay.close();
  });
});
