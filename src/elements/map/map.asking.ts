import type { Bin } from '../../model/facet-bins.js';
import type { Facet } from '../../model/facet.js';
import type { Filter } from '../../model/filter.js';

const maps = { values: 'chosen', weekdays: 'weekdays', hours: 'hours' } as const;
const none: ReadonlySet<number> = new Set();

/** What of a facet is enough to ask for it. */
type Asked = Pick<Facet, 'column' | 'kind' | 'bins'>;

/** The codes that are chosen of a facet; of a few whole numbers those that are ranges of their own. */
export function chosenOf(filter: Filter, { column, kind, bins }: Asked): ReadonlySet<number> {
  if (kind !== 'ranges') return filter[maps[kind]]?.get(column) ?? none;
  const ranges = rangesOf(filter, column);
  return ranges.length === 0 ? none : new Set(bins!.flatMap(([first, end], i) => (ranges.some(([from, below]) => from <= first && end <= below) ? [i + 1] : [])));
}

export function rangesOf(filter: Filter, column: number): readonly Bin[] {
  return filter.ranges?.get(column) ?? [];
}

/** The same filter with a code of a facet chosen, or no longer. */
export function withCode(filter: Filter, facet: Asked, code: number, on: boolean): Filter {
  const codes = new Set(chosenOf(filter, facet));
  if (on) codes.add(code);
  else codes.delete(code);
  if (facet.kind === 'ranges') return withRanges(filter, facet.column, [...codes].sort((a, b) => a - b).map((each) => facet.bins![each - 1]!));
  return withCodes(filter, facet, codes);
}

export function withCodes(filter: Filter, { column, kind }: Asked, codes: ReadonlySet<number>): Filter {
  if (kind === 'ranges') return withRanges(filter, column, []);
  return { ...filter, [maps[kind]]: replaced(filter[maps[kind]], column, codes.size > 0 ? codes : undefined) };
}

export function withRanges(filter: Filter, column: number, ranges: readonly Bin[]): Filter {
  return { ...filter, ranges: replaced(filter.ranges, column, ranges.length > 0 ? ranges : undefined) };
}

/** Everything else stays the very same, so that it is not computed again. */
function replaced<T>(map: ReadonlyMap<number, T> | undefined, column: number, value: T | undefined): ReadonlyMap<number, T> {
  const next = new Map(map);
  if (value === undefined) next.delete(column);
  else next.set(column, value);
  return next;
}
