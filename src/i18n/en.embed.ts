/** What the page for frames says in English. */
export const embed = {
  nothing: 'The address of this page does not say what to show. It looks like this:',
};
