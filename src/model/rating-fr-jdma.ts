import type { RatingProfile } from './rating-profile.js';
import { comment, five, options } from './rating-parts.js';

/** The channels by which an administration itself is asked for help. */
const administration = ['counter', 'phone', 'email', 'chat'];

/** “Je donne mon avis” of the French state. The address for an answer, which that asks for at the end, is not asked. */
export const frJdma: RatingProfile = {
  name: 'fr-jdma',
  questions: [
    { code: 'satisfaction', kind: 'one', field: 'score', required: true, options: [{ code: 'bad', value: 1, intention: 'bad' }, { code: 'medium', value: 2, intention: 'neutral' }, { code: 'good', value: 3, intention: 'good' }] },
    { code: 'comprehension', kind: 'scale', options: five },
    { code: 'contact_tried', kind: 'several', options: options(...administration, 'relative', 'association', 'internet', 'other', 'none') },
    { code: 'contact_tried_verbatim', kind: 'text', length: 250, when: { question: 'contact_tried', in: ['other'] } },
    { code: 'contact_reached', kind: 'one', options: options('yes', 'no'), when: { question: 'contact_tried', in: administration } },
    { code: 'contact_satisfaction', kind: 'scale', options: five, when: { question: 'contact_reached', in: ['yes'] } },
    comment(1000),
  ],
};
