import { randomBytes } from 'node:crypto';
import type { Database } from './database.js';

const daily = 'networks of ';

/** What all instances of a hub know and nobody else. Nobody has to configure it: the first who needs a secret makes it. */
export class Secrets {
  readonly #database: Database;
  readonly #known = new Map<string, Promise<string>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The secret by which challenges are signed. */
  get signing(): Promise<string> {
    return this.#secret('challenges');
  }

  /** The key of a day, such as `2026-11-26`. */
  ofDay(day: string): Promise<string> {
    return this.#secret(daily + day);
  }

  /** With the key of a day nobody can tell any more what its hashes stand for. */
  async forgetDaysBefore(day: string): Promise<void> {
    const first = daily + day;
    for (const known of this.#known.keys()) if (known.startsWith(daily) && known < first) this.#known.delete(known);
    await this.#database.deleteFrom('secrets').where('name', 'like', `${daily}%`).where('name', '<', first).execute();
  }

  #secret(name: string): Promise<string> {
    const known = this.#known.get(name);
    if (known) return known;
    const made = this.#make(name).catch((error: unknown) => {
      this.#known.delete(name);
      throw error;
    });
    this.#known.set(name, made);
    return made;
  }

  async #make(name: string): Promise<string> {
    // Whoever comes second reads what the first has made.
    await this.#database.insertInto('secrets').values({ name, value: randomBytes(32).toString('base64url') }).onConflict((conflict) => conflict.doNothing()).execute();
    return (await this.#database.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
  }
}
