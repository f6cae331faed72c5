import type { LitElement } from 'lit';
import type { Dataset } from '../../model/dataset.js';
import { toFilter } from '../../model/filter-names.js';
import type { FilterState } from '../../model/filter-state.js';
import type { Filter } from '../../model/filter.js';
import type { Explorer } from './map.explorer.js';
import { FilterChangeEvent } from './map.filter-event.js';
import type { Filtering } from './map.filtering.js';
import type { Opening } from './map.opening.js';

/** What searches and counts: nobody needs it before turning to the search box or the choices. */
export { toState } from '../../model/filter-names.js';
export { Sieve } from '../../model/filter-sieve.js';
export { Haystack } from '../../model/filter-text.js';

/** How many things are asked besides the words. */
export function conditions({ chosen, ranges, weekdays, hours, extent, area }: Filter): number {
  const inMaps = [chosen, weekdays, hours].flatMap((all) => [...(all?.values() ?? [])]).filter(({ size }) => size > 0).length;
  return inMaps + [...(ranges?.values() ?? [])].filter(({ length }) => length > 0).length + Number(Boolean(extent)) + Number(Boolean(area));
}

/** What the page asks, as a filter; what of it is not in the data is told. */
export function adopt(filtering: Filtering, state: FilterState, dataset: Dataset): Filter {
  const { filter, ignored } = toFilter(state, dataset);
  filtering.ignored = ignored;
  filtering.text = filter.text;
  // Nobody should have to open the panel to see what is left out.
  if (conditions(filter) + ignored.length > 0) void filtering.explore(false);
  return filter;
}

/** Tells the page what the reader asked. */
export function tell(host: LitElement, { filters, rows, all }: Filtering): void {
  host.dispatchEvent(new FilterChangeEvent(filters, rows.length, all));
}

/** What shows all that can be asked. */
export async function explorer(host: LitElement, filtering: Filtering, opening: Opening): Promise<Explorer> {
  const { Explorer } = await import('./map.explorer.js');
  return new Explorer(host, filtering, opening);
}
