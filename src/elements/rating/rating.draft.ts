import { hasShape, Memory } from '../../controllers/memory.js';
import { newId } from '../../model/id.js';
import type { Answers } from '../../model/rating-profile.js';

/** A rating that is not sent yet. Its id is made with it, so that sending it twice counts once. */
export interface RatingDraft {
  readonly id: string;
  readonly answers: Answers;
}

/** What this browser has rated before. */
export interface OwnRating {
  readonly value: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const isDraft = (value: unknown): value is RatingDraft => hasShape(value, { id: 'string', answers: 'object' }) && (value as RatingDraft).answers !== null;

const isOwn = (value: unknown): value is OwnRating => hasShape(value, { value: 'number', at: 'number' });

/** The same page may be asked about in several ways; the simple one came first and has no name. */
const keyOf = (subject: string, profile: string): string => (profile === 'simple' ? subject : `${profile} ${subject}`);

// A draft is kept no longer than its tab: at a library's computer the next person must not find it.
export const draftMemory = (subject: string, profile: string): Memory<RatingDraft> => new Memory('session', `rating draft ${keyOf(subject, profile)}`, isDraft);

export const ownMemory = (subject: string, profile: string): Memory<OwnRating> => new Memory('local', `rating ${keyOf(subject, profile)}`, isOwn);

export function emptyDraft(): RatingDraft {
  return { id: newId(), answers: {} };
}
