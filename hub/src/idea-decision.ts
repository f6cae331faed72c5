import * as v from 'valibot';
import { ideaStatuses } from '../../src/model/idea.js';
import type { HubConfig } from './config.js';
import { code, lineOf, orAbsent, proseOf } from './fields.js';
import { categoryOf } from './idea-body.js';
import { Problem } from './problem.js';

/** What `PATCH /v1/ideas/{id}` takes; null takes an answer or a category away. */
export const ideaDecision = (categories: HubConfig['categories']) => v.object({
  status: v.optional(v.picklist(ideaStatuses, `unknown: A status is one of ${ideaStatuses.join(', ')}.`)),
  answer: v.optional(v.nullable(v.object({ text: proseOf(1, 4000), by: orAbsent(lineOf(1, 200)) }))),
  category: v.optional(v.nullable(categoryOf(categories))),
  commitments: v.optional(v.pipe(v.array(code), v.maxLength(50, 'too-long: At most 50 commitments.'), v.transform((ids) => [...new Set(ids)]))),
});

export type IdeaDecision = v.InferOutput<ReturnType<typeof ideaDecision>>;

type Fields = Readonly<Record<string, string | null>>;

/** What such a decision changes of an idea. Throws `Problem` 409 where it was withdrawn. */
export const changeOf = ({ status, answer, category, commitments }: IdeaDecision) => (now: Fields): Fields => {
  if (now['status'] === 'withdrawn') throw new Problem(409, 'This idea was withdrawn, and what it said was erased.');
  const by = answer?.by ?? null;
  const isSaid = answer && now['answer'] === answer.text && now['answer_by'] === by;
  return {
    // A person has looked at it.
    ...(status && { status, held: null }),
    ...(answer !== undefined && !isSaid && { answer: answer?.text ?? null, answer_by: by, answered: answer ? new Date().toISOString() : null }),
    ...(category !== undefined && { category }),
    ...(commitments && { commitments: JSON.stringify(commitments) }),
  };
};
