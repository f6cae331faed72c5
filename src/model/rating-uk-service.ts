import type { RatingProfile } from './rating-profile.js';
import { comment, five } from './rating-parts.js';

/** What GOV.UK asks at the end of a service: five grades of satisfaction, the best first, and what could be better. */
export const ukService: RatingProfile = {
  name: 'uk-service',
  questions: [{ code: 'score', kind: 'one', field: 'score', required: true, options: [...five].reverse() }, comment(1250)],
};
