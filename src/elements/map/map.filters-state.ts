import type { Dataset } from '../../model/dataset.js';
import type { Condition, FilterState } from '../../model/filter-state.js';
import { readFilterState } from '../../model/filter-state-read.js';
import type { Filter } from '../../model/filter.js';

/** What a page or a link asks for, as codes of the columns of a dataset; what the dataset does not have asks for nothing. */
export function filterOf(wish: unknown, { columns }: Dataset): Filter {
  const { text = '', where = [] } = readFilterState(wish);
  const chosen = new Map<number, ReadonlySet<number>>();
  for (const { column: name, values = [] } of where) {
    const index = columns.findIndex((column) => column.name === name);
    const column = columns[index];
    if (column?.type !== 'category') continue;
    const codes = values.map((value) => (value === null ? 0 : column.labels.indexOf(value) + 1 || -1)).filter((code) => code >= 0);
    if (codes.length > 0) chosen.set(index, new Set(codes));
  }
  return { text, chosen };
}

/** A filter by names and values. */
export function stateOf({ text, chosen }: Filter, { columns }: Dataset): FilterState {
  const where: Condition[] = [];
  for (const [index, codes] of chosen) {
    const column = columns[index];
    if (column?.type === 'category' && codes.size > 0) where.push({ column: column.name, values: [...codes].map((code) => (code === 0 ? null : column.labels[code - 1]!)) });
  }
  return { ...(text.trim() ? { text: text.trim() } : {}), ...(where.length > 0 ? { where } : {}) };
}
