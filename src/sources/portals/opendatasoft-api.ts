import type { Bounds, Groups } from '../../model/dataset.js';
import { refusal } from '../refusal.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, listOf, text, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';
import type { OpendatasoftAddress } from './opendatasoft-address.js';
import { groupOf } from './stored-rows.js';

const mostGroups = '100';

/** One of the two APIs of Opendatasoft, for one dataset. */
export interface OpendatasoftApi {
  readonly old: boolean;
  /** What it gives at once, and how far it goes page by page. */
  readonly size: number;
  readonly deepest: number;
  /** What the portal knows of the dataset, as it answers it. */
  described(): Promise<Json>;
  count(place: string | undefined, box?: Bounds): Promise<number | undefined>;
  page(offset: number, limit: number, place: string | undefined, box: Bounds | undefined, order: string | undefined): Promise<readonly unknown[]>;
  /** The address of all rows in one file. */
  file(format: 'csv' | 'geojson', limit: number | undefined, place: string | undefined, box: Bounds | undefined): URL;
  groups(field: string): Promise<Groups['counts']>;
}

/** The second API, versions 2.0 and 2.1. */
export function secondApi({ base, id, query }: OpendatasoftAddress, options: DatasetOptions): OpendatasoftApi {
  const root = `${base}/api/explore/v2.1/catalog/datasets/${encodeURIComponent(id)}`;
  const address = (path: string, parameters: Parameters, place?: string, box?: Bounds): URL => {
    const url = new URL(root + path);
    url.search = new URLSearchParams([...query].filter(([key]) => key !== 'where')).toString();
    const wheres = [...query.getAll('where'), ...(box && place ? [`in_bbox(${place}, ${box[1]}, ${box[0]}, ${box[3]}, ${box[2]})`] : [])];
    if (wheres.length > 0) url.searchParams.set('where', wheres.length > 1 ? wheres.map((each) => `(${each})`).join(' AND ') : wheres[0]!);
    return withAll(url, parameters);
  };
  const records = async (parameters: Parameters, place?: string, box?: Bounds): Promise<Json> => {
    const body = await ask(address('/records', parameters, place, box), options);
    if (!Array.isArray(body['results'])) throw new Mismatch(`${root} does not answer like an Opendatasoft.`);
    return body;
  };
  return {
    old: false,
    size: 100,
    deepest: 10_000,
    async described() {
      const body = await ask(new URL(root), options);
      // Version 2.0 wraps what it knows.
      return isObject(body['dataset']) ? body['dataset'] : body;
    },
    count: async (place, box) => (box && !place ? undefined : numberIn((await records({ limit: '1' }, place, box))['total_count'])),
    page: async (offset, limit, place, box, order) => (await records({ limit: String(limit), offset: String(offset), ...(order ? { order_by: order } : {}) }, place, box))['results'] as readonly unknown[],
    file: (format, limit, place, box) => address(`/exports/${format}`, { ...(format === 'csv' ? { delimiter: ',', use_labels: 'true', with_bom: 'false' } : {}), limit: String(limit ?? -1) }, place, box),
    async groups(field) {
      const body = await records({ select: 'count(*) as civic_rows', group_by: quoted(field), order_by: 'civic_rows desc', limit: mostGroups });
      return listOf(body['results']).flatMap((row) => groupOf(row[field], row['civic_rows']));
    },
  };
}

/** The first API, which old portals have alone. */
export function firstApi({ base, id, query }: OpendatasoftAddress, options: DatasetOptions): OpendatasoftApi {
  const address = (path: string, parameters: Parameters, box?: Bounds): URL => {
    const url = new URL(`${base}/api/records/1.0/${path}/`);
    url.searchParams.set('dataset', id);
    for (const [key, value] of query) {
      const [, field, word] = /^(.+?):"?(.*?)"?$/.exec(value) ?? [];
      if ((key === 'refine' || key === 'exclude') && field) url.searchParams.append(`${key}.${field}`, word!);
      else if (key === 'select') url.searchParams.set('fields', value.replaceAll('`', ''));
      else if (key === 'where') url.searchParams.set('q', value.replace(/^"(.*)"$/, '$1'));
      else url.searchParams.set(key, value);
    }
    if (box) url.searchParams.set('geofilter.bbox', [box[1], box[0], box[3], box[2]].join(','));
    return withAll(url, parameters);
  };
  const search = async (parameters: Parameters, box?: Bounds): Promise<Json> => {
    const url = address('search', parameters, box);
    const body = await ask(url, options);
    if (!Array.isArray(body['records'])) throw new Mismatch(`${url.href} does not answer like an Opendatasoft.`);
    return body;
  };
  return {
    old: true,
    size: 1000,
    deepest: 10_000,
    async described() {
      const body = await ask(new URL(`${base}/api/datasets/1.0/${encodeURIComponent(id)}/`), options);
      return { ...body, dataset_id: body['datasetid'] ?? body['dataset_id'] };
    },
    count: async (_place, box) => numberIn((await search({ rows: '1' }, box))['nhits']),
    page: async (offset, limit, _place, box) => (await search({ rows: String(limit), start: String(offset) }, box))['records'] as readonly unknown[],
    file: (format, limit, _place, box) => address('download', { format, ...(format === 'csv' ? { csv_separator: ',', use_labels_for_header: 'true' } : {}), rows: String(limit ?? -1) }, box),
    async groups(field) {
      const [group] = listOf((await search({ rows: '0', facet: field }))['facet_groups']).filter(({ name }) => name === field);
      return listOf(group?.['facets']).flatMap(({ name, count }) => groupOf(name, count));
    },
  };
}

type Parameters = Readonly<Record<string, string>>;

function withAll(url: URL, parameters: Parameters): URL {
  for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
  return url;
}

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** A name that is also a word of the query language is told from it by these. */
export const quoted = (name: string): string => (/^\w+$/.test(name) && !/^\d/.test(name) ? name : `\`${name}\``);

async function ask(url: URL, options: DatasetOptions): Promise<Json> {
  const { status, body } = await askJson(url, options);
  if (!isObject(body)) throw new Mismatch(`${url.href} does not answer like an Opendatasoft.`);
  const said = text(body['message']) ?? text(body['error']);
  const code = text(body['error_code']) ?? text(body['errorcode']);
  if (code === undefined && status < 400) return body;
  if (!said) throw new Mismatch(`${url.href} does not answer like an Opendatasoft.`);
  const isMissing = /unknown.?dataset|not.?found/i.test(`${code} ${said}`) || status === 404;
  const reason = isMissing ? 'not-found' : refusal(new Response(null, { status: Math.max(status, 400) }), url).reason;
  throw new SourceError(reason, `${url.href} answered: ${[code, said].filter(Boolean).join(': ')}`);
}
