import type { Column, Dimension, Statistics } from './dataset.js';
import { coded, finer, type Coded } from './statistics-codes.js';
import { firstValue, isTime, offered } from './statistics-values.js';

/** More values are nothing to choose from. */
const mostValues = 1000;
/** Of all that values could be combined to, a table of statistics has at least so much. */
const density = 0.5;

/**
 * What tells the values of one place apart, such as years, where each place has several: times first, then what else is
 * needed until no two rows are the same. `undefined` where nothing does so, as of schools by district: these are things in
 * a place, not values of it. `placeOf` numbers the place of each row, below 0 for none.
 */
export function* findStatistics(columns: readonly Column[], placeOf: Int32Array, isCube: boolean): Generator<void, Statistics | undefined> {
  const placed = Uint32Array.from(placeOf.keys()).filter((row) => placeOf[row]! >= 0);
  const places = { codes: Uint32Array.from(placed, (row) => placeOf[row]!), count: 1 + placeOf.reduce((most, place) => Math.max(most, place), 0) };
  let groups: Coded = finer(undefined, places);
  const placeCount = groups.count;
  // In a single place everything is different from everything.
  if (placeCount === placed.length || (placeCount === 1 && !isCube)) return undefined;
  const candidates: { readonly column: number; readonly own: Coded }[] = [];
  for (const [column, each] of columns.entries()) {
    yield;
    const own = each.type === 'category' || isTime(each) ? coded(each, placed) : undefined;
    // What is the same all over a place, such as its name, tells nothing apart in it.
    if (own && own.count > 1 && own.count <= mostValues && finer(groups, own).count > placeCount) candidates.push({ column, own });
  }
  candidates.sort((a, b) => Number(isTime(columns[b.column]!)) - Number(isTime(columns[a.column]!)) || a.column - b.column);
  let taken: typeof candidates = [];
  for (const candidate of candidates) {
    yield;
    const next = finer(groups, candidate.own);
    if (next.count > groups.count) taken.push(candidate);
    groups = next;
    if (groups.count === placed.length) break;
  }
  // What was taken early may say nothing beside what came after it, such as the year beside the month.
  for (const each of taken) {
    const without = taken.filter((other) => other !== each);
    if (without.reduce((all, { own }) => finer(all, own), finer(undefined, places)).count === groups.count) taken = without;
  }
  const all = taken.reduce((product, { own }) => product * own.count, placeCount);
  if (groups.count < placed.length || (!isCube && placed.length < density * all)) return undefined;
  return choose(columns, taken.map(({ column }) => column), placeOf.length);
}

/** The first choice of each dimension: the times last, for the latest is of use only where what is measured then is known. */
function choose(columns: readonly Column[], taken: readonly number[], length: number): Statistics {
  const measure = columns.find((column, i) => column.type === 'number' && !taken.includes(i) && !isTime(column));
  const dimensions = new Map<number, Dimension>();
  let rows = Uint32Array.from({ length }, (_, row) => row);
  for (const index of [...taken].sort((a, b) => Number(isTime(columns[a]!)) - Number(isTime(columns[b]!)))) {
    const column = columns[index]!;
    const first = firstValue(column, rows, measure);
    rows = rows.filter((row) => column.value(row) === first);
    dimensions.set(index, { column: index, values: offered(column, length), first });
  }
  return { dimensions: taken.map((index) => dimensions.get(index)!), rows };
}
