import { numberColumn } from '../model/columns.js';
import type { Column } from '../model/dataset.js';


const part = String.raw`(\d{1,3}(?:[.,]\d+)?)`;
/** `48° 51' 24.5" N`, `N 48° 51.408'`, `-2.35°`, `48 51 24 N`. */
const angle = new RegExp(String.raw`^([NSEWO])?\s*([-+−])?\s*${part}\s*(?:[°º˚d:\s]|deg)?\s*(?:${part}\s*(?:['′’´m:\s]|min)?\s*(?:${part}\s*(?:["″”s]|''|′′|’’|sec)?)?)?\s*([NSEWO])?$`, 'i');

/** Degrees, and the point of the compass that they are counted to, if that is said. */
function angleOf(text: string): { readonly degrees: number; readonly compass: string } | undefined {
  const match = angle.exec(text.trim());
  if (!match || (match[1] && match[6])) return undefined;
  const [whole, minutes, seconds] = [match[3], match[4], match[5]].map((each) => Number((each ?? '0').replace(',', '.'))) as [number, number, number];
  if (whole > 180 || minutes >= 60 || seconds >= 60) return undefined;
  const compass = (match[1] ?? match[6] ?? '').toUpperCase();
  const isNegative = (match[2] !== undefined && match[2] !== '+') || compass === 'S' || compass === 'W';
  return { degrees: (isNegative ? -1 : 1) * (whole + minutes / 60 + seconds / 3600), compass };
}

/** Both angles of one cell: `48°51'24"N, 2°21'03"E`. */
const both = /^(.*?[NS]|[NS].*?)[\s,;/]*((?:[EWO].*|.*[EWO]))$/i;

export interface Angles {
  /** The columns that hold angles as numbers, the others as they are. */
  readonly columns: readonly Column[];
  /** Those of which the values say that they are longitude and latitude. */
  readonly pair: { readonly east: number; readonly north: number } | undefined;
  /** The column that holds both, if one does: then both are behind the others. */
  readonly whole?: number | undefined;
}

/** Columns of text in which angles stand, as numbers. */
export function withAngles(columns: readonly Column[], rows: number): Angles {
  const all = columns.map((column) => (column.type === 'text' || column.type === 'category' ? (angles(column, rows) ?? column) : column));
  for (const [whole, column] of columns.entries()) {
    if (column.type === 'number' || column.type === 'date') continue;
    if (!/[°º˚]|\d[.,]\d\d/.test(String(firstOf(column)))) continue;
    const cut = (group: 1 | 2): Column | undefined => angles({ ...column, value: (row: number) => both.exec(String(column.value(row) ?? '').trim())?.[group] } as Column, rows);
    const [north, east] = [cut(1), cut(2)];
    if (north && east) return { columns: [...all, east, north], pair: { east: all.length, north: all.length + 1 }, whole };
  }
  return { columns: all, pair: compassPair(all, columns) };
}

/** A column of text as degrees; `undefined` where most of it is none, or where O may be the east of Germans or the west of others. */
function angles(column: Column, rows: number): Column | undefined {
  const values = new Float64Array(rows).fill(Number.NaN);
  const compass = new Set<string>();
  let [filled, found] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    const text = column.value(row);
    if (text === undefined) continue;
    filled += 1;
    // A million of something else need not be looked at.
    if (filled === 50 && found * 2 <= filled) return undefined;
    const read = angleOf(String(text));
    if (!read) continue;
    found += 1;
    compass.add(read.compass);
    values[row] = read.compass === 'O' ? -read.degrees : read.degrees;
  }
  if (found * 2 <= filled) return undefined;
  if (compass.has('O')) {
    const isEast = compass.has('W') || /l(ä|ae)nge|ost|rechts/i.test(column.name);
    if (!isEast && !compass.has('E') && !/longitud|ouest|oest|ovest/i.test(column.name)) return undefined;
    if (isEast) for (let row = 0; row < rows; row += 1) if (/O/i.test(String(column.value(row)))) values[row] = -values[row]!;
  }
  return numberColumn(column.name, values);
}

/** The one column that counts degrees to north or south, and the one to east or west, whatever they are called: there are streets named so, too. */
function compassPair(all: readonly Column[], columns: readonly Column[]): Angles['pair'] {
  const counting = (points: RegExp): number[] => all.flatMap((column, i) => (column !== columns[i] && points.test(String(firstOf(columns[i]!))) && /[°º˚]/.test(String(firstOf(columns[i]!))) ? [i] : []));
  const [norths, easts] = [counting(/^\s*[NS]|[NS]\s*$/i), counting(/^\s*[EWO]|[EWO]\s*$/i)];
  return norths.length === 1 && easts.length === 1 ? { east: easts[0]!, north: norths[0]! } : undefined;
}

function firstOf(column: Column): unknown {
  for (let row = 0; row < 1000; row += 1) if (column.value(row) !== undefined) return column.value(row);
  return undefined;
}
