import { headerWords, sayingOf } from '../model/roles-headers.js';
import type { Codes } from './join-codes.js';

/** The two columns that say the same. */
export interface Pair {
  readonly table: Codes;
  readonly shapes: Codes;
}

/** How well two columns say the same: how much of both is in the other, most of the table's at least, and how well it tells one shape from another. */
export function likeness(pair: Pair, places: number): number {
  const { table, shapes } = pair;
  const found = table.values.map((value) => shapes.find(value, table));
  const matched = found.filter((each) => each !== undefined);
  if (matched.length * 2 <= table.values.length) return 0;
  const overlap = matched.length / (table.values.length + shapes.values.length - matched.length);
  const telling = shapes.values.length / places;
  const isLoose = matched.some((each) => each.isLoose);
  const isName = table.values.filter((value) => /\p{L}{4}/u.test(value)).length * 2 > table.values.length;
  const isCalledSo = headerWords(table.column.name) === headerWords(shapes.column.name);
  const isNumbered = isRunning(shapes.values);
  // Such numbers are in every column of numbers: what is not called a code means them only if it names most, and they are written as codes.
  const isPlain = shapes.values.every((value) => !value.startsWith('0'));
  if (isNumbered && !isCalledSo && !sayingOf('id', table.column.name) && (isPlain || matched.length * 2 < shapes.values.length)) return 0;
  return overlap * telling * (isLoose ? 0.9 : 1) * (isNumbered ? 0.4 : 1) * (isName ? 0.7 : 1) * (isCalledSo ? 1.2 : 1);
}

/** 1, 2, 3 … or 01, 02, 03 …, as shapes are numbered. */
function isRunning(values: readonly string[]): boolean {
  const numbers = values.map(Number);
  const least = Math.min(...numbers.slice(0, 1000));
  return values.length > 1 && values.every((value) => /^\d+$/.test(value)) && least <= 1 && numbers.every((each) => each < values.length + 2);
}
