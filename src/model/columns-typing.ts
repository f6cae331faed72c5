import { dictionary } from './columns-dictionary.js';
import { isCode, readNumber, type DecimalMark } from './columns-number.js';
import { categoryColumn, cellText, numberColumn, repeatedTextColumn, textColumn, type RawColumn } from './columns.js';
import type { Column } from './dataset.js';

/** What programs write where nothing is. */
const nothing = new Set(['null', 'NULL', 'NaN', 'nan', '#N/A', '<NA>']);
const longestNothing = 4;
/** The first bytes of these: most cells need no second look. */
const begins = new Uint8Array(256);
for (const word of nothing) begins[word.charCodeAt(0)] = 1;
/** What people write into a column of numbers where nothing is. */
const noNumber = /^([-–—.?*/]+|n\.?\/?[adbk]\.?|n\. ?v\.|k\. ?a\.|none|unknown|unbekannt|nc|nr|nd|\/)$/i;
const categories = 255;

type Dates = typeof import('./columns-date-typing.js');

export interface TypingOptions {
  /** Which mark decides where `1,234` could be either: files with semicolons use the comma for decimals. */
  readonly decimal: DecimalMark;
  /** A value in a column of numbers that is none. */
  readonly badNumber: (row: number) => void;
  /** What reads dates; needed where `mayBeDates` says so. */
  readonly dates?: Dates | undefined;
}

/** What a column holds, by its values alone: numbers, dates, categories or text. Yields so that its caller may pause. */
export function* typeColumn(raw: RawColumn, options: TypingOptions): Generator<void, Column> {
  const isAbsent = (row: number): boolean => isNothing(raw, row);
  const [mark, other] = options.decimal === '.' ? (['.', ','] as const) : ([',', '.'] as const);
  const first = yield* numbers(raw, mark);
  const second = first?.bad.length === 0 ? undefined : yield* numbers(raw, other);
  const best = second && (!first || second.bad.length < first.bad.length) ? second : first;
  if (best) {
    const bad = best.bad.filter((row) => !isAbsent(row) && !noNumber.test(cellText(raw, row)));
    const good = best.filled - best.bad.length;
    if (good > 0 && bad.length * 100 <= good) {
      for (const row of bad) options.badNumber(row);
      return numberColumn(raw.name, best.values);
    }
  }
  const times = options.dates && (yield* options.dates.typeDates(raw, isAbsent));
  if (times) return times;
  const repeated = yield* dictionary(raw, isAbsent);
  if (!repeated) return textColumn(yield* withoutAbsent(raw, isAbsent));
  const { codes, labels } = repeated;
  return labels.length <= categories ? categoryColumn(raw.name, codes, labels) : repeatedTextColumn(raw.name, codes, labels);
}

function isNothing(raw: RawColumn, row: number): boolean {
  const { bytes, starts, ends } = raw;
  return starts[row] === ends[row] || (ends[row]! - starts[row]! <= longestNothing && begins[bytes[starts[row]!]!] === 1 && nothing.has(cellText(raw, row)));
}

/** Whether the first value looks like a date, as then all must. */
export function mayBeDates(raw: RawColumn): boolean {
  const row = raw.starts.findIndex((_, each) => !isNothing(raw, each));
  return row >= 0 && /^\d{1,4}[-/.]\d{1,2}[-/.]\d/.test(cellText(raw, row));
}

/** Whether numbers may count the seconds or milliseconds since 1970, by the first of them; what they are called decides. */
export function mayBeMoments(column: Column): boolean {
  return column.type === 'number' && column.values.find((value) => value > 0)! > 3e8;
}

interface Numbers {
  readonly values: Float64Array;
  readonly filled: number;
  readonly bad: readonly number[];
}

/** The column as numbers; `undefined` as soon as it is clear that it is none. */
function* numbers({ bytes, starts, ends }: RawColumn, mark: DecimalMark): Generator<void, Numbers | undefined> {
  // Of text nothing is a number: there is no need to make room for any.
  let values: Float64Array | undefined;
  const bad: number[] = [];
  let filled = 0;
  for (let row = 0; row < starts.length; row += 1) {
    if ((row & 8191) === 8191) yield;
    const start = starts[row]!;
    const end = ends[row]!;
    if (start === end) continue;
    filled += 1;
    if (isCode(bytes, start, end)) return undefined;
    const value = readNumber(bytes, start, end, mark);
    if (Number.isNaN(value)) {
      bad.push(row);
      // Words for “none” may outnumber the numbers, but not by far.
      if (bad.length > 1000 && bad.length * 2 > filled) return undefined;
    } else {
      values ??= new Float64Array(starts.length).fill(Number.NaN);
      values[row] = value;
    }
  }
  return values && { values, filled, bad };
}

/** The same cells, of which those are empty that stand for nothing. */
function* withoutAbsent(raw: RawColumn, isAbsent: (row: number) => boolean): Generator<void, RawColumn> {
  let ends: Uint32Array | undefined;
  for (let row = 0; row < raw.starts.length; row += 1) {
    if ((row & 16_383) === 16_383) yield;
    // Nothing that stands for nothing is longer.
    if (raw.ends[row]! - raw.starts[row]! > longestNothing || raw.starts[row] === raw.ends[row] || !isAbsent(row)) continue;
    ends ??= raw.ends.slice();
    ends[row] = raw.starts[row]!;
  }
  return ends ? { ...raw, ends } : raw;
}
