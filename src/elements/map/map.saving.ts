import type { Special } from './map.special.js';
import type { Ways } from './map.keeping.js';

const all = new WeakMap<Special, { ways?: Ways }>();

/** What can be taken along comes after all else, and before somebody prints. */
export function saving(special: Special): unknown {
  const own = all.get(special) ?? {};
  if (!all.has(special)) {
    all.set(special, own);
    void load(special, own);
  }
  return own.ways?.render();
}

async function load(special: Special, own: { ways?: Ways }): Promise<void> {
  const found = await import('./map.keeping.js').catch(() => undefined);
  if (!found) return;
  own.ways = new found.Ways(special);
  special.with[0].requestUpdate();
}
