import { cellText, textColumn, type RawColumn } from '../../model/columns.js';
import type { Column } from '../../model/dataset.js';
import { Problems } from '../../model/problems.js';
import { allBytes } from '../peek.js';
import { inSlices } from '../slices.js';
import { Cutter } from './cutter.js';
import { cutRecords } from './delimited.js';
import { toUtf8 } from './encoding-whole.js';
import { headerNames } from './header.js';
import type { Member } from './zip-archive.js';

/** What is never a number, whatever it looks like: `1.10` and `1.1` are two lines, `000000` is black. */
const isText = /(_id|_color|_code|_name|^parent_station)$/i;

/** One table of a timetable. */
export interface GtfsTable {
  readonly columns: readonly (RawColumn | Column)[];
  readonly rows: number;
  readonly read: number;
  readonly problems: Problems;
  readonly record: (row: number) => number;
  /** The column of that name, if there is one. */
  column(name: string): RawColumn | undefined;
  /** The text of a cell; empty where there is none. */
  text(name: string, row: number): string;
}

/** A table by the rules of GTFS: commas, and a header in the first line. */
export async function gtfsTable(member: Member, signal: AbortSignal | undefined): Promise<GtfsTable> {
  const { bytes } = await toUtf8(await allBytes(member.open()), undefined, signal);
  let { length } = bytes;
  while (length > 0 && bytes[length - 1]! <= 0x20) length -= 1;
  const text = bytes.subarray(0, length);
  const problems = new Problems();
  const cutter = new Cutter(text, 0x2c);
  const header: string[] = [];
  for (let last = length === 0; !last; ) {
    last = cutter.next();
    header.push(new TextDecoder().decode(text.subarray(cutter.start, cutter.end)));
  }
  const names = headerNames(header, header.length);
  const { columns: cells, rows, read, left } = await inSlices(cutRecords(text, cutter, names.length, problems), signal);
  const columns = cells.map((column, i): RawColumn => ({ ...column, name: names[i]! }));
  const named = new Map(columns.map((column) => [column.name.toLowerCase(), column]));
  const blank = new Set(left);
  const records = left.length === 0 ? undefined : Uint32Array.from({ length: read }, (_, i) => i + 1).filter((record) => !blank.has(record));
  return {
    columns: columns.map((column) => (isText.test(column.name) ? textColumn(column) : column)),
    rows,
    read,
    problems,
    record: (row) => records?.[row] ?? row + 1,
    column: (name) => named.get(name),
    text: (name, row) => {
      const column = named.get(name);
      return column ? cellText(column, row) : '';
    },
  };
}
