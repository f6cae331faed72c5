import { allowEndpoints } from './sinks/allowed.js';
import { safeWebUrl } from './model/safe-url.js';

/**
 * The script tag. It finds our tags and placeholders in the page, now and later, and loads only what the page uses.
 *
 * ```html
 * <script type="module" src="https://city.example/cdn/civic.js" data-endpoints="https://hub.city.example"></script>
 * <civic-map src="https://data.city.example/trees.csv"><a href="https://data.city.example/trees.csv">Trees (CSV)</a></civic-map>
 * <a class="civic" data-civic="map" href="https://data.city.example/trees.csv">Trees (CSV)</a>
 * <div data-civic="map" data-civic-src="https://data.city.example/trees.csv"></div>
 * <a href="https://data.city.example/trees.csv#civic=map&label=Trees">Trees (CSV)</a>
 * <div data-civic="map"><a data-civic="layer" href="https://data.city.example/trees.csv">Trees</a> <a data-civic="layer" href="…">Schools</a></div>
 * ```
 */
const elements: Readonly<Record<string, { load: () => Promise<unknown>; address: string; beside?: string; plain: readonly string[] }>> = {
  map: { load: () => import('./elements/map/civic-map.js'), address: 'src', beside: 'shapes', plain: ['label', 'layer', 'on', 'crs', 'fields', 'height', 'basemap', 'view', 'filter', 'state'] },
  layer: { load: () => import('./elements/layer/civic-layer.js'), address: 'src', plain: ['label', 'layer', 'crs', 'fields', 'hidden'] },
  rating: { load: () => import('./elements/rating/civic-rating.js'), address: 'endpoint', plain: ['subject', 'label'] },
  ideas: { load: () => import('./elements/ideas/civic-ideas.js'), address: 'endpoint', plain: ['label', 'backdrop'] },
  roadmap: { load: () => import('./elements/roadmap/civic-roadmap.js'), address: 'src', plain: ['label'] },
};

const tags = Object.keys(elements).map((name) => `civic-${name}`);
const placeholders = ':is([data-civic], a[href*="#civic="]):not([data-civic-done])';

/** What a placeholder says, in attributes or behind the hash of its link: one reader for every form. */
function settings(placeholder: HTMLElement): (name: string) => string | undefined {
  const link = placeholder.getAttribute('href') ?? '';
  const hash = new URLSearchParams(link.slice(link.indexOf('#') + 1));
  if (placeholder.dataset['civic'] === undefined) return (name) => hash.get(name) ?? (name === 'address' ? link.split('#')[0] : undefined);
  return (name) => placeholder.getAttribute(name === 'civic' ? 'data-civic' : `data-civic-${name}`) ?? (name === 'address' ? link : undefined);
}

/**
 * Turns a placeholder into its element. Every attribute of a placeholder may be written by an author without rights, so
 * only the names in the table pass, addresses only as http(s). The placeholder becomes the fallback inside the element: it
 * stays visible until the element has something better to show.
 */
function upgrade(placeholder: HTMLElement): void {
  placeholder.setAttribute('data-civic-done', '');
  const said = settings(placeholder);
  const name = said('civic') ?? '';
  const known = Object.hasOwn(elements, name) ? elements[name] : undefined;
  const address = known && safeWebUrl(said(known.address) ?? said('address'), document.baseURI);
  // A map may have all that it shows from its layers.
  if (!known || !(address || placeholder.querySelector('[data-civic=layer]'))) return;
  const element = document.createElement(`civic-${name}`);
  if (address) element.setAttribute(known.address, address);
  const beside = known.beside && safeWebUrl(said(known.beside), document.baseURI);
  if (beside) element.setAttribute(known.beside!, beside);
  for (const attribute of known.plain) {
    const value = said(attribute);
    if (value !== undefined) element.setAttribute(attribute, value);
  }
  placeholder.replaceWith(element);
  element.append(placeholder);
}

function discover(root: ParentNode): void {
  for (const placeholder of root.querySelectorAll<HTMLElement>(placeholders)) upgrade(placeholder);
  for (const tag of tags) {
    if (!customElements.get(tag) && root.querySelector(tag)) void elements[tag.slice(6)]?.load();
  }
}

function start(): void {
  const own = new URL(import.meta.url);
  const script = [...document.scripts].find(({ src }) => src === own.href);
  allowEndpoints(own.origin, ...(script?.dataset['endpoints']?.split(/[\s,]+/) ?? []));
  // The same file may be pasted twice, or come in two versions: the first does the work.
  const mark = Symbol.for('civic-elements.script');
  if (Object.hasOwn(globalThis, mark)) return;
  Object.defineProperty(globalThis, mark, { value: own.href });
  discover(document);
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) discover(document);
  }).observe(document, { childList: true, subtree: true });
}

start();
