import { Hono } from 'hono';
import * as v from 'valibot';
import { requireRole } from './authority.js';
import { readBody } from './body.js';
import { commentChange, commentDecision } from './comment-decision.js';
import { commentPageOf, listHeldComments } from './comment-list.js';
import { commentOf, findComment } from './comment-store.js';
import { commentPath } from './comments.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { listDecisions } from './decisions.js';
import { decideAll, decideIdeas, undoAll } from './deciding.js';
import { uuid } from './fields.js';
import { sendAgain, stopped, withForwarding } from './forward-desk.js';
import { ideaDecision } from './idea-decision.js';
import { withDoubts } from './idea-doubts.js';
import { listIdeas } from './idea-list.js';
import { searchOf } from './idea-search.js';
import { findIdea, ideaOf } from './idea-store.js';
import { ideaPath } from './ideas.js';
import { commentSearchOf, listComments } from './rating-comments.js';
import { deleted, listHeld, ratingChange, ratingDecision } from './rating-holds.js';

const ids = v.pipe(v.array(uuid), v.minLength(1, 'too-short: Name at least one.'), v.maxLength(200, 'too-long: At most 200 at once.'), v.transform((list) => [...new Set(list)]));

/**
 * What `POST /v1/moderation/decisions` takes. `seen` is what its sender had before them: `updated` of ideas by their id, or
 * that the ratings wait. Where somebody else has decided since, it is a 409 that names each.
 */
export const decisionsBody = (categories: HubConfig['categories']) => v.variant('kind', [
  v.object({ kind: v.literal('idea'), ids, change: ideaDecision(categories), seen: v.optional(v.record(uuid, v.string())) }),
  v.object({ kind: v.literal('rating'), ids, change: ratingDecision, seen: v.optional(v.literal('waiting')) }),
  v.object({ kind: v.literal('comment'), ids, change: commentDecision }),
]);

/** What `POST /v1/moderation/undo` takes. */
export const undoBody = v.object({ decisions: ids });

/** What `POST /v1/moderation/forwards` takes: ideas that are to be sent to the other system once more. */
export const forwardsBody = v.object({ ids });

/** What those see and do who hold a token: what waits, what the city says to ideas, comments, which nobody else reads, and who decided what. */
export function moderationRoutes({ database, config }: { database: Database; config: HubConfig }): Hono {
  const decision = ideaDecision(config.categories);
  const bulk = decisionsBody(config.categories);
  return new Hono()
    .get('/moderation/me', (context) => context.json(requireRole(context, config, 'reader')))
    .get('/moderation/waiting', async (context) => {
      requireRole(context, config, 'reader');
      return context.json(await waiting(database));
    })
    .get('/moderation/ideas', async (context) => {
      requireRole(context, config, 'reader');
      const { ideas, ...page } = await listIdeas(database, searchOf(context.req.query(), { isModerator: true }));
      return context.json({ ...page, ideas: await withForwarding(database, await withDoubts(database, ideas)) });
    })
    .get('/moderation/ratings', async (context) => {
      requireRole(context, config, 'reader');
      return context.json(await listHeld(database, commentSearchOf(context.req.query())));
    })
    .get('/moderation/comments', async (context) => {
      requireRole(context, config, 'reader');
      return context.json(await listComments(database, commentSearchOf(context.req.query())));
    })
    .get('/moderation/replies', async (context) => {
      requireRole(context, config, 'reader');
      return context.json(await listHeldComments(database, commentPageOf(context.req.query())));
    })
    .patch(ideaPath, async (context) => {
      const person = requireRole(context, config, 'moderator');
      const id = context.req.param('id').toLowerCase();
      await decideIdeas({ database, config }, person, [id], await readBody(context, decision));
      return context.json(ideaOf(await findIdea(database, id)));
    })
    .patch('/ratings/:id', async (context) => {
      const person = requireRole(context, config, 'moderator');
      await decideAll({ database, config }, person, 'rating', [context.req.param('id').toLowerCase()], ratingChange(await readBody(context, ratingDecision)));
      return context.body(null, 204);
    })
    .patch(commentPath, async (context) => {
      const person = requireRole(context, config, 'moderator');
      const id = context.req.param('id').toLowerCase();
      await decideAll({ database, config }, person, 'comment', [id], commentChange(await readBody(context, commentDecision)));
      return context.json(commentOf(await findComment(database, id)));
    })
    .post('/moderation/decisions', async (context) => {
      const person = requireRole(context, config, 'moderator');
      const body = await readBody(context, bulk);
      const made = body.kind === 'idea'
        ? await decideIdeas({ database, config }, person, body.ids, body.change, body.seen)
        : await decideAll({ database, config }, person, body.kind, body.ids, body.kind === 'rating' ? ratingChange(body.change) : commentChange(body.change), body.kind === 'rating' ? body.seen : undefined);
      return context.json({ decisions: made });
    })
    .get('/moderation/decisions', async (context) => {
      requireRole(context, config, 'moderator');
      const { target, cursor } = context.req.query();
      return context.json(await listDecisions(database, { target, cursor }));
    })
    .post('/moderation/forwards', async (context) => {
      requireRole(context, config, 'moderator');
      const { ids: again } = await readBody(context, forwardsBody);
      return context.json({ ids: await sendAgain(database, again) });
    })
    .post('/moderation/undo', async (context) => {
      const person = requireRole(context, config, 'moderator');
      const { decisions } = await readBody(context, undoBody);
      await undoAll({ database, config }, person, decisions);
      return context.body(null, 204);
    });
}

/** How much of each kind waits for a person; `forwards` are ideas that somebody has to send to the city's other system once more. */
async function waiting(database: Database): Promise<{ ideas: number; ratings: number; comments: number; forwards: number }> {
  const ideas = await database.selectFrom('ideas').select(({ fn }) => fn.countAll<number>().as('n')).where('status', '=', 'held').executeTakeFirstOrThrow();
  const ratings = await database.selectFrom('ratings').select(({ fn }) => fn.countAll<number>().as('n')).where('held', 'is not', null).where('held', '!=', deleted).executeTakeFirstOrThrow();
  const comments = await database.selectFrom('comments').select(({ fn }) => fn.countAll<number>().as('n')).where('status', '=', 'held').executeTakeFirstOrThrow();
  const forwards = await database.selectFrom('deliveries').select(({ fn }) => fn.countAll<number>().as('n')).where(stopped).executeTakeFirstOrThrow();
  return { ideas: ideas.n, ratings: ratings.n, comments: comments.n, forwards: forwards.n };
}
