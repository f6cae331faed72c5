import type { CategoryColumn, DateColumn, NumberColumn, TextColumn } from './dataset.js';

/** A column as it was read: row `r` is the UTF-8 bytes `starts[r]` to `ends[r]`; nothing between them is absent. */
export interface RawColumn {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const decoder = new TextDecoder();

/** So many bytes may be the arguments of one call. */
const short = 256;

/**
 * The text of one cell. Of each text that a browser decodes it keeps a note that only the collection of garbage takes away,
 * which holds up the page once there are a million: plain ASCII is put together without it.
 */
export function cellText({ bytes, starts, ends }: RawColumn, row: number): string {
  const cell = bytes.subarray(starts[row], ends[row]);
  let isPlain = cell.length <= short;
  for (let at = 0; isPlain && at < cell.length; at += 1) isPlain = cell[at]! < 0x80;
  return isPlain ? String.fromCharCode.apply(null, cell as unknown as number[]) : decoder.decode(cell);
}

function present(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

export function numberColumn(name: string, values: Float64Array): NumberColumn {
  return { name, type: 'number', values, value: (row) => present(values[row]) };
}

export function dateColumn(name: string, values: Float64Array, isLocal = false): DateColumn {
  return { name, type: 'date', values, isLocal, value: (row) => present(values[row]) };
}

export function categoryColumn(name: string, codes: Uint32Array, labels: readonly string[]): CategoryColumn {
  return { name, type: 'category', codes, labels, value: (row) => labels[codes[row]! - 1] };
}

/** Text with what it is made of, which another thread can be given. */
export interface StoredText extends TextColumn {
  readonly storage: RawColumn | { readonly codes: Uint32Array; readonly labels: readonly string[] };
}

/** Text that repeats itself, stored once a value. */
export function repeatedTextColumn(name: string, codes: Uint32Array, labels: readonly string[]): StoredText {
  return { name, type: 'text', value: (row) => labels[codes[row]! - 1], storage: { codes, labels } };
}

/** Text that stays bytes until somebody reads it: a million rows cost no strings. */
export function textColumn(raw: RawColumn): StoredText {
  return { name: raw.name, type: 'text', value: (row) => (raw.starts[row] === raw.ends[row] ? undefined : cellText(raw, row)), storage: raw };
}
