import { expect } from '@open-wc/testing';
import { failure, place, problems, read, values } from '../support/dataset.js';

const square = { type: 'Topology', transform: { scale: [0.01, 0.01], translate: [10, 48] }, arcs: [[[0, 0], [100, 0], [0, 100]], [[0, 0], [0, 100], [100, 0]]] };
const collection = (geometries: readonly unknown[]): unknown => ({ type: 'GeometryCollection', geometries });

describe('TopoJSON', () => {
  it('puts shapes together from arcs, one of them backwards', async () => {
    const dataset = await read(JSON.stringify({ ...square, objects: { a: collection([{ type: 'Polygon', id: 7, properties: { name: 'Square' }, arcs: [[0, -2]] }, { type: 'Point', coordinates: [50, 50], properties: { name: 'Spot' } }]) } }));
    expect([...dataset.places!.shapes!.coordinates].length).to.equal(2 * 6);
    dataset.places!.bounds.forEach((side, i) => expect(side).to.be.closeTo([10, 48, 11, 49][i]!, 1e-9));
    expect([dataset.places!.kind(0), place(dataset, 1)]).to.deep.equal(['area', [10.5, 48.5]]);
    expect([values(dataset, 'id')[0], values(dataset, 'name')[0]]).to.deep.equal([7, 'Square']);
  });

  it('takes the object with most shapes, and names the others', async () => {
    const body = JSON.stringify({ ...square, objects: { land: { type: 'LineString', arcs: [0] }, parts: collection([{ type: 'LineString', arcs: [0] }, { type: 'LineString', arcs: [1] }]) } });
    const { report } = await read(body);
    expect([report.read, report.choices]).to.deep.equal([2, [{ name: 'land' }]]);
    expect((await read(body, { layer: 'land' })).report.read).to.equal(1);
    expect((await failure(read(body, { layer: 'sea' }))).reason).to.equal('not-found');
  });

  it('counts what cannot be drawn', async () => {
    const dataset = await read(JSON.stringify({ ...square, objects: { a: collection([{ type: 'LineString', arcs: [99] }, { type: null }, { type: 'Polygon', arcs: 'x' }, 5, { type: 'LineString', arcs: [0] }]) } }));
    expect(problems(dataset)).to.deep.equal({ 'bad-geometry': 2, 'no-place': 1, 'not-a-feature': 1 });
    expect(dataset.report.located).to.equal(1);
  });
});
