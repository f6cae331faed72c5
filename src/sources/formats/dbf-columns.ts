import { readNumber } from '../../model/columns-number.js';
import { dateColumn, numberColumn, type RawColumn } from '../../model/columns.js';
import { grown } from '../../model/growing.js';
import type { Column } from '../../model/dataset.js';
import type { Recoding } from './dbf-encoding.js';

/** Cells of one width, one a record. */
export interface Cells {
  readonly bytes: Uint8Array;
  /** Where each row's cell begins; the greatest number where there is none. */
  readonly starts: Uint32Array;
  readonly length: number;
}

const none = 0xffffffff;

/** The cells of one field as a column, by the type that the table declares. Yields so that its caller may pause. */
export function* dbfColumn(name: string, type: string, cells: Cells, recoding: Recoding | undefined): Generator<void, RawColumn | Column> {
  const view = new DataView(cells.bytes.buffer, cells.bytes.byteOffset, cells.bytes.byteLength);
  const each = (value: (at: number) => number): Float64Array => Float64Array.from(cells.starts, (at) => (at === none ? Number.NaN : value(at)));
  if ((type === 'I' || type === '+') && cells.length === 4) return numberColumn(name, each((at) => view.getInt32(at, true)));
  if ((type === 'B' || type === 'O') && cells.length === 8) return numberColumn(name, each((at) => view.getFloat64(at, true)));
  if (type === 'Y' && cells.length === 8) return numberColumn(name, each((at) => Number(view.getBigInt64(at, true)) / 10_000));
  // Days since 4713 BC, and milliseconds.
  if ((type === 'T' || type === '@') && cells.length === 8) return dateColumn(name, each((at) => moment(view.getInt32(at, true), view.getInt32(at + 4, true))), true);
  const text = yield* trimmed(name, cells);
  yield;
  if (type === 'N' || type === 'F') return numbers(text) ?? text;
  if (type === 'D') return dates(text) ?? text;
  if (type === 'L') return truths(text);
  return recoding ? yield* recoded(text, recoding) : whole(text);
}

const moment = (day: number, time: number): number => (day === 0 ? Number.NaN : (day - 2_440_588) * 86_400_000 + time);

/** Without the blanks and zeros that fill a cell up. */
function* trimmed(name: string, { bytes, starts: begins, length }: Cells): Generator<void, RawColumn> {
  const starts = new Uint32Array(begins.length);
  const ends = new Uint32Array(begins.length);
  for (let row = 0; row < begins.length; row += 1) {
    if ((row & 8191) === 8191) yield;
    let start = begins[row]!;
    if (start === none) continue;
    let end = start;
    while (end < start + length && bytes[end] !== 0) end += 1;
    while (end > start && bytes[end - 1]! <= 0x20) end -= 1;
    while (start < end && bytes[start]! <= 0x20) start += 1;
    starts[row] = start;
    ends[row] = end;
  }
  return { name, bytes, starts, ends };
}

/** Numbers as they are declared to be; `undefined` where one is none, or has more digits than a number holds. */
function numbers({ name, bytes, starts, ends }: RawColumn): Column | undefined {
  const values = new Float64Array(starts.length).fill(Number.NaN);
  for (let row = 0; row < starts.length; row += 1) {
    const [start, end] = [starts[row]!, ends[row]!];
    // Stars are written where a number is too long for its field.
    if (start === end || bytes[start] === 0x2a) continue;
    const value = readNumber(bytes, start, end, bytes.subarray(start, end).includes(0x2c) ? ',' : '.');
    if (Number.isNaN(value)) return undefined;
    values[row] = value;
  }
  return numberColumn(name, values);
}

/** `20260131`; no date is blanks or zeros. */
function dates({ name, bytes, starts, ends }: RawColumn): Column | undefined {
  const values = new Float64Array(starts.length).fill(Number.NaN);
  for (let row = 0; row < starts.length; row += 1) {
    const text = String.fromCharCode(...bytes.subarray(starts[row], ends[row]));
    if (/^[0\s-]*$/.test(text)) continue;
    const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
    const time = Date.parse(`${year}-${month}-${day}`);
    if (Number.isNaN(time)) return undefined;
    values[row] = time;
  }
  return dateColumn(name, values);
}

const [yes, no] = [new TextEncoder().encode('true'), new TextEncoder().encode('false')];

/** As JSON has them; `?` is nothing. */
function truths({ name, bytes: cells, starts: begins, ends: stops }: RawColumn): RawColumn {
  const bytes = new Uint8Array([...yes, ...no]);
  const [starts, ends] = [new Uint32Array(begins.length), new Uint32Array(begins.length)];
  for (let row = 0; row < begins.length; row += 1) {
    if (begins[row] === stops[row]) continue;
    const letter = String.fromCharCode(cells[begins[row]!]!);
    if (/[TtYy1Jj]/.test(letter)) ends[row] = yes.length;
    else if (/[FfNn0]/.test(letter)) [starts[row], ends[row]] = [yes.length, bytes.length];
  }
  return { name, bytes, starts, ends };
}

/** Cells of UTF-8 without the half of a character at their end. */
function whole(raw: RawColumn): RawColumn {
  for (let row = 0; row < raw.ends.length; row += 1) {
    if (raw.bytes[raw.ends[row]! - 1]! > 127) raw.ends[row] = raw.starts[row]! + wholeCharacters(raw.bytes.subarray(raw.starts[row], raw.ends[row]), raw.ends[row]! - raw.starts[row]!);
  }
  return raw;
}

/** Cells as UTF-8. */
function* recoded({ name, bytes: cells, starts: begins, ends: stops }: RawColumn, { decode, table }: Recoding): Generator<void, RawColumn> {
  const encoder = new TextEncoder();
  const [starts, ends] = [new Uint32Array(begins.length), new Uint32Array(begins.length)];
  let bytes: Uint8Array = new Uint8Array(0);
  let used = 0;
  for (let row = 0; row < begins.length; row += 1) {
    if ((row & 4095) === 4095) yield;
    const [begin, stop] = [begins[row]!, stops[row]!];
    // No byte of a code page is more than three of UTF-8.
    bytes = grown(bytes, used + (stop - begin) * 3);
    starts[row] = used;
    if (table) {
      for (let at = begin; at < stop; at += 1) for (const byte of table[cells[at]!]!) bytes[used++] = byte;
    } else used += encoder.encodeInto(decode(cells.subarray(begin, stop)), bytes.subarray(used)).written;
    ends[row] = used;
  }
  return { name, bytes: bytes.slice(0, used), starts, ends };
}

/** Where a cell ends if it does not cut a character of UTF-8 in two, as fields of a fixed length do. */
export function wholeCharacters(cell: Uint8Array, end: number): number {
  let lead = end - 1;
  while (lead >= 0 && lead > end - 4 && (cell[lead]! & 0xc0) === 0x80) lead -= 1;
  const byte = cell[lead] ?? 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  return length > 1 && lead + length > end ? lead : end;
}
