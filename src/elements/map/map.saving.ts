import type { Special } from './map.special.js';

/** What can be taken along comes after all else, and before somebody prints. */
export function saving(special: Special): unknown {
  if (special.ways) return special.ways.render();
  import('./map.keeping.js').then(({ Ways }) => {
    special.ways ??= new Ways(special);
    special.with[0].requestUpdate();
  }, () => {});
  return undefined;
}
