import * as v from 'valibot';
import { Problem } from './problem.js';

/** What `PATCH /v1/comments/{id}` takes. */
export const commentDecision = v.object({ status: v.picklist(['open', 'held', 'deleted'], 'unknown: A comment is “open”, “held” or “deleted”.') });

export type CommentDecision = v.InferOutput<typeof commentDecision>;

/** What such a decision changes of a comment. Throws `Problem` 409 where its author took it back. */
export const commentChange = ({ status }: CommentDecision) => (now: Readonly<Record<string, string | null>>): { readonly status: string; readonly held: string | null } => {
  if (now['status'] === 'withdrawn') throw new Problem(409, 'Its author took this comment back, and what it said was erased.');
  // A person has looked at it.
  return { status, held: null };
};
