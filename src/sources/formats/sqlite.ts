import { inBlocks, type Ranges } from '../ranges.js';
import { SourceError } from '../source.js';
import { Breath } from '../slices.js';
import { fieldValue, readFields, varint, varintLength, type Fields, type SqliteValue } from './sqlite-record.js';
import { columnsOf, type SqliteColumn } from './sqlite-schema.js';

export interface SqliteTable {
  readonly name: string;
  readonly root: number;
  readonly columns: readonly SqliteColumn[];
}

/** Takes a row: its number, and its fields, which are valid until the next row; false ends the reading. */
export type RowTaker = (rowId: number, row: Uint8Array, fields: Fields) => boolean | undefined;

export interface Sqlite {
  readonly tables: readonly SqliteTable[];
  /** The names of views, which hold no rows themselves. */
  readonly views: readonly string[];
  /** For the text in rows. */
  readonly decoder: TextDecoder;
  /** Each row of a table in the order of their numbers. Throws `SourceError('unreadable')`. */
  readonly rows: (table: SqliteTable, take: RowTaker) => Promise<void>;
  /** How many rows a table has. */
  readonly count: (table: SqliteTable) => Promise<number>;
}

/**
 * A database in SQLite's file format (https://www.sqlite.org/fileformat2.html), to be read: the pages of tables, without
 * indexes, without what is still in a write-ahead log. `what` names it in messages. Throws `SourceError('unreadable')`.
 */
export async function sqliteOf(file: Ranges, what: string, signal: AbortSignal | undefined): Promise<Sqlite> {
  const ranges = inBlocks(file, 1_048_576);
  const head = await ranges.read(0, 100);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const pageSize = head.length < 100 ? 0 : view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  const broken = (why: string, cause?: unknown): SourceError => new SourceError('unreadable', `${what} is a damaged database: ${why}. It may not have been transferred whole; a new copy can be made with “VACUUM INTO”.`, { cause });
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) throw broken('its header says nothing of its pages');
  const usable = pageSize - head[20]!;
  if (usable < 480) throw broken('its pages have no room');
  const decoder = new TextDecoder(['utf-8', 'utf-8', 'utf-16le', 'utf-16be'][view.getUint32(56)] ?? 'utf-8');

  const page = async (number: number): Promise<Uint8Array> => {
    const bytes = number > 0 ? await ranges.read((number - 1) * pageSize, number * pageSize) : undefined;
    if (bytes?.length !== pageSize) throw broken(`page ${number} is not there`);
    return bytes;
  };

  /** The leaves of a table, from the first to the last. A page that comes again would lead in a circle. */
  async function* leaves(root: number, seen: Set<number>): AsyncGenerator<{ readonly bytes: Uint8Array; readonly cells: number; readonly start: number }, void> {
    const ahead = [root];
    while (ahead.length > 0) {
      const number = ahead.pop()!;
      if (seen.has(number)) throw broken(`page ${number} is used twice`);
      seen.add(number);
      const bytes = await page(number);
      const start = number === 1 ? 100 : 0;
      const pageView = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const cells = pageView.getUint16(start + 3);
      if (bytes[start] === 13) {
        if (start + 8 + cells * 2 > usable) throw broken(`page ${number} has more rows than room`);
        yield { bytes, cells, start: start + 8 };
      } else if (bytes[start] === 5) {
        if (start + 12 + cells * 2 > usable) throw broken(`page ${number} has more children than room`);
        ahead.push(pageView.getUint32(start + 8));
        for (let cell = cells - 1; cell >= 0; cell -= 1) {
          const at = pageView.getUint16(start + 12 + cell * 2);
          if (at + 4 > usable) throw broken(`page ${number} points beyond its end`);
          ahead.push(pageView.getUint32(at));
        }
      } else throw broken(`page ${number} is of no table`);
    }
  }

  /** The bytes of a row that did not fit on its page. */
  async function whole(bytes: Uint8Array, at: number, length: number, local: number, seen: Set<number>): Promise<Uint8Array> {
    if (length > file.size) throw broken('a row is longer than the file');
    const row = new Uint8Array(length);
    row.set(bytes.subarray(at, at + local));
    let next = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + local);
    for (let filled = local; filled < length; filled += usable - 4) {
      if (seen.has(next)) throw broken(`page ${next} is used twice`);
      seen.add(next);
      const more = await page(next);
      row.set(more.subarray(4, 4 + Math.min(usable - 4, length - filled)), filled);
      next = new DataView(more.buffer, more.byteOffset).getUint32(0);
    }
    return row;
  }

  const rowsOf = async (root: number, take: RowTaker): Promise<void> => {
    const breath = new Breath(signal);
    const seen = new Set<number>();
    const fields: Fields = { count: 0, types: [], starts: [] };
    const most = usable - 35;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    for await (const { bytes, cells, start } of leaves(root, seen)) {
      for (let cell = 0; cell < cells; cell += 1) {
        try {
          let at = (bytes[start + cell * 2]! << 8) | bytes[start + cell * 2 + 1]!;
          const length = varint(bytes, at);
          at += varintLength(bytes, at);
          const rowId = varint(bytes, at);
          at += varintLength(bytes, at);
          const fit = least + ((length - least) % (usable - 4));
          const local = length <= most ? length : fit <= most ? fit : least;
          if (at + local + (local < length ? 4 : 0) > usable) throw new RangeError('A row ends beyond its page.');
          const row = local === length ? bytes.subarray(at, at + length) : await whole(bytes, at, length, local, seen);
          readFields(row, fields);
          if (take(rowId, row, fields) === false) return;
        } catch (cause) {
          if (cause instanceof RangeError) throw broken('a row is longer than its bytes', cause);
          throw cause;
        }
      }
      await breath.pause();
    }
  };

  const count = async (table: SqliteTable): Promise<number> => {
    let found = 0;
    for await (const { cells } of leaves(table.root, new Set())) found += cells;
    return found;
  };

  const tables: SqliteTable[] = [];
  const views: string[] = [];
  await rowsOf(1, (_, row, fields) => {
    const [type, name, , root, statement] = [0, 1, 2, 3, 4].map((index) => fieldValue(row, fields, index, decoder)) as [SqliteValue, SqliteValue, SqliteValue, SqliteValue, SqliteValue];
    if (type === 'view') views.push(String(name));
    const columns = type === 'table' && typeof root === 'number' && root > 0 ? columnsOf(String(statement)) : undefined;
    if (columns) tables.push({ name: String(name), root: root as number, columns });
    return true;
  });
  return { tables, views, decoder, rows: (table, take) => rowsOf(table.root, take), count };
}
