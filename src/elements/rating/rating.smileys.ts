import { smileys } from '../../model/rating-smileys.js';
import type { Asking } from './rating.asking.js';
import { face } from './rating.pictures.js';

export const asking: Asking = {
  profile: smileys,
  picture: face,
  wording: ({ rating, ratingOpened: { choose, noAccount } }, { label }) => ({
    questions: {
      score: { label: label ? rating.questionAbout(label) : rating.question, hint: noAccount, options: rating.words },
      low: { label: rating.difficult, options: rating.low },
      high: { label: rating.good, options: rating.high },
      comment: { label: rating.comment },
    },
    choose,
  }),
};
