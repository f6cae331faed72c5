import type { Column, Dataset } from './dataset.js';
import { latitude, longitude } from './mercator.js';

/** How many rows are written between two chances to breathe. */
export const csvStep = (): number => 100;
/** What spreadsheets take for a formula, which may send their content elsewhere; OWASP's list, also behind blanks and in the wide signs of East Asia. */
export const formula = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Rows as CSV (RFC 4180) for people with a spreadsheet: with the mark by which Excel knows UTF-8, and an apostrophe before
 * what a spreadsheet would take for a formula. Places get two columns more, unless the data has their degrees itself.
 */
export function* csvOf(data: Dataset, rows: Uint32Array): Generator<string, void> {
  const { columns, places } = data;
  const located = places && !hasDegrees(data, rows) ? places : undefined;
  const header = [...columns.map(({ name }) => name), ...(located ? ['longitude', 'latitude'] : [])];
  yield `\ufeff${line(header)}`;
  for (let at = 0; at < rows.length; at += csvStep()) {
    let text = '';
    for (const row of rows.subarray(at, at + csvStep())) {
      const cells = columns.map((column) => written(column, row));
      if (located) cells.push(degrees(longitude(located.x[row]!)), degrees(latitude(located.y[row]!)));
      text += line(cells);
    }
    yield text;
  }
}

/** A value as machines read it: dates as ISO 8601 writes them, without a time where it is midnight. */
export function written(column: Column, row: number): string {
  const value = column.value(row);
  if (value === undefined) return '';
  return column.type === 'date' && typeof value === 'number' && Math.abs(value) <= 8.64e15 ? new Date(value).toISOString().replace('T00:00:00.000Z', '') : String(value);
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(text: string): string {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",;\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const degrees = (value: number): string => (Number.isNaN(value) ? '' : String(Number(value.toFixed(7))));

/** Whether the columns that the places came from hold the same degrees. */
function hasDegrees({ columns, roles, places }: Dataset, rows: Uint32Array): boolean {
  const [east, north] = [columns[roles.longitude ?? -1], columns[roles.latitude ?? -1]];
  const row = rows.find((each) => !Number.isNaN(places!.x[each]));
  if (!east || !north || row === undefined) return false;
  return Math.abs(Number(east.value(row)) - longitude(places!.x[row]!)) < 1e-5 && Math.abs(Number(north.value(row)) - latitude(places!.y[row]!)) < 1e-5;
}
