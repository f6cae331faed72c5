import type { CategoryColumn, Dataset } from './dataset.js';
import { searchWords, type Haystack } from './filter-text.js';

/** What a reader wants to see of a dataset. */
export interface Filter {
  /** Words that all have to occur somewhere in a row. */
  readonly text: string;
  /** By column, the codes of which a row has to have one (0 stands for rows without a value); at most 30 columns. */
  readonly chosen: ReadonlyMap<number, ReadonlySet<number>>;
}

export const everything: Filter = { text: '', chosen: new Map() };

/** What of a dataset passes a filter. */
export interface Passing {
  /** The rows, in the order of the data. */
  readonly rows: Uint32Array;
  /**
   * How many rows each code of a category column would leave, were it the only one chosen in its column: the rows that
   * pass the search and the choices in all other columns. Index 0 counts the rows without a value.
   */
  counts(column: number): Uint32Array;
}

/** In `failed`: the row is none of those that are looked at. */
const outside = 2 ** 31;

/** Lets a dataset through a filter, or only some of its rows. Each criterion is one bit a row, so that counts without it cost no second search. */
export function passing(dataset: Dataset, filter: Filter, haystack: Haystack, among?: Uint32Array): Passing {
  const failed = new Uint32Array(dataset.length);
  if (among && among.length < dataset.length) {
    failed.fill(outside);
    for (const row of among) failed[row] = 0;
  }
  const words = searchWords(filter.text);
  if (words.length > 0) haystack.fail(words, failed, 1);
  const bits = new Map<number, number>();
  for (const [index, codes] of filter.chosen) {
    if (codes.size === 0) continue;
    const bit = 2 << bits.size;
    bits.set(index, bit);
    failCodes(category(dataset, index), codes, failed, bit);
  }
  return {
    rows: indices(failed),
    counts(index) {
      const { codes, labels } = category(dataset, index);
      const others = ~(bits.get(index) ?? 0);
      const counts = new Uint32Array(labels.length + 1);
      for (let row = 0; row < failed.length; row += 1) {
        if ((failed[row]! & others) === 0) counts[codes[row]!]! += 1;
      }
      return counts;
    },
  };
}

function category(dataset: Dataset, index: number): CategoryColumn {
  const column = dataset.columns[index];
  if (column?.type !== 'category') throw new RangeError(`Column ${index} is no category.`);
  return column;
}

function failCodes({ codes, labels }: CategoryColumn, chosen: ReadonlySet<number>, failed: Uint32Array, bit: number): void {
  const fails = new Uint8Array(labels.length + 1).fill(1);
  for (const code of chosen) fails[code] = 0;
  for (let row = 0; row < failed.length; row += 1) {
    if (fails[codes[row]!]) failed[row]! |= bit;
  }
}

function indices(failed: Uint32Array): Uint32Array {
  const rows = new Uint32Array(failed.length);
  let length = 0;
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row] === 0) rows[length++] = row;
  }
  return rows.subarray(0, length);
}
