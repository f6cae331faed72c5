import type { About, Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { readFile } from '../file.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, listOf, text, type Answer, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';
import { readBest, type Offer } from './offers.js';
import { plainText } from './plain-text.js';

/** What Socrata knows of a dataset; `undefined` where it does not say. Throws `Mismatch` where nobody is one. */
export async function viewOf(origin: string, id: string, options: DatasetOptions): Promise<Json> {
  const url = new URL(`${origin}/api/views/${id}.json`);
  const { status, body } = await askJson(url, options);
  if (isObject(body) && body['id'] === id) return body;
  throw failureOf({ status, body }, url) ?? new Mismatch(`${url.href} does not answer like a Socrata.`);
}

/** The error that Socrata answers, whatever the status says. */
export function failureOf({ status, body }: Pick<Answer, 'status' | 'body'>, { href }: URL): SourceError | undefined {
  if (!isObject(body) || !text(body['message']) || (body['error'] !== true && status < 400)) return undefined;
  const code = text(body['code']) ?? text(body['errorCode']);
  const isMissing = status === 404 || /not.?found/i.test(code ?? '');
  return new SourceError(isMissing ? 'not-found' : 'refused', `${href} answered: ${[code, text(body['message'])].filter(Boolean).join(': ')}`);
}

/** What Socrata knows of a dataset, for people. */
export function aboutView(view: Json, origin: string): About {
  const id = String(view['id']);
  const licence = isObject(view['license']) ? view['license'] : ({} as Json);
  const name = text(licence['name']) ?? text(view['licenseId']);
  const owner = isObject(view['owner']) ? view['owner'] : ({} as Json);
  const seconds = [view['rowsUpdatedAt'], view['viewLastModified'], view['publicationDate'], view['createdAt']].find((time) => typeof time === 'number' && time > 0);
  return {
    title: text(view['name']),
    description: plainText(view['description']),
    publisher: text(view['attribution']) ?? text(owner['displayName']),
    licence: name ? { name, url: safeWebUrl(text(licence['termsLink'])) } : undefined,
    updated: seconds === undefined ? undefined : Number(seconds) * 1000,
    interval: intervalOf(view['metadata']),
    page: `${origin}/d/${id}`,
    attribution: text(view['attribution']),
  };
}

/** How often it changes stands among the fields that each portal makes up. */
function intervalOf(metadata: unknown): string | undefined {
  const fields = isObject(metadata) && isObject(metadata['custom_fields']) ? Object.values(metadata['custom_fields']).filter(isObject) : [];
  return fields.flatMap((group) => Object.entries(group)).map(([name, value]) => (/frequency|interval/i.test(name) ? text(value) : undefined)).find(Boolean);
}

/** What has no rows but files: uploaded ones, links to other places, and maps that were drawn from shapes. */
export async function readFiles(view: Json, origin: string, options: DatasetOptions): Promise<Dataset> {
  const said = aboutView(view, origin);
  const offers = offersOf(view, origin);
  if (offers.length > 0) return readBest(offers, { portal: 'socrata', what: `“${said.title ?? String(view['id'])}”`, about: ({ url }) => ({ ...said, download: safeWebUrl(url) }) }, options);
  const kind = text(view['viewType']) === 'href' ? 'a link to another site' : `of the kind “${text(view['displayType']) ?? text(view['viewType']) ?? '?'}”`;
  throw new SourceError('unknown', `“${said.title ?? String(view['id'])}” at ${origin} is ${kind}, and has no rows. The address of the dataset that it shows is needed.`);
}

function offersOf(view: Json, origin: string): Offer[] {
  const id = String(view['id']);
  if (view['viewType'] === 'geo') {
    return ['GeoJSON', 'KMZ', 'Shapefile'].map((format) => ownFile(format, format, `${origin}/api/geospatial/${id}?method=export&format=${format}`));
  }
  const blob = text(view['blobId']);
  const file = text(view['blobFilename']) ?? '';
  const uploaded: Offer[] = blob ? [ownFile(blob, file || blob, `${origin}/api/views/${id}/files/${encodeURIComponent(blob)}?filename=${encodeURIComponent(file)}`)] : [];
  const points = isObject(view['metadata']) ? view['metadata'] : ({} as Json);
  const more = listOf(points['additionalAccessPoints']).flatMap(({ title, urls }) => (isObject(urls) ? linksOf(urls, text(title)) : []));
  return [...uploaded, ...(isObject(points['accessPoints']) ? linksOf(points['accessPoints'], undefined) : []), ...more];
}

/** A file of the portal has an address like that of its dataset, and is taken as what it is. */
const ownFile = (name: string, title: string, url: string): Offer => ({ name, title, rows: (options) => readFile(new URL(url), options) });

const linksOf = (urls: Json, title: string | undefined): Offer[] => Object.entries(urls).flatMap(([format, url]) => (text(url) ? [{ name: text(url)!, title, format, url: text(url) }] : []));
