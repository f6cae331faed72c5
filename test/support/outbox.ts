import { changeLetter, readLetters } from '../../src/controllers/outbox.store.js';

/** What earlier tests could not send is none of a test's. */
export async function emptyOutbox(): Promise<void> {
  localStorage.clear();
  for (const { id } of await readLetters()) await changeLetter(id, () => null);
}
