import type { Column } from './dataset.js';

/** A number for each row: the same where the value is the same. */
export interface Coded {
  readonly codes: Uint32Array;
  /** How many different ones there are. */
  readonly count: number;
}

/** The values of a column in some rows. */
export function coded(column: Column, rows: Uint32Array): Coded {
  const known = new Map<number | string | undefined, number>();
  const codes = Uint32Array.from(rows, (row) => numbered(known, column.value(row)));
  return { codes, count: known.size };
}

/** What is the same in both. */
export function finer(all: Coded | undefined, { codes, count }: Coded): Coded {
  const known = new Map<number, number>();
  const both = Uint32Array.from(codes, (code, row) => numbered(known, (all?.codes[row] ?? 0) * count + code));
  return { codes: both, count: known.size };
}

function numbered<T>(known: Map<T, number>, value: T): number {
  let code = known.get(value);
  if (code === undefined) known.set(value, (code = known.size));
  return code;
}
