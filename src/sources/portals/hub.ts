import type { About, Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { readFile } from '../file.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, listOf, text, type Json } from './answer.js';
import { hubPage, type HubPage } from './hub-address.js';
import { online, readItem } from './hub-item.js';
import { Mismatch } from './mismatch.js';
import { readBest } from './offers.js';
import { plainText } from './plain-text.js';

/** Where all Hub sites, of whichever domain, look up what their pages are about. */
const api = 'https://hub.arcgis.com/api/v3';

/** A dataset of an ArcGIS Hub or an item of ArcGIS, from the address of its page. */
export async function readHub(address: URL, options: DatasetOptions): Promise<Dataset> {
  const page = hubPage(address);
  if (!page) throw new Mismatch(`${address.href} is no page of a Hub.`);
  if (page.download) return readDownload(address, page, options);
  const read = page.id ? await readItem({ base: page.base ?? online, id: page.id, layer: page.layer }, options) : await readSlug(address, page.slug!, options);
  return { ...read, about: { ...read.about, page: page.base ? read.about.page : address.href }, report: { ...read.report, portal: 'arcgis-hub' } };
}

/** A download that Hub makes when it is asked for; until it is made, the service that it is made of. */
async function readDownload(address: URL, { id, layer }: HubPage, options: DatasetOptions): Promise<Dataset> {
  try {
    return await readFile(address, options);
  } catch (error) {
    if (!(error instanceof SourceError) || !id || error.reason === 'too-large' || error.reason === 'crs-unknown') throw error;
    return readItem({ base: online, id, layer }, options).catch(() => {
      options.signal?.throwIfAborted();
      throw error;
    });
  }
}

/** A dataset by the words in its address; the organisation stands before them, or is that of the site. */
async function readSlug(address: URL, slug: string, options: DatasetOptions): Promise<Dataset> {
  const full = slug.includes('::') ? slug : `${await organisationOf(address, options)}::${slug}`;
  const url = new URL(`${api}/datasets`);
  url.searchParams.set('filter[slug]', full);
  const { body } = await askJson(url, options);
  const [dataset] = isObject(body) ? listOf(body['data']) : [];
  const attributes = isObject(dataset?.['attributes']) ? dataset['attributes'] : undefined;
  if (!dataset || !attributes) throw new SourceError('not-found', `Hub knows no dataset “${full}”.`);
  const id = /^([\da-f]{32})(?:_(\d+))?$/i.exec(text(dataset['id']) ?? '');
  const service = safeWebUrl(text(attributes['url']));
  if (!service || !/(feature|map)server/i.test(service)) {
    if (id) return readItem({ base: online, id: id[1]!, layer: id[2] }, options);
    throw new SourceError('unknown', `Hub’s dataset “${full}” names no service and no file.`);
  }
  const title = text(attributes['name']) ?? slug;
  return readBest([{ name: text(dataset['id']) ?? slug, title, format: 'ArcGIS', url: service }], { portal: 'arcgis-hub', what: `The dataset “${title}”`, about: () => aboutOf(attributes, address) }, options);
}

/** The key of the organisation whose site it is. Throws `Mismatch` where Hub knows no such site. */
async function organisationOf({ host, href }: URL, options: DatasetOptions): Promise<string> {
  const { body } = await askJson(new URL(`${api}/domains/${host}`), options).catch((error: unknown) => {
    // Addresses like these are those of other portals as well: then nothing depends on Hub.
    throw error instanceof SourceError ? new Mismatch(`Hub does not say whether it knows ${host}.`) : error;
  });
  const key = isObject(body) ? text(body['orgKey']) : undefined;
  if (!key) throw new Mismatch(`${href} belongs to no site that Hub knows.`);
  return key;
}

function aboutOf(attributes: Json, { href }: URL): About {
  const modified = Number(attributes['modified']);
  const structured = isObject(attributes['structuredLicense']) ? attributes['structuredLicense'] : {};
  const licence = text(structured['name']) ?? text(attributes['license']) ?? text(structured['type']) ?? plainText(attributes['licenseInfo']);
  return {
    title: text(attributes['name']),
    description: plainText(attributes['description']),
    publisher: text(attributes['source']) ?? text(attributes['orgName']),
    licence: licence && licence.length <= 200 ? { name: licence, url: safeWebUrl(text(structured['url'])) } : undefined,
    updated: modified > 0 ? modified : undefined,
    page: href,
  };
}
