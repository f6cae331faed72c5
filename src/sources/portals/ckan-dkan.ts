import type { About, Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, listOf, text, type Json } from './answer.js';
import { bases } from './ckan-api.js';
import { Mismatch } from './mismatch.js';
import { readBest, type Offer } from './offers.js';
import { plainText } from './plain-text.js';
import { storedChoice } from './stored-labels.js';
import { degreeFields, readStored } from './stored-rows.js';

/** DKAN gives no more at once, unless its operator says so. */
const size = 500;

/** A dataset in DKAN 2 and later, which describes it as `data.json` of the United States does, from its page or from its API. Throws `Mismatch`. */
export async function readDkan(address: URL, options: DatasetOptions): Promise<Dataset> {
  const base = bases(address)[0]!;
  const [, id] = /\/(?:dataset|items)\/([^/]+)(?:\/[^/]+)?\/?$/.exec(address.pathname) ?? [];
  const query = /\/datastore\/query\/(.+?)(?:\/download)?\/?$/.exec(address.pathname)?.[1];
  if (query !== undefined) return readRows(`${base}/api/1/datastore/query/${query}`, {}, options);
  if (id === undefined) throw new Mismatch(`${address.href} is no page of a dataset of DKAN.`);
  const url = new URL(`${base}/api/1/metastore/schemas/dataset/items/${id}`);
  const { body } = await askJson(url, options);
  if (!isObject(body) || !Array.isArray(body['distribution'])) throw new Mismatch(`${url.href} does not answer like a DKAN.`);
  const offers = listOf(body['distribution']).map((each, i) => offerOf(isObject(each['data']) ? each['data'] : each, i, `${base}/api/1/datastore/query/${id}/${i}`));
  const said = aboutOf(body, `${base}/dataset/${id}`);
  return readBest(offers, { portal: 'dkan', what: `The dataset “${said.title ?? id}”`, about: ({ url: download }) => ({ ...said, download: safeWebUrl(download) }) }, options);
}

function offerOf(distribution: Json, index: number, rows: string): Offer {
  const url = text(distribution['downloadURL']) ?? text(distribution['accessURL']);
  const [format, type] = [text(distribution['format']), text(distribution['mediaType'])];
  const isTable = /csv|tsv|tab-sep/i.test(`${format} ${type} ${url}`);
  return { name: url ?? String(index + 1), title: text(distribution['title']), format, type, url, rows: isTable ? (options) => readRows(rows, {}, options) : undefined, fileFirst: true };
}

function aboutOf(dataset: Json, page: string): About {
  const publisher = isObject(dataset['publisher']) ? (isObject(dataset['publisher']['data']) ? dataset['publisher']['data'] : dataset['publisher']) : ({} as Json);
  const licence = text(dataset['license']);
  const updated = Date.parse(text(dataset['modified']) ?? '');
  return {
    title: text(dataset['title']),
    description: plainText(dataset['description']),
    publisher: text(publisher['name']),
    licence: licence ? { name: licence, url: safeWebUrl(licence) } : undefined,
    updated: Number.isNaN(updated) ? undefined : updated,
    interval: text(dataset['accrualPeriodicity']),
    page,
  };
}

/** The rows of a distribution in DKAN's own database. */
async function readRows(url: string, about: About, options: DatasetOptions): Promise<Dataset> {
  let chosen: readonly string[] = [];
  const ask = async (limit: number, offset: number): Promise<Json> => {
    const address = new URL(`${url}?${new URLSearchParams({ ...Object.fromEntries(chosen.map((name, i) => [`properties[${i}]`, name])), limit: String(limit), offset: String(offset), count: 'true', results: 'true', schema: String(offset === 0), keys: 'true' })}`);
    const { body, status } = await askJson(address, options);
    if (isObject(body) && Array.isArray(body['results'])) return body;
    if (isObject(body) && text(body['message'])) throw new SourceError(status === 404 ? 'not-found' : 'refused', `${address.href} answered: ${text(body['message'])}`);
    throw new Mismatch(`${address.href} does not answer like a DKAN.`);
  };
  const isGlance = options.fields !== undefined;
  let first: Json | undefined = await ask(isGlance ? 1 : size, 0);
  const total = Number(first['count']);
  const schemas = isObject(first['schema']) ? Object.values(first['schema']).filter(isObject) : [];
  const fields = Object.entries(isObject(schemas[0]?.['fields']) ? schemas[0]['fields'] : {});
  const described = fields.map(([name, field]) => ({ name, label: isObject(field) ? text(field['description']) : undefined }));
  const place = degreeFields(fields.map(([name]) => name));
  const wanted = place && storedChoice(described, options);
  if (wanted) chosen = [...new Set([...wanted, place.north, place.east])];
  return readStored(
    {
      report: { format: 'dkan-datastore', portal: 'dkan' },
      about,
      fields: described,
      size,
      count: async (box) => (box || !Number.isFinite(total) ? undefined : total),
      async page(offset, limit) {
        const { results } = offset === 0 && first && !isGlance ? first : await ask(limit, offset);
        first = undefined;
        return results as readonly unknown[];
      },
      record: ({ record_number: _number, ...values }) => ({ values }),
    },
    options,
  );
}
