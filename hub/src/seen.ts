import type { Transaction } from 'kysely';
import { lockedFields } from './decisions.js';
import { Problem } from './problem.js';
import { deleted } from './rating-holds.js';
import type { Tables } from './tables.js';

/** What stood before those who decide: `updated` of ideas by id; of ratings, that they wait. */
export interface Seen {
  readonly idea: Readonly<Record<string, string>>;
  readonly rating: 'waiting';
}

/** Throws `Problem` 409, whose errors name each of the ideas that somebody has decided on since. Nobody else decides on them before the transaction ends. */
export async function requireSeenIdeas(transaction: Transaction<Tables>, ids: readonly string[], seen: Seen['idea']): Promise<void> {
  // In one order for all, so that two who decide on the same do not wait for each other.
  for (const id of [...ids].sort()) await lockedFields(transaction, { kind: 'idea', id });
  const rows = await transaction.selectFrom('ideas').select(['id', 'updated']).where('id', 'in', ids).execute();
  refuse(ids, rows.filter(({ id, updated }) => id in seen && seen[id] !== updated).map(({ id }) => id));
}

/** The same of ratings, which wait until somebody has decided. */
export async function requireWaitingRatings(transaction: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  const decided: string[] = [];
  for (const id of [...ids].sort()) {
    const now = await lockedFields(transaction, { kind: 'rating', id });
    if (now && (now['held'] === null || now['held'] === deleted)) decided.push(id);
  }
  refuse(ids, decided);
}

function refuse(ids: readonly string[], changed: readonly string[]): void {
  if (changed.length === 0) return;
  const errors = changed.map((id) => ({ path: `/ids/${ids.indexOf(id)}`, code: 'not-valid', message: 'Somebody else has decided on this since.' } as const));
  throw new Problem(409, 'Somebody else has decided on some of these since you read them, so that nothing was changed. Read them again.', { errors });
}
