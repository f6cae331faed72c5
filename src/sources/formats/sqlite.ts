import type { Ranges } from '../ranges.js';
import { Breath } from '../slices.js';
import { SqlitePages, type TreePage } from './sqlite-pages.js';
import { fieldValue, type Fields, type SqliteValue } from './sqlite-record.js';
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
  /** For rows that are looked up. */
  readonly pages: SqlitePages;
  /** For the text in rows. */
  readonly decoder: TextDecoder;
  /** Each row of a table in the order of their numbers; of a `large` table much is asked for at once. Throws `SourceError('unreadable')`. */
  readonly rows: (table: SqliteTable, take: RowTaker, large?: boolean) => Promise<void>;
  /** How many rows a table has. */
  readonly count: (table: SqliteTable) => Promise<number>;
}

/**
 * A database in SQLite's file format (https://www.sqlite.org/fileformat2.html), to be read: the pages of tables, without
 * indexes, without what is still in a write-ahead log. `what` names it in messages; `block` is how
 * many bytes of a file that comes in parts come along with a page. Throws `SourceError('unreadable')`.
 */
export async function sqliteOf(file: Ranges, what: string, signal: AbortSignal | undefined): Promise<Sqlite> {
  const head = await file.read(0, 100);
  const small = new SqlitePages(file, head, what, 65_536);
  const wide = new SqlitePages(file, head, what, 1_048_576);

  /** The leaves of a table, from the first to the last. A page that comes again would lead in a circle. */
  async function* leaves(pages: SqlitePages, root: number, seen: Set<number>): AsyncGenerator<TreePage, void> {
    const ahead = [root];
    while (ahead.length > 0) {
      const number = ahead.pop()!;
      if (seen.has(number)) throw pages.broken(`page ${number} is used twice`);
      seen.add(number);
      const page = await pages.tree(number);
      if (page.isLeaf) yield page;
      else for (let cell = page.cells; cell >= 0; cell -= 1) ahead.push(pages.child(page, cell).page);
    }
  }

  const rowsOf = async (pages: SqlitePages, root: number, take: RowTaker): Promise<void> => {
    const breath = new Breath(signal);
    const seen = new Set<number>();
    const fields: Fields = { count: 0, types: [], starts: [] };
    for await (const leaf of leaves(pages, root, seen)) {
      for (let cell = 0; cell < leaf.cells; cell += 1) {
        try {
          const row = pages.row(leaf, cell, fields, seen);
          if (take(pages.rowId(leaf, cell), row instanceof Promise ? await row : row, fields) === false) return;
        } catch (cause) {
          if (cause instanceof RangeError) throw pages.broken('a row is longer than its bytes', cause);
          throw cause;
        }
      }
      await breath.pause();
    }
  };

  const count = async (table: SqliteTable): Promise<number> => {
    let found = 0;
    for await (const { cells } of leaves(wide, table.root, new Set())) found += cells;
    return found;
  };

  const tables: SqliteTable[] = [];
  const views: string[] = [];
  await rowsOf(small, 1, (_, row, fields) => {
    const [type, name, , root, statement] = [0, 1, 2, 3, 4].map((index) => fieldValue(row, fields, index, small.decoder)) as [SqliteValue, SqliteValue, SqliteValue, SqliteValue, SqliteValue];
    if (type === 'view') views.push(String(name));
    const columns = type === 'table' && typeof root === 'number' && root > 0 ? columnsOf(String(statement)) : undefined;
    if (columns) tables.push({ name: String(name), root: root as number, columns });
    return true;
  });
  return { tables, views, pages: small, decoder: small.decoder, rows: (table, take, large = false) => rowsOf(large ? wide : small, table.root, take), count };
}
