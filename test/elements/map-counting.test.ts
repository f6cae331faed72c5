import { expect } from '@open-wc/testing';
import { Counting } from '../../src/elements/map/map.counting.js';
import type { Facet } from '../../src/model/facet.js';

const facet = (column: number): Facet => ({ column, kind: 'values', codes: new Uint8Array(), size: 1 });

describe('the counts of facets', () => {
  it('are worked out in a task for each where there are many rows', async () => {
    let next = (): void => {};
    const told = (): Promise<void> => new Promise((resolve) => (next = resolve));
    const counting = new Counting(() => next());
    const [first, second, third] = [facet(0), facet(1), facet(2)];
    const due = (): boolean[] => [first!, second!, third!].map((each) => counting.isDue(each, 1_000_000));
    expect(due()).to.deep.equal([true, false, false]);
    await told();
    expect(due()).to.deep.equal([true, true, false]);
    await told();
    expect(due()).to.deep.equal([true, true, true]);
  });

  it('are there at once where there are few', () => {
    const counting = new Counting(() => {});
    expect([facet(0), facet(1)].map((each) => counting.isDue(each, 1000))).to.deep.equal([true, true]);
  });
});
