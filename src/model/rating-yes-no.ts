import type { RatingProfile } from './rating-profile.js';
import { comment, options } from './rating-parts.js';

/** Whether a page was useful and, where it was not, what was wrong; as on the pages of GOV.UK. */
export const yesNo: RatingProfile = {
  name: 'yes-no',
  questions: [
    { code: 'score', kind: 'one', field: 'score', required: true, options: [{ code: 'yes', value: 1, intention: 'good' }, { code: 'no', value: 0, intention: 'bad' }] },
    { code: 'wrong', kind: 'several', field: 'reasons', when: { question: 'score', in: ['no'] }, options: options('unclear', 'incomplete', 'outdated', 'technical', 'other') },
    { ...comment(1000), when: { question: 'score', in: ['no'] } },
  ],
};
