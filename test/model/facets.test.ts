import { expect } from '@open-wc/testing';
import { facetOf, type Facet, type FacetKind } from '../../src/model/facet.js';
import type { Column, Dataset } from '../../src/model/dataset.js';
import { dateColumn, numberColumn, textColumn } from '../../src/model/columns.js';
import { dataset } from '../support/places.js';

const of = (column: Column, length: number): Dataset => ({ ...dataset({ columns: { name: Array.from({ length }, () => 'x') } }), columns: [column] });
const numbers = (name: string, values: readonly number[], kind: FacetKind = 'ranges'): Facet | undefined => facetOf(of(numberColumn(name, Float64Array.from(values)), values.length), 0, kind);
const dates = (values: readonly (string | undefined)[], kind: FacetKind = 'ranges'): Facet | undefined =>
  facetOf(of(dateColumn('day', Float64Array.from(values, (value) => (value ? Date.parse(value) : Number.NaN))), values.length), 0, kind);
const edges = (facet: Facet | undefined): number[] => [...new Set(facet!.bins!.flat())];

describe('a facet', () => {
  it('shows a few whole numbers one by one', () => {
    const facet = numbers('speed limit', [30, 70, 30, Number.NaN, 20])!;
    expect([facet.step, facet.bins, [...facet.codes]]).to.deep.equal(['each', [[20, 21], [30, 31], [70, 71]], [2, 3, 2, 0, 1]]);
  });

  it('puts numbers into bins on round edges, of which the last lies behind the greatest', () => {
    const whole = numbers('pupils', Array.from({ length: 101 }, (_, i) => i + 100))!;
    expect([whole.isWhole, edges(whole)]).to.deep.equal([true, Array.from({ length: 22 }, (_, i) => 100 + 5 * i)]);
    const tenths = numbers('share', [0, 0.1, 0.3, 0.7, 1.49, 1.5])!;
    expect([tenths.isWhole, edges(tenths).includes(0.15), edges(tenths).at(-1), tenths.codes[2]]).to.deep.equal([false, true, 1.55, 7]);
    expect(tenths.bins![tenths.codes[2]! - 1]).to.deep.equal([0.3, 0.35]);
    expect(numbers('same', [5, 5, Number.NaN])).to.equal(undefined);
    expect(edges(numbers('cold', [-17.2, -3, 9.9, 12.4]))[0]).to.equal(-18);
  });

  it('grows its steps where nearly all would be in one bar', () => {
    const facet = numbers('inhabitants', [0, ...Array.from({ length: 99 }, (_, i) => 3 + i * 7), 3_400_000])!;
    expect([facet.step, edges(facet).slice(0, 5), edges(facet).at(-1)]).to.deep.equal(['growing', [0, 1, 2, 5, 10], 5_000_000]);
  });

  it('puts each value into the bin that it lies in, edges and neighbours of edges as well', () => {
    const near = [0.1, 0.3, 7, 29.9, 30].flatMap((value) => [value - 1e-12, value, value + 1e-12]);
    for (const values of [Array.from({ length: 3000 }, (_, i) => (i * 7919) % 301 / 10), [0.01, ...Array.from({ length: 300 }, (_, i) => i / 9), 2e7], near]) {
      const { bins, codes } = numbers('height', values)!;
      expect(values.filter((value, row) => !(bins![codes[row]! - 1]![0] <= value && value < bins![codes[row]! - 1]![1]))).to.deep.equal([]);
    }
  });

  it('takes the steps of the calendar for dates', () => {
    const steps = ([['2026-01-01T03:00Z', '2026-01-02T20:00Z'], ['2026-01-01', '2026-02-15'], ['2026-01-01', '2026-09-01'], ['2024-01-15', '2026-02-01'], ['2015-01-01', '2026-02-01'], ['1980-01-01', '2026-02-01'], ['1147-01-01', '1998-01-01']] as const).map((span) => dates(span)!);
    expect(steps.map(({ step }) => step)).to.deep.equal(['hour', 'day', 'week', 'month', 'quarter', 'year', 'years']);
    const [first, , weeks, months] = steps.map((facet) => facet.bins!.map(([from]) => new Date(from).toISOString()));
    expect(first![0]).to.equal('2026-01-01T03:00:00.000Z');
    expect(weeks!.slice(0, 2), 'weeks begin on Monday').to.deep.equal(['2025-12-29T00:00:00.000Z', '2026-01-05T00:00:00.000Z']);
    expect([months![0], months!.at(-1), months!.length]).to.deep.equal(['2024-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', 26]);
    expect(edges(steps.at(-1))[0], 'of centuries the bars are decades').to.equal(Date.parse('1140-01-01'));
  });

  it('knows weekdays and hours as they are written', () => {
    const written = ['2026-11-23T08:15Z', undefined, '1969-12-28T23:59Z', '2026-11-29'];
    expect([...dates(written, 'weekdays')!.codes]).to.deep.equal([1, 0, 7, 7]);
    expect([...dates(written, 'hours')!.codes]).to.deep.equal([9, 0, 24, 1]);
    expect(dates(['2026-11-23', '2026-11-24'], 'hours'), 'whole days have no hours').to.equal(undefined);
  });

  it('reads hours from text and from numbers that are called so', () => {
    const data = dataset({ columns: { time: ['08:15', '23:59:10', undefined, '7.05'], kind: ['a', 'b', 'a', 'b'] }, categories: ['time', 'kind'] });
    expect([...facetOf(data, 0, 'hours')!.codes]).to.deep.equal([9, 24, 0, 8]);
    expect(facetOf(data, 1, 'hours')).to.equal(undefined);
    const bytes = new TextEncoder().encode('08:1514:00');
    expect([...facetOf(of(textColumn({ name: 'at', bytes, starts: Uint32Array.of(0, 5, 10), ends: Uint32Array.of(5, 10, 10) }), 3), 0, 'hours')!.codes]).to.deep.equal([9, 15, 0]);
    expect([...numbers('departure_hour', [7, 23, Number.NaN], 'hours')!.codes]).to.deep.equal([8, 24, 0]);
    expect(numbers('departure_hour', [7, 24], 'hours')).to.equal(undefined);
    expect(numbers('platform', [7, 23], 'hours')).to.equal(undefined);
  });
});
