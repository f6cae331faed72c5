import { expect } from '@open-wc/testing';
import { categoryColumn, dateColumn, numberColumn } from '../../src/model/columns.js';
import type { Dataset } from '../../src/model/dataset.js';
import { facetOf } from '../../src/model/facet.js';
import { toFilter, toState } from '../../src/model/filter-names.js';
import type { Condition, FilterState } from '../../src/model/filter-state.js';
import { Sieve } from '../../src/model/filter-sieve.js';
import { Haystack } from '../../src/model/filter-text.js';
import { everything, passing, type Filter } from '../../src/model/filter.js';
import { mercatorX, mercatorY } from '../../src/model/mercator.js';
import { dataset } from '../support/places.js';

const at = (...points: (readonly [number, number] | undefined)[]) => dataset({ columns: { n: points.map((_, i) => i) }, places: points.map((point) => point && { point: [...point] as [number, number] }) });
const through = (data: Dataset, state: FilterState): number[] => [...passing(data, toFilter(state, data).filter, new Haystack(data)).rows];

describe('a filter by place', () => {
  it('keeps what lies in a box, and nothing that has no place', () => {
    expect(through(at([0, 0], [10, 10], undefined, [4.9, -4.9]), { extent: [-5, -5, 5, 5] })).to.deep.equal([0, 3]);
  });

  it('goes round the world', () => {
    const data = at([179, 0], [-179, 0], [0, 0]);
    expect(through(data, { extent: [170, -5, -170, 5] })).to.deep.equal([0, 1]);
    expect(through(data, { extent: [-180, -85, 180, 85] })).to.deep.equal([0, 1, 2]);
    expect(through(data, { area: [[170, -5], [190, -5], [190, 5], [170, 5]] })).to.deep.equal([0, 1]);
    expect(through(data, { area: [[-190, -5], [-170, -5], [-170, 5], [-190, 5]] })).to.deep.equal([0, 1]);
  });

  it('keeps an area of which only a part is in the box, also across the antimeridian', () => {
    const square = (west: number): [number, number][] => [[west, 0], [west + 10, 0], [west + 10, 10], [west, 10], [west, 0]];
    const data = dataset({ columns: { n: [1, 2, 3] }, places: [{ area: [square(0)] }, { area: [square(20)] }, { area: [square(168)] }] });
    expect(through(data, { extent: [9, 9, 15, 15] })).to.deep.equal([0]);
    expect(through(data, { extent: [175, 5, -175, 6] })).to.deep.equal([2]);
  });

  it('keeps what lies in a ring, even where it has a bay or crosses itself', () => {
    const bay: FilterState['area'] = [[0, 0], [10, 0], [10, 10], [5, 2], [0, 10]];
    expect(through(at([5, 1], [5, 6], [1, 6], [11, 1]), { area: bay })).to.deep.equal([0, 2]);
    const bow: FilterState['area'] = [[0, 0], [10, 10], [10, 0], [0, 10]];
    expect(through(at([1, 5], [9, 5], [5, 1], [5, 9]), { area: bow })).to.deep.equal([0, 1]);
  });
});

describe('a filter that has names', () => {
  const data = dataset({
    columns: { kind: ['a', 'b', undefined, 'a'], n: [1, 2.5, undefined, 40], day: [new Date('2026-11-23T08:00Z'), new Date('2026-11-29T09:00Z'), undefined, new Date('2026-11-24T10:00Z')] },
    categories: ['kind'],
    places: [{ point: [1, 1] }, { point: [2, 2] }, { point: [3, 3] }, undefined],
  });

  it('is the same there and back', () => {
    const state: FilterState = {
      text: 'a',
      where: [{ column: 'kind', values: ['a', null] }, { column: 'n', ranges: [[0, 2], [30, 50]] }, { column: 'day', weekdays: [1, 2], hours: [8, 10] }],
      extent: [-5, -5, 5, 5.123457],
      area: [[0, 0], [4.5, 0], [0, 4.123456]],
    };
    const { filter, ignored } = toFilter(state, data);
    expect(ignored).to.deep.equal([]);
    expect(toState(filter, data)).to.deep.equal(state);
    expect(toState(everything, data)).to.deep.equal({});
    expect([through(data, { where: state.where }), through(data, state)]).to.deep.equal([[0, 3], [0]]);
  });

  it('names what is not in the data, and keeps the rest', () => {
    const where = [{ column: 'kind', values: ['a', 'z'], hours: [3] }, { column: 'gone', values: ['x'] }, { column: 'n', ranges: [[5, 1], [0, 2]] }, { column: 'day', weekdays: [1, 9] }, { column: 'n', values: ['1'] }] as Condition[];
    const { filter, ignored } = toFilter({ where }, data);
    expect(toState(filter, data)).to.deep.equal({ where: [{ column: 'kind', values: ['a'] }, { column: 'n', ranges: [[0, 2]] }, { column: 'day', weekdays: [1] }] });
    expect(ignored).to.deep.equal([{ column: 'kind', values: ['z'], hours: [3] }, { column: 'gone', values: ['x'] }, { column: 'n', ranges: [[5, 1]] }, { column: 'day', weekdays: [9] }, { column: 'n', values: ['1'] }]);
  });

  it('survives whatever a link may hold', () => {
    for (const state of [{ where: 'x' }, { where: [null, 3, { column: 7 }, { column: 'n', ranges: [null, [1], ['a', 'b']] }] }, { extent: [1, 2] }, { area: [[1, 2], [3, 'x'], [4, 5]] }, { text: 5 }] as unknown as FilterState[]) {
      expect(through(data, state), JSON.stringify(state)).to.deep.equal([0, 1, 2, 3]);
    }
    const many = Array.from({ length: 40 }, (_, i) => `c${i}`);
    const wide = dataset({ columns: Object.fromEntries(many.map((name) => [name, ['a', 'b']])), categories: many });
    const { ignored } = toFilter({ where: many.map((column) => ({ column, values: ['a'] })), text: 'a' }, wide);
    expect([ignored.length, through(wide, { where: many.map((column) => ({ column, values: ['a'] })), text: 'a' })]).to.deep.equal([12, [0]]);
  });
});

describe('a sieve', () => {
  const length = 1_000_000;
  /** The same numbers each time, well mixed. */
  const mixed = (seed: number) => (_: unknown, row: number): number => (Math.imul(row + seed, 2_654_435_761) >>> 8) / 2 ** 24;
  const kinds = categoryColumn('kind', Uint32Array.from({ length }, (_, row) => Math.floor(mixed(1)(_, row) * 6)), ['a', 'b', 'c', 'd', 'e']);
  const amounts = numberColumn('amount', Float64Array.from({ length }, (_, row) => (row % 97 === 0 ? Number.NaN : Math.round(mixed(2)(_, row) * 1e4) / 10)));
  const times = dateColumn('timestamp', Float64Array.from({ length }, (_, row) => 1000 * (1_200_000_000 + Math.floor(mixed(3)(_, row) * 3e8))));
  const x = Float64Array.from({ length }, (_, row) => mercatorX(mixed(4)(_, row) * 20));
  const y = Float64Array.from({ length }, (_, row) => mercatorY(mixed(5)(_, row) * 20));
  const data: Dataset = { ...dataset({ columns: { name: [] } }), length, columns: [kinds, amounts, times], places: { located: length, bounds: [0, 0, 20, 20], x, y, kind: () => 'point', shapes: undefined } };
  const area: FilterState['area'] = [[1, 1], [19, 3], [12, 10], [18, 18], [2, 16]];

  const hourOf = (row: number): number => new Date(times.values[row]!).getUTCHours();
  const inArea = (row: number): boolean => {
    const ring = area!.map(([lon, lat]) => [mercatorX(lon), mercatorY(lat)] as const);
    return ring.filter(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length]!;
      return y1 > y[row]! !== y2 > y[row]! && x[row]! < x1 + ((y[row]! - y1) / (y2 - y1)) * (x2 - x1);
    }).length % 2 === 1;
  };
  const tests = {
    kind: (row: number): boolean => [1, 3].includes(kinds.codes[row]!),
    amount: (row: number): boolean => { const n = amounts.values[row]!; return (n >= 100 && n < 250) || (n >= 700 && n < 905.5); },
    hours: (row: number): boolean => [8, 9].includes(hourOf(row)),
    area: inArea,
  };
  const state: FilterState = { where: [{ column: 'kind', values: ['a', 'c'] }, { column: 'amount', ranges: [[100, 250], [700, 905.5]] }, { column: 'timestamp', hours: [8, 9] }], area };
  const naive = (...names: (keyof typeof tests)[]): number[] => Array.from({ length }, (_, row) => row).filter((row) => names.every((name) => tests[name](row)));

  it('keeps of a million rows those that a plain loop keeps, whatever changes in between', function slow(this: Mocha.Context) {
    this.timeout(20_000);
    const sieve = new Sieve(data, new Haystack(data));
    const { filter } = toFilter(state, data);
    const hours = facetOf(data, 2, 'hours')!;
    const check = (wanted: Filter, ...names: (keyof typeof tests)[]): void => {
      const { rows, counts } = sieve.sift(wanted);
      const expected = naive(...names);
      expect(rows.length, names.join()).to.equal(expected.length);
      expect(rows.every((row, i) => row === expected[i])).to.equal(true);
      const byHour = new Uint32Array(25);
      for (const row of naive(...names.filter((name) => name !== 'hours'))) byHour[hourOf(row) + 1]! += 1;
      expect([...counts(hours)]).to.deep.equal([...byHour]);
    };
    check(filter, 'kind', 'amount', 'hours', 'area');
    check({ ...filter, area: undefined }, 'kind', 'amount', 'hours');
    check({ ...filter, hours: undefined }, 'kind', 'amount', 'area');
    check({ ...everything, ranges: filter.ranges }, 'amount');
    check(filter, 'kind', 'amount', 'hours', 'area');
  });

  it('looks among some rows, and then among others', () => {
    const sieve = new Sieve(data, new Haystack(data));
    const { filter } = toFilter({ where: [{ column: 'kind', values: ['a'] }] }, data);
    const among = Uint32Array.from({ length: 1000 }, (_, i) => i * 3);
    expect([...sieve.sift(filter, among).rows]).to.deep.equal([...among].filter((row) => kinds.codes[row] === 1));
    expect(sieve.sift(filter, among.subarray(0, 10)).counts(0).reduce((sum, n) => sum + n, 0)).to.equal(10);
    expect(sieve.sift(everything).rows.length).to.equal(length);
  });
});
