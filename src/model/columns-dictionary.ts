import { cellText, type RawColumn } from './columns.js';

export interface Dictionary {
  /** 0 is absent, n stands for `labels[n - 1]`. */
  readonly codes: Uint32Array;
  readonly labels: readonly string[];
}

const limit = 65_536;
const slots = limit * 4;

/** The distinct values of a column, found by their bytes; `undefined` where they do not repeat themselves. Yields so that its caller may pause. */
export function* dictionary(raw: RawColumn, isAbsent: (row: number) => boolean): Generator<void, Dictionary | undefined> {
  const { bytes, starts, ends } = raw;
  const codes = new Uint32Array(starts.length);
  const table = new Uint32Array(Math.min(slots, 2 ** Math.ceil(Math.log2(starts.length * 4 + 4))));
  const mask = table.length - 1;
  const firsts: number[] = [];
  let filled = 0;
  for (let row = 0; row < codes.length; row += 1) {
    if ((row & 8191) === 8191) yield;
    if (isAbsent(row)) continue;
    filled += 1;
    const start = starts[row]!;
    const end = ends[row]!;
    let slot = hash(bytes, start, end) & mask;
    while (table[slot] !== 0 && !same(raw, firsts[table[slot]! - 1]!, start, end)) slot = (slot + 1) & mask;
    if (table[slot] === 0) {
      firsts.push(row);
      table[slot] = firsts.length;
      // Names and numbers of things show early that they are all different.
      if (firsts.length >= limit || (firsts.length === 2048 && filled < 2300) || (firsts.length === 8192 && filled < 12_000)) return undefined;
    }
    codes[row] = table[slot]!;
  }
  if (filled === 0 || firsts.length * 2 > filled) return undefined;
  return { codes, labels: firsts.map((row) => cellText(raw, row)) };
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at += 1) value = Math.imul(value ^ bytes[at]!, 0x01000193);
  return value ^ (value >>> 15);
}

function same({ bytes, starts, ends }: RawColumn, row: number, start: number, end: number): boolean {
  let other = starts[row]!;
  if (ends[row]! - other !== end - start) return false;
  for (let at = start; at < end; at += 1, other += 1) if (bytes[at] !== bytes[other]) return false;
  return true;
}
