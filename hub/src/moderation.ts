import { Hono } from 'hono';
import { requireModerator } from './authority.js';
import { readBody } from './body.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { moderationBody } from './idea-body.js';
import { listIdeas } from './idea-list.js';
import { searchOf } from './idea-search.js';
import { decideIdea } from './idea-store.js';
import { ideaPath } from './ideas.js';
import { listComments, commentSearchOf } from './rating-comments.js';
import { decideRating, listHeld, ratingDecision } from './rating-holds.js';

/** What those see and do who hold the token: what waits, what the city says to ideas, and comments, which nobody else reads. */
export function moderationRoutes({ database, config: { token, categories } }: { database: Database; config: HubConfig }): Hono {
  const decision = moderationBody(categories);
  return new Hono()
    .patch(ideaPath, async (context) => {
      requireModerator(context, token);
      return context.json(await decideIdea(database, context.req.param('id').toLowerCase(), await readBody(context, decision)));
    })
    .get('/moderation/ideas', async (context) => {
      requireModerator(context, token);
      return context.json(await listIdeas(database, searchOf(context.req.query(), { isModerator: true })));
    })
    .patch('/ratings/:id', async (context) => {
      requireModerator(context, token);
      await decideRating(database, context.req.param('id').toLowerCase(), await readBody(context, ratingDecision));
      return context.body(null, 204);
    })
    .get('/moderation/ratings', async (context) => {
      requireModerator(context, token);
      return context.json(await listHeld(database, commentSearchOf(context.req.query())));
    })
    .get('/moderation/comments', async (context) => {
      requireModerator(context, token);
      return context.json(await listComments(database, commentSearchOf(context.req.query())));
    });
}
