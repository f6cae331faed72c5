import type { RawColumn } from '../../model/columns.js';
import type { Dataset } from '../../model/dataset.js';
import { Problems } from '../../model/problems.js';
import { allBytes } from '../peek.js';
import { inSlices } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { Cutter } from './cutter.js';
import { cutRecords } from './delimited.js';
import { dialectOf } from './dialect.js';
import { toUtf8 } from './encoding.js';
import { headerNames } from './header.js';

/** CSV, TSV and their like, as RFC 4180 has them and as people write them. */
export async function readCsv(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { address, body, charset } = input;
  const { signal } = options;
  const problems = new Problems();
  const { bytes, encoding, broken } = await toUtf8(await allBytes(body), charset, signal);
  const text = withoutBlankEnd(bytes);
  if (text.length === 0) throw new SourceError('unreadable', `${address.href} is empty.`);
  const { delimiter, titles, fields } = dialectOf(text.subarray(0, 65_536));
  const cutter = new Cutter(text, delimiter);
  for (let i = 0; i < titles; i += 1) readRecord(cutter, text);
  const beginning = cutter.at;
  const names = headerNames(readRecord(cutter, text), fields);
  // A table that begins with numbers alone has no header.
  if (!names.some((name) => /\p{L}/u.test(name) && !/^column \d+$/.test(name))) {
    cutter.at = beginning;
    names.forEach((_, i) => void (names[i] = `column ${i + 1}`));
  }
  const { columns, rows, read, left } = await inSlices(cutRecords(text, cutter, fields, problems), signal);
  const record = recordNumbers(left);
  const named = columns.map((column, i): RawColumn => ({ ...column, name: names[i]! })).filter(({ name, starts, ends }) => !/^column \d+$/.test(name) || starts.some((start, row) => start !== ends[row]));
  if (broken > 0) noteBroken(text, columns[0]!.starts, (row) => problems.note('not-text', record(row)));
  return tableDataset(
    { columns: named, rows, read, problems, record, decimal: delimiter === 0x3b ? ',' : '.' },
    { report: { format: 'csv', encoding, delimiter: String.fromCharCode(delimiter) }, about: { download: address.href } },
    options,
  );
}

function readRecord(cutter: Cutter, bytes: Uint8Array): string[] {
  const decoder = new TextDecoder();
  const cells: string[] = [];
  for (let last = false; !last; ) {
    last = cutter.next();
    cells.push(decoder.decode(bytes.subarray(cutter.start, cutter.end)));
  }
  return cells;
}

/** Empty lines at the end of a file are no records. */
function withoutBlankEnd(bytes: Uint8Array): Uint8Array {
  let { length } = bytes;
  while (length > 0 && (bytes[length - 1] === 0x0a || bytes[length - 1] === 0x0d || bytes[length - 1] === 0x20 || bytes[length - 1] === 0)) length -= 1;
  return bytes.subarray(0, length);
}

/** The rows that hold U+FFFD, which stands for bytes that were no text. */
function noteBroken(bytes: Uint8Array, starts: Uint32Array, note: (row: number) => void): void {
  let [row, noted] = [0, -1];
  for (let at = bytes.indexOf(0xef, starts[0]); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) continue;
    while (row + 1 < starts.length && starts[row + 1]! <= at) row += 1;
    if (row !== noted) note(row);
    noted = row;
  }
}

/** Which record became a row, both in ascending order, where some records were left out. */
function recordNumbers(left: readonly number[]): (row: number) => number {
  if (left.length === 0) return (row) => row + 1;
  // Of the records left out before it, each moves a row by one: `left[i] - i - 1` is the row that follows it.
  return (row) => {
    let [low, high] = [0, left.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (left[middle]! - middle - 1 <= row) low = middle + 1;
      else high = middle;
    }
    return row + 1 + low;
  };
}
