import { Hono } from 'hono';
import { isAuthor, isModerator, requireAuthor } from './authority.js';
import { readBody } from './body.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import type { Guard } from './guard.js';
import { ideaBody } from './idea-body.js';
import type { Challenges } from './idea-challenges.js';
import { withHistory } from './idea-history.js';
import { listIdeas } from './idea-list.js';
import { searchOf } from './idea-search.js';
import { findIdea, ideaOf, isPublished, keepIdea, eraseIdea } from './idea-store.js';
import { notFound } from './problem.js';

/** Ids are UUIDs: every other path is none of ours. */
export const ideaPath = '/ideas/:id{[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}';

/** `/ideas`: sent by anyone, seen when published, withdrawn by who holds their key. */
export function ideaRoutes({ database, config, guard, challenges }: { database: Database; config: HubConfig; guard: Guard; challenges: Challenges }): Hono {
  const { categories, moderation } = config;
  const body = ideaBody(categories);
  return new Hono()
    .get('/ideas', async (context) => {
      const page = await listIdeas(database, searchOf(context.req.query()));
      return context.json({ ...page, ideas: await withHistory(database, page.ideas) });
    })
    .post('/ideas', async (context) => {
      const { trap, ...draft } = await readBody(context, body);
      const admission = await guard.admit(context, { purpose: 'ideas', texts: [draft.title, draft.text], trap });
      const refusal = draft.challenge === undefined ? undefined : await challenges.refusal(draft.challenge);
      const take = async (transaction: Database): Promise<void> => {
        // What was kept before the deadline is answered alike after it.
        if (refusal) throw refusal;
        await admission.take(transaction);
      };
      const { idea, isNew } = await keepIdea({ database, config }, draft, moderation === 'before' || admission.held !== null ? 'held' : 'open', { ...admission, take });
      context.header('location', `${context.req.path}/${idea.id}`);
      return context.json(idea, isNew ? 201 : 200);
    })
    .get(ideaPath, async (context) => {
      const row = await findIdea(database, context.req.param('id').toLowerCase());
      if (!isPublished(row) && !isAuthor(context, row) && !isModerator(context, config)) throw notFound('idea');
      const [idea] = await withHistory(database, [ideaOf(row)]);
      return context.json(idea);
    })
    .delete(ideaPath, async (context) => {
      const row = await findIdea(database, context.req.param('id').toLowerCase());
      requireAuthor(context, row, 'idea', isPublished(row));
      await database.transaction().execute((transaction) => eraseIdea(transaction, config, row.id));
      return context.body(null, 204);
    });
}
