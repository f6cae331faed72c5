import type { Wording } from './wording.js';

/** As GOV.UK words it (its pattern for feedback, and its pages at the end of a service). */
export const ukService: Wording = {
  questions: {
    score: {
      label: 'Overall, how did you feel about the service you received today?',
      options: { 5: 'Very satisfied', 4: 'Satisfied', 3: 'Neither satisfied or dissatisfied', 2: 'Dissatisfied', 1: 'Very dissatisfied' },
    },
    comment: {
      label: 'How could we improve this service?',
      hint: 'Do not include any personal or financial information, for example your National Insurance or credit card numbers.',
    },
  },
  choose: 'Select how you feel about the service you received.',
  send: 'Send feedback',
  thanks: 'Thank you for your feedback',
};
