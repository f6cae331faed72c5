import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Letter } from '../model/letter.js';

interface Letters extends DBSchema {
  letters: { key: string; value: Letter };
}

/** What pages of this browser tell each other: that something changed, and what a letter was answered with. */
export type News = { readonly arrived?: { readonly id: string; readonly answer: unknown } };

let opened: Promise<IDBPDatabase<Letters>> | undefined;

const database = (): Promise<IDBPDatabase<Letters>> =>
  (opened ??= openDB<Letters>('civic-elements', 1, { upgrade: (db) => void db.createObjectStore('letters', { keyPath: 'id' }) }));

/** All letters, the oldest first. Rejects where the browser keeps nothing. */
export async function readLetters(): Promise<Letter[]> {
  return (await (await database()).getAll('letters')).sort((a, b) => a.made - b.made);
}

/** Keeps a letter. One that replaces another which is on its way right now goes out after it. */
export async function writeLetter(letter: Letter): Promise<void> {
  const transaction = (await database()).transaction('letters', 'readwrite');
  const before = await transaction.store.get(letter.id);
  await transaction.store.put(before ? { ...letter, claimed: before.claimed, made: Math.max(letter.made, before.made + 1) } : letter);
  await transaction.done;
}

/**
 * Changes a letter in one step, by which alone two pages never send the same at once. `change` is given what is there
 * and gives what shall be: `null` takes the letter out, `undefined` leaves all as it is. Gives what was there, if something was changed.
 */
export async function changeLetter(id: string, change: (letter: Letter) => Letter | null | undefined): Promise<Letter | undefined> {
  const transaction = (await database()).transaction('letters', 'readwrite');
  const letter = await transaction.store.get(id);
  const changed = letter && change(letter);
  if (changed) await transaction.store.put(changed);
  else if (changed === null) await transaction.store.delete(id);
  await transaction.done;
  return changed === undefined ? undefined : letter;
}

export function tell(news: News): void {
  const channel = newsChannel();
  channel.postMessage(news);
  channel.close();
}

/** Where the news are told and heard. To be closed. */
export const newsChannel = (): BroadcastChannel => new BroadcastChannel('civic-elements outbox');
