import type { Column } from './dataset.js';

/** Rows in an order: first those that have a value, least first, then `absent` others as they stand in the data. */
export interface Order {
  readonly rows: Uint32Array;
  readonly absent: number;
}

/** So many rows are put in order at once; between such runs its caller may pause. */
const run = 256;

/** “Tree 2” as it stands before “Tree 10”. A collator can count, too, and then takes four times as long for every two rows. */
const sortKey = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(12, '0'));

/** Rows by a column; yields so that its caller may pause. Text is in the order of a dictionary of the reader's language. */
export function* orderBy(column: Column, length: number, words: Intl.Collator): Generator<void, Order> {
  if (column.type === 'number' || column.type === 'date') return yield* orderByNumber(column.values);
  if (column.type === 'category') {
    const codes = column.codes;
    const labels = column.labels.map(sortKey);
    const places = new Float64Array(labels.length + 1).fill(Number.NaN);
    const ranked = yield* merged(new Uint32Array(labels.length).map((_, i) => i), (a, b) => words.compare(labels[a]!, labels[b]!));
    // Labels that a dictionary does not tell apart share a place.
    let place = 0;
    for (let i = 0; i < ranked.length; i += 1) places[ranked[i]! + 1] = i > 0 && words.compare(labels[ranked[i - 1]!]!, labels[ranked[i]!]!) === 0 ? place : (place = i);
    const values = new Float64Array(length);
    for (let row = 0; row < length; row += 1) values[row] = places[codes[row]!]!;
    yield;
    return yield* orderByNumber(values);
  }
  const texts: (string | undefined)[] = [];
  for (let row = 0; row < length; row += 1) {
    const text = column.value(row)?.trim();
    texts.push(text ? sortKey(text) : undefined);
    if ((row & 1023) === 1023) yield;
  }
  return yield* ordered(length, (row) => texts[row] !== undefined, (a, b) => words.compare(texts[a]!, texts[b]!));
}

/** Rows by numbers, one a row; NaN is absent. Yields so that its caller may pause. */
export function orderByNumber(values: Float64Array): Generator<void, Order> {
  return ordered(values.length, (row) => !Number.isNaN(values[row]!), (a, b) => values[a]! - values[b]!);
}

/** Those of an order that are among some rows, from the other end if they are to go down; rows without a value are last either way. */
export function among({ rows, absent }: Order, some: Uint32Array, down: boolean): Uint32Array {
  if (!down && some.length === rows.length) return rows;
  const wanted = new Uint8Array(rows.length);
  for (const row of some) wanted[row] = 1;
  const kept = new Uint32Array(some.length);
  const present = rows.length - absent;
  let at = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[down && i < present ? present - 1 - i : i]!;
    if (wanted[row] === 1) kept[at++] = row;
  }
  return kept;
}

function* ordered(length: number, isThere: (row: number) => boolean, compare: (a: number, b: number) => number): Generator<void, Order> {
  const rows = new Uint32Array(length);
  let [there, absent] = [0, 0];
  for (let row = 0; row < length; row += 1) {
    if (isThere(row)) rows[there++] = row;
    // From the end backwards: turned round below.
    else rows[length - ++absent] = row;
    if ((row & 65_535) === 65_535) yield;
  }
  rows.subarray(there).reverse();
  const sorted = yield* merged(rows.slice(0, there), compare);
  rows.set(sorted);
  return { rows, absent };
}

/** Sorts by merging, since that can be interrupted, as a sort of the platform's cannot; what is equal keeps its order. */
function* merged(rows: Uint32Array<ArrayBuffer>, compare: (a: number, b: number) => number): Generator<void, Uint32Array> {
  for (let start = 0; start < rows.length; start += run) {
    rows.subarray(start, start + run).sort(compare);
    yield;
  }
  let [from, to] = [rows, new Uint32Array(rows.length)];
  for (let width = run; width < rows.length; width *= 2) {
    for (let start = 0; start < rows.length; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, rows.length), Math.min(start + 2 * width, rows.length)];
      for (let at = start, left = start, right = middle; at < end; at += 1) {
        to[at] = left < middle && (right >= end || compare(from[left]!, from[right]!) <= 0) ? from[left++]! : from[right++]!;
        if ((at & 511) === 511) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
