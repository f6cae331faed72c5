import type { Column, Dataset, Join, Problem, ProblemReason, Roles } from '../model/dataset.js';
import { Problems } from '../model/problems.js';
import { findStatistics } from '../model/statistics.js';
import { joinedAbout } from './join-about.js';
import { placedRows } from './join-columns.js';
import type { Pair } from './join-likeness.js';
import { joinedPlaces, nowhere } from './join-places.js';
import { nameColumn, statisticsOrder } from './join-names.js';
import { inSlices } from './slices.js';
import { SourceError } from './source.js';

/** What is wrong with places that a row has no longer. */
const ofPlaces: ReadonlySet<ProblemReason> = new Set<ProblemReason>(['no-place', 'null-island', 'swapped', 'outside-world', 'bad-geometry']);

/** The rows of a table with the places of the shapes that they name; every row and every shape is accounted for. */
export async function joinedDataset(table: Dataset, shapes: Dataset, pair: Pair, signal: AbortSignal | undefined): Promise<Dataset> {
  const codes = new Int32Array(table.length).fill(nowhere);
  const found = pair.table.values.map((value) => pair.shapes.find(value, pair.table));
  for (const [value, rows] of pair.table.rows.entries()) for (const row of rows) codes[row] = found[value]?.code ?? nowhere;
  const places = await inSlices(joinedPlaces(codes, pair.shapes.rows, shapes.places!), signal);
  if (!places) throw new SourceError('not-joined', `No code in the table’s column “${pair.table.column.name}” (${pair.table.values.slice(0, 5).join(', ')} …) is in the column “${pair.shapes.column.name}” of the shapes (${pair.shapes.values.slice(0, 5).join(', ')} …).`);
  const statistics = await inSlices(findStatistics(table.columns, codes, /jsonstat|sdmx/.test(table.report.format)), signal);
  const name = await inSlices(nameColumn(table, shapes, pair, codes, statistics !== undefined), signal);
  const columns = name.isNew ? [...table.columns, name.column!] : table.columns;
  const made: Dataset = {
    ...table,
    columns,
    places,
    about: joinedAbout(table.about, shapes.about),
    roles: { ...table.roles, ...(name.column && { title: columns.indexOf(name.column) }) } satisfies Roles,
    report: { ...table.report, located: places.located, problems: problemsOf(table, pair, codes), join: joinOf(shapes, pair, new Set(found.map((each) => each?.code)), found.some((each) => each?.isLoose)) },
  };
  return statistics ? statisticsOrder({ ...made, statistics }, name) : made;
}

function problemsOf({ length, report }: Dataset, { table }: Pair, codes: Int32Array): readonly Problem[] {
  const problems = new Problems();
  for (let row = 0; row < length; row += 1) if (codes[row] === nowhere) problems.note(table.column.value(row) === undefined ? 'no-place' : 'no-shape', row + 1);
  // Where records were left out before, nobody knows any more which record a row was.
  const own = problems.list.map((problem) => (report.read === report.kept ? problem : { ...problem, rows: [] }));
  return [...report.problems.filter(({ reason, dropped }) => dropped || !ofPlaces.has(reason)), ...own];
}

function joinOf(shapes: Dataset, pair: Pair, named: ReadonlySet<number | undefined>, isLoose: boolean): Join {
  const used = new Set([...named].flatMap((code) => (code === undefined ? [] : pair.shapes.rows[code]!)));
  const unnamed = placedRows(shapes).filter((row) => !used.has(row));
  const title: Column = shapes.columns[shapes.roles.title ?? -1] ?? pair.shapes.column;
  const examples = unnamed.slice(0, 5).flatMap((row) => String(title.value(row) ?? pair.shapes.column.value(row) ?? '') || []);
  return { on: [pair.table.column.name, pair.shapes.column.name], isLoose, unnamed: unnamed.length, examples, shapes: shapes.report };
}
