import type { CategoryColumn, DateColumn, NumberColumn, TextColumn } from './dataset.js';

/** A column as it was read: row `r` is the UTF-8 bytes `starts[r]` to `ends[r]`; nothing between them is absent. */
export interface RawColumn {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const decoder = new TextDecoder();

/** The text of one cell. */
export function cellText({ bytes, starts, ends }: RawColumn, row: number): string {
  return decoder.decode(bytes.subarray(starts[row], ends[row]));
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
