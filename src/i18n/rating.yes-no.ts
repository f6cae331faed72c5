import type { Messages } from './en.js';
import type { About, Wording } from './wording.js';

export const yesNo = ({ rating, ratingOpened: { yesNo: words, choose, noAccount } }: Pick<Messages, 'rating' | 'ratingOpened'>, { label }: About): Wording => ({
  questions: {
    score: { label: label ? words.questionAbout(label) : words.question, hint: noAccount, options: words.words },
    wrong: { label: words.wrong, options: { ...rating.low, outdated: words.outdated } },
    comment: { label: rating.comment },
  },
  choose,
});
