import { expect } from '@open-wc/testing';
import { nearestTo } from '../../src/engine/in-view.js';
import type { Extent } from '../../src/model/grid.js';
import { mercatorX, mercatorY } from '../../src/model/mercator.js';
import { dataset } from '../support/places.js';

const { places } = dataset({
  columns: { name: ['Suva', 'Apia', 'Nadi', 'Nowhere', 'Paris', 'Labasa'] },
  places: [[178.44, -18.14], [-171.76, -13.83], [177.44, -17.78], undefined, [2.35, 48.86], [179.38, -16.43]].map((point) => point && { point: point as [number, number] }),
});
const every = Uint32Array.of(0, 1, 2, 3, 4, 5);
const around = (longitude: number, latitude: number, degrees: number): Extent =>
  [mercatorX(longitude) - mercatorX(degrees), mercatorY(latitude - degrees), mercatorX(longitude) + mercatorX(degrees), mercatorY(latitude + degrees)];
const seen = (extent: Extent, rows = every, most = 20): number[] => nearestTo(extent, { places: places!, rows }, most);

describe('what is in view', () => {
  it('is nearest first, and nothing without a place', () => {
    expect(seen(around(178, -18, 3))).to.deep.equal([0, 2, 5]);
  });

  it('is seen across the antimeridian, from either side and in each copy of the world', () => {
    expect(seen(around(180, -16, 12))).to.have.members([0, 1, 2, 5]);
    expect(seen(around(-180, -16, 12))).to.have.members([0, 1, 2, 5]);
    expect(seen(around(540, -16, 12))).to.have.members([0, 1, 2, 5]);
  });

  it('is among the rows that pass, and no more than are wanted', () => {
    expect(seen(around(178, -18, 3), Uint32Array.of(1, 2, 4, 5))).to.deep.equal([2, 5]);
    expect(seen(around(178, -18, 3), every, 2)).to.deep.equal([0, 2]);
  });
});
