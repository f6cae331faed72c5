import { expect } from '@open-wc/testing';
import { failure, place, read, values } from '../support/dataset.js';

const osm3s = { timestamp_osm_base: '2026-05-01T10:00:00Z', copyright: 'OpenStreetMap' };
const corner = (lat: number, lon: number): object => ({ lat, lon });
const square = [corner(48, 9), corner(48, 10), corner(49, 10), corner(48, 9)];

describe('Overpass', () => {
  it('reads nodes, ways and relations with their tags as columns, in whichever form the query asked for', async () => {
    const dataset = await read(JSON.stringify({ version: 0.6, osm3s, elements: [
      { type: 'node', id: 1, lat: 48.1, lon: 9.1, tags: { name: 'Bench', amenity: 'bench' } },
      { type: 'way', id: 1, center: { lat: 48.2, lon: 9.2 }, nodes: [7, 8], tags: { name: 'Hall' } },
      { type: 'way', id: 2, geometry: square, tags: { leisure: 'park' } },
      { type: 'way', id: 3, geometry: square, tags: { highway: 'footway' } },
      { type: 'relation', id: 4, tags: { type: 'multipolygon' }, members: [{ type: 'way', role: 'outer', geometry: square.slice(0, 3) }, { type: 'way', role: 'outer', geometry: square.slice(2) }] },
    ] }));
    expect(values(dataset, 'osm_id')).to.deep.equal(['node/1', 'way/1', 'way/2', 'way/3', 'relation/4']);
    expect(dataset.columns.map(({ name }) => name)).to.deep.equal(['osm_id', 'name', 'amenity', 'leisure', 'highway', 'type']);
    expect([0, 1, 2, 3, 4].map((row) => dataset.places!.kind(row))).to.deep.equal(['point', 'point', 'area', 'line', 'area']);
    expect([place(dataset, 1), dataset.report.format, dataset.about.licence?.name]).to.deep.equal([[9.2, 48.2], 'overpass', 'ODbL']);
  });

  it('takes nodes without tags that are corners of ways for no rows of their own', async () => {
    const dataset = await read(JSON.stringify({ osm3s, elements: [{ type: 'way', id: 1, nodes: [7, 8], tags: { highway: 'path' } }, { type: 'node', id: 7, ...corner(48, 9) }, { type: 'node', id: 8, ...corner(49, 9) }] }));
    expect([dataset.length, dataset.report.read, dataset.places!.kind(0)]).to.deep.equal([1, 1, 'line']);
  });

  it('says why a query had no result', async () => {
    expect((await failure(read(JSON.stringify({ osm3s, elements: [], remark: 'runtime error: Query timed out' })))).message).to.contain('timed out');
  });
});
