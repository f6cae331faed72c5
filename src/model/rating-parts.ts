import type { RatingOption, RatingQuestion } from './rating-profile.js';

/** From 1 to 5, as OECD surveys ask it. */
export const five: readonly RatingOption[] = [
  { code: '1', value: 1, intention: 'very_bad' },
  { code: '2', value: 2, intention: 'bad' },
  { code: '3', value: 3, intention: 'neutral' },
  { code: '4', value: 4, intention: 'good' },
  { code: '5', value: 5, intention: 'very_good' },
];

export const options = (...codes: readonly string[]): readonly RatingOption[] => codes.map((code) => ({ code }));

/** The codes of the Italian model, which our own profiles share, so that reasons can be compared, too. */
export const low = options('unclear', 'incomplete', 'unsure', 'technical', 'other');
export const high = options('clear', 'complete', 'sure', 'smooth', 'other');

/** One list of reasons for low scores, another for high ones. */
export const reasons = (kind: RatingQuestion['kind'], lowScores: readonly string[], highScores: readonly string[]): readonly RatingQuestion[] => [
  { code: 'low', kind, field: 'reasons', when: { question: 'score', in: lowScores }, options: low },
  { code: 'high', kind, field: 'reasons', when: { question: 'score', in: highScores }, options: high },
];

export const comment = (length: number): RatingQuestion => ({ code: 'comment', kind: 'text', field: 'comment', length });
