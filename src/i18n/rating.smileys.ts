import type { Messages } from './en.js';
import type { About, Wording } from './wording.js';

export const smileys = ({ rating, ratingOpened: { choose, noAccount } }: Pick<Messages, 'rating' | 'ratingOpened'>, { label }: About): Wording => ({
  questions: {
    score: { label: label ? rating.questionAbout(label) : rating.question, hint: noAccount, options: rating.words },
    low: { label: rating.difficult, options: rating.low },
    high: { label: rating.good, options: rating.high },
    comment: { label: rating.comment },
  },
  choose,
});
