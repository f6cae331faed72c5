import type { Role } from '../../model/dataset.js';
import { chosenNames } from '../fields.js';
import type { DatasetOptions } from '../source.js';
import type { Table } from '../table.js';

/** A column as the portal describes it. */
export interface StoredField {
  readonly name: string;
  /** What it is called for people. */
  readonly label: string | undefined;
}

/** What columns are called for people, by the names of their fields. */
export type Labels = ReadonlyMap<string, string>;

/** The columns in the portal's order, under their names for people. A column may be a part of a field, such as `place.lat`. */
export function labelled(table: Table, fields: readonly StoredField[], labels: Labels): Table {
  const order = new Map(fields.map(({ name }, i) => [name, i]));
  const columns = table.columns.map((column) => {
    const field = order.has(column.name) ? column.name : column.name.split('.', 1)[0]!;
    return { at: order.get(field) ?? fields.length, column: { ...column, name: (labels.get(field) ?? field) + column.name.slice(field.length) } };
  });
  return { ...table, columns: columns.sort((a, b) => a.at - b.at).map(({ column }) => column) };
}

/** A page may name columns as its portal's API does. */
export function labelledMap(map: DatasetOptions['map'], labels: Labels): DatasetOptions['map'] {
  return map && (Object.fromEntries(Object.entries(map).map(([role, name]) => [role, labels.get(name) ?? name])) as { [role in Role]?: string });
}

/** The names for people that no two fields share, nor with the name of another. */
export function labelsOf(fields: readonly StoredField[]): Labels {
  const names = new Set(fields.map(({ name }) => name));
  const labels = new Map<string, string>();
  const given = new Set<string>();
  for (const { name, label } of fields) {
    if (!label || given.has(label) || (label !== name && names.has(label))) continue;
    given.add(label);
    labels.set(name, label);
  }
  return labels;
}

/** What a page wants of columns, under their names for people; it may name them as the portal's API does. */
export function labelledFields({ fields }: DatasetOptions, labels: Labels): DatasetOptions['fields'] {
  const plain = new Map([...labels].map(([name, label]) => [name.toLowerCase(), label]));
  return fields?.map((field) => plain.get(field.trim().toLowerCase()) ?? field);
}

/** Which fields a page wants, as the portal's API calls them; it may name them as people do. `undefined` where it wants all. */
export function storedChoice(fields: readonly StoredField[], options: DatasetOptions): readonly string[] | undefined {
  const names = new Map([...labelsOf(fields)].map(([name, label]) => [label.toLowerCase(), name]));
  const asked = (name: string): string => names.get(name.trim().toLowerCase()) ?? name;
  return chosenNames(fields.map(({ name }) => name), { fields: options.fields?.map(asked) });
}
