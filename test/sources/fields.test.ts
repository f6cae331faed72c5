import { expect } from '@open-wc/testing';
import type { Dataset } from '../../src/model/dataset.js';
import { openDataset } from '../../src/sources/open.js';
import type { DatasetOptions } from '../../src/sources/source.js';
import { accounted, failure, place, read, values } from '../support/dataset.js';
import { json, serve, text } from '../support/fake-fetch.js';

const csv = 'id,name,kind,lat,lon\nA1,Pool,bath,48.5,9.25\nB2,Hall,sport,47.5,8.25';
const names = ({ columns }: Dataset): string[] => columns.map(({ name }) => name);

interface Opened {
  readonly dataset: Dataset;
  readonly asked: readonly URLSearchParams[];
}

async function open(address: string, table: Parameters<typeof serve>[0], options: DatasetOptions): Promise<Opened> {
  const { restore, requests } = serve(table);
  try {
    return { dataset: await openDataset(address, options), asked: requests.map(({ url }) => new URL(url).searchParams) };
  } finally {
    restore();
  }
}

describe('the columns that are wanted', () => {
  it('come alone, with their roles, in whichever case they are written; places come in any case', async () => {
    const dataset = await read(csv, { fields: [' NAME', 'kind'] });
    expect([names(dataset), place(dataset, 1), accounted(dataset)]).to.deep.equal([['name', 'kind'], [8.25, 47.5], true]);
    expect(dataset.roles).to.deep.equal({ title: 0, category: 1 });
    const nested = await read(JSON.stringify([{ name: { de: 'Bad', en: 'Pool' }, note: 'x', lat: 48.5, lon: 9.25 }]), { fields: ['name'] });
    expect(names(nested)).to.deep.equal(['name.de', 'name.en']);
    const geojson = JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: 'Pool', note: 'x' }, geometry: { type: 'Point', coordinates: [9.25, 48.5] } }] });
    expect([names(await read(geojson, { fields: ['name'] })), names(await read(geojson, { fields: ['', ' '] }))]).to.deep.equal([['name'], ['name', 'note']]);
  });

  it('are said to be missing where there is none of them', async () => {
    const error = await failure(read(csv, { fields: ['nome'] }));
    expect(error.reason).to.equal('not-found');
    expect(error.message).to.contain('there are: id, name, kind');
  });

  it('are all that CKAN is asked for, by either of their names, where two columns say where rows are', async () => {
    const fields = [{ id: '_id' }, { id: 'baum', info: { label: 'Tree' } }, { id: 'note' }, { id: 'lat' }, { id: 'lon' }];
    const table = { '/api/3/action/datastore_search': (request: Request): Response => Response.json({ success: true, result: { fields, total: 1, records: new URL(request.url).searchParams.get('offset') === '0' ? [{ _id: 1, baum: 'Oak', lat: 48.5, lon: 9.25 }] : [] } }) };
    for (const wanted of ['Tree', 'baum']) {
      const { dataset, asked } = await open('https://data.example/api/3/action/datastore_search?resource_id=r', table, { fields: [wanted] });
      expect([names(dataset), place(dataset, 0), asked.at(-1)!.get('fields')]).to.deep.equal([['Tree'], [9.25, 48.5], 'baum,lat,lon']);
    }
  });

  it('are all that DKAN is asked for', async () => {
    const table = { '/api/1/datastore/query/d/0': () => Response.json({ results: [{ tree: 'Oak', lat: 48.5, lon: 9.25 }], count: 1, schema: { x: { fields: { tree: {}, note: {}, lat: {}, lon: {} } } } }) };
    const { dataset, asked } = await open('https://data.example/api/1/datastore/query/d/0', table, { fields: ['tree'] });
    expect([names(dataset), place(dataset, 0), asked.at(-1)!.get('properties[0]'), asked.at(-1)!.get('properties[2]')]).to.deep.equal([['tree'], [9.25, 48.5], 'tree', 'lon']);
  });

  it('are all that Socrata is asked for, with its place', async () => {
    const columns = [['tree', 'Tree', 'text'], ['note', 'Note', 'text'], ['where', 'Where', 'point']].map(([fieldName, name, dataTypeName]) => ({ fieldName, name, dataTypeName }));
    const table = { '/api/views/abcd-1234.json': json({ id: 'abcd-1234', name: 'Trees', viewType: 'tabular', columns }), '/resource/abcd-1234.json': (request: Request): Response => Response.json(new URL(request.url).searchParams.get('$select')!.includes('count') ? [{ count: '1' }] : [{ tree: 'Oak', where: { type: 'Point', coordinates: [9.25, 48.5] } }]) };
    const { dataset, asked } = await open('https://data.example/d/abcd-1234', table, { fields: ['Tree'] });
    expect([names(dataset), place(dataset, 0), asked.at(-1)!.get('$select')]).to.deep.equal([['Tree'], [9.25, 48.5], 'tree,where']);
  });

  it('are all that Opendatasoft is asked for, in either of its APIs', async () => {
    const fields = [{ name: 'nom', label: 'Nom de l’arbre', type: 'text' }, { name: 'note', type: 'text' }, { name: 'geo', label: 'Geo', type: 'geo_point_2d' }];
    const root = '/api/explore/v2.1/catalog/datasets/trees';
    const rows = text('Nom de l’arbre,Geo\nOak,"48.5, 9.25"');
    const { dataset, asked } = await open('https://data.example/explore/dataset/trees/', { [root]: json({ dataset_id: 'trees', fields, metas: { default: { records_count: 1 } } }), [`${root}/exports/csv`]: rows }, { fields: ['nom'] });
    expect([names(dataset), place(dataset, 0), asked.at(-1)!.get('select')]).to.deep.equal([['Nom de l’arbre'], [9.25, 48.5], 'nom,geo']);
    const old = { [root]: text('<html></html>'), '/api/datasets/1.0/trees/': json({ datasetid: 'trees', fields, metas: { records_count: 1 } }), '/api/records/1.0/download/': rows };
    const first = await open('https://data.example/explore/dataset/trees/', old, { fields: ['Nom de l’arbre'] });
    expect([names(first.dataset), first.asked.at(-1)!.get('fields')]).to.deep.equal([['Nom de l’arbre'], 'nom,geo']);
  });

  it('are all that ArcGIS is asked for, with the key of its rows', async () => {
    const layer = { id: 0, name: 'Trees', type: 'Feature Layer', geometryType: 'esriGeometryPoint', objectIdField: 'OBJECTID', capabilities: 'Query', advancedQueryCapabilities: { supportsPagination: true }, fields: ['OBJECTID', 'Name', 'Note'].map((name) => ({ name, type: 'esriFieldTypeString' })) };
    const path = '/arcgis/rest/services/Trees/FeatureServer/0';
    const table = { [path]: json(layer), [`${path}/query`]: (request: Request): Response => Response.json(new URL(request.url).searchParams.has('returnCountOnly') ? { count: 1 } : { features: [{ attributes: { OBJECTID: 1, Name: 'Oak' }, geometry: { x: 9.25, y: 48.5 } }], spatialReference: { wkid: 4326 } }) };
    const { dataset, asked } = await open(`https://gis.example${path}`, table, { fields: ['name'] });
    expect([names(dataset), place(dataset, 0), asked.at(-1)!.get('outFields')]).to.deep.equal([['Name'], [9.25, 48.5], 'OBJECTID,Name']);
  });

  it('are all that an OGC API is asked for that says it can leave others out', async () => {
    const answers = (conformsTo: readonly string[]): Parameters<typeof serve>[0] => ({
      '/ogcapi/collections': json({ links: [], collections: [{ id: 'trees', links: [{ rel: 'items', type: 'application/geo+json', href: 'https://city.example/ogcapi/collections/trees/items' }] }] }),
      '/ogcapi/conformance': json({ conformsTo }),
      '/ogcapi/collections/trees/items': json({ type: 'FeatureCollection', numberMatched: 1, links: [], features: [{ type: 'Feature', properties: { name: 'Oak', note: 'x' }, geometry: { type: 'Point', coordinates: [9.25, 48.5] } }] }),
    });
    for (const [conformsTo, properties] of [[['http://www.opengis.net/spec/ogcapi-features-6/1.0/conf/properties'], 'name'], [[], null]] as const) {
      const { dataset, asked } = await open('https://city.example/ogcapi', answers(conformsTo), { fields: ['name'] });
      expect([names(dataset), asked.at(-1)!.get('properties')]).to.deep.equal([['name'], properties]);
    }
  });

  it('are all that a context broker is asked for, with what may say where and when', async () => {
    const table = { '/v2/entities': () => Response.json([{ id: 'Bin1', type: 'Bin', fill: { type: 'Number', value: 4, metadata: {} }, location: { type: 'geo:point', value: '48.5, 9.25', metadata: {} } }]) };
    const { dataset, asked } = await open('https://broker.example/v2/entities?type=Bin', table, { fields: ['fill'] });
    expect([names(dataset), place(dataset, 0), asked[0]!.get('attrs')!.split(',').slice(0, 2)]).to.deep.equal([['fill'], [9.25, 48.5], ['fill', 'location']]);
  });

  it('save what is measured of things of which only the names are wanted', async () => {
    const table = { '/v1.1/Things': () => Response.json({ value: [{ '@iot.id': 1, name: 'Station', properties: { city: 'x' }, Locations: [{ location: { type: 'Point', coordinates: [9.25, 48.5] } }] }] }) };
    const { dataset, asked } = await open('https://sensors.example/v1.1/Things', table, { fields: ['name'] });
    expect([names(dataset), place(dataset, 0), asked[0]!.get('$expand')]).to.deep.equal([['name'], [9.25, 48.5], 'Locations']);
  });

  it('are all that a WFS is asked for, with the geometry; one that cannot leave others out is asked for all', async () => {
    const described = '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2"><xsd:complexType name="treeType"><xsd:sequence><xsd:element name="kind" type="xsd:string"/><xsd:element name="note" type="xsd:string"/><xsd:element name="geom" type="gml:PointPropertyType"/></xsd:sequence></xsd:complexType><xsd:element name="tree" type="app:treeType"/></xsd:schema>';
    for (const version of ['1.1.0', '2.0.0']) {
      for (const refuses of [false, true]) {
        const wfs = ({ url }: Request): Response => {
          const asked = new URL(url).searchParams;
          const xml = (body: string): Response => new Response(`<?xml version="1.0"?>${body}`, { headers: { 'content-type': 'text/xml' } });
          if (asked.get('REQUEST') === 'GetCapabilities') return xml(`<wfs:WFS_Capabilities version="${version}" xmlns:wfs="http://www.opengis.net/wfs"><OperationsMetadata><Operation name="GetFeature"><Parameter name="outputFormat"><Value>application/json</Value></Parameter></Operation></OperationsMetadata><FeatureTypeList><FeatureType><Name>app:tree</Name><DefaultSRS>EPSG:4326</DefaultSRS></FeatureType></FeatureTypeList></wfs:WFS_Capabilities>`);
          if (asked.get('REQUEST') === 'DescribeFeatureType') return xml(described);
          if (asked.get('RESULTTYPE') === 'hits') return xml('<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" numberOfFeatures="1" numberMatched="1"/>');
          if (refuses && asked.has('PROPERTYNAME')) return xml('<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows"><ows:Exception><ows:ExceptionText>No such property</ows:ExceptionText></ows:Exception></ows:ExceptionReport>');
          return Response.json({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { kind: 'oak', note: 'x' }, geometry: { type: 'Point', coordinates: [9.25, 48.5] } }] });
        };
        const { dataset, asked } = await open('https://city.example/wfs', { '/wfs': wfs }, { fields: ['kind'] });
        expect([names(dataset), place(dataset, 0)], version).to.deep.equal([['kind'], [9.25, 48.5]]);
        expect(asked.map((each) => each.get('PROPERTYNAME')).filter(Boolean)).to.deep.equal(['kind,geom']);
        expect(asked.at(-1)!.has('PROPERTYNAME')).to.equal(!refuses);
      }
    }
  });

  it('come alone on a map, whose tag names them with commas between', async () => {
    await import('../../src/elements/map/civic-map.js');
    const { restore } = serve({ '/data': () => new Response(csv) });
    const map = Object.assign(document.createElement('civic-map'), { src: '/data' });
    map.setAttribute('fields', 'name, kind');
    document.body.append(map);
    for (let i = 0; i < 100 && !map.matches(':state(ready)'); i += 1) await new Promise((done) => setTimeout(done, 50));
    const said = map.shadowRoot!.textContent ?? '';
    map.remove();
    restore();
    expect([said.includes('Pool'), said.includes('A1')]).to.deep.equal([true, false]);
  });
});

it('values stay with their rows where columns are left out', async () => {
  expect(values(await read(csv, { fields: ['kind'] }), 'kind')).to.deep.equal(['bath', 'sport']);
});
