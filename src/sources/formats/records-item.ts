import { isGeometry, type FeatureTable } from './feature-table.js';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectsIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** A text that says something. */
export const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

/** What the cells of a row are called, where rows are lists. */
export interface Field {
  readonly name: string;
  /** What the parts of a cell are called that is a list itself. */
  readonly parts?: readonly string[] | undefined;
}

/** Rows that are lists have a header: what stands beside the list, or the first row. */
export type Header = readonly (Field | undefined)[];

/**
 * Takes records one by one, in whichever of the usual forms they come: objects, features, lists of cells, or an object
 * within the portal's own (`fields` as Opendatasoft and Airtable have it).
 */
export function recordAdder(table: FeatureTable, header?: Header): (item: unknown) => void {
  let names = header;
  return (item) => {
    if (Array.isArray(item)) {
      if (names) table.addRecord(byName(item, names));
      else if (isHeader(item)) names = item.map((name) => ({ name: name.trim() }));
      else table.skip();
    } else if (!isObject(item)) table.skip();
    else if (item['type'] === 'Feature' || isGeometry(item)) table.add(item);
    else addObject(table, isObject(item['record']) && isObject(item['record']['fields']) ? item['record'] : item);
  };
}

/** What stands beside the fields of a record that is the portal's own. */
const wrapping = new Set(['fields', 'geometry', 'id', 'recordid', 'datasetid', 'record_timestamp', 'timestamp', 'size', 'links', 'createdTime']);

function addObject(table: FeatureTable, item: Json): void {
  const { fields, geometry } = item;
  if (!isObject(fields) || !Object.keys(item).every((key) => wrapping.has(key))) return table.addRecord(item);
  const { recordid, id } = item;
  const own = recordid ?? id;
  // Opendatasoft writes the place beside the fields; within them it is latitude first.
  table.addRecord(own === undefined || 'id' in fields ? fields : { id: own, ...fields }, isGeometry(geometry) ? geometry : undefined);
}

/** The names of a table's columns: texts, each another. */
export const isHeader = (row: readonly unknown[]): row is readonly string[] => row.length > 1 && row.every((name) => typeof name === 'string' && name.trim() !== '' && name.length < 200) && new Set(row).size === row.length;

function byName(row: readonly unknown[], header: Header): Json {
  // `fromEntries` makes members of any name, such as `__proto__`, and no prototype.
  return Object.fromEntries(
    header.flatMap((field, i) => {
      if (!field) return [];
      const cell = row[i];
      const { name, parts } = field;
      return [[name, parts && Array.isArray(cell) ? Object.fromEntries(parts.map((part, k) => [part, (cell as unknown[])[k]])) : cell]];
    }),
  ) as Json;
}
