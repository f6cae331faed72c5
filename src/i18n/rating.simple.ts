import type { Messages } from './en.js';
import type { About, Wording } from './wording.js';

/** One question from 1 to 5, what was difficult or good, and a comment. */
export const simple = ({ rating }: Pick<Messages, 'rating'>, { label }: About): Wording => ({
  questions: {
    score: { label: label ? rating.questionAbout(label) : rating.question, hint: rating.hint, options: rating.words },
    low: { label: rating.difficult, options: rating.low },
    high: { label: rating.good, options: rating.high },
    comment: { label: rating.comment },
  },
  choose: rating.choose,
});
