import { categoryColumn } from '../model/columns.js';
import type { Column, Dataset, Roles } from '../model/dataset.js';
import { firstValues } from '../model/roles.js';
import type { Pair } from './join-likeness.js';
import { nowhere } from './join-places.js';

interface NameColumn {
  readonly column: Column | undefined;
  /** Whether it comes from the shapes. */
  readonly isNew: boolean;
  /** The column that names places in another way, such as by a code. */
  readonly id?: Column | undefined;
}

/**
 * The column that says what a row is called. Where a row is a value of a place, that is the name of the place: as the table
 * has it beside the code, else as the shapes have it. Yields so that its caller may pause.
 */
export function* nameColumn({ columns, roles, length }: Dataset, shapes: Dataset, { table, shapes: { rows } }: Pair, codes: Int32Array, isStatistics: boolean): Generator<void, NameColumn> {
  const said = columns[roles.title ?? -1];
  // One word for all is no name.
  const own = said?.type === 'category' && said.labels.length < 2 && length > 1 ? undefined : said;
  if (!isStatistics && own) return { column: own, isNew: false };
  const twins: Column[] = [];
  for (const column of isStatistics ? columns : []) if (yield* isTwin(column, table.column, length)) twins.push(column);
  const beside = twins.find(hasWords);
  if (beside) return { column: beside, isNew: false, id: twins.find((column) => column !== beside) };
  const title = shapes.columns[shapes.roles.title ?? -1];
  if (!title) return { column: table.column, isNew: false, id: twins.find((column) => column !== table.column) };
  const labels: string[] = [];
  const known = new Map<number | string, number>();
  const named = Uint32Array.from(codes, (code, row) => {
    const value = code === nowhere ? table.column.value(row) : rows[code]!.map((each) => title.value(each)).find((each) => each !== undefined);
    if (value === undefined) return 0;
    const key = code === nowhere ? String(value) : code;
    if (!known.has(key)) known.set(key, labels.push(String(value)));
    return known.get(key)!;
  });
  const taken = new Set(columns.map(({ name }) => name));
  return { column: categoryColumn(taken.has(title.name) ? `${title.name} 2` : title.name, named, labels), isNew: true, id: twins[0] };
}

/** Whether a column has one value for each code, and for no other. */
function* isTwin(column: Column, code: Column, length: number): Generator<void, boolean> {
  const [forth, back] = [new Map<unknown, unknown>(), new Map<unknown, unknown>()];
  for (let row = 0; row < length; row += 1) {
    if ((row & 4095) === 4095) yield;
    const [value, other] = [column.value(row), code.value(row)];
    if (value === undefined && other === undefined) continue;
    if (value === undefined || (forth.get(other) ?? value) !== value || (back.get(value) ?? other) !== other) return false;
    forth.set(other, value);
    back.set(value, other);
  }
  return forth.size > 1;
}

function hasWords(column: Column): boolean {
  const values = firstValues(column);
  return (column.type === 'category' || column.type === 'text') && values.filter((value) => /\p{L}{3}/u.test(value)).length * 2 > values.length;
}

/** What is measured comes first, then what tells the values apart: a list shows the first few columns. */
export function statisticsOrder(dataset: Dataset, { column: name, id }: NameColumn): Dataset {
  const { columns, statistics } = dataset;
  const apart = statistics!.dimensions.map(({ column }) => columns[column]!);
  const rank = (column: Column): number => (column === name ? 0 : apart.includes(column) ? 2 : column === id ? 4 : column.type === 'number' ? 1 : 3);
  const ordered = [...columns].sort((a, b) => rank(a) - rank(b));
  // What is chosen above the map is no kind of place.
  const roles: Roles = { ...(name && { title: ordered.indexOf(name) }), ...(id && { id: ordered.indexOf(id) }) };
  return { ...dataset, columns: ordered, roles, statistics: { ...statistics!, dimensions: statistics!.dimensions.map((each, i) => ({ ...each, column: ordered.indexOf(apart[i]!) })) } };
}
