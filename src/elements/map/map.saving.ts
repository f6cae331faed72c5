import type { Special } from './map.special.js';
import type { Ways } from './map.ways.js';

const all = new WeakMap<Special, { ways?: Ways }>();

/** What can be taken along comes when there is nothing else to do: before somebody prints, at any rate. */
export function saving(special: Special): unknown {
  const own = all.get(special) ?? {};
  if (!all.has(special)) {
    all.set(special, own);
    setTimeout(() => void load(special, own), 500);
  }
  return own.ways?.render();
}

async function load(special: Special, own: { ways?: Ways }): Promise<void> {
  const found = await import('./map.ways.js').catch(() => undefined);
  if (!found) return;
  own.ways = new found.Ways(special);
  special.with[0].requestUpdate();
}
