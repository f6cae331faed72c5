import type { About, Bounds, Choice } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { SourceError, type ReadOptions } from '../source.js';
import { listOf, text, type Json } from './answer.js';
import { askOgcDocument } from './ogc-features-answer.js';
import { Mismatch } from './mismatch.js';
import { checkedBox } from './ows-service.js';

/** One collection of an OGC API – Features. */
export interface Collection {
  readonly id: string;
  readonly title: string | undefined;
  readonly about: About;
  /** Where its features are; `undefined` where it has none but tiles or pictures. */
  readonly items: URL | undefined;
  readonly count: number | undefined;
  readonly box: Bounds | undefined;
}

/** The collections at a service. Throws `Mismatch` where there are none. */
export async function collectionsAt(base: string, options: ReadOptions): Promise<readonly Collection[]> {
  const url = new URL(`${base}/collections`);
  const document = await askJsonForm(url, options);
  if (!Array.isArray(document['collections'])) throw new Mismatch(`${url.href} does not list collections.`);
  return listOf(document['collections']).flatMap((each) => collectionOf(each, base) ?? []);
}

/** One of them, which a list that is cut may lack. */
export async function collectionAt(base: string, id: string, options: ReadOptions): Promise<Collection> {
  const url = new URL(`${base}/collections/${encodeURIComponent(id)}`);
  const found = collectionOf(await askJsonForm(url, options), base);
  if (!found) throw new Mismatch(`${url.href} is not a collection.`);
  return found;
}

/** `f=json` is what most servers take; those that know no such parameter look at what is accepted. */
async function askJsonForm(url: URL, options: ReadOptions): Promise<Json> {
  const asked = new URL(url);
  asked.searchParams.set('f', 'json');
  try {
    return await askOgcDocument(asked, options);
  } catch (error) {
    if (!(error instanceof SourceError) || error.cause !== 400) throw error;
    return askOgcDocument(url, options);
  }
}

function collectionOf(value: Json, base: string): Collection | undefined {
  const id = text(value['id']) ?? text(value['name']) ?? (typeof value['id'] === 'number' ? String(value['id']) : undefined);
  const links = listOf(value['links']);
  if (!id || !Array.isArray(value['links'])) return undefined;
  const own = `${base}/collections/${encodeURIComponent(id)}`;
  const linksTo = (rel: RegExp): readonly Json[] => links.filter((link) => rel.test(String(link['rel'])));
  const items = linksTo(/(^|\/)items$/);
  const geojson = items.find(({ type }) => /^application\/geo\+json$/i.test(String(type))) ?? items.find(({ type }) => /^application\/json$/i.test(String(type)));
  const isPictures = items.length === 0 && linksTo(/tilesets?-|\/(map|coverage)$|^(tiles|map|coverage)$/).length > 0;
  const href = text(geojson?.['href']);
  const said = href && URL.canParse(href, own) ? new URL(href, own) : undefined;
  // Services behind a proxy often give addresses that lead nowhere from outside.
  const url = said && said.host === new URL(base).host ? said : new URL(`${own}/items?f=json`);
  const kind = text(value['itemType']);
  const hasFeatures = !isPictures && (kind === undefined || /feature|record/i.test(kind));
  const count = [value['itemCount'], value['numberOfItems']].find((each) => typeof each === 'number');
  return { id, title: text(value['title']), about: aboutOf(value, linksTo), items: hasFeatures ? url : undefined, count, box: boxOf(value['extent']) };
}

function aboutOf(value: Json, linksTo: (rel: RegExp) => readonly Json[]): About {
  const [licence] = linksTo(/^licen[cs]e$/);
  const page = linksTo(/^(alternate|canonical|about)$/).find(({ type }) => /html/.test(String(type)));
  const description = text(value['description']);
  return {
    title: text(value['title']) ?? text(value['id']),
    // MapServer writes a warning where nobody wrote anything.
    description: description?.startsWith('<!--') ? undefined : description,
    attribution: text(value['attribution']),
    licence: licence ? { name: text(licence['title']) ?? text(licence['href']) ?? '', url: safeWebUrl(text(licence['href'])) } : undefined,
    page: safeWebUrl(text(page?.['href'])),
  };
}

function boxOf(extent: unknown): Bounds | undefined {
  const bbox = (extent as { spatial?: { bbox?: readonly (readonly number[])[] } } | undefined)?.spatial?.bbox?.[0];
  if (!Array.isArray(bbox)) return undefined;
  return bbox.length === 6 ? checkedBox(bbox[0], bbox[1], bbox[3], bbox[4]) : checkedBox(bbox[0], bbox[1], bbox[2], bbox[3]);
}

export const collectionChoices = (collections: readonly Collection[], taken?: Collection): Choice[] =>
  collections.filter((each) => each.id !== taken?.id).map(({ id, title }) => ({ name: id, title }));
