import type { Choice, Dataset } from '../../model/dataset.js';
import { readFile } from '../file.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, isObject, known, listOf, text, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';
import { readBest } from './offers.js';
import { asSecond, isCatalogue, opendatasoftAddress, type OpendatasoftAddress } from './opendatasoft-address.js';
import { firstApi, quoted, secondApi, type OpendatasoftApi } from './opendatasoft-api.js';
import { recordOf } from './opendatasoft-record.js';
import { describedOf, type Described } from './opendatasoft-view.js';
import { labelledFields, labelledMap, labelsOf, storedChoice } from './stored-labels.js';
import { mostRows, readStored, unlessRefused, withGroups } from './stored-rows.js';

/** A dataset of Opendatasoft, from its page, an export or its API. Throws `SourceError`. */
export async function readOpendatasoft(address: URL, options: DatasetOptions): Promise<Dataset> {
  if (isCatalogue(address)) return listed(address, options);
  const named = opendatasoftAddress(address);
  if (!named || named.computed) throw new Mismatch(`${address.href} names no dataset of Opendatasoft.`);
  const { api, described } = await describe(named, options);
  if (!described.hasRows && described.offers.length > 0) {
    return readBest(described.offers, { portal: 'opendatasoft', what: `The dataset “${described.about.title ?? named.id}”`, about: ({ url }) => ({ ...described.about, download: url }) }, options);
  }
  return readRows(api, described, named, options);
}

/** What a page lists is read by whoever chooses one of them. */
async function listed({ origin, href, searchParams }: URL, options: DatasetOptions): Promise<never> {
  const url = new URL(`${origin}/api/explore/v2.1/catalog/datasets?limit=100`);
  for (const [key, value] of asSecond(searchParams)) url.searchParams.append(key, value);
  const { body } = await askJson(url, options);
  const datasets = isObject(body) ? listOf(body['results']) : [];
  const choices = datasets.flatMap(({ dataset_id: id, metas }): Choice[] => (text(id) ? [{ name: `${origin}/explore/dataset/${text(id)}/`, title: isObject(metas) && isObject(metas['default']) ? text(metas['default']['title']) : undefined }] : []));
  if (choices.length === 0) throw new Mismatch(`${href} lists no datasets of Opendatasoft.`);
  throw new SourceError('web-page', `${href} is a page of ${Number((body as Json)['total_count']) || choices.length} datasets. The address of one of them is needed, such as ${choices[0]!.name}.`, { choices });
}

/** What the portal knows of the dataset, and the API that says it: the newer one where both are there. */
async function describe(named: OpendatasoftAddress, options: DatasetOptions): Promise<{ readonly api: OpendatasoftApi; readonly described: Described }> {
  const apis = [secondApi(named, options), firstApi(named, options)];
  let mismatch: unknown;
  for (const api of apis) {
    try {
      return { api, described: describedOf(await api.described(), named.base) };
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
      mismatch ??= error;
    }
  }
  // Rows may be there though nobody describes them.
  for (const api of named.old ? apis.reverse() : apis) {
    const count = await api.count(undefined).catch((error: unknown) => (error instanceof Mismatch ? undefined : Promise.reject(error as Error)));
    if (count !== undefined) return { api, described: { ...describedOf({ dataset_id: named.id }, named.base), rows: count } };
  }
  throw mismatch;
}

async function readRows(api: OpendatasoftApi, described: Described, { query }: OpendatasoftAddress, options: DatasetOptions): Promise<Dataset> {
  const { boxed, place } = described;
  const chosen = place && !query.has('select') ? storedChoice(described.fields, options) : undefined;
  // Each request is made of what the address asks for: from here on it asks for no more than this.
  if (chosen) query.set('select', [...new Set([...chosen, place!.name, ...(boxed ? [boxed] : [])])].map(quoted).join(','));
  const isFiltered = ['where', 'refine', 'exclude'].some((key) => query.has(key));
  const total = !isFiltered && described.rows !== undefined ? described.rows : await unlessRefused(api.count(undefined));
  const isLarge = total !== undefined && total > mostRows;
  const inView = isLarge && options.view && boxed ? await unlessRefused(api.count(boxed, options.view)) : undefined;
  const view = inView === undefined ? undefined : options.view;
  const within = inView ?? total;
  const labels = labelsOf(described.fields);
  const url = api.file(described.place?.isShape ? 'geojson' : 'csv', within !== undefined && within > mostRows ? mostRows : undefined, boxed, view);
  let read: Dataset;
  try {
    // In a table the place is text, and known to be one.
    const own = place && !place.isShape ? { geometry: labels.get(place.name) ?? place.name } : {};
    const names = place?.isShape ? new Map<string, string>() : labels;
    const wanted = place?.isShape ? chosen ?? options.fields : labelledFields(options, labels);
    read = await readFile(url, { ...options, map: { ...own, ...labelledMap(options.map, names) }, fields: wanted });
  } catch (error) {
    // Some portals make no files for strangers; pages of rows they all give.
    if (!(error instanceof SourceError) || !/^(cors|refused|not-found|unknown|web-page|unreadable)$/.test(error.reason)) throw error;
    return byPages(api, described, total, options);
  }
  const named = described.place?.isShape ? { ...read, columns: read.columns.map((column) => ({ ...column, name: labels.get(column.name) ?? column.name })) } : read;
  const missing = (within ?? 0) - read.report.read;
  const problems = missing > 0 ? [...read.report.problems, { reason: 'beyond-limit' as const, count: missing, rows: [], dropped: false }] : read.report.problems;
  const report = { ...read.report, portal: 'opendatasoft', problems, total: total !== undefined && total > read.report.read ? total : undefined, view };
  const dataset = { ...named, about: { ...read.about, ...known(described.about), download: url.href }, report };
  return isLarge ? withGroups(dataset, labels, (field) => api.groups(field)) : dataset;
}

/** Page by page, as far as that goes. */
function byPages(api: OpendatasoftApi, { about, fields, place, boxed, order }: Described, total: number | undefined, options: DatasetOptions): Promise<Dataset> {
  return readStored(
    {
      report: { format: 'opendatasoft', portal: 'opendatasoft' },
      about,
      fields,
      size: api.size,
      count: (box) => (box && !boxed ? Promise.resolve(undefined) : box || total === undefined ? api.count(boxed, box) : Promise.resolve(total)),
      page: async (offset, limit, box) => (offset >= api.deepest ? [] : api.page(offset, Math.min(limit, api.deepest - offset), boxed, box, order)),
      record: (row) => recordOf(row, place?.name),
      groups: (field) => api.groups(field),
    },
    options,
  );
}
