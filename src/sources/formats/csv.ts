import type { RawColumn } from '../../model/columns.js';
import type { Dataset } from '../../model/dataset.js';
import { Problems } from '../../model/problems.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { ByteWindow } from './byte-window.js';
import { CsvRecords } from './csv-records.js';
import { Cutter } from './cutter.js';
import { dialectOf } from './dialect.js';
import { headerNames } from './header.js';
import { textPieces } from './utf8.js';
import type { Encoded } from './utf8-stream.js';

/** How much is looked at to tell what is between fields. */
const beginning = 65_536;

/** CSV, TSV and their like, as RFC 4180 has them and as people write them. */
export async function readCsv(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { address } = input;
  const problems = new Problems();
  const encoded: Encoded = { encoding: 'utf-8', broken: 0 };
  const breath = new Breath(options.signal);
  const window = new ByteWindow();
  let header: Header | undefined;
  let records: CsvRecords | undefined;
  const take = (isAll: boolean): void => {
    const text = withoutBlankEnd(window.bytes);
    let from = 0;
    if (!header || !records) {
      if (!isAll && text.length < beginning) return;
      if (text.length === 0) throw new SourceError('unreadable', `${address.href} is empty.`);
      header = headerOf(text, isAll);
      if (!header) return window.read(0);
      records = new CsvRecords(header.delimiter, header.names.length, problems);
      from = header.length;
    }
    window.read(records.take(text, from, isAll));
  };
  for await (const piece of textPieces(input, encoded)) {
    if (window.add(piece)) take(false);
    const times = window.expected(input.size);
    if (times !== undefined) records?.expect(times);
    await breath.pause();
  }
  take(true);
  const { names, delimiter } = header!;
  const { rows, read, left, columns: cells } = records!;
  const decimal = delimiter === 0x3b ? ',' : '.';
  const columns = cells.flatMap((column, i) => column.finish(names[i]!, rows, decimal) ?? (/^column \d+$/.test(names[i]!) ? [] : [nothing(names[i]!, rows)]));
  const record = recordNumbers(left);
  if (encoded.broken > 0) for (const row of (await import('./csv-broken.js')).brokenRows(columns)) problems.note('not-text', record(row));
  return tableDataset(
    { columns, rows, read, problems, record, decimal },
    { report: { format: 'csv', encoding: encoded.encoding, delimiter: String.fromCharCode(delimiter) }, about: { download: address.href } },
    options,
  );
}

interface Header {
  /** The byte between two fields. */
  readonly delimiter: number;
  readonly names: readonly string[];
  /** How many bytes there are before the first record. */
  readonly length: number;
}

/** What stands above the records; `undefined` where more must come to tell. */
function headerOf(text: Uint8Array, isAll: boolean): Header | undefined {
  const { delimiter, titles, fields } = dialectOf(text.subarray(0, beginning));
  const own = text.slice();
  const cutter = new Cutter(own, delimiter);
  for (let i = 0; i < titles; i += 1) readRecord(cutter, own);
  const length = cutter.at;
  const names = headerNames(readRecord(cutter, own), fields);
  if (!isAll && cutter.at >= text.length) return undefined;
  // A table that begins with numbers alone, or with a position, has no header.
  const isHeader = names.some((name) => /\p{L}/u.test(name) && !/^column \d+$/.test(name)) && !/\d[.,]\d{5}/.test(names.join(' '));
  return isHeader ? { delimiter, names, length: cutter.at } : { delimiter, names: headerNames([], names.length), length };
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

/** A column in which nothing stands. */
function nothing(name: string, rows: number): RawColumn {
  const offsets = new Uint32Array(rows);
  return { name, bytes: new Uint8Array(0), starts: offsets, ends: offsets };
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
