import type { FieldError } from '../../model/hub.js';
import { faultsOf, fieldsOf } from '../../model/rating-check.js';
import { scored, type RatingProfile } from '../../model/rating-profile.js';
import type { Rating, RatingAnswer, Subject } from '../../model/rating.js';
import type { RatingDraft } from './rating.draft.js';

/** The draft as it is sent, or what has to be mended before. */
export function ratingOf({ id, answers }: RatingDraft, profile: RatingProfile, subject: Subject, lang: string): { rating: Rating; faults?: never } | { rating?: never; faults: readonly FieldError[] } {
  const fields = fieldsOf(profile, answers);
  if (!fields) return { faults: [{ path: '/score', code: 'required', message: 'No score was chosen.' }] };
  const faults = faultsOf(profile, fields);
  return faults.length > 0 ? { faults } : { rating: { id, subject, profile: profile.name, ...fields, lang } };
}

/** The other way: what was answered in a rating that was to be sent. */
export function draftOf({ id, score, reasons = [], comment = '', answers: more = {} }: Rating, profile: RatingProfile): RatingDraft {
  const answerTo = ({ code, field, options = [] }: RatingProfile['questions'][number]): RatingAnswer | undefined => {
    if (field === 'score') return scored(profile, score.value) && [scored(profile, score.value)!.code];
    if (field === 'comment') return comment;
    // Reasons of both sides have one name.
    return field === 'reasons' ? reasons.filter((each) => options.some((option) => option.code === each)) : more[code];
  };
  return { id, answers: Object.fromEntries(profile.questions.map((question) => [question.code, answerTo(question)]).filter(([, answer]) => answer !== undefined)) as RatingDraft['answers'] };
}
