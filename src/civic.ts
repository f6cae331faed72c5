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
 * <a href="#civic=map&civic-layer=src%3Dhttps://data.city.example/trees.csv&civic-layer=src%3D…">Trees and schools</a>
 * <iframe src="https://city.example/cdn/embed.html#civic=map&src=https://data.city.example/trees.csv" title="Trees" height="900"></iframe>
 * ```
 */
const elements: Readonly<Record<string, Kind>> = {
  map: {
    load: () => import('./elements/map/civic-map.js'),
    addresses: ['src', 'shapes', 'relay'],
    plain: ['label', 'layer', 'on', 'crs', 'fields', 'height', 'basemap', 'route', 'view', 'filter', 'state', 'time-by', 'color-by', 'classes', 'class-count', 'size-by', 'label-by', 'show', 'no-legend', 'no-search'],
  },
  layer: { load: () => import('./elements/layer/civic-layer.js'), addresses: ['src', 'relay'], plain: ['label', 'layer', 'crs', 'fields', 'hidden'] },
  rating: { load: () => import('./elements/rating/civic-rating.js'), addresses: ['endpoint'], plain: ['subject', 'label', 'profile', 'service', 'floating', 'system'] },
  ideas: { load: () => import('./elements/ideas/civic-ideas.js'), addresses: ['endpoint', 'roadmap', 'take-part'], plain: ['label', 'backdrop', 'challenge', 'system'] },
  roadmap: { load: () => import('./elements/roadmap/civic-roadmap.js'), addresses: ['src', 'ideas'], plain: ['label', 'today'] },
};

interface Kind {
  readonly load: () => Promise<unknown>;
  /** The attributes that are addresses; the first is what it shows. */
  readonly addresses: readonly string[];
  readonly plain: readonly string[];
}

/** What is said under a name, if anything is. */
type Said = (name: string) => string | null;

const tags = Object.keys(elements).map((name) => `civic-${name}`);
const placeholders = ':is([data-civic], a[href*="#civic="]):not([data-civic-done])';

/** The element that is described. Whoever describes it may have no rights, so only the names in the table pass, addresses only as http(s). */
function described(name: string | null, said: Said, layers: readonly string[] = []): HTMLElement | undefined {
  const known = Object.hasOwn(elements, name ?? '') ? elements[name!] : undefined;
  if (!known) return undefined;
  const element = document.createElement(`civic-${name}`);
  for (const each of known.addresses) {
    const address = safeWebUrl(said(each) ?? (each === known.addresses[0] ? said('address') : null) ?? undefined, document.baseURI);
    if (address) element.setAttribute(each, address);
  }
  for (const each of known.plain) {
    const value = said(each);
    if (value !== null) element.setAttribute(each, value);
  }
  for (const each of name === 'map' ? layers : []) {
    const behind = new URLSearchParams(each);
    const layer = described('layer', (said) => behind.get(said));
    if (layer?.hasAttribute('src')) element.append(layer);
  }
  return element;
}

/**
 * Turns a placeholder into its element: it says what it is in attributes or behind the hash of its link. It becomes the
 * fallback inside the element, and stays visible until that has something better to show.
 */
function upgrade(placeholder: HTMLElement): void {
  placeholder.setAttribute('data-civic-done', '');
  const link = placeholder.getAttribute('href');
  const hash = link?.indexOf('#') ?? -1;
  const behind = new URLSearchParams(link?.slice(hash + 1));
  const element = placeholder.hasAttribute('data-civic')
    ? described(placeholder.getAttribute('data-civic'), (name) => placeholder.getAttribute(`data-civic-${name}`) ?? (name === 'address' ? link : null))
    : described(behind.get('civic'), (name) => behind.get(name) ?? (name === 'address' ? link!.slice(0, hash) : null), behind.getAll('civic-layer'));
  // A map may have all that it shows from its layers.
  if (!element || !(element.matches('[src], [endpoint]') || element.firstChild || placeholder.querySelector('[data-civic=layer]'))) return;
  placeholder.replaceWith(element);
  element.append(placeholder);
}

/** Our pages for frames, ours or another town's. */
const frames = 'iframe[src*="#civic="]';

function discover(root: ParentNode): void {
  for (const placeholder of root.querySelectorAll<HTMLElement>(placeholders)) upgrade(placeholder);
  for (const tag of tags) {
    if (!customElements.get(tag) && root.querySelector(tag)) void elements[tag.slice(6)]?.load();
  }
  if (root.querySelector(frames)) void import('./frames.js').then(({ fitFrames }) => fitFrames(frames));
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
