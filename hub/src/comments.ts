import { Hono } from 'hono';
import { isAuthor, isModerator, requireAuthor } from './authority.js';
import { readBody } from './body.js';
import { commentPageOf, listComments } from './comment-list.js';
import { commentBody, commentOf, countComment, findComment, keepComment } from './comment-store.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { lockedFields } from './decisions.js';
import type { Guard } from './guard.js';
import { findIdea, isPublished } from './idea-store.js';
import { ideaPath } from './ideas.js';
import { invalid, notFound } from './problem.js';
import type { IdeaRow } from './tables.js';
import { tell } from './webhooks.js';

/** Ids are UUIDs, as those of ideas. */
export const commentPath = ideaPath.replace('/ideas/', '/comments/') as '/comments/:id';

/** `/ideas/{id}/comments`: sent by anyone, seen when published, taken back by who holds their key. */
export function commentRoutes({ database, config, guard }: { database: Database; config: HubConfig; guard: Guard }): Hono {
  return new Hono()
    .get(`${ideaPath}/comments`, async (context) => context.json(await listComments(database, await openIdea(database, context.req.param('id')), commentPageOf(context.req.query()))))
    .post(`${ideaPath}/comments`, async (context) => {
      const { trap, ...draft } = await readBody(context, commentBody);
      const isOfficial = isModerator(context, config);
      if (draft.by !== undefined && !isOfficial) throw invalid(422, { path: '/by', code: 'not-valid', message: 'Only who holds a moderator’s token speaks for the city.' });
      const { id: idea } = await openIdea(database, context.req.param('id'));
      const admission = await guard.admit(context, { purpose: 'comments', texts: [draft.text], trap });
      const status = !isOfficial && (config.moderation === 'before' || admission.held !== null) ? 'held' : 'open';
      const { comment, isNew } = await keepComment(database, config, draft, { idea, status, isOfficial, admission });
      return context.json(comment, isNew ? 201 : 200);
    })
    .get(commentPath, async (context) => {
      const row = await findComment(database, context.req.param('id').toLowerCase());
      if (row.status !== 'open' && !isAuthor(context, row) && !isModerator(context, config)) throw notFound('comment');
      return context.json(commentOf(row));
    })
    .delete(commentPath, async (context) => {
      const row = await findComment(database, context.req.param('id').toLowerCase());
      requireAuthor(context, row, 'comment', row.status === 'open');
      await database.transaction().execute(async (transaction) => {
        const now = await lockedFields(transaction, { kind: 'comment', id: row.id });
        if (now?.['status'] === 'open') await countComment(transaction, row.id, -1);
        const taken = await transaction.updateTable('comments').set({ status: 'withdrawn', text: '', held: null, official: null }).where('id', '=', row.id).where('status', '!=', 'withdrawn').returningAll().executeTakeFirst();
        if (taken) await tell(transaction, config, 'comment.changed', commentOf(taken));
      });
      return context.body(null, 204);
    });
}

/** The idea that one may comment on, or `Problem` 404. */
async function openIdea(database: Database, id: string): Promise<IdeaRow> {
  const idea = await findIdea(database, id.toLowerCase());
  if (!isPublished(idea)) throw notFound('idea');
  return idea;
}
