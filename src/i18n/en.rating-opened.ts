/** What <civic-rating> says in English once more is needed than the simple question. */
export const ratingOpened = {
  choose: 'Choose one of the answers.',
  noAccount: 'No account is needed.',
  yours: (answer: string): string => `Your answer: ${answer}`,
  yoursOn: (answer: string, date: string): string => `Your answer on ${date}: ${answer}`,
  yesNo: {
    question: 'Was this page useful?',
    questionAbout: (label: string): string => `Was “${label}” useful?`,
    words: { yes: 'Yes', no: 'No' },
    wrong: 'What was wrong?',
    outdated: 'Something was out of date or not true',
  },
  thumbs: {
    question: 'Did this page help you?',
    questionAbout: (label: string): string => `Did “${label}” help you?`,
    words: { up: 'It helped', down: 'It did not help' },
  },
  floating: 'Your opinion',
  close: 'Close',
  wrong: 'The question cannot be shown: this page describes it in a way that cannot be understood.',
};
