import { Browsing } from './map.browsing.js';
import type { PlaceList } from './map.list.js';
import type { Opening } from './map.opening.js';
import { Saving } from './map.saving.js';
import type { Special } from './map.special.js';

/** What comes by itself once the map is there: the list as one explores it, and the way to what can be taken along. */
export function begin(special: Special, list: PlaceList, opening: Opening): void {
  const [host, language, , selection, stage] = special.with;
  list.browsing ??= new Browsing(host, list, language, stage, selection, opening.prepare);
  special.saving ??= new Saving(special, opening);
  // What stands in the list's place where there is none.
  if (host.data?.length === 0) void opening.prepare();
}
