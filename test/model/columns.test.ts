import { expect } from '@open-wc/testing';
import * as dates from '../../src/model/columns-date-typing.js';
import { typeColumn } from '../../src/model/columns-typing.js';
import type { RawColumn } from '../../src/model/columns.js';
import type { Column } from '../../src/model/dataset.js';

function raw(cells: readonly string[]): RawColumn {
  const encoder = new TextEncoder();
  const parts = cells.map((cell) => encoder.encode(cell));
  const ends = Uint32Array.from(parts, ((end) => (part) => (end += part.length))(0));
  const bytes = new Uint8Array(ends.at(-1) ?? 0);
  parts.forEach((part, i) => bytes.set(part, ends[i]! - part.length));
  return { name: 'n', bytes, starts: ends.map((end, i) => end - parts[i]!.length), ends };
}

function typed(cells: readonly string[], decimal: '.' | ',' = '.'): { column: Column; bad: number[]; values: unknown[] } {
  const bad: number[] = [];
  const work = typeColumn(raw(cells), { decimal, badNumber: (row) => bad.push(row), dates });
  let step = work.next();
  while (!step.done) step = work.next();
  const column = step.value;
  return { column, bad, values: cells.map((_, row) => column.value(row)) };
}

describe('a column of numbers', () => {
  const read: readonly (readonly [cells: string[], numbers: (number | undefined)[]])[] = [
    [['1', '-2.5', '+3.25', '.5', '1e3', '4.'], [1, -2.5, 3.25, 0.5, 1000, 4]],
    [['7,11523', '12,5'], [7.11523, 12.5]],
    [['6074829,98525275', '3526919,73068885'], [6074829.98525275, 3526919.73068885]],
    [['1,234,567', '89', '1,000'], [1234567, 89, 1000]],
    [['1.234.567,5', '12.000,25'], [1234567.5, 12000.25]],
    [["1'234", '12 345.5', '1\u202f000', '2\u00a0345\u00a0678'], [1234, 12345.5, 1000, 2345678]],
    [['9.4922496553216309', '47.6564166892793537'], [Number('9.4922496553216309'), Number('47.6564166892793537')]],
    [['−5', '3'], [-5, 3]],
    [['12', '', 'n/a', '-', 'null', '7'], [12, undefined, undefined, undefined, undefined, 7]],
    [['0', '0.5', '-0.25'], [0, 0.5, -0.25]],
  ];
  for (const [cells, numbers] of read) {
    it(`reads ${cells.join(' | ')}`, () => {
      const { column, values, bad } = typed(cells);
      expect(column.type).to.equal('number');
      expect(values).to.deep.equal(numbers);
      expect(bad).to.deep.equal([]);
    });
  }

  it('takes 1,234 as the file writes its decimals', () => {
    expect(typed(['1,234', '5,678'], '.').values).to.deep.equal([1234, 5678]);
    expect(typed(['1,234', '5,678'], ',').values).to.deep.equal([1.234, 5.678]);
  });

  it('stays text where digits are codes, telephones, or more than a number can hold', () => {
    for (const cells of [['01067', '99084', '10115'], ['+4971155', '+4930123'], ['12345678901234567', '22345678901234567'], ['1.2.3', '4.5.6'], ['1,23,4', '2,34,5'], ['12 34 56', '11 22 33']]) {
      expect(typed(cells).column.type, cells[0]).to.equal('text');
      expect(typed(cells).values).to.deep.equal(cells);
    }
  });

  it('forgives one value in a hundred, and reports it', () => {
    const cells = Array.from({ length: 200 }, (_, i) => (i === 7 ? '33q.2' : String(i)));
    expect(typed(cells).bad).to.deep.equal([7]);
    expect(typed(cells).values[7]).to.equal(undefined);
    cells[8] = 'B 30';
    cells[9] = 'B 31';
    expect(typed(cells).column.type).to.equal('text');
    expect(typed(cells).values[8]).to.equal('B 30');
  });
});

describe('a column of dates', () => {
  const read: readonly (readonly [cells: string[], iso: string[]])[] = [
    [['2026-11-23', '2024-02-29'], ['2026-11-23T00:00:00.000Z', '2024-02-29T00:00:00.000Z']],
    [['2026-11-23T14:05:06.500+01:00', '2026-11-23 14:05'], ['2026-11-23T13:05:06.500Z', '2026-11-23T14:05:00.000Z']],
    [['2026/11/03 08:00:00', '2026-01-01T00:00:00Z'], ['2026-11-03T08:00:00.000Z', '2026-01-01T00:00:00.000Z']],
    [['2026-01-01T12:00:00-0330', '2026-01-01T12:00:00+05'], ['2026-01-01T15:30:00.000Z', '2026-01-01T07:00:00.000Z']],
    [['30/08/1991 12:39:58', '01/09/1991 07:46:29'], ['1991-08-30T12:39:58.000Z', '1991-09-01T07:46:29.000Z']],
    [['08/30/1991', '09/01/1991'], ['1991-08-30T00:00:00.000Z', '1991-09-01T00:00:00.000Z']],
    [['03.04.2020', '05.06.2021'], ['2020-04-03T00:00:00.000Z', '2021-06-05T00:00:00.000Z']],
  ];
  for (const [cells, iso] of read) {
    it(`reads ${cells.join(' | ')}`, () => {
      const { column, values } = typed(cells);
      expect(column.type).to.equal('date');
      expect(values.map((value) => new Date(value as number).toISOString())).to.deep.equal(iso);
    });
  }

  it('is none where day and month could be swapped, where they disagree, or where a date does not exist', () => {
    for (const cells of [['03/04/2020', '05/06/2021'], ['30/08/1991', '08/30/1991'], ['2023-02-29', '2023-03-01'], ['11/11/16 7:00', '11/12/16 2:58'], ['2026-11-23', 'soon'], ['2026-11-23T25:00', '2026-11-23T01:00']]) {
      expect(typed(cells).column.type, cells.join(' ')).to.equal('text');
    }
  });
});

describe('a column of words', () => {
  it('is a category where they repeat themselves, with its labels in their first order', () => {
    const { column, values } = typed(['oak', 'lime', '', 'oak', 'lime', 'NULL', 'oak']);
    expect(column.type === 'category' && column.labels).to.deep.equal(['oak', 'lime']);
    expect(column.type === 'category' && [...column.codes]).to.deep.equal([1, 2, 0, 1, 2, 0, 1]);
    expect(values).to.deep.equal(['oak', 'lime', undefined, 'oak', 'lime', undefined, 'oak']);
  });

  it('is text where they do not, or where there are too many for a legend', () => {
    expect(typed(['Ähre', 'Öl', 'Übel']).column.type).to.equal('text');
    expect(typed(['Ähre', '', 'Übel 😀']).values).to.deep.equal(['Ähre', undefined, 'Übel 😀']);
    const streets = Array.from({ length: 1200 }, (_, i) => `Street ${i % 300}`);
    const { column, values } = typed(streets);
    expect(column.type).to.equal('text');
    expect(values).to.deep.equal(streets);
  });

  it('is text where there is nothing', () => {
    expect(typed(['', '', '']).column.type).to.equal('text');
  });
});
