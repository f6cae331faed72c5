import { plural } from './plural.js';

const count = plural('en');

/** What <civic-ideas> says in English of the questions that a city asks. It comes where there are any. */
export const ideasAsked = {
  title: 'The city asks',
  over: 'Earlier questions',
  /** Both times are relative to now, such as “in 12 days”; the date is behind them. */
  opens: (when: string, date: string): string => `Opens ${when} (${date})`,
  closes: (when: string, date: string): string => `Closes ${when} (${date})`,
  closed: (when: string, date: string): string => `Closed ${when} (${date})`,
  responses: (n: number): string => count(n, { one: '# answer', other: '# answers' }),
  reward: 'What you get',
  contact: 'Questions to',
  outcome: 'What became of it',
  chosen: 'Chosen ideas',
  gone: 'This question is not there any more.',
  unread: 'The questions of the city could not be read.',
};
