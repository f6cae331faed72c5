import type { FilterState } from './filter-state.js';
import { decoded, readFilterState, split } from './filter-state-read.js';
import { encoded, writeFilterState } from './filter-state-write.js';
import { readView, type ViewWish } from './view.js';

/** What somebody looks at of some data: what a link to it has to say. */
export interface Situation {
  readonly filters: FilterState;
  readonly view?: ViewWish | undefined;
  /** The selected place: by its id, else by its row. */
  readonly selected?: { readonly id: string } | number | undefined;
  /** Of statistics, by the names of columns, what is looked at, such as the year; `undefined` is all of them. */
  readonly chosen?: readonly (readonly [column: string, value: string | undefined])[] | undefined;
}

/** A situation as a link writes it: the filter, `id=17` or `row=3`, `of:year=2024`. Where the map looks comes as it is written already: `at=11.5,48.1,12`. */
export function writeSituation({ filters, selected, chosen = [] }: Situation, view?: string): string {
  return [
    writeFilterState(filters),
    ...chosen.map(([column, value]) => `of:${encoded(column)}=${value === undefined ? '' : encoded(value)}`),
    selected === undefined ? '' : typeof selected === 'number' ? `row=${selected}` : `id=${encoded(selected.id)}`,
    view ? `at=${view}` : '',
  ].filter((part) => part !== '').join(';');
}

/** Whoever made a link may have written anything into it: what cannot be understood is left out. */
export function readSituation(text: string): Situation {
  const chosen: [string, string | undefined][] = [];
  let [selected, view]: [Situation['selected'], ViewWish | undefined] = [undefined, undefined];
  for (const part of text.slice(0, 20_000).split(';')) {
    const [key = '', value = ''] = split(part, '=');
    if (key === 'at') view = readView(decoded(value));
    else if (key === 'row' && /^\d{1,9}$/.test(value)) selected = Number(value);
    else if (key === 'id') selected = withId(decoded(value));
    const column = key.startsWith('of:') ? decoded(key.slice(3)) : undefined;
    if (column) chosen.push([column, decoded(value) || undefined]);
  }
  return { filters: readFilterState(text.startsWith('{') ? '' : text), view, selected, chosen };
}

const withId = (id: string | undefined): { readonly id: string } | undefined => (id ? { id } : undefined);
