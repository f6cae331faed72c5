import type { Column, Dataset } from '../model/dataset.js';
import { headerWords, sayingOf } from '../model/roles-headers.js';
import { Codes } from './join-codes.js';
import { Breath, inSlices } from './slices.js';
import { SourceError } from './source.js';

/** The two columns that say the same. */
export interface Pair {
  readonly table: Codes;
  readonly shapes: Codes;
}

/** Rows of a table that are looked at to find its column. */
const sample = 5000;
/** What is longer is no code and no name. */
const longest = 80;
const mostColumns = 100;

/** The columns that `on` names. Throws `SourceError` where it names none. */
export async function namedPair(on: string, table: Dataset, shapes: Dataset, signal: AbortSignal | undefined): Promise<Pair> {
  const parts = on.split('=');
  const names = [[on, on], ...parts.slice(1).map((_, i) => [parts.slice(0, i + 1).join('='), parts.slice(i + 1).join('=')])] as [string, string][];
  for (const [first, second] of names) {
    const [own, other] = [called(first, table), called(second, shapes)];
    if (own && other) return { table: await inSlices(Codes.of(own, allRows(table)), signal), shapes: await inSlices(Codes.of(other, placedRows(shapes)), signal) };
  }
  throw new SourceError('not-joined', `on="${on}" does not name a column of both. The table has ${list(table.columns)}; the shapes have ${list(shapes.columns)}. Written as on="column of the table=column of the shapes".`);
}

/** The columns whose values are the same, as far as most of the table's are. Throws `SourceError` where there are none. */
export async function foundPair(table: Dataset, shapes: Dataset, signal: AbortSignal | undefined): Promise<Pair> {
  const step = Math.max(1, Math.ceil(table.length / sample));
  const some = Array.from({ length: Math.ceil(table.length / step) }, (_, i) => i * step);
  const placed = placedRows(shapes);
  const breath = new Breath(signal);
  const codesOf = async (columns: readonly Column[], rows: readonly number[]): Promise<Codes[]> => {
    const found: Codes[] = [];
    for (const column of columns.slice(0, mostColumns)) {
      if (mayBeCodes(column, rows)) found.push(await inSlices(Codes.of(column, rows), signal));
    }
    return found.filter(({ values }) => values.length > 0);
  };
  const [own, others] = [await codesOf(table.columns, some), await codesOf(shapes.columns, placed)];
  let [best, most]: [Pair | undefined, number] = [undefined, 0];
  for (const each of own) {
    for (const other of others) {
      const score = likeness({ table: each, shapes: other }, placed.length);
      if (score > most) [best, most] = [{ table: each, shapes: other }, score];
      await breath.pause();
    }
  }
  if (best) return { table: step === 1 ? best.table : await inSlices(Codes.of(best.table.column, allRows(table)), signal), shapes: best.shapes };
  throw new SourceError('not-joined', `Most codes of the table are in no column of the shapes. Tried were, of the table, ${examples(own)}; of the shapes, ${examples(others)}. Where two of them belong together, say so with on="column of the table=column of the shapes".`);
}

const allRows = ({ length }: Dataset): number[] => Array.from({ length }, (_, row) => row);

/** What is nowhere lends nobody its place. */
export const placedRows = (shapes: Dataset): number[] => allRows(shapes).filter((row) => !Number.isNaN(shapes.places?.x[row] ?? Number.NaN));

function called(name: string, { columns }: Dataset): Column | undefined {
  const wanted = name.trim();
  return columns.find((column) => column.name === wanted) ?? (headerWords(wanted) ? columns.find((column) => headerWords(column.name) === headerWords(wanted)) : undefined);
}

/** Words or whole numbers, and no stories. */
function mayBeCodes(column: Column, rows: readonly number[]): boolean {
  if (column.type === 'date') return false;
  return rows.slice(0, 200).every((row) => {
    const value = column.value(row);
    return typeof value === 'number' ? Number.isInteger(value) : (value?.length ?? 0) <= longest;
  });
}

/** How well two columns say the same: how much of both is in the other, most of the table's at least, and how well it tells one shape from another. */
function likeness(pair: Pair, places: number): number {
  const { table, shapes } = pair;
  const found = table.values.map((value) => shapes.find(value, table));
  const matched = found.filter((each) => each !== undefined);
  if (matched.length * 2 <= table.values.length) return 0;
  const overlap = matched.length / (table.values.length + shapes.values.length - matched.length);
  const telling = shapes.values.length / places;
  const isLoose = matched.some((each) => each.isLoose);
  const isName = table.values.filter((value) => /\p{L}{4}/u.test(value)).length * 2 > table.values.length;
  const isCalledSo = headerWords(table.column.name) === headerWords(shapes.column.name);
  const isNumbered = isRunning(shapes.values);
  // Such numbers are in every column of numbers: only what is called a code may mean them.
  if (isNumbered && !isCalledSo && !sayingOf('id', table.column.name)) return 0;
  return overlap * telling * (isLoose ? 0.9 : 1) * (isNumbered ? 0.4 : 1) * (isName ? 0.7 : 1) * (isCalledSo ? 1.2 : 1);
}

/** 1, 2, 3 …, as geographers number their shapes. */
function isRunning(values: readonly string[]): boolean {
  const numbers = values.map(Number);
  const least = Math.min(...numbers.slice(0, 1000));
  return values.length > 1 && values.every((value) => /^(0|[1-9]\d*)$/.test(value)) && least <= 1 && numbers.every((each) => each < values.length + 2);
}

const list = (columns: readonly Column[]): string => columns.slice(0, 30).map(({ name }) => `“${name}”`).join(', ') || 'none';

/** A few columns, each with a few of its values. */
const examples = (codes: readonly Codes[]): string =>
  codes.slice(0, 12).map(({ column, values }) => `“${column.name}” (${values.slice(0, 3).join(', ')}${values.length > 3 ? ' …' : ''})`).join(', ') || 'no column that could hold codes';
