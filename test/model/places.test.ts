import { expect } from '@open-wc/testing';
import { PlacesBuilder } from '../../src/model/places-builder.js';
import { boundsOf } from '../../src/model/places-bounds.js';
import { addGeometry } from '../../src/model/places-geometry.js';
import { shapePlaces } from '../../src/model/places-shapes.js';
import { pointPlaces } from '../../src/model/places.js';
import { mercatorX, mercatorY } from '../../src/model/mercator.js';
import { Problems } from '../../src/model/problems.js';
import type { Places } from '../../src/model/dataset.js';

/** Places whose coordinates are metres already. */
function built(...geometries: readonly unknown[]): { places: Places | undefined; counts: Record<string, number> } {
  const problems = new Problems();
  const builder = new PlacesBuilder(problems, (row) => row + 1);
  for (const geometry of geometries) addGeometry(builder, geometry);
  const outside = (row: number): void => problems.note('outside-world', row + 1);
  const work = builder.points ? pointPlaces(builder.points, outside) : shapePlaces(builder, outside);
  let step = work.next();
  while (!step.done) step = work.next();
  return { places: step.value, counts: Object.fromEntries(problems.list.map(({ reason, count }) => [reason, count])) };
}

const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] });
const square = (x: number, y: number, side: number) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];

describe('places', () => {
  it('of single points are two lists and no shapes', () => {
    const { places, counts } = built(point(10, 20), null, point(30, 40));
    expect([...places!.x]).to.deep.equal([10, Number.NaN, 30]);
    expect(places!.shapes).to.equal(undefined);
    expect([0, 1, 2].map((row) => places!.kind(row))).to.deep.equal(['point', undefined, 'point']);
    expect(counts).to.deep.equal({ 'no-place': 1 });
  });

  it('are counted by what is wrong with them', () => {
    const { places, counts } = built(
      point(0, 0), { type: 'Point', coordinates: [] }, { type: 'Polygon', coordinates: [] }, { type: 'Curve', coordinates: [[1, 1]] }, { type: 'LineString', coordinates: [[1, 1]] },
      { type: 'Point', coordinates: ['a', 'b'] }, point(1e9, 0), 'text', { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [null, 2], [0, 0]]] }, point(5, 5),
    );
    expect(places!.located).to.equal(1);
    expect(counts).to.deep.equal({ 'null-island': 1, 'no-place': 2, 'bad-geometry': 5, 'outside-world': 1 });
  });

  it('of which none is on Earth are no places', () => {
    expect(built(null, point(0, 0)).places).to.equal(undefined);
  });

  it('keep shapes flat, without what belongs to nobody', () => {
    const { places } = built(
      { type: 'MultiPoint', coordinates: [[1, 1], [2, 2]] },
      { type: 'LineString', coordinates: [[0, 0], [1e9, 0]] },
      { type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 4, 2)] },
      { type: 'MultiLineString', coordinates: [[[0, 0], [1, 0]], [[5, 5], [5, 9]]] },
    );
    const { shapes } = places!;
    expect([...shapes!.rows]).to.deep.equal([0, 2, 2, 4, 6]);
    expect([...shapes!.parts]).to.deep.equal([0, 1, 2, 7, 12, 14, 16]);
    expect([...shapes!.kinds]).to.deep.equal([1, 0, 3, 2]);
    expect(shapes!.coordinates.length).to.equal(32);
    expect([...shapes!.boxes.subarray(8, 12)]).to.deep.equal([0, 0, 10, 10]);
    expect(Number.isNaN(shapes!.boxes[4]!)).to.equal(true);
  });

  it('close a ring that its maker left open', () => {
    const { places } = built({ type: 'Polygon', coordinates: [square(0, 0, 10).slice(0, 4)] });
    expect([...places!.shapes!.coordinates.subarray(-2)]).to.deep.equal([0, 0]);
  });

  it('of a collection are those of its members that show most, and survive a broken one', () => {
    const { places } = built({ type: 'GeometryCollection', geometries: [point(1, 1), { type: 'Polygon', coordinates: [square(0, 0, 4)] }, { type: 'Polygon', coordinates: [[[0, 0], [1]]] }] });
    expect(places!.kind(0)).to.equal('area');
    expect([...places!.shapes!.parts]).to.deep.equal([0, 5]);
  });
});

describe('a sign for a place stands', () => {
  const anchor = (geometry: unknown): number[] => {
    const { places } = built(geometry);
    return [places!.x[0]!, places!.y[0]!];
  };

  it('halfway along the longest line', () => {
    expect(anchor({ type: 'MultiLineString', coordinates: [[[0, 0], [1, 0]], [[0, 10], [4, 10], [4, 16]]] })).to.deep.equal([4, 11]);
  });

  it('inside a bay-shaped area, not in the bay', () => {
    // A U: the middle of its box is outside of it.
    const [x] = anchor({ type: 'Polygon', coordinates: [[[0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [2, 2], [2, 10], [0, 10], [0, 0]]] });
    expect(x! < 2 || x! > 8).to.equal(true);
  });

  it('beside a hole', () => {
    const [x] = anchor({ type: 'Polygon', coordinates: [square(0, 0, 10), square(1, 1, 8)] });
    expect(x! < 1 || x! > 9).to.equal(true);
  });

  it('in the largest of several areas', () => {
    expect(anchor({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(100, 100, 10)]] })).to.deep.equal([105, 105]);
  });

  it('somewhere, where an area has no inside', () => {
    expect(anchor({ type: 'Polygon', coordinates: [[[3, 4], [3, 4], [3, 4], [3, 4]]] })).to.deep.equal([3, 4]);
  });
});

describe('the view of places', () => {
  const view = (...degrees: readonly (readonly [number, number])[]): number[] =>
    boundsOf(Float64Array.from(degrees, ([lon]) => mercatorX(lon)), Float64Array.from(degrees, ([, lat]) => mercatorY(lat))).map((value) => Math.round(value * 1000) / 1000);

  it('is their box', () => {
    expect(view([7, 47], [8.5, 49], [Number.NaN, Number.NaN])).to.deep.equal([7, 47, 8.5, 49]);
    expect(view([7, 47])).to.deep.equal([7, 47, 7, 47]);
  });

  it('crosses the antimeridian where that is the short way', () => {
    expect(view([178, -17], [-179, -18])).to.deep.equal([178, -18, -179, -17]);
    expect(view([20, 54], [170, 66], [-170, 65])).to.deep.equal([20, 54, -170, 66]);
  });

  it('does not where places are all over the world', () => {
    expect(view([-120, 40], [-60, 0], [10, 50], [100, 10], [150, -30])).to.deep.equal([-120, -30, 150, 50]);
    expect(view([-179.6, 52], [-116, 71])).to.deep.equal([-179.6, 52, -116, 71]);
  });

  it('takes shapes that run on beyond 180°', () => {
    expect(view([170, 60], [190, 70])).to.deep.equal([170, 60, -170, 70]);
  });
});
