import type { NumberColumn } from '../../model/dataset.js';

/** The radius of the largest symbol, and of the smallest that is still seen, in pixels. */
const largest = 22;
const smallest = 2.5;

export interface Sizes {
  readonly column: NumberColumn;
  /** Values for a legend, the largest first. */
  readonly examples: readonly number[];
  of(row: number): number;
  radius(value: number): number;
}

/** Symbols whose area is proportional to a value. The largest of the whole data is the measure, so that filters change no size. */
export function radiusOf(column: NumberColumn): Sizes | undefined {
  let most = 0;
  const { values } = column;
  for (let row = 0; row < values.length; row += 1) if (Math.abs(values[row]!) > most) most = Math.abs(values[row]!);
  if (most === 0) return undefined;
  const radius = (value: number): number => Math.max(smallest, largest * Math.sqrt(Math.abs(value) / most));
  const top = short(most);
  return {
    column,
    examples: [top, short(top / 4), short(top / 20)],
    radius,
    of: (row) => {
      const value = column.values[row]!;
      return Number.isNaN(value) ? smallest : radius(value);
    },
  };
}

/** The largest number with one digit that is not above a value. */
function short(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Number((Math.floor(value / power) * power).toPrecision(1));
}
