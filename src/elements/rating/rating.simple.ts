import { simple } from '../../model/rating-simple.js';
import type { Asking } from './rating.asking.js';

/** One question from 1 to 5, what was difficult or good, and a comment: what is asked where no profile is named. */
export const simpleAsking: Asking = {
  profile: simple,
  wording: ({ rating }, { label }) => ({
    questions: {
      score: { label: label ? rating.questionAbout(label) : rating.question, hint: rating.hint, options: rating.words },
      low: { label: rating.difficult, options: rating.low },
      high: { label: rating.good, options: rating.high },
      comment: { label: rating.comment },
    },
    choose: rating.choose,
  }),
};
