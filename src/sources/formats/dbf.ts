import type { RawColumn } from '../../model/columns.js';
import { grown } from '../../model/growing.js';
import type { Column } from '../../model/dataset.js';
import { SourceError } from '../source.js';
import { dbfColumn, wholeCharacters } from './dbf-columns.js';
import { recodingOf, tableEncoding } from './dbf-encoding.js';
import { headerNames } from './header.js';

/** A dBASE table, not read yet. */
export interface DbfTable {
  /** How many records there are, deleted ones included. */
  readonly records: number;
  readonly encoding: string;
  isDeleted(record: number): boolean;
  /** The cells of those records, in their order. Yields so that its caller may pause. */
  columns(records: Uint32Array): Generator<void, (RawColumn | Column)[]>;
}

interface Field {
  readonly name: Uint8Array;
  readonly type: string;
  /** Where it begins in a record. */
  readonly at: number;
  readonly length: number;
}

/** The fields and records of a table. `cpg` is what the file of that name says. Throws `SourceError('unreadable')`. */
export function dbfTable(bytes: Uint8Array, cpg: string | undefined, what: string): DbfTable {
  if (bytes.length < 32) throw new SourceError('unreadable', `The table of ${what} breaks off in its header.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [header, width] = [view.getUint16(8, true), view.getUint16(10, true)];
  const fields = width > 0 ? fieldsOf(bytes, header, width) : [];
  // A program that was stopped leaves a number behind that is not that of its records.
  const records = width > 0 ? Math.min(view.getUint32(4, true), Math.max(0, Math.floor((bytes.length - header) / width))) : 0;
  const texts = fields.filter(({ type }) => type === 'C' || type === 'V');
  const encoding = tableEncoding(sampleOf(bytes, texts, header, width, records), cpg, bytes[29]!);
  const recoding = recodingOf(encoding);
  const names = headerNames(fields.map(({ name }) => recoding.decode(name)), fields.length);
  const shown = fields.map((field, i) => ({ field, name: names[i]! })).filter(({ field: { type } }) => !/[MGPW0]/.test(type));
  return {
    records,
    encoding,
    isDeleted: (record) => bytes[header + record * width] === 0x2a,
    *columns(chosen) {
      const columns: (RawColumn | Column)[] = [];
      for (const { field, name } of shown) {
        const starts = chosen.map((record) => (record < records ? header + record * width + field.at : 0xffffffff));
        columns.push(yield* dbfColumn(name, field.type, { bytes, starts, length: field.length }, encoding === 'utf-8' ? undefined : recoding));
      }
      return columns;
    },
  };
}

function fieldsOf(bytes: Uint8Array, header: number, width: number): Field[] {
  const said: { name: Uint8Array; type: string; short: number; long: number }[] = [];
  for (let at = 32; at + 32 <= Math.min(header, bytes.length) && bytes[at] !== 0x0d; at += 32) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const type = String.fromCharCode(bytes[at + 11]!).toUpperCase();
    // Some programs write text of more than 255 bytes, and its length where decimals are else.
    said.push({ name: end < 0 ? name : name.subarray(0, end), type, short: bytes[at + 16]!, long: bytes[at + 16]! + (type === 'C' ? bytes[at + 17]! * 256 : 0) });
  }
  const all = (length: 'short' | 'long'): number => said.reduce((sum, field) => sum + field[length], 1);
  const length = all('long') === width && all('short') !== width ? 'long' : 'short';
  let at = 1;
  const fields = said.map((field): Field => {
    at += field[length];
    return { name: field.name, type: field.type, at: at - field[length], length: field[length] };
  });
  return fields.filter((field) => field.length > 0 && field.at + field.length <= width);
}

/** Some cells that are not ASCII, of all parts of the table. */
function sampleOf(bytes: Uint8Array, fields: readonly Field[], header: number, width: number, records: number): Uint8Array {
  let sample = new Uint8Array(0);
  let used = 0;
  const step = Math.max(1, Math.floor(records / 20_000));
  for (let record = 0; record < records && used < 65_536; record += step) {
    for (const { at, length } of fields) {
      const start = header + record * width + at;
      const cell = bytes.subarray(start, start + length);
      if (!cell.some((byte) => byte > 127)) continue;
      const end = wholeCharacters(cell, cell.length);
      sample = grown(sample, used + end + 1);
      sample.set(cell.subarray(0, end), used);
      sample[used + end] = 0x20;
      used += end + 1;
    }
  }
  return sample.subarray(0, used);
}
