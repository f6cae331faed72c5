import type { RatingProfile } from './rating-profile.js';
import { comment, five, reasons } from './rating-parts.js';

/** One question from 1 to 5; a low and a high score ask for different reasons. */
export const simple: RatingProfile = {
  name: 'simple',
  questions: [
    { code: 'score', kind: 'scale', field: 'score', required: true, options: five },
    ...reasons('several', ['1', '2', '3'], ['4', '5']),
    comment(1000),
  ],
};
