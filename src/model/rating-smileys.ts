import type { RatingProfile } from './rating-profile.js';
import { comment, five, reasons } from './rating-parts.js';

/** Five faces. */
export const smileys: RatingProfile = {
  name: 'smileys',
  questions: [
    { code: 'score', kind: 'one', field: 'score', required: true, options: five },
    ...reasons('several', ['1', '2', '3'], ['4', '5']),
    comment(1000),
  ],
};
