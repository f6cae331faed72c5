import type { Bounds } from '../../model/dataset.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { askJson, listOf, text, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';
import type { SocrataAddress } from './socrata-address.js';
import { recordOf } from './socrata-record.js';
import { aboutView, failureOf } from './socrata-view.js';
import { storedChoice } from './stored-labels.js';
import { degreeFields, groupOf, type StoredTable } from './stored-rows.js';

/** So many rows are an answer that a page takes without halting; the server would give more. */
const size = 10_000;
const mostGroups = 200;
/** A longer list of columns is longer than addresses may be. */
const longestSelection = 1500;

const places = /^(location|point|multipoint|line|multiline|polygon|multipolygon)$/;
const shapes = /^(multi)?(line|polygon)$/;

interface Field {
  readonly name: string;
  readonly label: string | undefined;
  readonly type: string;
}

/** The rows of a dataset as SODA 2.1 gives them. */
export function storedRows({ origin, id, query, certain }: SocrataAddress, view: Json | undefined, options: DatasetOptions): StoredTable {
  const fields = listOf(view?.['columns']).flatMap((column): Field[] => {
    const name = text(column['fieldName']);
    // What begins with a colon is computed for the portal's own maps.
    return name && !name.startsWith(':') ? [{ name, label: text(column['name']), type: text(column['dataTypeName']) ?? '' }] : [];
  });
  const place = fields.find(({ type }) => shapes.test(type)) ?? fields.find(({ type }) => places.test(type));
  const inBox = boxOf(place, fields);
  const names = (selected(fields, place, options) ?? fields.map(({ name }) => name)).join(',');
  const chosen: Readonly<Record<string, string>> = !query.has('$select') && names && names.length <= longestSelection ? { $select: names } : {};
  // Rows that are in no order come twice, or never.
  const orders = query.has('$order') ? [query.get('$order')!] : [':id', ...(fields[0] ? [fields[0].name] : [])];

  async function ask(parameters: Readonly<Record<string, string>>, box?: Bounds): Promise<unknown> {
    const url = new URL(`${origin}/resource/${id}.json`);
    const isCounted = parameters['$select']?.includes('count(*)');
    for (const [key, value] of [...query, ...Object.entries(parameters)]) url.searchParams.set(key, value);
    if (isCounted && !parameters['$order']) url.searchParams.delete('$order');
    if (box && inBox) url.searchParams.set('$where', query.has('$where') ? `(${query.get('$where')}) AND ${inBox(box)}` : inBox(box));
    const { status, body } = await askJson(url, options);
    if (Array.isArray(body)) return body;
    const failure = failureOf({ status, body }, url);
    if (!failure && !certain) throw new SourceError('refused', `${url.href} answered ${status}, and no rows.`);
    throw failure ?? new Mismatch(`${url.href} does not answer like a Socrata.`);
  }

  async function count(box?: Bounds): Promise<number | undefined> {
    if (box && !inBox) return undefined;
    const rows = listOf(await ask({ $select: 'count(*)' }, box).catch((error: unknown) => ignored(error)));
    const [number] = rows.length === 1 ? Object.values(rows[0]!) : [];
    // Databases call it what they like, and write it as text.
    return rows.length === 1 && Object.keys(rows[0]!).length === 1 && /^\d+$/.test(String(number)) ? Number(number) : undefined;
  }

  return {
    report: { format: 'socrata', portal: 'socrata' },
    about: view ? { ...aboutView(view, origin), download: `${origin}/resource/${id}.json` } : { page: `${origin}/d/${id}`, download: `${origin}/resource/${id}.json` },
    fields,
    size,
    count,
    async page(offset, limit, box) {
      try {
        return (await ask({ ...chosen, $limit: String(limit), $offset: String(offset), $order: orders[0]! }, box)) as readonly unknown[];
      } catch (error) {
        // Some views have no ids for their rows.
        if (offset > 0 || orders.length < 2 || !(error instanceof SourceError) || error.reason !== 'refused') throw error;
        orders.shift();
        return this.page(offset, limit, box);
      }
    },
    record: (row) => recordOf(row, place?.name),
    groups: async (field) => listOf(await ask({ $select: `${field},count(*)`, $group: field, $order: 'count(*) DESC', $limit: String(mostGroups) })).flatMap((row) => groupOf(row[field], row['count'] ?? row['count_1'])),
  };
}

/** The fields that a page wants, with those that say where a row is; `undefined` where all must come, for nobody knows which say it. */
function selected(fields: readonly Field[], place: Field | undefined, options: DatasetOptions): readonly string[] | undefined {
  const degrees = place ? undefined : degreeFields(fields.filter(({ type }) => type === 'number').map(({ name }) => name));
  const needed = place ? [place.name] : degrees ? [degrees.east, degrees.north] : [];
  const chosen = needed.length > 0 ? storedChoice(fields, options) : undefined;
  return chosen && [...new Set([...chosen, ...needed])];
}

/** A count that is refused is none; a portal that is none is said. */
function ignored(error: unknown): undefined {
  if (error instanceof SourceError && error.reason === 'refused' && !(error instanceof Mismatch)) return undefined;
  throw error;
}

/** What asks for the rows in a box: of shapes those that touch it. */
function boxOf(place: Field | undefined, fields: readonly Field[]): ((box: Bounds) => string) | undefined {
  if (place) {
    return ([west, south, east, north]) => {
      if (!shapes.test(place.type)) return `within_box(${place.name},${north},${west},${south},${east})`;
      return `intersects(${place.name},'POLYGON((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))')`;
    };
  }
  const degrees = degreeFields(fields.filter(({ type }) => type === 'number').map(({ name }) => name));
  return degrees && (([west, south, east, north]) => `${degrees.north} between ${south} and ${north} and ${degrees.east} between ${west} and ${east}`);
}
