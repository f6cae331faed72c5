import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { Idea } from '../../src/model/idea.js';
import type { Database } from './database.js';
import type { DeliveryCode } from './deliveries.js';
import { forwardId, progress, type Progress } from './forwards.js';
import type { Tables } from './tables.js';

/** How far an idea is on its way to the city's other system. */
export interface Forwarding {
  /** Why it is not there; absent before the first attempt. */
  readonly code?: DeliveryCode | undefined;
  /** In the words of the other system. */
  readonly detail?: string | undefined;
  /** When the next attempt is made; absent where a person has to say so. */
  readonly next?: string | undefined;
}

/** What nobody tries any more by themselves, or should not before somebody has looked. */
export const stopped = ({ and, or, eb }: ExpressionBuilder<Tables, 'deliveries'>): ExpressionWrapper<Tables, 'deliveries', SqlBool> =>
  and([eb('kind', '=', 'open311'), or([eb('due', 'is', null), eb('code', '=', 'uncertain')])]);

/** Ideas with what became of forwarding each. */
export async function withForwarding<T extends Idea>(database: Database, ideas: readonly T[]): Promise<(T & { readonly forwarding?: Forwarding | undefined })[]> {
  if (ideas.length === 0) return [];
  const rows = await database.selectFrom('deliveries').select(['id', 'code', 'failure', 'due']).where('id', 'in', ideas.map(({ id }) => forwardId(id))).execute();
  const found = new Map(rows.map(({ id, code, failure, due }) => [id, { code: code ?? undefined, detail: failure || undefined, next: due ?? undefined }]));
  return ideas.map((idea) => ({ ...idea, forwarding: found.get(forwardId(idea.id)) }));
}

/**
 * Has ideas sent once more that were refused, of which nobody knows whether they arrived, or that nobody tries any more;
 * gives which those are. Who has a token is asked by it again: there an id is to come.
 */
export async function sendAgain(database: Database, ideas: readonly string[]): Promise<string[]> {
  const again: string[] = [];
  for (const idea of ideas) {
    const row = await database.selectFrom('deliveries').select(['id', 'body', 'attempts']).where('id', '=', forwardId(idea)).where(stopped).executeTakeFirst();
    if (!row) continue;
    const { token } = JSON.parse(row.body) as Progress;
    const done = await database.updateTable('deliveries').set({ body: progress({ idea, token }), attempts: 0, due: new Date().toISOString(), code: null, failure: null })
      .where('id', '=', row.id).where('attempts', '=', row.attempts).returning('id').executeTakeFirst();
    if (done) again.push(idea);
  }
  return again;
}
