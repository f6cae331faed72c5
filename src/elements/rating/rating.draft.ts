import { hasShape, Memory } from '../../controllers/memory.js';
import type { FieldError } from '../../model/hub.js';
import { newId } from '../../model/id.js';
import { simpleProfile, type Rating, type Subject } from '../../model/rating.js';

/** A rating that is not sent yet. Its id is made with it, so that sending it twice counts once. */
export interface RatingDraft {
  readonly id: string;
  readonly value?: number | undefined;
  readonly reasons: readonly string[];
  readonly comment: string;
}

/** What this browser has rated before. */
export interface OwnRating {
  readonly value: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const isDraft = (value: unknown): value is RatingDraft =>
  hasShape(value, { id: 'string', value: 'number?', reasons: 'object', comment: 'string' }) && Array.isArray((value as RatingDraft).reasons);

const isOwn = (value: unknown): value is OwnRating => hasShape(value, { value: 'number', at: 'number' });

// A draft is kept no longer than its tab: at a library's computer the next person must not find it.
export const draftMemory = (subject: string): Memory<RatingDraft> => new Memory('session', `rating draft ${subject}`, isDraft);

export const ownMemory = (subject: string): Memory<OwnRating> => new Memory('local', `rating ${subject}`, isOwn);

export function emptyDraft(): RatingDraft {
  return { id: newId(), reasons: [], comment: '' };
}

/** The reasons that belong to a score. */
export function reasonsOf(value: number): { readonly side: 'low' | 'high'; readonly codes: readonly string[] } {
  const side = value <= simpleProfile.lowUpTo ? 'low' : 'high';
  return { side, codes: simpleProfile[side] };
}

/** What has to be mended before it can be sent. */
export function faultsOf({ value, comment }: RatingDraft): readonly FieldError[] {
  const faults: FieldError[] = [];
  if (value === undefined) faults.push({ path: '/score', code: 'required', message: 'No score was chosen.' });
  if (comment.trim().length > simpleProfile.commentLength) faults.push({ path: '/comment', code: 'too-long', message: 'The comment is too long.' });
  return faults;
}

/** The draft as it is sent; reasons of the other side, ticked before the score was changed, stay behind. */
export function ratingOf(draft: RatingDraft, value: number, subject: Subject, lang: string): Rating {
  const { name, min, max } = simpleProfile;
  const { codes } = reasonsOf(value);
  const reasons = draft.reasons.filter((code) => codes.includes(code));
  const comment = draft.comment.trim();
  return {
    id: draft.id,
    subject,
    profile: name,
    score: { value, min, max },
    ...(reasons.length > 0 ? { reasons } : {}),
    ...(comment ? { comment } : {}),
    lang,
  };
}
