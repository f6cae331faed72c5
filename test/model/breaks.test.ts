import { expect } from '@open-wc/testing';
import { naturalBreaks } from '../../src/model/breaks-natural.js';
import { classBounds, classOf, type Classing } from '../../src/model/breaks.js';

const bounds = (values: readonly number[], count: number, classing: Classing): number[] => classBounds(Float64Array.from(values), count, classing);
const hundred = Array.from({ length: 100 }, (_, i) => i + 1);

describe('classes of values', () => {
  it('have as many values each', () => {
    const found = bounds(hundred, 4, 'quantile');
    expect(found).to.deep.equal([1, 26, 51, 76, 100]);
    const counts = [0, 0, 0, 0];
    for (const value of hundred) counts[classOf(found, value)]! += 1;
    expect(counts).to.deep.equal([25, 25, 25, 25]);
  });

  it('are as wide each', () => {
    expect(bounds([0, 1, 2, 3, 100], 4, 'equal')).to.deep.equal([0, 25, 50, 75, 100]);
  });

  it('are cut where values lie apart, as Ckmeans and Jenks cut them', () => {
    expect(naturalBreaks(Float64Array.of(-1, -1, -1, -1, 2, 2, 2, 4, 5, 6), 3), 'the example of Ckmeans.1d.dp').to.deep.equal([2, 4]);
    expect(naturalBreaks(Float64Array.of(1, 2, 4, 5, 7, 9, 10, 20), 3)).to.deep.equal([7, 20]);
    expect(bounds([1, 1.1, 1.2, 10, 10.1, 50, 51], 3, 'jenks')).to.deep.equal([1, 10, 50, 51]);
  });

  it('cut as the best of all ways does', () => {
    const values = Float64Array.from({ length: 24 }, (_, i) => Math.round(1000 * Math.sin(i * 7.3) ** 3)).sort();
    const spread = (part: Float64Array): number => {
      const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
      return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    };
    let best = Number.POSITIVE_INFINITY;
    for (let a = 1; a < 23; a += 1) {
      for (let b = a + 1; b < 24; b += 1) best = Math.min(best, spread(values.subarray(0, a)) + spread(values.subarray(a, b)) + spread(values.subarray(b)));
    }
    const [first, second] = naturalBreaks(values, 3).map((bound) => values.indexOf(bound));
    expect(spread(values.subarray(0, first)) + spread(values.subarray(first, second)) + spread(values.subarray(second!))).to.be.closeTo(best, 1e-6);
  });

  it('are those that somebody says, also where nothing is in them', () => {
    expect(bounds([5, 6, 70], 5, [3, 10, 50])).to.deep.equal([3, 10, 50, 70]);
    expect(bounds([1, 6, 70], 5, [50, 3, 10])).to.deep.equal([1, 3, 10, 50, 70]);
    expect(bounds([1, 6, 20], 5, [3, 10, 50])).to.deep.equal([1, 3, 10, 50]);
  });

  it('never hold values of both sides of 0', () => {
    const found = bounds([-30, -20, -10, 5, 10, 15, 100], 4, 'quantile');
    expect(found).to.include(0);
    expect(found.length).to.equal(5);
  });

  it('are fewer where there are not enough different values, and none of none', () => {
    expect(bounds([7, 7, 7], 5, 'quantile')).to.deep.equal([7, 7]);
    expect(classOf([7, 7], 7)).to.equal(0);
    expect(bounds([0, 0, 0, 0, 0, 1], 5, 'quantile')).to.deep.equal([0, 1]);
    expect(bounds([Number.NaN], 5, 'jenks')).to.deep.equal([]);
    expect(classOf([], 1)).to.equal(-1);
    expect(classOf([0, 1], undefined)).to.equal(-1);
  });

  it('end at numbers that can be read', () => {
    expect(bounds([0.123456, 9.87654321], 3, 'equal').slice(1, -1)).to.deep.equal([3.4, 6.6]);
    expect(bounds([12_345, 987_654], 3, 'equal').slice(1, -1)).to.deep.equal([340_000, 660_000]);
  });

  it('of a million values hold them all', () => {
    const values = Float64Array.from({ length: 1_000_000 }, (_, i) => Math.exp(4 * Math.sin(i * 12.9898)));
    for (const classing of ['quantile', 'equal', 'jenks'] as const) {
      const found = classBounds(values, 7, classing);
      expect(found.length, classing).to.equal(8);
      expect(found[0], classing).to.be.at.most(Math.exp(-3.999));
      expect(found[7], classing).to.be.at.least(Math.exp(3.999));
    }
  });
});
