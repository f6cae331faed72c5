import type { Column, Dimension, Statistics } from './dataset.js';
import { coded, finer, type Coded } from './statistics-codes.js';
import { firstValue, isTime, offered } from './statistics-values.js';

/** More values are nothing to choose from. */
const mostValues = 1000;
/** Of all that values could be combined to, a table of statistics has more than so much. */
const density = 0.5;

/**
 * What tells the values of one place apart, such as years, where each place has several: times first, then what else is
 * needed until no two rows are the same. `undefined` where nothing does so, as of schools by district: these are things in
 * a place, not values of it. `placeOf` numbers the place of each row, below 0 for none.
 */
export function* findStatistics(columns: readonly Column[], placeOf: Int32Array, isCube: boolean): Generator<void, Statistics | undefined> {
  const placed = Uint32Array.from(placeOf.keys()).filter((row) => placeOf[row]! >= 0);
  const numbers = { codes: Uint32Array.from(placed, (row) => placeOf[row]!), count: 1 + placeOf.reduce((most, place) => Math.max(most, place), 0) };
  const places = finer({ codes: new Uint32Array(placed.length), count: 1 }, numbers);
  let groups: Coded = places;
  const placeCount = groups.count;
  // In a single place everything is different from everything.
  if (placeCount === placed.length || (placeCount === 1 && !isCube)) return undefined;
  const times = columns.map(isTime);
  const candidates: { readonly column: number; readonly own: Coded }[] = [];
  for (const [column, each] of columns.entries()) {
    yield;
    const own = each.type === 'category' || times[column] ? coded(each, placed) : undefined;
    // What is the same all over a place, such as its name, tells nothing apart in it.
    if (own && own.count > 1 && own.count <= mostValues && finer(groups, own).count > placeCount) candidates.push({ column, own });
  }
  candidates.sort((a, b) => Number(times[b.column]) - Number(times[a.column]) || a.column - b.column);
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
    yield;
    if (without.reduce((all, { own }) => finer(all, own), places).count === groups.count) taken = without;
  }
  const all = taken.reduce((product, { own }) => product * own.count, placeCount);
  if (groups.count < placed.length || (!isCube && placed.length <= density * all)) return undefined;
  return yield* choose(columns, times, taken.map(({ column }) => column), placeOf.length);
}

/** The first choice of each dimension: the times last, for the latest is of use only where what is measured then is known. */
function* choose(columns: readonly Column[], times: readonly boolean[], taken: readonly number[], length: number): Generator<void, Statistics> {
  const measure = columns.find((column, i) => column.type === 'number' && !taken.includes(i) && !times[i]);
  const dimensions = new Map<number, Dimension>();
  let rows = Uint32Array.from({ length }, (_, row) => row);
  for (const index of [...taken].sort((a, b) => Number(times[a]) - Number(times[b]))) {
    const column = columns[index]!;
    yield;
    const first = firstValue(column, times[index]!, rows, measure);
    yield;
    rows = rows.filter((row) => column.value(row) === first);
    dimensions.set(index, { column: index, values: offered(column, times[index]!, length), first });
  }
  return { dimensions: taken.map((index) => dimensions.get(index)!), rows };
}
