import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { fieldsOf } from '../../src/model/rating-check.js';
import { scoreQuestion, type RatingProfile } from '../../src/model/rating-profile.js';
import type { RatingAnswer } from '../../src/model/rating.js';
import { checked, readText, typeOf } from './body.js';
import { Problem } from './problem.js';
import { ratingBody, type RatingBody } from './rating-body.js';
import type { Kept } from './ratings.js';
import { languageOf, refusalPage, thanksPage } from './rating-page.js';
import { knownProfiles } from './rating-profiles.js';
import { subjectOf } from './subject.js';

/** Whether a page sends a rating by itself, as `<form method="post">` does where scripts do not run. */
export function isRatingForm({ req }: Context): boolean {
  return req.method === 'POST' && req.path.endsWith('/v1/ratings') && typeOf(req) === 'application/x-www-form-urlencoded';
}

/** Takes a rating from a form, and answers with a page: thanks, or what is wrong, and the way back. */
export async function takeForm(context: Context, take: (rating: RatingBody) => Promise<Kept>): Promise<Response> {
  const form = new URLSearchParams(await readText(context.req.raw));
  const language = languageOf(context, form.get('lang') ?? undefined);
  const back = subjectOf(form.get('subject') ?? '');
  try {
    const { held, isNew } = await take(checked(ratingBody, ratingOf(form)));
    return thanksPage(isNew ? 201 : 200, language, { back, isHeld: held !== null });
  } catch (error) {
    if (error instanceof Problem) return refusalPage(error, language, back);
    throw error;
  }
}

const filled = (form: URLSearchParams, name: string): string[] => form.getAll(name).map((value) => value.trim()).filter(Boolean);

/** The fields of a form as the JSON that they mean; what is wrong with it is said by the rules for that. */
function ratingOf(form: URLSearchParams): unknown {
  const one = (name: string): string | undefined => filled(form, name)[0];
  const name = one('profile') ?? 'simple';
  const profile = knownProfiles.get(name);
  return {
    // Without an id the same form sent twice is two ratings: a page that is made for each visit writes one into it.
    id: one('id') ?? randomUUID(),
    subject: { url: one('subject'), title: one('title') },
    profile: name,
    lang: one('lang'),
    trap: one('trap'),
    ...(profile ? known(form, profile) : unknown(form, one)),
  };
}

/** A form cannot hide what is not asked after a score: what was answered there all the same stays behind. */
function known(form: URLSearchParams, profile: RatingProfile): object {
  const answers: Record<string, RatingAnswer> = {};
  for (const { code, kind, field, options = [] } of profile.questions) {
    const given = filled(form, field ?? `answers.${code}`);
    if (kind === 'text') answers[code] = given[0] ?? '';
    // A code, or what it is worth.
    else if (field === 'score') answers[code] = options.filter((option) => option.code === given[0] || String(option.value) === given[0]).map((option) => option.code).slice(0, 1);
    // Reasons of both sides have one name.
    else answers[code] = field === 'reasons' ? given.filter((each) => options.some((option) => option.code === each)) : given;
  }
  const fields = fieldsOf(profile, answers);
  if (fields) return fields;
  const code = filled(form, 'score').length > 0 ? 'unknown' : 'required';
  throw new Problem(422, 'No score was chosen.', { errors: [{ path: '/score', code, message: `Choose one of ${scoreQuestion(profile).options!.map((option) => option.code).join(', ')}.` }] });
}

function unknown(form: URLSearchParams, one: (name: string) => string | undefined): object {
  const number = (name: string): number | undefined => (one(name) === undefined ? undefined : Number(one(name)));
  const answers = [...new Set(form.keys())].filter((key) => key.startsWith('answers.')).map((key) => [key.slice('answers.'.length), filled(form, key)]);
  return {
    score: { value: number('score'), min: number('min'), max: number('max') },
    intention: one('intention'),
    reasons: filled(form, 'reasons'),
    comment: one('comment'),
    answers: Object.fromEntries(answers),
  };
}
