import type { Role } from './dataset.js';
import { neutralWords, otherWords, roleWords } from './roles-words.js';

/** What is longer is no header, but a text that lost its line. */
const longest = 200;

/** A header as words: lower case, no accents, split at capitals and signs. */
export function headerWords(name: string): string {
  return name
    .slice(0, longest)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The place in a list of the first pattern that a word is like; -1 for none. */
const placeOf = (patterns: readonly string[], word: string): number =>
  patterns.findIndex((pattern) => (pattern.startsWith('*') ? word.endsWith(pattern.slice(1)) : pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern));

/** Roles that a header may say beside words that make something else of others: a contact has a telephone, but is no title. */
const heedless = new Set<Role>(['image', 'link', 'phone', 'email', 'address', 'start', 'end']);

/** How a header says a role. */
export interface Saying {
  /** 4 with nothing beside it, 3 with what says nothing, 2 at its end, 1 at its beginning, and less for the unlikelier word. */
  readonly score: number;
  /** What else the header says: `obs` of `obs_free`. */
  readonly rest: string;
}

/** How a header says a role; `undefined` if it does not. */
export function sayingOf(role: Role, name: string, own = roleWords[role]!): Saying | undefined {
  // Umlauts that are written out are one with those that lost their dots.
  const words = headerWords(name).replace(/([aou])e/g, '$1').split(' ');
  const says = (patterns: readonly string[]) => (word: string): boolean => placeOf(patterns, word) >= 0;
  const isOwn = says(own);
  const isPlace = says(roleWords.capacity!);
  if ((!heedless.has(role) && words.some(says(otherWords))) || (role === 'capacity' && words.some(says([...roleWords.free!, 'id'])))) return undefined;
  // What is free are places: they say no more.
  const telling = words.filter((word) => isOwn(word) || !(/^\d+$/.test(word) || says(neutralWords)(word) || (role === 'free' && isPlace(word))));
  const rest = telling.filter((word) => !isOwn(word));
  const place = Math.min(...telling.filter(isOwn).map((word) => placeOf(own, word)));
  const word = own[place];
  if (!word) return undefined;
  const begins = isOwn(telling[0]!) && role !== 'id' && (role !== 'free' || words.some(isPlace));
  const tier = rest.length === 0 ? (word.startsWith('*') ? 2 : telling.length === words.length ? 4 : 3) : isOwn(telling.at(-1)!) ? 2 : Number(begins);
  return tier > 0 ? { score: tier - place / 1000, rest: rest.join(' ') } : undefined;
}
