import type { RatingProfile } from './rating-profile.js';
import { comment, options } from './rating-parts.js';

/** The second form of OMB Circular A-11, Section 280: trust, and what drove it. The circular wants the first two drivers to be offered. */
export const usA11: RatingProfile = {
  name: 'us-a11',
  questions: [
    { code: 'trust', kind: 'one', field: 'score', required: true, options: [{ code: 'up', value: 1, intention: 'good' }, { code: 'down', value: 0, intention: 'bad' }] },
    { code: 'positive', kind: 'several', when: { question: 'trust', in: ['up'] }, options: options('effectiveness', 'ease', 'efficiency', 'transparency', 'humanity', 'employee', 'other') },
    { code: 'negative', kind: 'several', when: { question: 'trust', in: ['down'] }, options: options('effectiveness', 'ease', 'efficiency', 'transparency', 'humanity', 'employee', 'other') },
    comment(1000),
  ],
};
