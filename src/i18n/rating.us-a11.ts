import type { About, Wording } from './wording.js';

/** As the second A-11 form of Touchpoints words it; the drivers are those of Circular A-11, Section 280. The label is the agency’s name. */
export const usA11 = ({ label }: About): Wording => ({
  questions: {
    trust: {
      label: `Based on my experience with ${label || 'this service'}, I trust ${label || 'this agency'} to deliver on their mission for the American public.`,
      options: { up: 'Agree', down: 'Disagree' },
    },
    positive: {
      label: 'What went well?',
      options: {
        effectiveness: 'My need was addressed',
        ease: 'It was easy to complete what I needed to do',
        efficiency: 'It took a reasonable amount of time to do what I needed to do',
        transparency: 'I understood what was being asked of me throughout the process',
        humanity: 'I was treated fairly',
        employee: 'Employees I interacted with were helpful',
        other: 'Other',
      },
    },
    negative: {
      label: 'What didn’t go so well?',
      options: {
        effectiveness: 'My need was not addressed',
        ease: 'It was not easy to complete what I needed to do',
        efficiency: 'It took too much time to do what I needed to do',
        transparency: 'I did not understand what was being asked of me throughout the process',
        humanity: 'I was not treated fairly',
        employee: 'Employees I interacted with were not helpful',
        other: 'Other',
      },
    },
    comment: { label: 'Additional comments', hint: 'Please do not include personal information, such as your name or Social Security number.' },
  },
  choose: 'Choose a thumb up or a thumb down.',
  send: 'Submit',
  thanks: 'Thank you. Your feedback has been received.',
});
