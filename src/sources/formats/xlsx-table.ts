import { ValueColumn } from '../../model/columns-values.js';
import { Problems } from '../../model/problems.js';
import type { Table } from '../table.js';
import { headerNames } from './header.js';
import type { Cell, Merge } from './xlsx-sheet.js';

/** Among so many rows the header is looked for. */
const beginning = 30;
/** The most cells that merged ones are spread over. */
const mostSpread = 1_000_000;

const isFilled = (cell: Cell): boolean => cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');
const filled = (cells: readonly Cell[]): number => cells.reduce<number>((sum, cell) => sum + Number(isFilled(cell)), 0);

/** The rows of a sheet, one by one, as a table: titles stand above its header, and its header may have two rows. */
export class SheetTable {
  readonly #problems = new Problems();
  readonly #columns = new Map<number, ValueColumn>();
  /** Cells that hold for rows further down, too, by their column; the next is the last of its list. */
  readonly #merges = new Map<number, Merge[]>();
  readonly #across: readonly Merge[];
  readonly #kept = new Map<Merge, Cell>();
  readonly #records: number[] = [];
  #waiting: { readonly number: number; readonly cells: Cell[] }[] | undefined = [];
  #names: string[] = [];
  /** The last row of the sheet that is the header's or a record's. */
  #last = 0;
  #read = 0;

  constructor(merges: readonly Merge[]) {
    this.#across = merges;
    const down = merges.filter(({ top, bottom, left, right }) => bottom > top && (bottom - top) * (right - left + 1) < mostSpread);
    for (const merge of down.sort((a, b) => a.top - b.top)) {
      const column = this.#merges.get(merge.left);
      if (column) column.push(merge);
      else this.#merges.set(merge.left, [merge]);
    }
    for (const column of this.#merges.values()) column.reverse();
  }

  /** Takes a row, counted from 1. */
  add(number: number, cells: Cell[]): void {
    if (!this.#waiting) return this.#addRecord(number, cells);
    if (filled(cells) === 0) return;
    this.#waiting.push({ number, cells });
    if (this.#waiting.length === beginning) this.#begin();
  }

  finish(): Table {
    if (this.#waiting) this.#begin();
    const rows = this.#records.length;
    const width = Math.max(this.#names.length, ...[...this.#columns.keys()].map((column) => column + 1));
    const names = headerNames(this.#names, width);
    // What has neither a name nor a value is no column.
    const shown = names.map((name, column) => ({ name, column })).filter(({ column }) => this.#columns.has(column) || this.#names[column]);
    return {
      columns: shown.map(({ name, column }) => ({ ...(this.#columns.get(column) ?? new ValueColumn(name)).finish(rows), name })),
      rows,
      read: this.#read,
      problems: this.#problems,
      record: (row) => this.#records[row]!,
    };
  }

  /** Finds the header: the first row that has nearly as many cells as any, and text in them. */
  #begin(): void {
    const rows = this.#waiting!;
    this.#waiting = undefined;
    const most = Math.max(0, ...rows.map(({ cells }) => filled(cells)));
    const header = rows.findIndex(({ cells }) => filled(cells) >= most * 0.6 && cells.some((cell) => typeof cell === 'string' && /\p{L}/u.test(cell)));
    let first = 0;
    if (header >= 0) {
      const { number, cells } = rows[header]!;
      const second = this.#secondHeader(rows[header]!, rows[header + 1]);
      const upper = second ? this.#spread(number, cells) : cells;
      this.#names = Array.from({ length: Math.max(upper.length, second?.length ?? 0) }, (_, i) => [...new Set([nameOf(upper[i]), nameOf(second?.[i])])].filter(Boolean).join(' '));
      first = header + (second ? 2 : 1);
      this.#last = rows[first - 1]!.number;
    } else this.#last = (rows[0]?.number ?? 1) - 1;
    for (const { number, cells } of rows.slice(first)) this.#addRecord(number, cells);
  }

  /** The row below, where cells of the header are merged across columns and it names these columns, and no other. */
  #secondHeader({ number }: { readonly number: number }, next: { readonly number: number; readonly cells: Cell[] } | undefined): Cell[] | undefined {
    const groups = this.#across.filter(({ top, left, right }) => top === number - 1 && right > left);
    const isGrouped = (column: number): boolean => groups.some(({ left, right }) => column >= left && column <= right);
    const isHeader = next?.number === number + 1 && next.cells.every((cell, column) => !isFilled(cell) || (typeof cell === 'string' && isGrouped(column)));
    return groups.length > 0 && isHeader ? next?.cells : undefined;
  }

  /** A row with the value of each merged cell in all of its columns. */
  #spread(number: number, cells: readonly Cell[]): Cell[] {
    const all = [...cells];
    for (const { top, left, right } of this.#across) if (top === number - 1) for (let i = left; i <= right && i < left + 1000; i += 1) all[i] = cells[left];
    return all;
  }

  #addRecord(number: number, cells: Cell[]): void {
    this.#fillDown(number, cells);
    if (filled(cells) === 0) return;
    // Only now it is known that the empty rows before were not the end.
    for (this.#last += 1; this.#last < number; this.#last += 1) {
      this.#read += 1;
      this.#problems.note('blank', this.#read, true);
    }
    this.#read += 1;
    const row = this.#records.push(this.#read) - 1;
    cells.forEach((cell, column) => {
      if (!isFilled(cell)) return;
      let values = this.#columns.get(column);
      if (!values) this.#columns.set(column, (values = new ValueColumn('')));
      values.set(row, cell!);
    });
  }

  /** What is merged over several rows holds for each of them. */
  #fillDown(number: number, cells: Cell[]): void {
    for (const [column, merges] of this.#merges) {
      while (merges.length > 0 && merges.at(-1)!.bottom < number - 1) this.#kept.delete(merges.pop()!);
      const merge = merges.at(-1);
      if (!merge || merge.top > number - 1) continue;
      if (merge.top === number - 1) this.#kept.set(merge, cells[column]);
      else if (!isFilled(cells[column]) && isFilled(this.#kept.get(merge))) cells[column] = this.#kept.get(merge);
    }
  }
}

const nameOf = (cell: Cell): string => (cell === undefined ? '' : String(cell).replace(/\s+/g, ' ').trim());
