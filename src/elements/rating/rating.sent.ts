import type { FieldError } from '../../model/hub.js';
import { faultsOf, fieldsOf } from '../../model/rating-check.js';
import type { RatingProfile } from '../../model/rating-profile.js';
import type { Rating, Subject } from '../../model/rating.js';
import type { RatingDraft } from './rating.draft.js';

/** The draft as it is sent, or what has to be mended before. */
export function ratingOf({ id, answers }: RatingDraft, profile: RatingProfile, subject: Subject, lang: string): { rating: Rating; faults?: never } | { rating?: never; faults: readonly FieldError[] } {
  const fields = fieldsOf(profile, answers);
  if (!fields) return { faults: [{ path: '/score', code: 'required', message: 'No score was chosen.' }] };
  const faults = faultsOf(profile, fields);
  return faults.length > 0 ? { faults } : { rating: { id, subject, profile: profile.name, ...fields, lang } };
}
