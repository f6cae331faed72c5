import type { Bounds, Dataset, Groups } from '../../model/dataset.js';
import type { DatasetOptions } from '../source.js';
import { isObject, listOf, text, type Json } from './answer.js';
import type { Ckan } from './ckan-api.js';
import { storedChoice, type StoredField } from './stored-labels.js';
import { degreeFields, groupOf, readStored, type StoredTable } from './stored-rows.js';

/** CKAN gives no more at once, whatever it is asked for, and less where its operator says so. */
const size = 32_000;
const mostGroups = 200;

type Query = Readonly<Record<string, string>>;

/** The rows of a resource in CKAN's own database, page by page; `query` may narrow them down. */
export async function readDatastore(ckan: Ckan, query: Query, options: DatasetOptions, action = 'datastore_search'): Promise<Dataset> {
  const resource = query['resource_id'] ?? query['id'] ?? '';
  // Rows that are in no order come twice, or never; `_id` is a column of every table.
  let chosen: Query = {};
  const ask = async (limit: number, offset: number): Promise<Json> => ckan.call(action, { sort: '_id', ...query, ...chosen, limit: String(limit), offset: String(offset), records_format: 'objects' });
  // The first rows say how many there are; of a table that is looked at, it may be that others are wanted.
  const isGlance = options.view !== undefined || options.fields !== undefined;
  let first: Json | undefined = await ask(isGlance ? 1 : size, 0);
  const fields = listOf(first['fields']);
  const names = fields.flatMap((field) => text(field['id']) ?? []);
  const described = fields.flatMap((field): StoredField[] => (text(field['id']) ? [{ name: text(field['id'])!, label: labelOf(field) }] : []));
  const total = typeof first['total'] === 'number' ? first['total'] : undefined;
  const degrees = Object.keys(query).every((key) => /^(resource_id|id|limit|offset|sort)$/.test(key)) ? degreeFields(names) : undefined;
  // Only where two columns say where the rows are, it is known which must come.
  const place = degreeFields(names);
  const wanted = place && query['fields'] === undefined ? storedChoice(described, options) : undefined;
  const columns = wanted && [...new Set([...wanted, place!.north, place!.east])];
  if (columns) chosen = { fields: columns.join(',') };
  const inBox = degrees && ((box: Bounds): string => boxClause(box, degrees));
  const sql = async (statement: string): Promise<readonly Json[]> => listOf((await ckan.call('datastore_search_sql', { sql: statement }))['records']);
  const from = `FROM ${quoted(resource)}`;
  const stored: StoredTable = {
    report: { format: 'ckan-datastore', portal: 'ckan' },
    about: { page: ckan.base },
    fields: described,
    size,
    async count(box) {
      if (!box) return total;
      if (!inBox) return undefined;
      const rows = Number((await sql(`SELECT COUNT(*) AS n ${from} ${inBox(box)}`))[0]?.['n']);
      return Number.isFinite(rows) ? rows : undefined;
    },
    async page(offset, limit, box) {
      if (box) return sql(`SELECT ${columns?.map(quoted).join(', ') ?? '*'} ${from} ${inBox!(box)} ORDER BY "_id" LIMIT ${limit} OFFSET ${offset}`);
      const given = offset === 0 && !isGlance ? first! : await ask(limit, offset);
      first = undefined;
      return Array.isArray(given['records']) ? (given['records'] as readonly unknown[]) : [];
    },
    // What PostgreSQL computes for its own search is nothing to read.
    record: ({ _full_text: _search, ...values }) => ({ values }),
    groups: async (field) => groupsOf(await sql(`SELECT ${quoted(field)} AS label, COUNT(*) AS n ${from} GROUP BY 1 ORDER BY 2 DESC LIMIT ${mostGroups}`)),
  };
  return readStored(stored, options);
}

/** What the data dictionary calls a column. */
const labelOf = ({ info }: Json): string | undefined => (isObject(info) ? text(info['label']) : undefined);

const groupsOf = (rows: readonly Json[]): Groups['counts'] => rows.flatMap(({ label, n }) => groupOf(label, n));

/** A name as SQL has it; what is in it cannot end it. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function boxClause([west, south, east, north]: Bounds, fields: { readonly east: string; readonly north: string }): string {
  const within = (name: string, from: number, to: number): string => `CAST(${quoted(name)} AS FLOAT) BETWEEN ${from} AND ${to}`;
  const east180 = west <= east ? within(fields.east, west, east) : `(${within(fields.east, west, 180)} OR ${within(fields.east, -180, east)})`;
  return `WHERE ${within(fields.north, south, north)} AND ${east180}`;
}
