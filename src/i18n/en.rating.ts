import { plural } from './plural.js';

const count = plural('en');

/** What <civic-rating> says in English. `#` in a plural form is the number. */
export const rating = {
  region: 'Your rating',
  question: 'How do you rate this page?',
  questionAbout: (label: string): string => `How do you rate “${label}”?`,
  hint: 'From 1 (very bad) to 5 (very good). No account is needed.',
  words: { 1: 'Very bad', 2: 'Bad', 3: 'Okay', 4: 'Good', 5: 'Very good' },
  choose: 'Choose a number from 1 to 5.',
  difficult: 'What was difficult?',
  good: 'What went well?',
  several: 'You can choose several, or none.',
  low: {
    unclear: 'The information was not clear',
    incomplete: 'Something was missing',
    unsure: 'I was not sure whether I was doing it right',
    technical: 'Something did not work',
    other: 'Something else',
  },
  high: {
    clear: 'The information was clear',
    complete: 'Everything I needed was there',
    sure: 'I always knew what to do',
    smooth: 'Everything worked',
    other: 'Something else',
  },
  comment: 'Would you like to add something? (optional)',
  private: 'Please do not write names, phone numbers or other personal data.',
  away: 'There is no connection right now. What you chose is still here: please try again.',
  send: 'Send rating',
  thanks: 'Thank you for your rating',
  gave: (score: string, most: string): string => `You gave ${score} of ${most}.`,
  gaveOn: (score: string, most: string, date: string): string => `You gave ${score} of ${most} on ${date}.`,
  held: 'A person looks at it before it counts.',
  again: 'Rate again',
  result: 'What others say',
  mean: (mean: string, most: string): string => `${mean} of ${most}`,
  satisfied: (share: string): string => `${share} positive answers`,
  together: (share: string, n: number): string => count(n, { one: `All ways of asking together: ${share} positive of # answer.`, other: `All ways of asking together: ${share} positive of # answers.` }),
  answers: (n: number): string => count(n, { one: '# answer', other: '# answers' }),
  period: (from: string, to: string): string => (from === to ? from : `${from} to ${to}`),
  score: 'Score',
  share: 'Share',
  number: 'Answers',
  distribution: 'How often each score was given',
  suppressed: (n: number, minimum: string): string =>
    count(n, {
      one: `# answer so far. The result is shown from ${minimum} answers on, so that no single answer can be seen.`,
      other: `# answers so far. The result is shown from ${minimum} answers on, so that no single answer can be seen.`,
    }),
  none: 'No answers yet. Yours would be the first.',
  reasons: 'Reasons that were given',
  caveat: 'Not a representative survey: it counts those who chose to answer.',
};
