import type { Column, Dataset } from '../model/dataset.js';
import { headerWords } from '../model/roles-headers.js';
import { Codes } from './join-codes.js';
import { likeness, type Pair } from './join-likeness.js';
import { Breath, inSlices } from './slices.js';
import { SourceError } from './source.js';

/** Rows of a table that are looked at to find its column. */
const sample = 5000;
/** What is longer is no code and no name. */
const longest = 80;
const mostColumns = 100;
/** Names with more signs of equality are nobody’s. */
const mostParts = 20;

/** The columns that `on` names. Throws `SourceError` where it names none. */
export async function namedPair(on: string, table: Dataset, shapes: Dataset, signal: AbortSignal | undefined): Promise<Pair> {
  const parts = on.split('=', mostParts);
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

const list = (columns: readonly Column[]): string => columns.slice(0, 30).map(({ name }) => `“${name}”`).join(', ') || 'none';

/** A few columns, each with a few of its values. */
const examples = (codes: readonly Codes[]): string =>
  codes.slice(0, 12).map(({ column, values }) => `“${column.name}” (${values.slice(0, 3).join(', ')}${values.length > 3 ? ' …' : ''})`).join(', ') || 'no column that could hold codes';
