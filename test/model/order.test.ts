import { expect } from '@open-wc/testing';
import { among, orderBy, orderByNumber, type Order } from '../../src/model/order.js';
import { dataset } from '../support/places.js';

function done(work: Generator<void, Order>): Order {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const words = new Intl.Collator('en');
const sorted = (cells: readonly (string | number | undefined)[], down = false, some = cells.map((_, row) => row), categories: string[] = []) =>
  [...among(done(orderBy(dataset({ columns: { cells }, categories }).columns[0]!, cells.length, words)), Uint32Array.from(some), down)].map((row) => cells[row]);

describe('an order of rows', () => {
  it('is that of numbers, of a dictionary, and of the numbers in names', () => {
    expect(sorted([10, 9, 100, -1])).to.deep.equal([-1, 9, 10, 100]);
    expect(sorted(['Zoo', 'Église', 'eau', 'Tree 10', 'Tree 2'])).to.deep.equal(['eau', 'Église', 'Tree 2', 'Tree 10', 'Zoo']);
    expect(sorted(['park', 'Lake', 'park', 'Bay'], false, [0, 1, 2, 3], ['cells'])).to.deep.equal(['Bay', 'Lake', 'park', 'park']);
  });

  it('has what has no value at its end, whichever way it goes', () => {
    expect(sorted([2, undefined, 3, undefined, 1])).to.deep.equal([1, 2, 3, undefined, undefined]);
    expect(sorted([2, undefined, 3, undefined, 1], true)).to.deep.equal([3, 2, 1, undefined, undefined]);
    expect(sorted(['b', undefined, 'a'], true, [0, 1, 2], ['cells'])).to.deep.equal(['b', 'a', undefined]);
  });

  it('is kept by a part of the rows', () => {
    expect(sorted([5, 4, 3, 2, 1], false, [0, 2, 4])).to.deep.equal([1, 3, 5]);
  });

  it('leaves equal rows as they stand in the data, over many runs', () => {
    const values = Float64Array.from({ length: 20_000 }, (_, row) => (row * 7919) % 100);
    const { rows } = done(orderByNumber(values));
    expect(rows.every((row, i) => i === 0 || values[rows[i - 1]!]! < values[row]! || (values[rows[i - 1]!] === values[row] && rows[i - 1]! < row))).to.equal(true);
  });
});
