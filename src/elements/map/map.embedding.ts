import { writeFilterState } from '../../model/filter-state-write.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { writeView } from '../../model/view.js';
import type { CivicMap } from './map.js';

const addresses = new Set(['src', 'shapes', 'relay']);
/** What is written as it is now, and what belongs to the page. */
const ours = new Set<PropertyKey>(['view', 'filters', 'state']);

/** What a webmaster pastes to show what is seen now: the script, and the element with what it was told, its view and its filter. */
export function snippet(host: CivicMap, title: string): string {
  const { view, filters } = host;
  const told = [...(host.constructor as typeof CivicMap).elementProperties].flatMap(([name, { attribute }]): [string, string][] => {
    const value: unknown = host[name as keyof CivicMap];
    const text = value === true ? '' : addresses.has(String(name)) ? safeWebUrl(String(value), host.baseURI) : value;
    if (attribute === false || ours.has(name) || typeof text !== 'string' || (text === '' && value !== true)) return [];
    return [[typeof attribute === 'string' ? attribute : String(name).toLowerCase(), text]];
  });
  const filter = writeFilterState(filters);
  const seen: [string, string][] = [...(view ? [['view', writeView(view)] as [string, string]] : []), ...(filter ? [['filter', filter] as [string, string]] : [])];
  const source = safeWebUrl(host.src, host.baseURI) ?? '';
  const tag = `<civic-map ${[...told, ...seen].map(([name, value]) => (value === '' ? name : `${name}="${escaped(value)}"`)).join(' ')}><a href="${escaped(source)}">${escaped(title)}</a></civic-map>`;
  const script = (globalThis as Record<symbol, unknown>)[Symbol.for('civic-elements.script')];
  return typeof script === 'string' ? `<script type="module" src="${escaped(script)}"></script>\n${tag}` : tag;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');
