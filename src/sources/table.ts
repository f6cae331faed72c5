import { mayBeDates, mayBeMoments, typeColumn } from '../model/columns-typing.js';
import type { RawColumn } from '../model/columns.js';
import type { About, Column, Dataset, Live, Places, Report } from '../model/dataset.js';
import { pointPlaces, type BuiltPlaces } from '../model/places.js';
import type { PlacesBuilder } from '../model/places-builder.js';
import type { Problems } from '../model/problems.js';
import { findRoles } from '../model/roles.js';
import type { FoundPlaces } from './coordinates.js';
import { toMercator } from './crs.js';
import { inSlices } from './slices.js';
import type { DatasetOptions } from './source.js';

/** What a format read: cells in columns, and what is known of its rows. */
export interface Table {
  /** Cells of which the type is still to be found, or columns that need no more. */
  readonly columns: readonly (RawColumn | Column)[];
  readonly rows: number;
  /** How many records the source gave. */
  readonly read: number;
  readonly problems: Problems;
  /** Which record of the source became a row. */
  readonly record: (row: number) => number;
  /** The decimal mark where values do not tell. */
  readonly decimal?: '.' | ',' | undefined;
  /** Geometry that came beside the columns; without it, columns are searched for places. */
  readonly places?: (Pick<FoundPlaces, 'built' | 'crs'> & Partial<FoundPlaces>) | undefined;
}

interface Known {
  readonly report: Pick<Report, 'format'> & Partial<Report>;
  readonly about: About;
  readonly live?: Live | undefined;
}

/** The dataset that a table makes: columns typed, places found and brought to one grid, roles named, every row accounted for. */
export async function tableDataset(table: Table, { report, about, live }: Known, options: DatasetOptions): Promise<Dataset> {
  const { rows, read, problems, record } = table;
  let columns: Column[] = [];
  // What is counted are rows, however many of their values are no numbers.
  const bad = new Set<number>();
  const badNumber = (row: number): void => {
    if (!bad.has(row)) problems.note('bad-number', record(row));
    bad.add(row);
  };
  // Most files have no dates: what reads them comes for those that do.
  const dates = table.columns.some((column) => !('type' in column) && mayBeDates(column)) ? await import('../model/columns-date-typing.js') : undefined;
  const typing = { decimal: table.decimal ?? '.', badNumber, dates };
  for (const column of table.columns) columns.push('type' in column ? column : await inSlices(typeColumn(column, typing), options.signal));
  if (columns.some(mayBeMoments)) columns = columns.map((await import('../model/columns-moments.js')).moments);
  const found: Table['places'] = table.places ?? (await placesOf(columns, rows, problems, record, options));
  const grid = found && (await toMercator(found.built.all, found.crs ?? options.crs, { hint: found.hint, address: about.download, signal: options.signal }));
  const places = found && (await inSlices(await placing(found.built, (row) => problems.note('outside-world', record(row))), options.signal));
  const dataset: Dataset = {
    length: rows,
    columns,
    places,
    about,
    roles: await findRoles(columns, options.map, found?.roles),
    report: { ...report, ...grid, read, kept: rows, located: places?.located ?? 0, problems: problems.list },
    live,
  };
  return options.fields ? (await import('./fields.js')).onlyFields(dataset, options) : dataset;
}

/** Geometry has its own file: most tables are points. */
async function placing(built: BuiltPlaces, outside: (row: number) => void): Promise<Generator<void, Places | undefined>> {
  return built.points ? pointPlaces(built.points, outside) : (await import('../model/places-shapes.js')).shapePlaces(built as PlacesBuilder, outside);
}

/** Where the rows of a table are: mostly in two columns called so; in all other ways with what knows them. */
async function placesOf(columns: readonly Column[], rows: number, problems: Problems, record: (row: number) => number, options: DatasetOptions): Promise<FoundPlaces | undefined> {
  const { plainPlaces } = await import('./coordinates-plain.js');
  const plain = options.map ? undefined : await plainPlaces(columns, problems, record, options.signal);
  return plain ?? (await import('./coordinates.js')).readPlaces(columns, rows, problems, record, options);
}
