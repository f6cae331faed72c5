import type { Choice, Dataset } from '../../model/dataset.js';
import { textOfBody } from '../formats/text-stream.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { readOne } from './dcat.js';
import { datasetsOf, type Described } from './dcat-datasets.js';
import { graphOfJson } from './dcat-json.js';
import { rankedOffers, readBest, type Offer } from './offers.js';
import { readTags, type Link, type Page } from './page-tags.js';

/** What a page says of itself stands further up, however long it is. */
const longest = 3_000_000;
const mostNamed = 100;

const files = /\.(geojson|topojson|csv|tsv|zip|kmz|kml|gpx|xlsx|gpkg|fgb|parquet|gml|ndjson|pmtiles|json)(?:\.gz)?$/i;
const services = /\/(?:feature|map)server(?:\/\d+)?\/?$|\/ogcapi\b.*\/collections\/[^/]+$|\/gbfs\.json$/i;
const asked = /[?&](?:service=(?:wfs|wms|wmts)\b|(?:f|format|outputformat|accesstype)=[^&]*(?:json|csv|kml|shp|gpkg|xlsx))/i;
/** What sites publish for programs of another kind. */
const noData = /oembed|wp-json|manifest|package(-lock)?\.json|swagger|openapi|\/feed\/?$|rss|atom/i;

/** A web page where data was expected: what it says that it is about, where it says so without doubt. Throws `SourceError('web-page')` that names its links otherwise. */
export async function readPage(input: Input, options: DatasetOptions): Promise<Dataset> {
  const { address } = input;
  const page = readTags(await htmlOf(input), address);
  if (input.member === undefined) {
    const datasets = describedIn(page, address.href);
    const links = dataLinks(page.links, address);
    const named = options.layer !== undefined && links.some(({ name, title }) => name === options.layer || title === options.layer);
    // Who describes one dataset means it; who lists several leaves it to the reader.
    if (datasets.length === 1 && !named) return readOne(datasets[0]!, options);
    const alternates = offersOf(page.links.filter(({ alternate, url }) => alternate && url !== address.href), address);
    const same = [alternates, links].find((offers) => rankedOffers(offers).length > 0 && new Set(offers.map(stemOf)).size === 1);
    if (same || named) return readBest(named ? links : same!, { portal: 'web-page', what: `The page ${address.href}`, about: () => ({ title: page.title, page: address.href }) }, options);
    const parts = links.length > 1 && links.every(({ format }) => format === 'parquet') ? (await import('./parquet-folder.js')).partsAmong(links.map(({ url }) => new URL(url!))) : undefined;
    if (parts) return (await import('../formats/parquet-parts.js')).readParts(parts, options);
    throw refused(page, address, [...links.map(({ name, title, format }): Choice => ({ name, title, format })), ...datasets.map(({ title, about, name }): Choice => ({ name: about.page ?? name, title }))]);
  }
  throw refused(page, address, []);
}

async function htmlOf(input: Input): Promise<string> {
  let html = '';
  for await (const piece of textOfBody(input)) {
    html += piece;
    if (html.length > longest) break;
  }
  return html;
}

/** The datasets that a page describes for search engines, as far as they can be read. */
function describedIn({ described }: Page, base: string): readonly Described[] {
  const documents = described.flatMap((text): unknown[] => {
    try {
      return [JSON.parse(text)];
    } catch {
      return [];
    }
  });
  return datasetsOf(graphOfJson(documents, base), base).filter(({ offers }) => rankedOffers(offers).some(({ url }) => url !== base));
}

const dataLinks = (links: readonly Link[], address: URL): readonly Offer[] => offersOf(links.filter(({ alternate }) => !alternate), address);

function offersOf(links: readonly Link[], address: URL): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const { url: href, text, type, alternate } of links) {
    const url = new URL(href);
    url.hash = '';
    const isData = files.test(url.pathname) || services.test(url.pathname) || asked.test(url.search) || (alternate && /geo\+json|csv|vnd\.google-earth|gpx|ld\+json/.test(type ?? ''));
    if (!isData || noData.test(href) || url.href === address.href || offers.has(url.href)) continue;
    const format = files.exec(url.pathname)?.[1] ?? /json|csv|kml|shp|gpkg|xlsx|wfs|wmts|wms/i.exec(asked.exec(url.search)?.[0] ?? '')?.[0];
    offers.set(url.href, { name: url.href, title: text, format, type, url: url.href });
  }
  return [...offers.values()].slice(0, mostNamed);
}

/** `trees` of `…/trees.geojson`, `…/trees_csv.zip` and `…/trees?format=csv`: the forms of one thing. */
function stemOf({ url }: Offer): string {
  const { pathname } = new URL(url!);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? '';
  return last.toLowerCase().replace(/(?:[._-](?:geojson|topojson|json|csv|tsv|zip|kmz|kml|gpx|xlsx|gpkg|fgb|parquet|gml|shp|shape|shapefile|ndjson|wgs84))+$/, '');
}

function refused({ title, generator, asksPassword }: Page, { href }: URL, choices: readonly Choice[]): SourceError {
  const named = title ? ` (“${title}”)` : '';
  const made = /\b(ckan|dkan|opendatasoft|arcgis hub|socrata|udata|geonetwork)\b/i.exec(generator ?? '')?.[0];
  const listed = choices.slice(0, 3).map(({ name }) => name).join(', ');
  const advice = choices.length > 0
    ? `It links to ${choices.length === 1 ? listed : `${choices.length} files or services (${listed}${choices.length > 3 ? ' …' : ''})`}: the address of one of them is needed.`
    : asksPassword
      ? 'It asks for a password: data that only some may see cannot be shown to all.'
      : `The address of the data itself is needed${made ? `, or that of the page of one dataset of this ${made}` : ''}.`;
  return new SourceError('web-page', `${href} is a web page${named}. ${advice}`, { choices });
}
