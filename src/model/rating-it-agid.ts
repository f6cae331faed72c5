import type { RatingProfile } from './rating-profile.js';
import { comment, five, reasons } from './rating-parts.js';

/** The valuation of pages and services of the Italian model for municipalities (criteria C.SI.2.5 and C.SI.2.6). */
export const itAgid: RatingProfile = {
  name: 'it-agid',
  questions: [
    { code: 'score', kind: 'scale', field: 'score', required: true, options: five },
    ...reasons('one', ['1', '2', '3'], ['4', '5']),
    comment(200),
  ],
};
