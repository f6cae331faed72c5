import type { Column, Dataset } from './dataset.js';
import { binsOf, type Bin, type Binned } from './facet-bins.js';
import { hoursOf, timesOf, weekdayCodes } from './facet-times.js';

/** One code a row; 0 stands for rows without a value. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** What can be asked of a column: its values, ranges of them, the day of the week or the hour of the day. */
export type FacetKind = 'values' | 'ranges' | 'weekdays' | 'hours';

/** A column as it is counted: each row in one bin, worked out once. */
export interface Facet extends Partial<Binned> {
  /** The index of the column. */
  readonly column: number;
  readonly kind: FacetKind;
  /** Worked out when somebody first looks: of a million rows that takes a moment. */
  readonly codes: Codes;
  /** How many codes there are, that of no value included. Of weekdays code 1 is Monday, of hours code 1 is that from midnight. */
  readonly size: number;
  /** Of ranges: the numbers, or the times in milliseconds since 1970. */
  readonly values?: Float64Array | undefined;
  /** Whether they are times that name no zone. */
  readonly isLocal?: boolean | undefined;
}

const known = new WeakMap<Column, Map<FacetKind, Facet | undefined>>();

/** The facet of a column; `undefined` where the column has none of that kind. */
export function facetOf({ columns, length }: Dataset, index: number, kind: FacetKind): Facet | undefined {
  const column = columns[index];
  if (!column) return undefined;
  const facets = known.get(column) ?? new Map<FacetKind, Facet | undefined>();
  known.set(column, facets);
  if (!facets.has(kind)) facets.set(kind, made(column, index, kind, length));
  const facet = facets.get(kind);
  // One column may stand elsewhere in another dataset.
  return facet && facet.column !== index ? { ...facet, column: index } : facet;
}

/** The facet of a column that has to be there. */
export function neededFacet(dataset: Dataset, index: number, kind: FacetKind): Facet {
  const facet = facetOf(dataset, index, kind);
  if (!facet) throw new RangeError(`Column ${index} has no ${kind}.`);
  return facet;
}

function made(column: Column, index: number, kind: FacetKind, length: number): Facet | undefined {
  if (kind === 'values') return column.type === 'category' ? { column: index, kind, codes: column.codes, size: column.labels.length + 1 } : undefined;
  if (kind === 'hours') {
    const codes = hoursOf(column, length);
    return codes && later({ column: index, kind, size: 25 }, codes);
  }
  const times = timesOf(column);
  if (kind === 'weekdays') return times && later({ column: index, kind, size: 8 }, () => weekdayCodes(times));
  const values = times ?? (column.type === 'number' ? column.values : undefined);
  const binned = values && binsOf(values, Boolean(times));
  return binned && later({ column: index, kind, values, isLocal: column.type === 'date' && column.isLocal, size: binned.bins.length + 1, ...binned }, () => codesOf(values, binned.bins));
}

function later(facet: Omit<Facet, 'codes'>, make: () => Codes): Facet {
  let codes: Codes | undefined;
  return {
    ...facet,
    get codes() {
      return (codes ??= make());
    },
  };
}

/** Into so many parts of the same width values are put before they are put into bins. */
const parts = 1024;

/** Which bin each value lies in: near that with which its part begins. */
function codesOf(values: Float64Array, bins: readonly Bin[]): Codes {
  const starts = Float64Array.from([...bins.map(([from]) => from), Infinity]);
  const first = starts[0]!;
  const width = (bins.at(-1)![1] - first) / parts;
  const nearest = new Uint8Array(parts + 1);
  for (let part = 0, bin = 0; part <= parts; part += 1) {
    while (starts[bin + 1]! <= first + part * width) bin += 1;
    nearest[part] = bin;
  }
  const codes = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    if (!Number.isFinite(value)) continue;
    let bin = nearest[Math.floor((value - first) / width)]!;
    while (starts[bin + 1]! <= value) bin += 1;
    // Where a part begins is rounded.
    while (starts[bin]! > value) bin -= 1;
    codes[row] = bin + 1;
  }
  return codes;
}
