import { expect } from '@open-wc/testing';
import type { Dataset, Statistics } from '../../src/model/dataset.js';
import { findStatistics } from '../../src/model/statistics.js';
import { dataset } from '../support/places.js';

function found({ columns }: Dataset, places: readonly number[], isCube = false): Statistics | undefined {
  const work = findStatistics(columns, Int32Array.from(places), isCube);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const table = (columns: Readonly<Record<string, readonly (string | number | Date | undefined)[]>>, categories: readonly string[] = []): Dataset => dataset({ columns, categories });
const firsts = (statistics: Statistics | undefined): unknown => statistics?.dimensions.map(({ first }) => first);

describe('statistics', () => {
  it('are none where each place has one value', () => {
    expect(found(table({ year: [2023, 2024], value: [1, 2] }), [0, 1])).to.equal(undefined);
  });

  it('are none where nothing tells the rows of a place apart, or they are no table', () => {
    expect(found(table({ name: ['a', 'b', 'c', 'd'], value: [1, 2, 3, 4] }), [0, 0, 1, 1]), 'schools').to.equal(undefined);
    const kinds = { kind: ['Baker', 'Butcher', 'Grocer', 'Tailor', 'Cobbler', 'Smith'], value: [1, 2, 3, 4, 5, 6] };
    expect(found(table(kinds, ['kind']), [0, 0, 0, 1, 1, 1]), 'shops').to.equal(undefined);
    expect(firsts(found(table(kinds, ['kind']), [0, 0, 0, 1, 1, 1], true)), 'a cube with holes').to.deep.equal(['Baker']);
  });

  it('begin with the latest time that most places have a value of', () => {
    const years = table({ Jahr: [2022, 2023, 2024, 2022, 2023, 2024], Wert: [1, 2, undefined, 3, 4, undefined] });
    expect(firsts(found(years, [0, 0, 0, 1, 1, 1]))).to.deep.equal([2023]);
    expect(found(years, [0, 0, 0, 1, 1, 1])!.dimensions[0]!.values).to.deep.equal([2024, 2023, 2022]);
  });

  it('know times that are written as text, and years under any header', () => {
    const quarters = ['2023-Q4', '2024-Q1', '2023-Q4', '2024-Q1'];
    expect(firsts(found(table({ x: quarters, value: [1, 2, 3, 4] }, ['x']), [0, 0, 1, 1]))).to.deep.equal(['2024-Q1']);
    expect(firsts(found(table({ '2003-2014': [2003, 2014, 2003, 2014], value: [0.5, 2, 3, 4] }), [0, 0, 1, 1]))).to.deep.equal([2014]);
  });

  it('take the total of what else there is, in any of the languages', () => {
    for (const total of ['Total', 'insgesamt', 'Ensemble', 'Ambos sexos', '_T']) {
      expect(firsts(found(table({ sex: ['F', total, 'F', total], value: [1, 2, 3, 4] }, ['sex']), [0, 0, 1, 1]))).to.deep.equal([total]);
    }
    expect(firsts(found(table({ unit: ['Euro', 'Dollar', 'Euro', 'Dollar'], value: [1, 2, 3, 4] }, ['unit']), [0, 0, 1, 1]))).to.deep.equal(['Euro']);
  });

  it('leave out columns that say the same again, and what is the same all over a place', () => {
    const both = table({ sex: ['F', 'M', 'F', 'M'], code: ['1', '2', '1', '2'], land: ['A', 'A', 'B', 'B'], value: [1, 2, 3, 4] }, ['sex', 'code', 'land']);
    expect(found(both, [0, 0, 1, 1])!.dimensions.map(({ column }) => column)).to.deep.equal([0]);
  });

  it('show the rows without a place, too', () => {
    const some = table({ year: [2023, 2024, 2023, 2024, 2024], value: [1, 2, 3, 4, 5] });
    expect([...found(some, [0, 0, 1, 1, -1])!.rows]).to.deep.equal([1, 3, 4]);
  });
});
