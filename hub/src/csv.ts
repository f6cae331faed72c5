import { formula } from '../../src/model/csv-written.js';

export type Cell = string | number | undefined;

/** One line of RFC 4180. Text that a spreadsheet would run gets an apostrophe in front; numbers stay numbers. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel takes a file without it for the local eight-bit encoding. */
export const byteOrderMark = '\ufeff';

/** What stands in each column, by its header. */
export type Columns<T> = Readonly<Record<string, (from: T) => Cell>>;

export const csvRow = <T>(columns: Columns<T>, from: T): string => csvLine(Object.values(columns).map((cell) => cell(from)));
export const csvHeader = <T>(columns: Columns<T>): string => byteOrderMark + csvLine(Object.keys(columns));
