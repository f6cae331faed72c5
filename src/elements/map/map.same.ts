import type { Motion } from '../../engine/motion.js';
import type { Column, Dataset } from '../../model/dataset.js';
import { toFilter, toState } from '../../model/filter-names.js';
import type { Filter } from '../../model/filter.js';
import type { Selection } from './map.selection.js';
import type { Asked } from './map.styling.js';

/** The same by names and values, wherever they are in newer data; what is no longer there cannot be asked. */
export function sameFilter(filter: Filter, before: Dataset, after: Dataset): Filter {
  return toFilter(toState(filter, before), after).filter;
}

/** Which row of newer data is the same place as a row was: by its id, else by its name. */
export function sameRow(before: Dataset, after: Dataset): (row: number) => number | undefined {
  const role = (['id', 'title'] as const).find((each) => before.roles[each] !== undefined && after.roles[each] !== undefined);
  const [old, column] = role ? [before.columns[before.roles[role]!], after.columns[after.roles[role]!]] : [];
  let places: ReadonlyMap<number | string | undefined, number> | undefined;
  return (row) => {
    const value = old?.value(row);
    if (value === undefined || !column) return before.length === after.length ? row : undefined;
    // Most rows are where they were.
    if (column.value(row) === value) return row;
    places ??= firstRows(column, after.length);
    return places.get(value);
  };
}

/** The first row of each value. */
function firstRows(column: Column, length: number): ReadonlyMap<number | string | undefined, number> {
  const rows = new Map<number | string | undefined, number>();
  for (let row = length - 1; row >= 0; row -= 1) rows.set(column.value(row), row);
  return rows;
}

/** How newer values come out of those before, unless the reader wants no movement. */
export async function motion(before: Dataset, after: Dataset, asked: Pick<Asked, 'colorBy' | 'sizeBy'>): Promise<Motion | undefined> {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return undefined;
  const moving = await import('./map.moving.js').catch(() => undefined);
  return moving?.motionBetween(before, after, sameRow(after, before), asked);
}

/** Stays with the same places in newer data, in which they may be other rows; what is gone is closed. */
export function follow(selection: Selection, root: ShadowRoot | null, before: Dataset, after: Dataset): void {
  const { row, spot } = selection;
  const place = sameRow(before, after);
  if (row !== undefined) selection.row = place(row);
  if (spot) {
    const rows = [...spot].map(place).filter((each) => each !== undefined);
    selection.spot = rows.length > 0 ? Uint32Array.from(rows) : undefined;
  }
  const isLost = (row !== undefined || spot !== undefined) && !selection.open;
  // The details go away, and the focus with them.
  if (isLost && root?.activeElement?.closest('.detail')) root.querySelector<HTMLElement>('.canvas-holder')?.focus({ preventScroll: true });
}
