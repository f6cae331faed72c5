import { expect } from '@open-wc/testing';
import type { Dataset } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import { SourceError, type DatasetOptions } from '../../src/sources/source.js';
import { accounted, column, failure, place, problems, values } from '../support/dataset.js';
import { json, serve, text } from '../support/fake-fetch.js';

const service = 'https://gis.example/arcgis/rest/services/Parks/Trees/FeatureServer';
const path = new URL(service).pathname;
const fields = [
  { name: 'OBJECTID', type: 'esriFieldTypeOID' },
  { name: 'Name', type: 'esriFieldTypeString' },
  { name: 'Kind', type: 'esriFieldTypeSmallInteger', domain: { type: 'codedValue', codedValues: [{ code: 1, name: 'Oak' }, { code: 2, name: 'Lime' }, { code: 3, name: 'Elm' }] } },
  { name: 'Planted', type: 'esriFieldTypeDate' },
];
const feature = (i: number): object => ({ attributes: { OBJECTID: i * 3 + 1, Name: `Tree ${i}`, Kind: (i % 3) + 1, Planted: 1_600_000_000_000 + i * 86_400_000 }, geometry: { x: 9 + i / 10_000, y: 48 } });

interface Manner {
  readonly rows: number;
  readonly most?: number;
  readonly pages?: boolean;
  /** What old servers do. */
  readonly ignores?: 'offset' | 'count';
  /** More rows at once than this are too much for it. */
  readonly bears?: number;
  readonly spatialReference?: object;
  readonly layer?: object;
}

/** A server that answers like ArcGIS, in one of its manners. */
function server({ rows, most = 100, pages = true, ignores, bears = Infinity, spatialReference = { wkid: 4326 }, layer = {} }: Manner): Record<string, (request: Request) => Promise<Response>> {
  const all = Array.from({ length: rows }, (_, i) => feature(i)) as { attributes: { OBJECTID: number; Kind: number }; geometry: { x: number } }[];
  const described = { id: 0, name: 'Trees', type: 'Feature Layer', geometryType: 'esriGeometryPoint', fields, objectIdField: 'OBJECTID', maxRecordCount: most, capabilities: 'Query', copyrightText: '© Parks', editingInfo: { lastEditDate: 1_700_000_000_000 }, advancedQueryCapabilities: { supportsPagination: pages, supportsStatistics: true }, ...layer };
  const query = async (request: Request): Promise<Response> => {
    const asked = request.method === 'POST' ? new URLSearchParams(await request.text()) : new URL(request.url).searchParams;
    const west = Number(asked.get('geometry')?.split(',')[0] ?? -Infinity);
    const named = asked.get('objectIds')?.split(',').map(Number);
    const found = all.filter(({ attributes, geometry }) => geometry.x >= west && (!named || named.includes(attributes.OBJECTID)));
    if (asked.get('outStatistics')) {
      const name = (JSON.parse(asked.get('outStatistics')!) as { outStatisticFieldName: string }[])[0]!.outStatisticFieldName;
      return Response.json({ features: [1, 2, 3].map((kind) => ({ attributes: { Kind: kind, [name.toUpperCase()]: all.filter(({ attributes }) => attributes.Kind === kind).length } })) });
    }
    if (asked.get('returnIdsOnly') === 'true') return Response.json({ objectIdFieldName: 'OBJECTID', objectIds: found.map(({ attributes }) => attributes.OBJECTID).reverse() });
    if (asked.get('returnCountOnly') === 'true' && ignores !== 'count') return Response.json({ count: found.length });
    const ids = asked.get('objectIds')?.split(',').map(Number);
    const start = ignores === 'offset' ? 0 : Number(asked.get('resultOffset') ?? 0);
    const size = Math.min(most, Number(asked.get('resultRecordCount') ?? most));
    if (size > bears) return Response.json({ error: { code: 500, message: 'Error performing query operation', details: [] } });
    const page = ids ? found.filter(({ attributes }) => ids.includes(attributes.OBJECTID)) : found.slice(start, start + size);
    return Response.json({ objectIdFieldName: 'OBJECTID', geometryType: 'esriGeometryPoint', spatialReference, fields, features: page, exceededTransferLimit: !ids && start + size < found.length });
  };
  return { [`${path}/0`]: json(described) as () => never, [`${path}/0/query`]: query, [`POST ${path}/0/query`]: query };
}

async function open(address: string, table: Parameters<typeof serve>[0], options: DatasetOptions = {}): Promise<{ reading: Promise<Dataset>; asked: URL[] }> {
  const { restore, requests } = serve(table);
  const reading = openDataset(address, options);
  await reading.catch(() => undefined);
  restore();
  return { reading, asked: requests.map(({ url }) => new URL(url)) };
}

const layer = `${service}/0`;

describe('a layer of ArcGIS', () => {
  it('is read page by page, in order, in degrees, with its dates and its codes in words', async () => {
    const { reading, asked } = await open(layer, server({ rows: 250 }));
    const read = await reading;
    expect(read.report).to.include({ format: 'esri', portal: 'arcgis', read: 250, kept: 250, located: 250, total: undefined });
    expect(accounted(read)).to.equal(true);
    expect(new Set(values(read, 'OBJECTID')).size).to.equal(250);
    expect(values(read, 'Kind').slice(0, 3)).to.deep.equal(['Oak', 'Lime', 'Elm']);
    expect(column(read, 'Planted').type).to.equal('date');
    expect(place(read, 249)).to.deep.equal([9.0249, 48]);
    expect(read.about).to.include({ title: 'Trees', attribution: '© Parks', updated: 1_700_000_000_000 });
    const pages = asked.filter(({ searchParams }) => searchParams.has('resultOffset'));
    expect(pages.map(({ searchParams }) => searchParams.get('resultOffset'))).to.deep.equal(['0', '100', '200']);
    expect(pages.every(({ searchParams }) => searchParams.get('orderByFields') === 'OBJECTID' && searchParams.get('outSR') === '4326')).to.equal(true);
  });

  it('keeps what an address asks for, without the number of rows', async () => {
    const { reading, asked } = await open(`${layer}/query?where=Kind%3D1&outfields=Name&f=html&resultRecordCount=5&resultOffset=10`, server({ rows: 250 }));
    expect((await reading).length).to.equal(250);
    const queries = asked.filter(({ pathname }) => pathname.endsWith('query'));
    expect(queries.every(({ searchParams }) => searchParams.get('where') === 'Kind=1' && searchParams.get('f') === 'json')).to.equal(true);
    expect(queries[1]!.searchParams.get('outFields')).to.equal('Name');
  });

  for (const [what, manner] of [
    ['cannot give the rest of its rows', { rows: 250, pages: false }],
    ['gives the same page again and again', { rows: 250, ignores: 'offset' }],
    ['gives rows where it is asked for their number', { rows: 250, ignores: 'count' }],
    ['fails at many rows at once', { rows: 250, most: 1000, bears: 70 }],
    ['gives rows where it is asked for their number, and cannot give the rest', { rows: 250, pages: false, ignores: 'count' }],
  ] as const) {
    it(`is read to the end from a server that ${what}`, async () => {
      const read = await (await open(layer, server(manner))).reading;
      expect(read.report).to.include({ read: 250, kept: 250 });
      expect(new Set(values(read, 'OBJECTID')).size).to.equal(250);
      expect(problems(read)).to.deep.equal({});
    });
  }

  it('that is large gives what lies in the view, with the counts of all', async () => {
    const table = server({ rows: 50_010, most: 4000 });
    const view = [9 + 40_000 / 10_000, 47, 20, 49] as const;
    const read = await (await open(layer, table, { view })).reading;
    expect(read.length).to.equal(10_010);
    expect(read.report).to.include({ total: 50_010, view });
    expect(read.report.groups).to.deep.equal({ column: 'Kind', counts: [{ label: 'Oak', count: 16_670 }, { label: 'Lime', count: 16_670 }, { label: 'Elm', count: 16_670 }] });
  }).timeout(20_000);

  it('that is large and has no view gives its first rows, and says so', async () => {
    const read = await (await open(layer, server({ rows: 50_010, most: 4000 }))).reading;
    expect(read.length).to.equal(50_000);
    expect(problems(read)).to.deep.equal({ 'beyond-limit': 10 });
    expect(read.report.total).to.equal(50_010);
  }).timeout(20_000);

  it('of which the server says degrees and sends metres is in the grid of the layer', async () => {
    const extent = { xmin: 0, ymin: 0, xmax: 1, ymax: 1, spatialReference: { wkid: 102_100, latestWkid: 3857 } };
    const table = server({ rows: 1, layer: { extent } });
    table[`${path}/0/query`] = async (request) => Response.json(request.url.includes('returnCountOnly') ? { count: 1 } : { spatialReference: { wkid: 4326 }, features: [{ attributes: { OBJECTID: 1 }, geometry: { x: 1_113_194.9, y: 6_446_275.8 } }] });
    const read = await (await open(layer, table)).reading;
    expect(read.report.crs).to.equal('EPSG:3857');
    expect(place(read, 0)![0]).to.be.closeTo(10, 1e-4);
  });

  it('that says with the status 200 that it wants a token, or that it is not there, is refused in words', async () => {
    const closed = await failure((await open(layer, { [`${path}/0`]: json({ error: { code: 499, message: 'Token Required', details: [] } }) })).reading);
    expect(closed.reason).to.equal('refused');
    expect(closed.message).to.contain('499').and.contain('not shared with everyone');
    const missing = await failure((await open(layer, { [`${path}/0`]: json({ error: { code: 400, message: '', details: ['Invalid URL'] } }) })).reading);
    expect(missing.reason).to.equal('not-found');
  });

  it('is a page like any other where no ArcGIS answers', async () => {
    const { reading } = await open(layer, { [`${path}/0`]: text('<!doctype html><title>Maps</title>') });
    expect((await failure(reading)).reason).to.equal('web-page');
  });
});

describe('a service of ArcGIS', () => {
  const layers = [
    { id: 4, name: 'Vegetation', subLayerIds: [0, 5], type: 'Group Layer' },
    { id: 5, name: 'Empty', type: 'Feature Layer', geometryType: 'esriGeometryPoint' },
    { id: 0, name: 'Trees', type: 'Feature Layer', geometryType: 'esriGeometryPolygon' },
    { id: 7, name: 'Photo', type: 'Raster Layer' },
  ];
  const table = {
    ...server({ rows: 3 }),
    [path]: json({ currentVersion: 10.9, layers, tables: [{ id: 9, name: 'Visits' }] }),
    [`${path}/4`]: json({ id: 4, name: 'Vegetation', type: 'Group Layer', subLayers: [{ id: 5, name: 'Empty' }, { id: 0, name: 'Trees' }] }),
    [`${path}/5`]: json({ id: 5, name: 'Empty', type: 'Feature Layer', fields, capabilities: 'Query' }),
    [`${path}/5/query`]: json({ count: 0 }),
    [`${path}/7`]: json({ id: 7, name: 'Photo', type: 'Raster Layer', fields: null, capabilities: 'Map' }),
  };

  it('gives the first of its layers that has rows, and names the others', async () => {
    const { report, about } = await (await open(service, table)).reading;
    expect(about.title).to.equal('Trees');
    expect(report.choices?.map(({ name, title }) => [name, title])).to.deep.equal([['5', 'Empty'], ['7', 'Photo'], ['9', 'Visits']]);
    expect((await (await open(`${service}/4`, table)).reading).about.title).to.equal('Trees');
  });

  it('gives the layer that is asked for by its number or its name', async () => {
    for (const wanted of ['0', 'Trees']) expect((await (await open(service, table, { layer: wanted })).reading).length, wanted).to.equal(3);
    const error: unknown = await (await open(service, table, { layer: 'Benches' })).reading.catch((caught: unknown) => caught);
    expect((error as SourceError).choices.map(({ title }) => title)).to.deep.equal(['Empty', 'Trees', 'Photo', 'Visits']);
    const photo = await failure((await open(`${service}/7`, table)).reading);
    expect(photo.message).to.contain('only pictures');
  });

  it('that keeps only pictures is laid on the map', async () => {
    const map = service.replace('Feature', 'Map');
    const tiled = { currentVersion: 10.9, mapName: 'Ground', layers: [], tileInfo: { rows: 256, format: 'PNG8', spatialReference: { wkid: 102_100 }, lods: [{ level: 3 }, { level: 17 }] } };
    const read = await (await open(map, { [new URL(map).pathname]: json(tiled) })).reading;
    expect(read.tiles).to.include({ kind: 'xyz', url: `${map}/tile/{z}/{y}/{x}`, format: 'image/png', minZoom: 3, maxZoom: 17 });
  });

  it('is named by a list of services', async () => {
    const root = 'https://gis.example/arcgis/rest/services';
    const error: unknown = await (await open(`${root}/`, { [`${new URL(root).pathname}/`]: json({ folders: ['Water'], services: [{ name: 'Parks', type: 'MapServer' }] }) })).reading.catch((caught: unknown) => caught);
    expect((error as SourceError).choices.map(({ name }) => name)).to.deep.equal([`${root}/Parks/MapServer`, `${root}/Water`]);
  });
});

describe('a part of a layer of ArcGIS', () => {
  it('is one row where its number stands behind the layer, and the layer where something is told about it', async () => {
    expect(values(await (await open(`${service}/0/4`, server({ rows: 5 }))).reading, 'Name')).to.deep.equal(['Tree 1']);
    expect((await (await open(`${service}/0/iteminfo?f=pjson`, server({ rows: 5 }))).reading).length).to.equal(5);
  });
});

describe('a page of ArcGIS Hub', () => {
  const id = '0123456789abcdef0123456789abcdef';
  const found = { '/api/v3/datasets': json({ data: [{ id: `${id}_0`, attributes: { name: 'Street trees', url: layer, source: 'City', license: 'CC-BY-4.0', modified: 1_650_000_000_000, description: '<p>All &amp; any</p>' } }] }), ...server({ rows: 3 }) };

  it('leads to its layer, with what Hub knows of it', async () => {
    const page = 'https://hub.arcgis.com/datasets/city::street-trees/explore?location=1,2';
    const { reading, asked } = await open(page, found);
    const { about, report } = await reading;
    expect(asked[0]!.searchParams.get('filter[slug]')).to.equal('city::street-trees');
    expect(about).to.deep.include({ title: 'Street trees', publisher: 'City', licence: { name: 'CC-BY-4.0', url: undefined }, description: 'All & any', page });
    expect(report).to.include({ portal: 'arcgis-hub', read: 3 });
  });

  it('of a site with a name of its own is found by the key of its organisation', async () => {
    const { reading, asked } = await open('https://data.city.example/datasets/street-trees', { ...found, '/api/v3/domains/data.city.example': json({ orgKey: 'city' }) });
    expect((await reading).length).to.equal(3);
    expect(asked.some(({ searchParams }) => searchParams.get('filter[slug]') === 'city::street-trees')).to.equal(true);
  });

  it('that names an item and a layer asks for the item', async () => {
    const { reading } = await open(`https://data.city.example/datasets/${id}_0/about`, { [`/sharing/rest/content/items/${id}`]: json({ id, title: 'Trees of the city', type: 'Feature Service', url: service }), ...server({ rows: 3 }) });
    const { length, about } = await reading;
    expect(length).to.equal(3);
    expect(about.title).to.equal('Trees of the city');
  });

  it('whose download is still being made gives the layer that it is made of', async () => {
    const table = { [`/api/download/v1/items/${id}/geojson`]: json({ status: 'Pending', progressInPercent: 0 }, 202), [`/sharing/rest/content/items/${id}`]: json({ id, title: 'Trees', type: 'Feature Service', url: service }), ...server({ rows: 3 }) };
    expect((await (await open(`https://data.city.example/api/download/v1/items/${id}/geojson?layers=0`, table)).reading).length).to.equal(3);
  });

  it('about a file or a map leads to the file, or to a layer of the map', async () => {
    const item = `https://www.arcgis.com/home/item.html?id=${id}`;
    const rest = `/sharing/rest/content/items/${id}`;
    const csv = await (await open(item, { [rest]: json({ title: 'Pools', type: 'CSV' }), [`${rest}/data`]: text('name,lat,lon\nPool,48.5,9.25\nHall,47.5,8.25') })).reading;
    expect(csv.length).to.equal(2);
    const map = await (await open(item, { [rest]: json({ title: 'Map', type: 'Web Map' }), [`${rest}/data`]: json({ operationalLayers: [{ id: 'g', layers: [{ id: 't', title: 'Trees', url: layer }] }] }), ...server({ rows: 3 }) })).reading;
    expect(map.length).to.equal(3);
    const app = { [rest]: json({ title: 'App', type: 'Web Experience' }) };
    const named = await (await open(`https://experience.arcgis.com/experience/${id}/page/Home`, { ...app, [`${rest}/data`]: json({ dataSources: { a: { url: layer }, b: { url: 'https://x.example/arcgis/rest/services/Utilities/Geometry/MapServer' } } }), ...server({ rows: 3 }) })).reading;
    expect(named.length).to.equal(3);
    const other = id.replace('0', 'f');
    const shown = { ...app, [`${rest}/data`]: json({ dataSources: { m: { itemId: other } } }), [`/sharing/rest/content/items/${other}`]: json({ title: 'Map', type: 'Web Map' }), [`/sharing/rest/content/items/${other}/data`]: json({ operationalLayers: [{ id: 't', url: layer }] }), ...server({ rows: 3 }) };
    expect((await (await open(`https://city.maps.arcgis.com/apps/instant/basic/index.html?appid=${id}`, shown)).reading).length).to.equal(3);
    const story = await failure((await open(item, { [rest]: json({ title: 'Story', type: 'StoryMap' }) })).reading);
    expect(story.message).to.contain('holds no data');
  });
});
