import type { Bounds } from '../../model/dataset.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askService } from './ows-document.js';
import { WfsFeatures } from './wfs-features.js';
import { sortingKey } from './wfs-properties.js';
import { featuresUrl, type WfsQuery } from './wfs-query.js';

/** More features than these are not read at once. */
export const most = 50_000;
/** No service needs more pages than these. */
const mostPages = 500;

export interface WfsRead {
  readonly features: WfsFeatures;
  /** How many there are in all, where anybody said it. */
  readonly total: number | undefined;
  /** Whether all of them were given. */
  readonly isWhole: boolean;
}

/** All features of a layer, or of a box of it, as many as we take. `total` is what the service counted. */
export async function readPages(query: WfsQuery, total: number | undefined, view: Bounds | undefined, options: DatasetOptions): Promise<WfsRead> {
  const features = new WfsFeatures();
  const take = async (into: WfsFeatures, start: number, sortBy: string | undefined): ReturnType<WfsFeatures['take']> => {
    const url = featuresUrl(query, { count: most - start, start, sortBy, view });
    return into.take(await askService(url, options), options.signal);
  };
  const page = await take(features, 0, undefined);
  const known = total ?? page.matched;
  const isCapped = known === undefined ? page.returned === query.service.limit || isRound(page.returned) : page.returned < known;
  if (page.returned === 0 || page.returned >= most || !isCapped) return { features, total: known, isWhole: page.returned < most || known === page.returned };
  // The service gives less at once than was asked for. Only what is sorted has pages that do not overlap.
  const sortBy = await sortingKey(query, options);
  const sorted = sortBy ? await sortedFirst(take, sortBy, options) : undefined;
  return nextPages(take, sorted ?? features, sorted ? sortBy : undefined, known, page.returned);
}

/** Limits of services are round numbers: 1000, 2500, 10,000. */
const isRound = (count: number): boolean => count >= 100 && count % 50 === 0;

type Take = (into: WfsFeatures, start: number, sortBy: string | undefined) => ReturnType<WfsFeatures['take']>;

async function sortedFirst(take: Take, sortBy: string, { signal }: DatasetOptions): Promise<WfsFeatures | undefined> {
  try {
    const features = new WfsFeatures();
    await take(features, 0, sortBy);
    return features.rows > 0 ? features : undefined;
  } catch (error) {
    signal?.throwIfAborted();
    // Many services cannot sort every layer.
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

async function nextPages(take: Take, features: WfsFeatures, sortBy: string | undefined, total: number | undefined, size: number): Promise<WfsRead> {
  for (let pages = 1; pages < mostPages && features.rows < most; pages += 1) {
    const page = await take(features, features.rows, sortBy);
    // The same page again: this service does not know where to begin.
    if (page.isRepeated) return { features, total, isWhole: false };
    const isLast = page.returned < size && (total === undefined || features.rows >= total);
    if (page.returned === 0 || isLast) return { features, total, isWhole: total === undefined || features.rows >= total };
  }
  return { features, total, isWhole: false };
}
