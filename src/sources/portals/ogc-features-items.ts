import type { Bounds } from '../../model/dataset.js';
import { crsName } from '../crs-name.js';
import { FeatureTable } from '../formats/feature-table.js';
import { looksLikeDegrees, orderOf, swapped } from '../formats/gml-axes.js';
import { sourceUrl } from '../http.js';
import { inSlices } from '../slices.js';
import { SourceError, type DatasetOptions } from '../source.js';
import type { Table } from '../table.js';
import { listOf, text, type Json } from './answer.js';
import { takeGeojson } from './features-page.js';
import { askOgc, type OgcAnswer } from './ogc-features-answer.js';

/** More features than these are not read at once. */
export const most = 50_000;
/** How many to ask for at once: servers that give fewer should say so by giving fewer, but some say no. */
const limits = [10_000, 1000, 100];
/** No service needs more pages than these. */
const mostPages = 600;

export interface Items {
  readonly table: Table;
  readonly matched: number | undefined;
  readonly isWhole: boolean;
}

/** Parameters that are asked for along with each page. */
export type Own = Readonly<Record<string, string>>;

/** How many features there are, where the service counts them. */
export async function countItems(items: URL, own: Own, options: DatasetOptions): Promise<number | undefined> {
  const { input } = await askOgc(withOwn(items, { ...own, limit: '1' }), { ...options, onProgress: undefined });
  const { matched } = await takeGeojson(new FeatureTable(), input, new Set(), options.signal);
  return matched;
}

/** All features, or those of a box, as many as we take. */
export async function readItems(items: URL, own: Own, view: Bounds | undefined, options: DatasetOptions): Promise<Items> {
  const table = new FeatureTable();
  const seen = new Set<string>();
  const asked: Own = view ? { ...own, bbox: view.join() } : own;
  let matched: number | undefined;
  let crs: string | undefined;
  let { answer, url } = await firstPage(items, asked, options);
  for (let pages = 1; ; pages += 1) {
    crs ??= answer.crs;
    const page = await takeGeojson(table, answer.input, seen, options.signal);
    matched ??= page.matched;
    const next = page.returned === 0 || page.isRepeated ? undefined : nextOf(page.top, url, asked);
    const isOver = table.rows >= most || pages >= mostPages;
    if (!next || isOver) {
      const isWhole = matched === undefined ? !next && !page.isRepeated : table.rows >= matched;
      return { table: await placed(table, crs, options), matched, isWhole };
    }
    url = next;
    answer = await askOgc(url, options);
  }
}

async function firstPage(items: URL, own: Own, options: DatasetOptions): Promise<{ answer: OgcAnswer; url: URL }> {
  for (const limit of limits) {
    const url = withOwn(items, { ...own, limit: String(limit) });
    try {
      return { answer: await askOgc(url, options), url };
    } catch (error) {
      if (!(error instanceof SourceError) || error.cause !== 400) throw error;
    }
  }
  const url = withOwn(items, own);
  return { answer: await askOgc(url, options), url };
}

function withOwn(items: URL, own: Own): URL {
  const url = new URL(items);
  for (const [name, value] of Object.entries(own)) url.searchParams.set(name, value);
  return url;
}

/** The next page, as the service names it; what it forgot of ours is said again, or it would be another question. */
function nextOf(top: Json, url: URL, own: Own): URL | undefined {
  const href = text(listOf(top['links']).find(({ rel }) => rel === 'next')?.['href']);
  if (!href || !URL.canParse(href, url)) return undefined;
  const next = sourceUrl(new URL(href, url));
  for (const [name, value] of Object.entries(own)) if (!next.searchParams.has(name)) next.searchParams.set(name, value);
  return next.href === url.href ? undefined : next;
}

/** GeoJSON is in degrees, the longitude first, unless a header says what else (OGC API – Features, part 2). */
async function placed(table: FeatureTable, said: string | undefined, { signal }: DatasetOptions): Promise<Table> {
  const { positions } = table.builder;
  if (said && orderOf(said, looksLikeDegrees(positions)) === 'north') await inSlices(swapped(positions), signal);
  return table.finish(crsName(said));
}
