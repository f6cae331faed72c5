import type { Dataset } from '../../model/dataset.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { readFile } from '../file.js';
import { known, listOf, text, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';
import { socrataAddress, type SocrataAddress } from './socrata-address.js';
import { storedRows } from './socrata-rows.js';
import { aboutView, readFiles, viewOf } from './socrata-view.js';
import { readStored } from './stored-rows.js';

/** A dataset of Socrata, from its page, its file or its API; whatever the version, the rows are asked for by SODA 2.1, which needs no key. */
export async function readSocrata(address: URL, options: DatasetOptions): Promise<Dataset> {
  const named = socrataAddress(address);
  if (!named) throw new Mismatch(`${address.href} names no dataset of Socrata.`);
  if (isQuestion(named.query)) return readAnswer(named, options);
  const view = await viewIfThere(named, options);
  if (!view) return rowsOf(named, undefined, options);
  const kind = text(view['viewType']);
  const children = Array.isArray(view['childViews']) ? view['childViews'].map(text) : [];
  // The shapes of an old map are in a dataset of their own.
  if (kind === 'geo' && children[0]) return layerOf({ ...named, id: children[0] }, view, options);
  if (kind === 'geo' || kind === 'href' || kind === 'blobby') return readFiles(view, named.origin, options);
  return readRows(named, view, options);
}

/** Rows as they are, or those of the dataset behind a chart that has none itself. */
async function readRows(named: SocrataAddress, view: Json, options: DatasetOptions): Promise<Dataset> {
  try {
    return await rowsOf(named, view, options);
  } catch (error) {
    const behind = text(view['modifyingViewUid']);
    if (!isUseless(error)) throw error;
    if (behind && behind !== named.id) return rowsOf({ ...named, id: behind }, { ...view, columns: [] }, options);
    if (listOf(view['columns']).length === 0) return readFiles(view, named.origin, options);
    throw error;
  }
}

async function layerOf(layer: SocrataAddress, map: Json, options: DatasetOptions): Promise<Dataset> {
  try {
    return await rowsOf(layer, await viewIfThere(layer, options), options).then((read) => ({ ...read, about: { ...read.about, ...known(aboutView(map, layer.origin)) } }));
  } catch (error) {
    if (!isUseless(error)) throw error;
    return readFiles(map, layer.origin, options);
  }
}

const isUseless = (error: unknown): boolean => error instanceof SourceError && /^(not-found|refused|unknown|web-page)$/.test(error.reason);

/** What the portal knows; pages of other sites look alike, so that only an API's address may go without. */
async function viewIfThere(named: SocrataAddress, options: DatasetOptions): Promise<Json | undefined> {
  try {
    return await viewOf(named.origin, named.id, options);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (named.certain && isUseless(error)) return undefined;
    if (!named.certain && /^(cors|unreachable)$/.test(error.reason)) throw new Mismatch(error.message);
    throw error;
  }
}

const rowsOf = (named: SocrataAddress, view: Json | undefined, options: DatasetOptions): Promise<Dataset> => readStored(storedRows(named, view, options), options);

/** Whether rows are asked for that are no rows of the dataset, but computed of them. */
const isQuestion = (query: URLSearchParams): boolean => query.has('$query') || query.has('$group') || /\(/.test(query.get('$select') ?? '');

async function readAnswer({ origin, id, query }: SocrataAddress, options: DatasetOptions): Promise<Dataset> {
  const url = new URL(`${origin}/resource/${id}.json?${query}`);
  if (!query.has('$query')) url.searchParams.set('$limit', '50000');
  const read = await readFile(url, options);
  return { ...read, report: { ...read.report, portal: 'socrata' } };
}
