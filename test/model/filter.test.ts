import { expect } from '@open-wc/testing';
import { Haystack, folded } from '../../src/model/filter-text.js';
import { everything, passing, type Filter } from '../../src/model/filter.js';
import { dataset } from '../support/places.js';

const schools = dataset({
  columns: {
    name: ['École Jean Jaurès', 'Straßenschule', 'Łódź primary', undefined, 'Jaurès gym'],
    kind: ['school', 'school', 'school', 'school', 'gym'],
    town: ['Lille', 'Köln', undefined, 'Köln', 'Lille'],
    pupils: [100, 200, 300, 400, 500],
  },
  categories: ['kind', 'town'],
});

const through = (filter: Partial<Filter>) => passing(schools, { ...everything, ...filter }, new Haystack(schools));
const rows = (filter: Partial<Filter>): number[] => [...through(filter).rows];

describe('a filter', () => {
  it('lets everything through where nothing is asked', () => {
    expect(rows({})).to.deep.equal([0, 1, 2, 3, 4]);
    expect(rows({ text: '  ' })).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('finds words without regard to case, accents and special letters', () => {
    expect(rows({ text: 'ecole' })).to.deep.equal([0]);
    expect(rows({ text: 'ÉCOLE' })).to.deep.equal([0]);
    expect(rows({ text: 'strasse' })).to.deep.equal([1]);
    expect(rows({ text: 'straße' })).to.deep.equal([1]);
    expect(rows({ text: 'lodz' })).to.deep.equal([2]);
    expect(folded('İstanbul')).to.equal('istanbul');
    expect(folded('مُحَمَّد')).to.equal('محمد');
  });

  it('asks for every word, in whichever column', () => {
    expect(rows({ text: 'jaures' })).to.deep.equal([0, 4]);
    expect(rows({ text: 'lille gym' })).to.deep.equal([4]);
    expect(rows({ text: 'gym gym' })).to.deep.equal([4]);
    expect(rows({ text: 'lille nowhere' })).to.deep.equal([]);
  });

  it('does not find a word that only two neighbouring values make together', () => {
    expect(rows({ text: 'jauresschool' })).to.deep.equal([]);
    expect(rows({ text: 'koln' })).to.deep.equal([1, 3]);
  });

  it('keeps rows apart whatever their text contains', () => {
    const odd = dataset({ columns: { name: ['a\u0001b', 'c\nd', 'e'] } });
    const found = (text: string): number[] => [...passing(odd, { ...everything, text }, new Haystack(odd)).rows];
    expect(found('e')).to.deep.equal([2]);
    expect(found('d')).to.deep.equal([1]);
  });

  it('finds the same in a large dataset as one by one', () => {
    const names = Array.from({ length: 40_000 }, (_, row) => `Place ${row.toString(7)}`);
    const large = dataset({ columns: { name: names } });
    const found = passing(large, { ...everything, text: '1234' }, new Haystack(large)).rows;
    expect([...found]).to.deep.equal(names.flatMap((name, row) => (name.includes('1234') ? [row] : [])));
    expect(found.length).to.be.greaterThan(50);
  });

  it('takes any of the values chosen in a column, and all columns together', () => {
    expect(rows({ chosen: new Map([[2, new Set([1, 2])]]) })).to.deep.equal([0, 1, 3, 4]);
    expect(rows({ chosen: new Map([[2, new Set([0])]]) })).to.deep.equal([2]);
    expect(rows({ chosen: new Map([[2, new Set([1])], [1, new Set([2])]]) })).to.deep.equal([4]);
    expect(rows({ chosen: new Map([[2, new Set<number>()]]) })).to.deep.equal([0, 1, 2, 3, 4]);
    expect(rows({ text: 'jaures', chosen: new Map([[1, new Set([1])]]) })).to.deep.equal([0]);
  });

  it('counts what each value would leave: under the search and the other columns, not under its own', () => {
    expect([...through({}).counts(2)]).to.deep.equal([1, 2, 2]);
    expect([...through({ text: 'jaures' }).counts(2)]).to.deep.equal([0, 2, 0]);
    const both = through({ chosen: new Map([[2, new Set([1])], [1, new Set([1])]]) });
    expect([...both.counts(2)]).to.deep.equal([1, 1, 2]);
    expect([...both.counts(1)]).to.deep.equal([0, 1, 1]);
  });
});
