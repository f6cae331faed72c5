import { Breath } from '../slices.js';
import type { RowTaker, SqliteTable } from './sqlite.js';
import type { SqlitePages } from './sqlite-pages.js';
import type { Fields } from './sqlite-record.js';

/** Pages that are asked for at once. */
const batch = 256;
/** More levels than any tree of pages has. */
const deepest = 20;

/** A page below which rows are wanted, and which of the numbers these have. */
interface Wanted {
  readonly page: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Takes rows of a table by their numbers, which ascend, down the tree level by level, so that what a level needs comes
 * with few answers; numbers that no row has are passed over. `more` are the bytes that usually follow a row on further pages.
 */
export async function rowsNumbered(pages: SqlitePages, { root }: SqliteTable, numbers: readonly number[], take: RowTaker, signal: AbortSignal | undefined, more = 0): Promise<void> {
  const breath = new Breath(signal);
  const fields: Fields = { count: 0, types: [], starts: [] };
  const used = new Set<number>();
  let level: readonly Wanted[] = numbers.length > 0 ? [{ page: root, from: 0, to: numbers.length }] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw pages.broken('a table leads in a circle');
    const below: Wanted[] = [];
    for (let start = 0; start < level.length; start += batch) {
      const wanted = level.slice(start, start + batch);
      // Only of large tables, whose rows lie below a branch, something follows.
      await pages.bring(wanted.map(({ page }) => page), depth > 0 ? more : 0);
      for (const { page: number, from, to } of wanted) {
        const page = await pages.tree(number);
        let next = from;
        for (let cell = 0; next < to && (page.isLeaf ? cell < page.cells : cell <= page.cells); cell += 1) {
          if (page.isLeaf) {
            const rowId = pages.rowId(page, cell);
            while (next < to && numbers[next]! < rowId) next += 1;
            if (next >= to || numbers[next] !== rowId) continue;
            next += 1;
            const row = pages.row(page, cell, fields, used);
            if (take(rowId, row instanceof Promise ? await row : row, fields) === false) return;
          } else {
            const child = pages.child(page, cell);
            const first = next;
            while (next < to && numbers[next]! <= child.last) next += 1;
            if (next > first) below.push({ page: child.page, from: first, to: next });
          }
        }
        await breath.pause();
      }
    }
    level = below;
  }
}
