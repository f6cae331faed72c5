import { writeFilterState } from '../../model/filter-state-write.js';
import { attributes, escaped, frameTag, usualHeight, type Pairs } from '../../model/frame-written.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { writeView } from '../../model/view.js';
import type { CivicMap } from './map.js';

const addresses = new Set<PropertyKey>(['src', 'shapes', 'relay']);
const ofLayers = ['src', 'label', 'layer', 'fields', 'crs', 'relay', 'hidden'];
/** What is written as it is now, and what belongs to the page. */
const ours = new Set<PropertyKey>(['view', 'filters', 'state']);

/** What a webmaster pastes to show elsewhere what is seen now. */
export interface Snippets {
  /** The script, and the element with what it was told, its view and its filter. */
  readonly tag: string;
  /** The same in a frame, for pages that take no script; where the script tag is not ours to know, so is its page for frames. */
  readonly frame: string | undefined;
}

/** `language` is the one that the map speaks: a frame hears nothing of the page around it. */
export function snippets(host: CivicMap, title: string, language: string): Snippets {
  const told = [...toldTo(host), ...seenIn(host)];
  const layers = [...host.querySelectorAll('civic-layer')].map((layer) => ofLayers.flatMap((name): [string, string][] => {
    const text = elsewhere(name, layer.getAttribute(name), host.baseURI);
    return text === undefined ? [] : [[name, text]];
  }));
  const source = safeWebUrl(host.src, host.baseURI);
  const fallback = source ? `<a href="${escaped(source)}">${escaped(title)}</a>` : '';
  const tag = `<civic-map ${attributes(told)}>${layers.map((each) => `<civic-layer ${attributes(each)}></civic-layer>`).join('')}${fallback}</civic-map>`;
  const script = (globalThis as Record<symbol, unknown>)[Symbol.for('civic-elements.script')];
  if (typeof script !== 'string') return { tag, frame: undefined };
  const said: Pairs = [['civic', 'map'], ...told, ...layers.map((each): [string, string] => ['civic-layer', String(new URLSearchParams(each))]), ['lang', language], ...(host.matches(':dir(rtl)') ? [['dir', 'rtl'] as const] : [])];
  return {
    tag: `<script type="module" src="${escaped(script)}"></script>\n${tag}`,
    frame: frameTag({ page: new URL('embed.html', script).href, said, title, width: '100%', height: usualHeight }),
  };
}

/** What its attributes say, but for what is as it is anyway. */
function toldTo(host: CivicMap): Pairs {
  const Kind = host.constructor as typeof CivicMap;
  const usual = new Kind();
  return [...Kind.elementProperties].flatMap(([name, { attribute }]): [string, string][] => {
    const value: unknown = ours.has(name) ? undefined : host[name as keyof CivicMap];
    const text = value === true ? '' : elsewhere(name, value, host.baseURI);
    if (attribute === false || value === usual[name as keyof CivicMap] || text === undefined) return [];
    return [[typeof attribute === 'string' ? attribute : String(name).toLowerCase(), text]];
  });
}

function seenIn({ view, filters }: CivicMap): Pairs {
  const filter = writeFilterState(filters);
  return [...(view ? [['view', writeView(view)] as const] : []), ...(filter ? [['filter', filter] as const] : [])];
}

/** As it is understood on another page, which lies elsewhere; a basemap may be a name as well. */
function elsewhere(name: PropertyKey, value: unknown, base: string): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  return addresses.has(name) || (name === 'basemap' && /[/:?]/.test(text)) ? safeWebUrl(text, base) : text;
}
