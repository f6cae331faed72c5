/** What is said in English before something goes out that may be personal data: what it is, and what is asked of each kind of text. */
export const personal = {
  title: 'This looks like personal data',
  idea: 'Your idea will be public. Should this be in it?',
  comment: 'Your comment will be public. Should this be in it?',
  rating: 'Whoever reads your comment will see it. Should this be in it?',
  change: 'Change it',
  anyway: 'Send it as it is',
};
