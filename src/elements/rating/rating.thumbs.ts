import { thumbs } from '../../model/rating-thumbs.js';
import type { Asking } from './rating.asking.js';
import { thumb } from './rating.pictures.js';

export const asking: Asking = {
  profile: thumbs,
  picture: thumb,
  wording: ({ rating, ratingOpened: { thumbs: words, choose, noAccount } }, { label }) => ({
    questions: {
      score: { label: label ? words.questionAbout(label) : words.question, hint: noAccount, options: words.words },
      low: { label: rating.difficult, options: rating.low },
      high: { label: rating.good, options: rating.high },
      comment: { label: rating.comment },
    },
    choose,
  }),
};
