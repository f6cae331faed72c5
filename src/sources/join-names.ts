import { categoryColumn } from '../model/columns.js';
import type { Column, Dataset, Roles } from '../model/dataset.js';
import type { Pair } from './join-columns.js';
import { nowhere } from './join-places.js';

interface NameColumn {
  readonly column: Column | undefined;
  /** Whether it comes from the shapes. */
  readonly isNew: boolean;
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
  for (const column of isStatistics ? columns : []) if (yield* isNameOf(column, table.column, length)) return { column, isNew: false };
  const title = shapes.columns[shapes.roles.title ?? -1];
  if (!title) return { column: table.column, isNew: false };
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
  return { column: categoryColumn(taken.has(title.name) ? `${title.name} 2` : title.name, named, labels), isNew: true };
}

/** Whether a column has words, one for each code and for no other. */
function* isNameOf(column: Column, code: Column, length: number): Generator<void, boolean> {
  if (column.type !== 'category' && column.type !== 'text') return false;
  const [forth, back] = [new Map<unknown, unknown>(), new Map<unknown, unknown>()];
  for (let row = 0; row < length; row += 1) {
    if ((row & 4095) === 4095) yield;
    const [value, other] = [column.value(row), code.value(row)];
    if (value === undefined && other === undefined) continue;
    if (!/\p{L}/u.test(value ?? '') || (forth.get(other) ?? value) !== value || (back.get(value) ?? other) !== other) return false;
    forth.set(other, value);
    back.set(value, other);
  }
  return forth.size > 1 && [...forth.values()].filter((value) => /\p{L}{3}/u.test(String(value))).length * 2 > forth.size;
}

/** What is measured comes first, then what tells the values apart: a list shows the first few columns. */
export function statisticsOrder(dataset: Dataset, code: Column, name: Column | undefined): Dataset {
  const { columns, statistics } = dataset;
  const apart = statistics!.dimensions.map(({ column }) => columns[column]!);
  const rank = (column: Column): number => (column === name ? 0 : apart.includes(column) ? 2 : column === code ? 4 : column.type === 'number' ? 1 : 3);
  const ordered = [...columns].sort((a, b) => rank(a) - rank(b));
  // What is chosen above the map is no kind of place.
  const roles: Roles = { ...(name && { title: ordered.indexOf(name) }), ...(code !== name && { id: ordered.indexOf(code) }) };
  return { ...dataset, columns: ordered, roles, statistics: { ...statistics!, dimensions: statistics!.dimensions.map((each, i) => ({ ...each, column: ordered.indexOf(apart[i]!) })) } };
}
