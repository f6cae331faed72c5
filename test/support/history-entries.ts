/**
 * Counts what is added to the history of the page, until it is restored. A browser keeps no more than fifty entries: from then
 * on `history.length` stays what it is, and so it does in the later files of one long test run.
 */
export function historyEntries(): { readonly added: number; restore: () => void } {
  const { pushState } = history;
  let added = 0;
  history.pushState = (...entry) => {
    added += 1;
    pushState.apply(history, entry);
  };
  return { get added() { return added; }, restore: () => void (history.pushState = pushState) };
}
