import type { RatingProfile } from './rating-profile.js';
import { comment, reasons } from './rating-parts.js';

/** A thumb up or down, and why. */
export const thumbs: RatingProfile = {
  name: 'thumbs',
  questions: [
    { code: 'score', kind: 'one', field: 'score', required: true, options: [{ code: 'up', value: 1, intention: 'good' }, { code: 'down', value: 0, intention: 'bad' }] },
    ...reasons('several', ['down'], ['up']),
    comment(1000),
  ],
};
