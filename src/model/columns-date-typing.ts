import { hasPoints, isLocal, readDate, type DateOrder } from './columns-date.js';
import { dateColumn, type RawColumn } from './columns.js';
import type { DateColumn } from './dataset.js';

/** The column as dates, if every value is one and all agree on one order; `undefined` else, and where day and month could be swapped. Yields so that its caller may pause. */
export function* typeDates(raw: RawColumn, isAbsent: (row: number) => boolean): Generator<void, DateColumn | undefined> {
  const times = yield* dates(raw, isAbsent);
  return times && dateColumn(raw.name, times, isLocal(raw));
}

function* dates(raw: RawColumn, isAbsent: (row: number) => boolean): Generator<void, Float64Array | undefined> {
  const [year, day, month] = [yield* datesIn(raw, isAbsent, 'year'), yield* datesIn(raw, isAbsent, 'day'), yield* datesIn(raw, isAbsent, 'month')];
  if (year) return year;
  if (!day || !month) return day ?? month;
  const row = day.findIndex((value) => !Number.isNaN(value));
  return hasPoints(raw.bytes, raw.starts[row]!, raw.ends[row]!) ? day : undefined;
}

function* datesIn({ bytes, starts, ends }: RawColumn, isAbsent: (row: number) => boolean, order: DateOrder): Generator<void, Float64Array | undefined> {
  let values: Float64Array | undefined;
  for (let row = 0; row < starts.length; row += 1) {
    if ((row & 8191) === 8191) yield;
    if (isAbsent(row)) continue;
    const value = readDate(bytes, starts[row]!, ends[row]!, order);
    if (Number.isNaN(value)) return undefined;
    values ??= new Float64Array(starts.length).fill(Number.NaN);
    values[row] = value;
  }
  return values;
}
