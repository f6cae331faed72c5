import type { LitElement } from 'lit';
import type { Filter } from '../../model/filter.js';
import type { Explorer } from './map.explorer.js';
import { FilterChangeEvent } from './map.filter-event.js';
import type { Filtering } from './map.filtering.js';

/** What searches and counts: nobody needs it before turning to the search box or the choices. */
export { toFilter, toState } from '../../model/filter-names.js';
export { Sieve } from '../../model/filter-sieve.js';
export { Haystack } from '../../model/filter-text.js';

/** How many things are asked besides the words. */
export function conditions({ chosen, ranges, weekdays, hours, extent, area }: Filter): number {
  const inMaps = [chosen, weekdays, hours].flatMap((all) => [...(all?.values() ?? [])]).filter(({ size }) => size > 0).length;
  return inMaps + [...(ranges?.values() ?? [])].filter(({ length }) => length > 0).length + Number(Boolean(extent)) + Number(Boolean(area));
}

/** Tells the page what the reader asked. */
export function tell(host: LitElement, { filters, rows, all }: Filtering): void {
  host.dispatchEvent(new FilterChangeEvent(filters, rows.length, all));
}

/** What shows all that can be asked. */
export async function explorer(host: LitElement, filtering: Filtering): Promise<Explorer> {
  const { Explorer } = await import('./map.explorer.js');
  return new Explorer(host, filtering);
}
