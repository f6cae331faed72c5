import type { About, Tiles } from '../model/dataset.js';
import { safeWebUrl } from '../model/safe-url.js';
import { openDataset } from './open.js';
import { SourceError, type ReadOptions } from './source.js';

/** What lies below the data of a map, and what has to be said of it. */
export interface Basemap {
  readonly tiles: Tiles;
  /** Always with an attribution: its own words, or at least whose server it is. */
  readonly about: About & { readonly attribution: string };
}

interface BasemapOptions extends ReadOptions {
  /** The page that a relative address starts from. */
  readonly base?: string;
  /** Whether the screen shows more pixels than the page counts. */
  readonly isFine?: boolean;
}

/**
 * What stands in `basemap="…"`: the name of a map that a country publishes, or the address of tiles (a template with `{z}`,
 * `{x}` and `{y}`), of a WMTS, a WMS or a PMTiles file, all in Web Mercator. Behind a `#` stand the layer, if not the first,
 * and what is to be written on the map, if the service does not say it: `#layer=topo&attribution=© City`. Throws `SourceError`.
 */
export async function openBasemap(said: string, { base, isFine = false, ...options }: BasemapOptions = {}): Promise<Basemap> {
  const { namedBasemaps } = await import('./basemap-names.js');
  const text = said.trim();
  if (Object.hasOwn(namedBasemaps, text)) {
    const { title, url, fine, zoom: [minZoom, maxZoom], bounds, attribution, page, licence } = namedBasemaps[text]!;
    const isDouble = isFine && fine !== undefined;
    return {
      tiles: { kind: 'xyz', url: isDouble ? fine : url, format: 'image/png', minZoom, maxZoom, bounds, pixelRatio: isDouble ? 2 : 1 },
      about: { title, page, licence, attribution: attribution.replace('{year}', String(new Date().getFullYear())) },
    };
  }
  // A word that is no address would else be one of a file beside the page.
  const safe = /[/:?]/.test(text) ? safeWebUrl(text, base) : undefined;
  if (!safe) throw new SourceError('unknown', `basemap="${text}" is neither a name nor an http(s) address. Names are: none, ${Object.keys(namedBasemaps).join(', ')}.`);
  const address = new URL(safe);
  const more = new URLSearchParams(address.hash.slice(1));
  address.hash = '';
  const isDouble = isFine && /\{r\}|%7Br%7D/i.test(address.href);
  if (isDouble) address.href = address.href.replace(/\{r\}|%7Br%7D/gi, '@2x');
  const { tiles, about } = await openDataset(address, { ...options, layer: more.get('layer') ?? undefined });
  if (!tiles) throw new SourceError('unknown', `${address.href} is data, not a map to lay below it. Give it as src, or as a <civic-layer> of its own.`);
  const attribution = more.get('attribution')?.trim() || about.attribution || about.publisher || address.hostname;
  return { tiles: isDouble ? { ...tiles, pixelRatio: 2 } : tiles, about: { ...about, title: about.title === address.hostname ? undefined : about.title, attribution } };
}
