import type { Dataset } from './dataset.js';
import type { Bin } from './facet-bins.js';
import type { Facet } from './facet.js';
import type { Ring } from './filter-place.js';
import { Sieve } from './filter-sieve.js';
import type { Haystack } from './filter-text.js';
import type { Extent } from './grid.js';

/** By column, the codes of which a row has to have one (0 stands for rows without a value). */
export type Chosen = ReadonlyMap<number, ReadonlySet<number>>;

/** What a reader wants to see of a dataset. All of it has to hold; of the codes or ranges of one column any one is enough. At most 31 things. */
export interface Filter {
  /** Words that all have to occur somewhere in a row. */
  readonly text: string;
  /** Categories. */
  readonly chosen: Chosen;
  /** By column, the numbers or times (milliseconds since 1970) that a row may have: from the first of each range, and below the second. */
  readonly ranges?: ReadonlyMap<number, readonly Bin[]> | undefined;
  /** Monday 1 to Sunday 7. */
  readonly weekdays?: Chosen | undefined;
  /** The hour of the day plus 1. */
  readonly hours?: Chosen | undefined;
  /** Only what lies in this box, in Web Mercator metres. */
  readonly extent?: Extent | undefined;
  /** Only what lies in this ring, in Web Mercator metres. */
  readonly area?: Ring | undefined;
}

export const everything: Filter = { text: '', chosen: new Map() };

/** What of a dataset passes a filter. */
export interface Passing {
  /** The rows, in the order of the data. */
  readonly rows: Uint32Array;
  /**
   * How many rows each code of a facet would leave, were it the only one chosen there: the rows that pass all but what is
   * asked of that facet itself. Index 0 counts the rows without a value. A column alone stands for its categories.
   */
  counts(facet: Facet | number): Uint32Array;
}

/** Lets a dataset through a filter, or only some of its rows. */
export function passing(dataset: Dataset, filter: Filter, haystack: Haystack, among?: Uint32Array): Passing {
  return new Sieve(dataset, haystack).sift(filter, among);
}
