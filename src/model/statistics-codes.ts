import type { Column } from './dataset.js';

/** A number for each row: the same where the value is the same. */
export interface Coded {
  readonly codes: Uint32Array;
  /** How many different ones there are. */
  readonly count: number;
}

/** As long as there are not more combinations, one look into an array finds each: much faster than a map. */
const mostCombinations = 2 ** 22;

/** The values of a column in some rows. */
export function coded(column: Column, rows: Uint32Array): Coded {
  const known = new Map<number | string | undefined, number>();
  return { codes: Uint32Array.from(rows, (row) => numbered(known, column.value(row))), count: known.size };
}

/** What is the same in both. */
export function finer(all: Coded, { codes, count }: Coded): Coded {
  const both = new Uint32Array(codes.length);
  if (all.count * count > mostCombinations) {
    const known = new Map<number, number>();
    for (let row = 0; row < both.length; row += 1) both[row] = numbered(known, all.codes[row]! * count + codes[row]!);
    return { codes: both, count: known.size };
  }
  const known = new Uint32Array(all.count * count);
  let found = 0;
  for (let row = 0; row < both.length; row += 1) {
    const at = all.codes[row]! * count + codes[row]!;
    both[row] = (known[at] ||= found += 1) - 1;
  }
  return { codes: both, count: found };
}

function numbered<T>(known: Map<T, number>, value: T): number {
  let code = known.get(value);
  if (code === undefined) known.set(value, (code = known.size));
  return code;
}
