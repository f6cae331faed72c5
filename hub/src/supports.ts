import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import type { Database } from './database.js';
import { uuid } from './fields.js';
import { hash } from './fingerprint.js';
import type { Guard } from './guard.js';
import { findIdea, isPublished } from './idea-store.js';
import { ideaPath } from './ideas.js';
import { invalid, notFound } from './problem.js';

/** `/ideas/{id}/support`: one support an idea and browser, given and taken back as often as one likes. */
export function supportRoutes({ database, guard }: { database: Database; guard: Guard }): Hono {
  return new Hono()
    .put(`${ideaPath}/support`, async (context) => {
      const { idea, supporter } = await read(context, database);
      const { take } = await guard.admit(context, { purpose: 'supports' });
      const supports = await database.transaction().execute(async (transaction) => {
        const added = await transaction.insertInto('supports')
          .values({ idea, supporter, created: new Date().toISOString() })
          .onConflict((conflict) => conflict.doNothing()).returning('idea').executeTakeFirst();
        if (added) await take(transaction);
        return count(transaction, idea, added ? 1 : 0);
      });
      return context.json({ supports, supported: true });
    })
    .delete(`${ideaPath}/support`, async (context) => {
      const { idea, supporter } = await read(context, database);
      const supports = await database.transaction().execute(async (transaction) => {
        const removed = await transaction.deleteFrom('supports').where('idea', '=', idea).where('supporter', '=', supporter).returning('idea').executeTakeFirst();
        return count(transaction, idea, removed ? -1 : 0);
      });
      return context.json({ supports, supported: false });
    });
}

async function read(context: Context, database: Database): Promise<{ idea: string; supporter: string }> {
  const { success, output } = v.safeParse(uuid, context.req.header('civic-supporter') ?? '');
  if (!success) throw invalid(400, { path: '/civic-supporter', code: 'required', message: 'Send a UUID that your browser made and keeps, as the header Civic-Supporter.' });
  const row = await findIdea(database, context.req.param('id')!.toLowerCase());
  if (!isPublished(row)) throw notFound('idea');
  return { idea: row.id, supporter: hash(`${row.id} ${output}`) };
}

async function count(transaction: Database, idea: string, change: number): Promise<number> {
  const { supports } = await transaction.updateTable('ideas')
    .set(({ eb }) => ({ supports: eb('supports', '+', change) }))
    .where('id', '=', idea).returning('supports').executeTakeFirstOrThrow();
  return supports;
}
