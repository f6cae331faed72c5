import type { Messages } from './en.js';
import type { About, Wording } from './wording.js';

export const thumbs = ({ rating, ratingOpened: { thumbs: words, choose, noAccount } }: Pick<Messages, 'rating' | 'ratingOpened'>, { label }: About): Wording => ({
  questions: {
    score: { label: label ? words.questionAbout(label) : words.question, hint: noAccount, options: words.words },
    low: { label: rating.difficult, options: rating.low },
    high: { label: rating.good, options: rating.high },
    comment: { label: rating.comment },
  },
  choose,
});
