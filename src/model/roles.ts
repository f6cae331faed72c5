import type { Column, Role, Roles } from './dataset.js';
import { roleWords } from './roles-words.js';

const sample = 20;
const tests: Readonly<Partial<Record<Role, RegExp>>> = {
  image: /^https?:\/\/\S+\.(jpe?g|png|webp|gif|avif)(\?\S*)?$/i,
  link: /^(https?:\/\/|www\.)\S+$/i,
  email: /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i,
  phone: /^(tel:)?\+?[\d(][\d\s()/.-]{5,}\d/,
};

/** A header as words: lower case, no accents, split at capitals and signs. */
export function headerWords(name: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Which column is what: by what the page says, by the words of its header, and by what its values look like. */
export function findRoles(columns: readonly Column[], said: { readonly [role in Role]?: string } = {}, taken: Roles = {}): Roles {
  const roles: { [role in Role]?: number } = { ...taken };
  const used = new Set(Object.values(taken));
  for (const [role, name] of Object.entries(said) as [Role, string][]) {
    const index = columns.findIndex((column) => column.name === name.trim());
    if (index >= 0) used.add((roles[role] = index));
  }
  for (const [role, words] of Object.entries(roleWords) as [Role, string][]) {
    if (roles[role] !== undefined) continue;
    const index = best(columns.map((column, i) => (used.has(i) || !suits(role, column) ? 0 : likeness(role, column, words))));
    if (index !== undefined) used.add((roles[role] = index));
  }
  for (const role of ['image', 'email', 'link', 'phone'] as const) {
    if (roles[role] !== undefined) continue;
    // Digits are telephones only where a header says so.
    const index = role === 'phone' ? -1 : columns.findIndex((column, i) => !used.has(i) && isText(column) && valuesPass(column, tests[role]!));
    if (index >= 0) used.add((roles[role] = index));
  }
  if (roles.title === undefined) {
    const index = best(columns.map((column, i) => (used.has(i) || !isText(column) || !valuesPass(column, name) ? 0 : variety(column))));
    if (index !== undefined) used.add((roles.title = index));
  }
  if (roles.category === undefined) {
    const index = columns.findIndex((column, i) => !used.has(i) && column.type === 'category' && column.labels.length > 2 && column.labels.length <= 20);
    if (index >= 0) roles.category = index;
  }
  return roles;
}

/** What can stand for a thing: words, but not a story. */
const name = /^(?=.*(\p{L}{3}|\p{Lo})).{2,80}$/u;
/** Roles whose headers go on: “description of services”, “type of building”. */
const goesOn = new Set<Role>(['title', 'description', 'category', 'hours']);

const isText = ({ type }: Column): boolean => type === 'text' || type === 'category';

/** Whether a column can be what its header says: what opens is no count, and what is written by hand no date. */
function suits(role: Role, column: Column): boolean {
  if (role === 'start' || role === 'end') return column.type === 'date';
  if (role === 'capacity' || role === 'free') return column.type === 'number';
  if (role === 'id') return column.type !== 'date';
  if (role === 'phone' && column.type === 'number') return true;
  const test = tests[role];
  return isText(column) && (!test || role === 'phone' || valuesPass(column, test));
}

function valuesPass(column: Column, test: RegExp): boolean {
  const values = firstValues(column);
  return values.length > 0 && values.filter((value) => test.test(value)).length * 2 > values.length;
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

function best(scores: readonly number[]): number | undefined {
  const most = Math.max(0, ...scores);
  return most > 0 ? scores.indexOf(most) : undefined;
}

/** 0 is unlike; the whole header counts more than its last word, that more than its first. */
function likeness(role: Role, column: Column, words: string): number {
  const header = headerWords(column.name);
  let score = 0;
  words.split(/,\s+/).forEach((word, i) => {
    const rank = 1 - i / 100;
    if (header === word) score = Math.max(score, 3 + rank);
    else if (header.endsWith(` ${word}`)) score = Math.max(score, 1 + rank);
    else if (header.startsWith(`${word} `)) {
      const isTranslation = /^(de|en|fr|es|it|nl|pt)$/.test(header.slice(word.length + 1));
      if (isTranslation) score = Math.max(score, 2 + rank);
      else if (goesOn.has(role)) score = Math.max(score, rank);
    }
  });
  return score > 0 && role === 'title' ? score + variety(column) : score;
}
