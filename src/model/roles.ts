import type { CategoryColumn, Column, Role, Roles, TextColumn } from './dataset.js';
import { sayingOf } from './roles-headers.js';
import { roleWords } from './roles-words.js';

export { headerWords } from './roles-headers.js';

const sample = 20;
const link = /^(https?:\/\/|www\.)\S+$/i;
/** What can stand for a thing: words, but not a story. */
const name = /^(?=.*(\p{L}{3}|\p{Lo})).{2,80}$/u;
const tests: Readonly<Partial<Record<Role, RegExp>>> = {
  link,
  image: link,
  email: /^[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
  phone: /^\D{0,12}\+?\d([\s()/.-]*\d){5,}/,
};
const picture = /^https?:\/\/\S+\.(jpe?g|png|webp|gif|avif)(\?\S*)?$/i;

/** What people read stands among the first columns; tables of thousands are broken, or matrices. */
const mostColumns = 400;

/** Which column is what: by what the page says, by the words of its header, and by what its values look like. */
export async function findRoles(columns: readonly Column[], said: { readonly [role in Role]?: string } = {}, taken: Roles = {}): Promise<Roles> {
  const roles: { [role in Role]?: number } = { ...taken };
  const used = new Set(Object.values(taken));
  const take = (role: Role, index: number): void => {
    if (index >= 0) used.add((roles[role] = index));
  };
  const takeBest = (role: Role, scoreOf: (column: Column, index: number) => number): void => {
    if (roles[role] === undefined) take(role, best(columns.slice(0, mostColumns).map((column, i) => (used.has(i) ? 0 : scoreOf(column, i)))));
  };
  for (const [role, header] of Object.entries(said) as [Role, string][]) take(role, columns.findIndex((column) => column.name === header.trim()));
  const fixed = { ...roles };
  for (const role of Object.keys(roleWords) as Role[]) takeBest(role, (column) => likeness(role, column));
  // What joins both comes for those that have something free.
  if (roles.free !== undefined) {
    const { findPair } = await import('./roles-pair.js');
    const may = (role: Role, i: number): boolean => fixed[role] === i || (fixed[role] === undefined && !Object.values(fixed).includes(i) && suits(role, columns[i]!));
    Object.assign(roles, findPair(columns, may));
  }
  for (const [role, test] of [['image', picture], ['email', tests.email!], ['link', link]] as const) {
    takeBest(role, (column) => Number(isText(column) && valuesPass(column, test)));
  }
  // A short description is all that some have for a title.
  if (roles.title === undefined && said.description === undefined) used.delete(roles.description ?? -1);
  takeBest('title', (column, i) => (isText(column) && valuesPass(column, name) && !valuesPass(column, link) ? variety(column) / (i === roles.description ? 4 : 1) : 0));
  if (roles.title === roles.description) delete roles.description;
  takeBest('category', (column, i) => (i !== roles.description && column.type === 'category' && column.labels.length > 2 && column.labels.length <= 20 ? 1 + Math.round(2 * filled(column)) : 0));
  return roles;
}

const isText = (column: Column): column is CategoryColumn | TextColumn => column.type === 'text' || column.type === 'category';

/** How well a header says a role that its column can have; 0 is not at all. */
function likeness(role: Role, column: Column): number {
  const score = sayingOf(role, column.name)?.score ?? 0;
  if (score === 0 || !suits(role, column)) return 0;
  if (role === 'category') return score + (column.type === 'category' && column.labels.length > 1 && column.labels.length <= 50 ? 0.5 + column.labels.length / 100 : 0);
  if (score < 2 && variety(column) < 0.02) return 0;
  return score > 3 || role !== 'title' || valuesPass(column, name) ? score + variety(column) : 0;
}

/** Whether a column can be what its header says: what opens is no count, and what is written by hand no date. */
function suits(role: Role, column: Column): boolean {
  if (role === 'start' || role === 'end') return column.type === 'date';
  // A yes that is written as 1 is no count.
  if (role === 'free' || role === 'capacity') return column.type === 'number' && column.values.some((value) => value > 1);
  const values = firstValues(column);
  if (role === 'id') return (column.type === 'text' || column.type === 'number') && new Set(values).size === values.length;
  if (!isText(column) && (role !== 'phone' || column.type === 'date')) return false;
  if (role === 'hours') return values.some((value) => /\d|-/.test(value));
  return tests[role] ? valuesPass(column, tests[role]) : !valuesPass(column, link);
}

function valuesPass(column: Column, test: RegExp): boolean {
  const values = firstValues(column);
  return values.length > 0 && values.filter((value) => test.test(value)).length * 2 > values.length;
}

/** The part of the first rows that are in a category. */
function filled({ codes }: CategoryColumn): number {
  const looked = codes.subarray(0, 2000);
  return looked.filter((code) => code > 0).length / looked.length;
}

/** How many different values a column has, as far as its type tells: a title that all rows share is none. */
function variety(column: Column): number {
  return column.type === 'category' ? Math.min(column.labels.length, 255) / 1000 : 0.5;
}

/** The first few values, without looking through a million rows for them. */
export function firstValues(column: Column, from = 0, rows = 2000): string[] {
  if (column.type === 'category') return column.labels.slice(0, sample) as string[];
  const values: string[] = [];
  for (let row = from; row < from + rows && values.length < sample; row += 1) {
    const value = column.value(row);
    if (value !== undefined) values.push(String(value));
  }
  return values;
}

/** Where the greatest is; -1 where there is none. */
function best(scores: readonly number[]): number {
  const most = Math.max(0, ...scores);
  return most > 0 ? scores.indexOf(most) : -1;
}
