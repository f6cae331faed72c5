import type { Dataset } from '../../model/dataset.js';
import { ValueColumn } from '../../model/columns-values.js';
import { Problems } from '../../model/problems.js';
import { Breath } from '../slices.js';
import type { DatasetOptions } from '../source.js';
import { tableDataset } from '../table.js';
import { isObject, text, type Ckan } from './ckan-api.js';

/** CKAN gives no more at once, whatever it is asked for, and less where its operator says so. */
const page = 32_000;
/** More is no table that a page can hold, and hundreds of requests. */
const most = 1_000_000;

/** All rows of a resource in CKAN's own database, page by page; `query` may narrow them down. */
export async function readDatastore(ckan: Ckan, query: Readonly<Record<string, string>>, options: DatasetOptions): Promise<Dataset> {
  const columns = new Map<string, ValueColumn>();
  const breath = new Breath(options.signal);
  let [rows, total] = [0, Infinity];
  while (rows < Math.min(total, most)) {
    const result = await ckan.call('datastore_search', { ...query, limit: String(page), offset: String(rows) });
    const records = Array.isArray(result['records']) ? result['records'].filter(isObject) : [];
    if (typeof result['total'] === 'number') ({ total } = result as { total: number });
    if (records.length === 0) break;
    for (const field of Array.isArray(result['fields']) ? result['fields'] : []) {
      const name = text(field?.['id']);
      if (name && !columns.has(name)) columns.set(name, new ValueColumn(name));
    }
    for (const record of records) {
      for (const [name, value] of Object.entries(record)) put(columns, rows, name, value);
      rows += 1;
      if ((rows & 255) === 0) await breath.pause();
    }
    // A server that does not say how many there are has given all when it gives fewer than it was asked for.
    if (total === Infinity && records.length < page) break;
  }
  const problems = new Problems();
  if (total !== Infinity) problems.add('beyond-limit', total - rows);
  return tableDataset(
    { columns: [...columns.values()].map((column) => column.finish(rows)), rows, read: rows, problems, record: (row) => row + 1 },
    { report: { format: 'ckan-datastore', total: total > rows && total !== Infinity ? total : undefined }, about: { page: ckan.base } },
    options,
  );
}

function put(columns: Map<string, ValueColumn>, row: number, name: string, value: unknown): void {
  if (value === null || value === undefined || value === '') return;
  let column = columns.get(name);
  if (!column) columns.set(name, (column = new ValueColumn(name)));
  column.set(row, typeof value === 'number' || typeof value === 'boolean' ? value : typeof value === 'string' ? value : JSON.stringify(value));
}
