import type { Database } from './database.js';

/** In days, for each thing that is not kept for ever. */
export interface Retention {
  /** What people wrote beside a score: it is erased, and the score still counts. */
  readonly comments?: number | undefined;
  /** Ratings and comments on ideas that wait for a person, that one has deleted, or that their author took back; messages to other systems that nobody tries to bring any more. */
  readonly held?: number | undefined;
  /** Who decided what. */
  readonly decisions?: number | undefined;
}

/** Forgets what is older than its rule says. */
export async function forget(database: Database, { comments, held, decisions }: Retention, now = new Date()): Promise<void> {
  const before = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
  if (comments !== undefined) await database.updateTable('ratings').set({ comment: null }).where('comment', 'is not', null).where('created', '<', before(comments)).execute();
  if (held !== undefined) await database.deleteFrom('ratings').where('held', 'is not', null).where('created', '<', before(held)).execute();
  if (held !== undefined) await database.deleteFrom('comments').where('status', '!=', 'open').where('created', '<', before(held)).execute();
  // What is left of an idea that was to be forwarded has nothing of it, and keeps it from being sent twice.
  if (held !== undefined) await database.deleteFrom('deliveries').where('kind', '=', 'webhook').where('due', 'is', null).where('created', '<', before(held)).execute();
  if (decisions !== undefined) await database.deleteFrom('decisions').where('at', '<', before(decisions)).execute();
}
