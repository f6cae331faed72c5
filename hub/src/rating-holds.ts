import { sql, type SqlBool } from 'kysely';
import * as v from 'valibot';
import { codesOf } from '../../src/model/rating-profile.js';
import type { RatingAnswer } from '../../src/model/rating.js';
import { cursorAfter } from './cursor.js';
import type { Database } from './database.js';
import type { Doubt } from './guard.js';
import { pageLength, type CommentSearch } from './rating-comments.js';
import type { RatingAnswerRow } from './tables.js';

/** Stands where the doubts stand, of a rating that a person has deleted. */
export const deleted = 'deleted';

/** A rating that does not count before a person has looked at it. */
export interface HeldRating {
  readonly id: string;
  readonly subject: string;
  readonly profile: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Codes of the profile's reasons. */
  readonly reasons: readonly string[];
  /** Answers to further questions, by their code. */
  readonly answers: Readonly<Record<string, RatingAnswer>>;
  readonly comment?: string | undefined;
  readonly lang?: string | undefined;
  readonly doubts: readonly Doubt[];
  /** The day in UTC. */
  readonly day: string;
}

/** What `PATCH /v1/ratings/{id}` takes: it counts from now on, or it is deleted. */
export const ratingDecision = v.object({ status: v.picklist(['counted', 'deleted'], 'unknown: A rating is “counted” or “deleted”.') });

export type RatingDecision = v.InferOutput<typeof ratingDecision>;

/** Newest first, a hundred at a time, each with all that was answered. */
export async function listHeld(database: Database, { subject, after }: CommentSearch): Promise<{ ratings: HeldRating[]; next: string | undefined }> {
  let query = database.selectFrom('ratings').select(['id', 'subject', 'profile', 'value', 'min', 'max', 'comment', 'lang', 'held', 'created'])
    .where('held', 'is not', null).where('held', '!=', deleted).orderBy('created', 'desc').orderBy('id', 'desc').limit(pageLength + 1);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (after) query = query.where(sql<SqlBool>`(created, id) < (${sql.join(after)})`);
  const rows = await query.execute();
  const ids = rows.map(({ id }) => id);
  const reasons = ids.length === 0 ? [] : await database.selectFrom('rating_reasons').selectAll().where('rating', 'in', ids).orderBy('code').execute();
  const answers = ids.length === 0 ? [] : await database.selectFrom('rating_answers').selectAll().where('rating', 'in', ids).orderBy('code').execute();
  const last = rows.length > pageLength ? rows[pageLength - 1] : undefined;
  return {
    ratings: rows.slice(0, pageLength).map(({ comment, lang, held, created, ...rest }) => ({
      ...rest, comment: comment ?? undefined, lang: lang ?? undefined, reasons: reasons.filter(({ rating }) => rating === rest.id).map(({ code }) => code),
      answers: answersOf(answers.filter(({ rating }) => rating === rest.id)), doubts: held!.split(' ') as Doubt[], day: created.slice(0, 10),
    })),
    next: last && cursorAfter(last.created, last.id),
  };
}

/** Rows of one rating as they were sent: a text, or the codes that were chosen. */
function answersOf(rows: readonly RatingAnswerRow[]): HeldRating['answers'] {
  const answers: Record<string, RatingAnswer> = {};
  for (const { question, code, text } of rows) answers[question] = text ?? [...codesOf(answers[question]), code];
  return answers;
}

/** What such a decision changes of a rating. What is deleted stays for as long as it can be taken back, and counts nowhere. */
export const ratingChange = ({ status }: RatingDecision) => (): { readonly held: string | null } => ({ held: status === 'counted' ? null : deleted });
