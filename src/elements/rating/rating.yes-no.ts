import { yesNo } from '../../model/rating-yes-no.js';
import type { Asking } from './rating.asking.js';

export const asking: Asking = {
  profile: yesNo,
  wording: ({ rating, ratingOpened: { yesNo: words, choose, noAccount } }, { label }) => ({
    questions: {
      score: { label: label ? words.questionAbout(label) : words.question, hint: noAccount, options: words.words },
      wrong: { label: words.wrong, options: { ...rating.low, outdated: words.outdated } },
      comment: { label: rating.comment },
    },
    choose,
  }),
};
