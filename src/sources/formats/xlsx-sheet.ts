import { scan, plain, type DateKind, type Workbook } from './xlsx-parts.js';
import type { Member } from './zip-archive.js';

export type Cell = string | number | boolean | undefined;

/** The farthest that a sheet goes: XFD1048576. */
const [lastRow, lastColumn] = [1_048_576, 16_384];

/** Tells every row that has cells, counted from 1, with the cells by their column, counted from 0. */
export async function readSheet(part: Member, address: URL, { texts, dates, from1904 }: Workbook, row: (number: number, cells: Cell[]) => void, signal: AbortSignal | undefined): Promise<void> {
  let [number, column, type, style, text, isValue, cells] = [0, -1, '', 0, '', false, [] as Cell[]];
  const value = (): Cell => {
    if (type === 's') return texts[Number(text)];
    if (type === 'b') return text.trim() === '' ? undefined : text.trim() === '1' || text.trim() === 'true';
    // What a formula failed to compute is nothing.
    if (type === 'e') return undefined;
    if (type === 'str' || type === 'inlineStr' || type === 'd') return type === 'd' ? text : plain(text);
    const found = text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isNaN(found)) return text.trim() || undefined;
    const kind = dates[style];
    return kind ? momentText(found, kind, from1904) : found;
  };
  await scan(part, address, {
    open(name, attributes) {
      if (name === 'row') {
        const said = Number(attributes.get('r'));
        number = said > number && said <= lastRow ? said : number + 1;
        [column, cells] = [-1, []];
      } else if (name === 'c') {
        const said = columnOf(attributes.get('r'));
        column = said ?? column + 1;
        [type, style, text] = [attributes.get('t') ?? 'n', Number(attributes.get('s') ?? 0), ''];
      }
      isValue = name === 'v' || (name === 't' && type === 'inlineStr');
    },
    text(piece) {
      if (isValue) text += piece;
    },
    close(name) {
      isValue = false;
      if (name === 'c' && column < lastColumn) cells[column] = value();
      else if (name === 'row') row(number, cells);
    },
  }, signal);
}

/** `AB12` is 27. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/i.exec(reference ?? '')?.[1]?.toUpperCase();
  if (!letters) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Days since the end of 1899, or since 1904, as text: `2026-01-31`, `2026-01-31T14:05:00`, `14:05`. Before March 1900 the calendar of spreadsheets has a day too many. */
export function momentText(days: number, kind: DateKind, from1904: boolean): Cell {
  const seconds = Math.round(days * 86_400);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const clock = (all: number): string => `${two(all / 3600)}:${two((all % 3600) / 60)}${all % 60 === 0 ? '' : `:${two(all % 60)}`}`;
  if (kind === 'duration') return seconds < 0 ? days : clock(seconds);
  if (seconds < 0 || days > 2_958_466) return days;
  // A time of day is what is left of a day; one beyond the first day is a date that is shown as a time.
  if (days < 1 || kind === 'time') return clock(seconds % 86_400);
  const day = from1904 ? 24_107 : days < 60 ? 25_568 : 25_569;
  const text = new Date((seconds - day * 86_400) * 1000).toISOString();
  return seconds % 86_400 === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

/** Which cells are merged, as rows and columns from 0: all of it is one cell, of which the first holds the value. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The merged cells of a sheet, which it says behind its rows. */
export async function mergesOf(part: Member): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  const decoder = new TextDecoder('latin1');
  const reader = part.open().getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return merges;
    const text = rest + decoder.decode(value);
    let read = 0;
    for (const match of text.matchAll(/<(?:\w{1,20}:)?mergeCell\s[^<>]{0,100}?ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g)) {
      const [all, left, top, right, bottom] = match as unknown as [string, string, string, string, string];
      merges.push({ top: Number(top) - 1, left: columnOf(left)!, bottom: Number(bottom) - 1, right: columnOf(right)! });
      read = match.index + all.length;
    }
    rest = text.slice(Math.max(read, text.length - 200));
  }
}
