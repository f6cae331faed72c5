import type { About, Choice, Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { SourceError, type DatasetOptions } from '../source.js';

/** One of the forms in which a portal offers a dataset. */
export interface Offer {
  /** What the option `layer` calls it: an id that stays. */
  readonly name: string;
  readonly title?: string | undefined;
  /** What the publisher calls the format, and its media type: free text, often wrong. */
  readonly format?: string | undefined;
  readonly type?: string | undefined;
  readonly url?: string | undefined;
  /** Bytes, where the portal says so. */
  readonly size?: number | undefined;
  /** Asks the portal's own database for the rows, where they are in one. */
  readonly rows?: ((options: DatasetOptions) => Promise<Dataset>) | undefined;
  /** Whether that costs so many requests that the file is tried first. */
  readonly fileFirst?: boolean | undefined;
}

interface Portal {
  /** Such as `ckan`. */
  readonly portal: string;
  /** What is offered, for a sentence: `The dataset “Trees”`. */
  readonly what: string;
  /** What the portal knows of the offer that was taken; it wins over what the file says. */
  readonly about: (offer: Offer) => About;
}

/** The forms that can be read here, the best first: exact places, then small and typed, then what needs many requests. */
const ranks: readonly (readonly [sign: RegExp, format: string])[] = [
  [/geo-?json(?!-?seq)|\bgjson\b/, 'GeoJSON'],
  [/flatgeobuf|\bfgb\b/, 'FlatGeobuf'],
  [/geoparquet|parquet/, 'GeoParquet'],
  [/geopackage|gpkg/, 'GeoPackage'],
  [/\b(csv|tsv|tab-separated|comma-separated)/, 'CSV'],
  [/topo-?json/, 'TopoJSON'],
  [/\bshp|shape ?file|\bshape\b|esri shape/, 'Shapefile'],
  [/\bkm[lz]\b/, 'KML'],
  [/gbfs/, 'GBFS'],
  [/gtfs.?(rt|real)/, 'GTFS Realtime'],
  [/gtfs/, 'GTFS'],
  [/\bxlsx\b|spreadsheetml|excel.*2007|openxml/, 'XLSX'],
  [/\bgpx\b/, 'GPX'],
  [/ogc.?api|oapi.?f/, 'OGC API – Features'],
  [/\bwfs\b|web feature/, 'WFS'],
  [/arcgis|esri rest|featureserver|mapserver|feature ?service/, 'ArcGIS'],
  [/nd-?json|json ?lines|jsonl/, 'NDJSON'],
  [/json-?stat/, 'JSON-stat'],
  [/sdmx/, 'SDMX'],
  [/datex/, 'DATEX II'],
  [/\bjson\b/, 'JSON'],
  [/\bgml\b/, 'GML'],
  [/\bwmts\b|web map tile/, 'WMTS'],
  [/\bwms\b|web map ser/, 'WMS'],
  [/pmtiles/, 'PMTiles'],
  [/\bzip\b/, 'ZIP'],
  [/\bxml\b/, 'XML'],
  [/\btxt\b|text\/plain/, 'text'],
];
/** What stands before the other signs, for a page about data is not data. */
const unreadable = /\b(pdf|html?|docx?|odt|pptx?|png|jpe?g|tiff?|geotiff|rar|7z|dwg|dxf|gdb|rdf|ttl|turtle|n-?triples|xls|ods|las|laz|exe)\b/;
/** Where the portal's database comes in: behind files that hold geometry, before tables, of which it knows the types. */
const stored = 4;
/** More portals than these do not lead to data. */
const mostFollowed = 3;
/** More files of one dataset are not tried. */
const mostTried = 3;

interface Ranked {
  readonly offer: Offer;
  readonly rank: number;
  readonly url: string | undefined;
  readonly choice: Choice;
}

/** How many portals led to where we are. */
type Following = DatasetOptions & { readonly followed?: number };

/** The offers that can be read here, the best first. Formats are free text: the file's name helps. */
export function rankedOffers(offers: readonly Offer[]): readonly Ranked[] {
  return offers.flatMap((offer) => rankedOffer(offer) ?? []).sort((a, b) => a.rank - b.rank);
}

function rankedOffer(offer: Offer): Ranked | undefined {
  const url = safeWebUrl(offer.url);
  const { pathname = '', search = '' } = url ? new URL(url) : {};
  const extension = /\.(\w{2,10})(?:\.(?:zip|gz))?$/.exec(pathname)?.[1] ?? '';
  const service = /service=(\w+)/i.exec(search)?.[1] ?? /(feature|map)server/i.exec(pathname)?.[0] ?? '';
  const rankOf = (signs: string): number => (unreadable.test(signs) ? -1 : ranks.findIndex(([sign]) => sign.test(signs)));
  // What the publisher says comes first; where that says nothing, the address and the media type do.
  const said = (offer.format ?? '').toLowerCase();
  const firsts = [said, `${service} ${extension}`.toLowerCase(), (offer.type ?? '').toLowerCase()];
  const file = url ? (firsts.filter((signs) => signs.trim()).map(rankOf).find((rank, i, all) => rank >= 0 || (i === 0 && unreadable.test(said)) || i === all.length - 1) ?? -1) : -1;
  if (file < 0 && !offer.rows) return undefined;
  const rank = file < 0 ? stored : offer.rows && !offer.fileFirst ? Math.min(file, stored) : file;
  const format = file < 0 ? undefined : ranks[file]![1];
  return { offer, rank, url: file < 0 ? undefined : url, choice: { name: offer.name, title: offer.title, format } };
}

/** What one form of the data keeps us from reading, another may give. */
const another = new Set(['cors', 'unreachable', 'not-found', 'refused', 'web-page', 'unknown', 'unreadable']);
const useless = (error: unknown): boolean => error instanceof SourceError && another.has(error.reason);

/** The best of what a portal offers, or the one that the option `layer` names; the others are named in the report. */
export async function readBest(offers: readonly Offer[], portal: Portal, options: DatasetOptions): Promise<Dataset> {
  const { followed = 0 } = options as Following;
  const all = rankedOffers(offers);
  const wanted = options.layer && all.filter(({ offer }) => offer.name === options.layer || offer.title === options.layer).slice(0, 1);
  // A name that no offer has may be that of a layer within the best of them.
  const wished = wanted && wanted.length > 0 ? wanted : all.slice(0, mostTried);
  const inner: Following = { ...options, layer: wanted && wanted.length > 0 ? undefined : options.layer, followed: followed + 1 };
  if (followed >= mostFollowed) throw new SourceError('unknown', `${portal.what} leads from portal to portal, ${followed} times already.`);
  let failure: unknown;
  for (const { offer, url, rank, choice } of wished) {
    try {
      const read = await readOne(offer, rank === stored && !offer.fileFirst ? undefined : url, url, inner);
      const said = Object.entries(portal.about(offer)).filter(([, value]) => value !== undefined);
      const others = all.filter((each) => each.choice !== choice).map((each) => each.choice);
      const choices = [...(read.report.choices ?? []), ...others];
      return { ...read, about: { ...read.about, ...Object.fromEntries(said) }, report: { ...read.report, portal: portal.portal, choices: choices.length > 0 ? choices : undefined } };
    } catch (error) {
      failure ??= error;
      if (!useless(error)) throw error;
    }
  }
  if (failure) throw withOthers(failure, all.filter(({ offer }) => !wished.some((tried) => tried.offer === offer)).map(({ choice }) => choice));
  const formats = [...new Set(offers.map(({ format, type }) => format ?? type ?? '?'))].join(', ');
  const choices = offers.map(({ name, title, format }): Choice => ({ name, title, format }));
  throw new SourceError('unknown', `${portal.what} is there as ${formats || 'nothing'}. It is needed in a form that can be read here, best as GeoJSON or CSV.`, { choices });
}

/** What went wrong with the best, and what is there beside it. */
function withOthers(failure: unknown, choices: readonly Choice[]): unknown {
  if (!(failure instanceof SourceError) || failure.choices.length > 0 || choices.length === 0) return failure;
  return new SourceError(failure.reason, failure.message, { cause: failure, choices });
}

/** The file, or the rows of the database: the one that comes first, and the other where that one cannot be read. */
async function readOne({ rows }: Offer, first: string | undefined, url: string | undefined, options: DatasetOptions): Promise<Dataset> {
  const { openDataset } = await import('../open.js');
  if (!rows) return openDataset(url!, options);
  if (!url) return rows(options);
  const [best, next] = first ? [() => openDataset(url, options), () => rows(options)] : [() => rows(options), () => openDataset(url, options)];
  try {
    return await best();
  } catch (error) {
    if (!useless(error)) throw error;
    return next();
  }
}
