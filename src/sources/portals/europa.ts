import type { About, Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { textIn } from '../formats/translations.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, listOf, text, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';
import { readBest, type Offer } from './offers.js';
import { plainText } from './plain-text.js';

/** A dataset at data.europa.eu, or another portal of that make, from the address of its page or of the API. */
export async function readEuropa(address: URL, options: DatasetOptions): Promise<Dataset> {
  const id = /\/datasets?\/([^/]+?)(?:\.\w+)?\/?$/.exec(address.pathname)?.[1];
  if (!id) throw new Mismatch(`${address.href} names no dataset.`);
  const origin = /europeandataportal\.eu$/i.test(address.hostname) ? 'https://data.europa.eu' : address.origin.replace(/^http:\/\/data\.europa\.eu/, 'https://data.europa.eu');
  const url = new URL(`${origin}/api/hub/search/datasets/${id}`);
  const { body, status } = await askJson(url, options);
  const dataset = isObject(body) && isObject(body['result']) ? body['result'] : undefined;
  if (!dataset) throw status === 404 ? new SourceError('not-found', `${url.href} knows no such dataset.`) : new Mismatch(`${url.href} does not answer like data.europa.eu.`);
  const title = textIn(dataset['title']);
  const records = listOf(dataset['distributions']);
  const about = aboutOf(dataset, records, `${origin}/data/datasets/${id}`);
  return readBest(records.map(offerOf), { portal: 'data.europa.eu', what: `The dataset “${title ?? id}”`, about: () => about }, options);
}

function offerOf(record: Json, index: number): Offer {
  const url = [record['download_url'], record['access_url']].flat().map(text).find(Boolean);
  const format = isObject(record['format']) ? (text(record['format']['id']) ?? text(record['format']['label'])) : text(record['format']);
  const size = Number(record['byte_size']);
  return { name: text(record['id']) ?? String(index + 1), title: textIn(record['title']), format, type: text(record['media_type']), url, size: size > 0 ? size : undefined };
}

function aboutOf(dataset: Json, records: readonly Json[], page: string): About {
  const labelled = (value: unknown): string | undefined => (isObject(value) ? (textIn(value['label']) ?? textIn(value['name']) ?? textIn(value['title']) ?? text(value['id'])) : text(value));
  const licence = [dataset, ...records].map((record) => record['license'] ?? record['licence']).find((value) => labelled(value));
  const modified = Date.parse(text(dataset['modified']) ?? text(dataset['issued']) ?? '');
  const catalogue = isObject(dataset['catalog']) ? dataset['catalog'] : {};
  return {
    title: textIn(dataset['title']),
    description: plainText(textIn(dataset['description'])),
    publisher: labelled(dataset['publisher']) ?? labelled(catalogue['publisher']) ?? labelled(catalogue),
    licence: licence ? { name: labelled(licence)!, url: isObject(licence) ? safeWebUrl(text(licence['resource']) ?? text(licence['la_url'])) : undefined } : undefined,
    updated: Number.isNaN(modified) ? undefined : modified,
    interval: labelled(dataset['accrual_periodicity']),
    page,
  };
}
