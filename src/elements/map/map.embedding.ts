import { writeFilterState } from '../../model/filter-state-write.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { writeView } from '../../model/view.js';
import type { CivicMap } from './map.js';

const addresses = new Set(['src', 'shapes', 'relay']);
const ofLayers = ['src', 'label', 'layer', 'fields', 'crs', 'relay', 'hidden'];
/** What is written as it is now, and what belongs to the page. */
const ours = new Set<PropertyKey>(['view', 'filters', 'state']);

/** What a webmaster pastes to show what is seen now: the script, and the element with what it was told, its view and its filter. */
export function snippet(host: CivicMap, title: string): string {
  const { view, filters } = host;
  const Kind = host.constructor as typeof CivicMap;
  // What is as it is anyway need not be said.
  const usual = new Kind();
  const told = [...Kind.elementProperties].flatMap(([name, { attribute }]): [string, string][] => {
    const value: unknown = ours.has(name) ? undefined : host[name as keyof CivicMap];
    const text = value === true ? '' : addresses.has(String(name)) ? safeWebUrl(String(value), host.baseURI) : value;
    if (attribute === false || value === usual[name as keyof CivicMap] || (typeof text !== 'string' && typeof text !== 'number')) return [];
    return [[typeof attribute === 'string' ? attribute : String(name).toLowerCase(), String(text)]];
  });
  const filter = writeFilterState(filters);
  const seen: [string, string][] = [...(view ? [['view', writeView(view)] as [string, string]] : []), ...(filter ? [['filter', filter] as [string, string]] : [])];
  const source = safeWebUrl(host.src, host.baseURI) ?? '';
  const layers = [...host.querySelectorAll('civic-layer')].map((layer) => `<civic-layer ${written(ofLayers.flatMap((name): [string, string][] => {
    const said = layer.getAttribute(name);
    const text = said !== null && addresses.has(name) ? safeWebUrl(said, host.baseURI) : said;
    return text === null || text === undefined ? [] : [[name, text]];
  }))}></civic-layer>`);
  const tag = `<civic-map ${written([...told, ...seen])}>${layers.join('')}${source && `<a href="${escaped(source)}">${escaped(title)}</a>`}</civic-map>`;
  const script = (globalThis as Record<symbol, unknown>)[Symbol.for('civic-elements.script')];
  return typeof script === 'string' ? `<script type="module" src="${escaped(script)}"></script>\n${tag}` : tag;
}

const written = (attributes: readonly (readonly [name: string, value: string])[]): string => attributes.map(([name, value]) => (value === '' ? name : `${name}="${escaped(value)}"`)).join(' ');

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\s+/g, ' ');
