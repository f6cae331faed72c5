import type { Column, Role, Roles } from './dataset.js';
import { sayingOf, type Saying } from './roles-headers.js';
import { amountWords, roleWords } from './roles-words.js';

interface Candidate extends Saying {
  readonly index: number;
}

/**
 * How much of what is free, of all columns that say so the two that belong together: what is free is in most rows no more than there
 * is, and `obs_free` goes with `obs_max`. `may` says whether a column can have a role.
 */
export function findPair(columns: readonly Column[], may: (role: Role, index: number) => boolean): Pick<Roles, 'free' | 'capacity'> {
  const find = (role: Role, words = roleWords[role]): Candidate[] => columns.flatMap(({ name }, index) => {
    const saying = may(role, index) && sayingOf(role, name, words);
    return saying ? [{ ...saying, index }] : [];
  });
  const capacities = find('capacity');
  const amounts = find('capacity', amountWords);
  const [pair] = find('free').flatMap((free) => [...capacities, ...amounts].flatMap((capacity) => {
    const isKin = free.rest === capacity.rest;
    const isAmount = !capacities.includes(capacity);
    // Alone, “total” says less than “places”; “bikes total” and “bikes free” say all.
    const kinship = isKin && free.rest ? 2.5 : Number(isKin) - 2 * Number(isAmount);
    const belongs = (isKin || !isAmount) && fits(columns[free.index]!, columns[capacity.index]!);
    return belongs ? [{ free: free.index, capacity: capacity.index, score: free.score + capacity.score + kinship }] : [];
  })).sort((a, b) => b.score - a.score);
  return pair ? { free: pair.free, capacity: pair.capacity } : {};
}

/** Whether no more is free than there is, in most rows that say both. */
function fits(free: Column, capacity: Column): boolean {
  if (free.type !== 'number' || capacity.type !== 'number') return false;
  let [both, more] = [0, 0];
  for (let row = 0; row < free.values.length && both < 1000; row += 1) {
    if (Number.isNaN(free.values[row]! + capacity.values[row]!)) continue;
    both += 1;
    if (free.values[row]! > capacity.values[row]!) more += 1;
  }
  return more * 2 < both;
}
