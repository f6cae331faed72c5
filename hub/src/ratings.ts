import { Hono } from 'hono';
import * as v from 'valibot';
import type { RatingReceipt, RatingSummary } from '../../src/model/rating.js';
import { simpleProfile } from '../../src/model/rating.js';
import { readBody } from './body.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { code } from './fields.js';
import { fingerprint } from './fingerprint.js';
import type { Admission, Guard } from './guard.js';
import type { Keeping } from './idea-store.js';
import { invalid, Problem } from './problem.js';
import { ratingBody, type RatingBody } from './rating-body.js';
import { readTallies } from './rating-tally.js';
import { subjectOf } from './subject.js';
import { tell } from './webhooks.js';

/** `/ratings`: answers come in, what they say together goes out. A comment is never published, so only who is in doubt is held. */
export function ratingRoutes({ database, config, guard }: { database: Database; config: HubConfig; guard: Guard }): Hono {
  const { minimum } = config;
  return new Hono()
    .post('/ratings', async (context) => {
      const { trap, ...rating } = await readBody(context, ratingBody);
      const admission = await guard.admit(context, { purpose: 'ratings', texts: [rating.comment], trap });
      const { held, isNew } = await keep({ database, config }, rating, admission);
      const receipt: RatingReceipt = { id: rating.id, status: held === null ? 'counted' : 'held' };
      return context.json(receipt, isNew ? 201 : 200);
    })
    .get('/ratings/summary', async (context) => {
      const subject = subjectOf(context.req.query('subject') ?? '');
      if (subject === undefined) throw invalid(400, { path: '/subject', code: context.req.query('subject') ? 'not-valid' : 'required', message: 'Name the page by its http(s) address: ?subject=https://…' });
      const profile = context.req.query('profile') || undefined;
      if (profile !== undefined && !v.is(code, profile)) throw invalid(400, { path: '/profile', code: 'not-valid', message: 'This is not the name of a profile, such as “simple”.' });
      return context.json(await summarize(database, { subject, minimum, profile }));
    });
}

/** What became of it, and whether it is new; the same one again changes nothing. Throws `Problem` 409 where its id has another rating. */
async function keep({ database, config }: Keeping, rating: Omit<RatingBody, 'trap'>, { held, take }: Admission): Promise<{ held: string | null; isNew: boolean }> {
  const { id, subject, profile, score, reasons = [], comment = null, lang = null } = rating;
  const content = fingerprint(rating);
  return database.transaction().execute(async (transaction) => {
    const inserted = await transaction.insertInto('ratings')
      .values({ id, subject: subject.url, title: subject.title ?? null, profile, ...score, comment, lang, created: new Date().toISOString(), fingerprint: content, held })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted) {
      if (reasons.length > 0) await transaction.insertInto('rating_reasons').values(reasons.map((code) => ({ rating: id, code }))).execute();
      await take(transaction);
      // A comment is for the moderators’ eyes alone.
      await tell(transaction, config, 'rating.received', { id, subject, profile, score, reasons, lang: lang ?? undefined, status: held === null ? 'counted' : 'held' });
      return { held, isNew: true };
    }
    const kept = await transaction.selectFrom('ratings').select(['fingerprint', 'held']).where('id', '=', id).executeTakeFirstOrThrow();
    if (kept.fingerprint === content) return { held: kept.held, isNew: false };
    throw new Problem(409, 'This id was already used for another rating. Make a new UUID for each rating.');
  });
}

/** Where a subject was rated by several profiles and none is asked for, the one with most answers. */
async function summarize(database: Database, { subject, profile, minimum }: { subject: string; profile: string | undefined; minimum: number }): Promise<RatingSummary> {
  const [tally] = await readTallies(database, { subject, profile });
  const { n, min, max } = tally ?? { n: 0, min: simpleProfile.min, max: simpleProfile.max };
  if (!tally || n < minimum) return { subject, n, minimum, suppressed: true, min, max, distribution: [], reasons: [] };
  return {
    subject, n, minimum, suppressed: false, min, max,
    mean: tally.mean,
    distribution: Array.from({ length: max - min + 1 }, (_, step) => ({ value: min + step, count: tally.counts.get(min + step) ?? 0 })),
    reasons: [...tally.reasons].map(([code, count]) => ({ code, count })),
    period: { from: tally.from, to: tally.to },
  };
}
