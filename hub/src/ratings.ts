import { Hono } from 'hono';
import * as v from 'valibot';
import { simple } from '../../src/model/rating-simple.js';
import { codesOf, scaleOf, scored } from '../../src/model/rating-profile.js';
import type { RatingReceipt, RatingSummary, Together } from '../../src/model/rating.js';
import { readBody } from './body.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { code } from './fields.js';
import { fingerprint } from './fingerprint.js';
import type { Admission, Guard } from './guard.js';
import type { Keeping } from './idea-store.js';
import { invalid, Problem } from './problem.js';
import { ratingBody, type RatingBody } from './rating-body.js';
import { isRatingForm, takeForm } from './rating-form.js';
import { intentionOf, knownProfiles } from './rating-profiles.js';
import { publishedCodes, readTallies, satisfiedShare, type Tally } from './rating-tally.js';
import { subjectOf } from './subject.js';
import type { RatingAnswerRow } from './tables.js';
import { tell } from './webhooks.js';

/** `/ratings`: answers come in, what they say together goes out. A comment is never published, so only who is in doubt is held. */
export function ratingRoutes({ database, config, guard }: { database: Database; config: HubConfig; guard: Guard }): Hono {
  const { minimum } = config;
  return new Hono()
    .post('/ratings', async (context) => {
      const take = async ({ trap, ...rating }: RatingBody): Promise<Kept> => {
        const texts = [rating.comment, ...Object.values(rating.answers ?? {}).filter((answer) => typeof answer === 'string')];
        return keep({ database, config }, rating, await guard.admit(context, { purpose: 'ratings', texts, trap }));
      };
      if (isRatingForm(context)) return takeForm(context, take);
      const rating = await readBody(context, ratingBody);
      const { held, isNew } = await take(rating);
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

/** Why a rating waits, if it does, and whether it is new. */
export interface Kept {
  readonly held: string | null;
  readonly isNew: boolean;
}

/** What became of it; the same one again changes nothing. Throws `Problem` 409 where its id has another rating. */
async function keep({ database, config }: Keeping, rating: Omit<RatingBody, 'trap'>, { held, take }: Admission): Promise<Kept> {
  const { id, subject, profile, score, reasons = [], comment = null, answers = {}, lang = null } = rating;
  const given = Object.entries(answers).flatMap(([question, answer]): RatingAnswerRow[] =>
    typeof answer === 'string' ? [{ rating: id, question, code: '', text: answer }] : codesOf(answer).map((each) => ({ rating: id, question, code: each, text: null })));
  const content = fingerprint(rating);
  return database.transaction().execute(async (transaction) => {
    const inserted = await transaction.insertInto('ratings')
      .values({ id, subject: subject.url, title: subject.title ?? null, profile, ...score, intention: intentionOf(rating) ?? null, comment, lang, created: new Date().toISOString(), fingerprint: content, held })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted) {
      if (reasons.length > 0) await transaction.insertInto('rating_reasons').values(reasons.map((code) => ({ rating: id, code }))).execute();
      if (given.length > 0) await transaction.insertInto('rating_answers').values(given).execute();
      await take(transaction);
      // What people wrote is for the moderators’ eyes alone.
      await tell(transaction, config, 'rating.received', { id, subject, profile, score, reasons, intention: intentionOf(rating), lang: lang ?? undefined, status: held === null ? 'counted' : 'held' });
      return { held, isNew: true };
    }
    const kept = await transaction.selectFrom('ratings').select(['fingerprint', 'held']).where('id', '=', id).executeTakeFirstOrThrow();
    if (kept.fingerprint === content) return { held: kept.held, isNew: false };
    throw new Problem(409, 'This id was already used for another rating. Make a new UUID for each rating.');
  });
}

/** Where a subject was rated by several profiles and none is asked for, the one with most answers. */
async function summarize(database: Database, { subject, profile, minimum }: { subject: string; profile: string | undefined; minimum: number }): Promise<RatingSummary> {
  const tallies = await readTallies(database, { subject });
  const tally = profile === undefined ? tallies[0] : tallies.find((each) => each.profile === profile);
  const { n, min, max } = tally ?? { n: 0, ...scaleOf(knownProfiles.get(profile ?? '') ?? simple) };
  if (!tally || n < minimum) return { subject, n, minimum, suppressed: true, min, max, distribution: [], reasons: [] };
  const { reasons, answers } = publishedCodes(tally, minimum);
  const known = knownProfiles.get(tally.profile);
  return {
    subject, n, minimum, suppressed: false, min, max,
    profile: tally.profile,
    mean: tally.mean,
    satisfied: satisfiedShare(tally.intentions),
    distribution: Array.from({ length: max - min + 1 }, (_, step) => ({ value: min + step, code: known && scored(known, min + step)?.code, count: tally.counts.get(min + step) ?? 0 })),
    intentions: tally.intentions,
    reasons: [...reasons].map(([code, count]) => ({ code, count })),
    answers: [...answers].map(([question, counts]) => ({ question, counts })),
    period: { from: tally.from, to: tally.to },
    together: together(tallies, minimum),
  };
}

/** Profiles with too few answers stay out: what is left of a sum when the others are taken away would be theirs. */
function together(tallies: readonly Tally[], minimum: number): Together | undefined {
  const enough = tallies.filter(({ intentions }) => intentions.reduce((sum, { count }) => sum + count, 0) >= minimum);
  if (enough.length < 2) return undefined;
  const counts = enough.flatMap(({ intentions }) => intentions);
  return { n: counts.reduce((sum, { count }) => sum + count, 0), satisfied: satisfiedShare(counts)!, profiles: [...new Set(enough.map(({ profile }) => profile))] };
}
