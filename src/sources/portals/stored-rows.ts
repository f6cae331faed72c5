import type { About, Bounds, Dataset, Groups } from '../../model/dataset.js';
import { numberColumn } from '../../model/columns.js';
import { degreeColumns } from '../coordinates-names.js';
import { FeatureTable } from '../formats/feature-table.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { tableDataset } from '../table.js';
import { isObject, type Json } from './answer.js';
import { labelled, labelledFields, labelledMap, labelsOf, type Labels, type StoredField } from './stored-labels.js';

/** More rows are no table that a page can hold: of larger ones, what lies in the view is asked for, or the first. */
export const mostRows = 50_000;

/** A table in the database of a portal, which gives its rows in pages. */
export interface StoredTable {
  readonly report: { readonly format: string; readonly portal: string };
  readonly about: About;
  /** The columns, in the portal's order; rows may have others. */
  readonly fields: readonly StoredField[];
  /** How many rows are asked for at once. */
  readonly size: number;
  /** How many rows there are in all, or in a box; `undefined` where the portal does not say. Rejects where it cannot look for a box. */
  count(box?: Bounds): Promise<number | undefined>;
  /** The rows from one on, in an order that stays. */
  page(offset: number, limit: number, box: Bounds | undefined): Promise<readonly unknown[]>;
  /** A row as its values and, where it says so, its place. */
  record?(row: Json): { readonly values: Json; readonly geometry?: unknown };
  /** How many rows of the whole table have each value of a field. */
  groups?(field: string): Promise<Groups['counts']>;
}

/** All rows; of a large table those in the view, or the first, and how many there are of each kind. Throws `SourceError`. */
export async function readStored(stored: StoredTable, options: DatasetOptions): Promise<Dataset> {
  const total = await stored.count();
  const isLarge = total !== undefined && total > mostRows;
  const inView = isLarge && options.view ? await unlessRefused(stored.count(options.view)) : undefined;
  const view = inView === undefined ? undefined : options.view;
  const within = inView ?? total;
  const table = await collected(stored, within, view, options);
  const problems = table.problems;
  if (within !== undefined) problems.add('beyond-limit', within - table.rows);
  const labels = labelsOf(stored.fields);
  const found = labelled(table.finish('EPSG:4326'), stored.fields, labels);
  const report = { ...stored.report, total: total !== undefined && total > table.rows ? total : undefined, view };
  const dataset = await tableDataset(found, { report, about: stored.about }, { ...options, map: labelledMap(options.map, labels), fields: labelledFields(options, labels) });
  return isLarge && stored.groups ? withGroups(dataset, labels, (field) => stored.groups!(field)) : dataset;
}

async function collected(stored: StoredTable, within: number | undefined, view: Bounds | undefined, options: DatasetOptions): Promise<FeatureTable> {
  const table = new FeatureTable();
  const breath = new Breath(options.signal);
  const wanted = Math.min(within ?? Infinity, mostRows);
  let [offset, before] = [0, ''];
  while (offset < wanted) {
    const limit = Math.min(stored.size, wanted - offset);
    const rows = await stored.page(offset, limit, view);
    // Where nobody says how many there are, all have come when no more come, for servers give fewer than they are asked for.
    // One that does not know where to begin gives the same rows for ever.
    const mark = JSON.stringify([rows.length, rows[0], rows[rows.length >> 1], rows.at(-1)]);
    if (rows.length === 0 || mark === before) break;
    before = mark;
    for (const row of rows) {
      if (!isObject(row)) table.skip();
      else {
        const { values, geometry } = stored.record?.(row) ?? { values: row };
        table.addRecord(values, geometry);
      }
      await breath.pause();
    }
    offset += rows.length;
    options.onProgress?.({ loaded: offset, total: within });
  }
  return table;
}

/** What a server may refuse without harm; everything else, such as an abortion, is thrown. */
export async function unlessRefused<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

/** Adds how many rows there are of each kind, where a column says of which kind they are and the portal counts. */
export async function withGroups(dataset: Dataset, labels: Labels, groups: (field: string) => Promise<Groups['counts']>): Promise<Dataset> {
  const column = dataset.roles.category === undefined ? undefined : dataset.columns[dataset.roles.category]?.name;
  if (column === undefined) return dataset;
  const field = [...labels].find(([, label]) => label === column)?.[0] ?? column;
  const counts = await unlessRefused(groups(field));
  return counts && counts.length > 0 ? { ...dataset, report: { ...dataset.report, groups: { column, counts } } } : dataset;
}

/** One row of counts as a portal answers it; nothing where there is no value, or no number. */
export function groupOf(label: unknown, rows: unknown): { label: string; count: number }[] {
  const count = Number(rows);
  return (typeof label === 'string' || typeof label === 'number') && label !== '' && count > 0 ? [{ label: String(label), count }] : [];
}

/** The fields that say where a row is in degrees, by their names. */
export function degreeFields(names: readonly string[]): { readonly east: string; readonly north: string } | undefined {
  const pair = degreeColumns(names.map((name) => numberColumn(name, new Float64Array(0))));
  return pair && { east: names[pair.east]!, north: names[pair.north]! };
}
