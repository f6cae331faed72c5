import type { SimilarIdea } from '../../src/model/idea.js';
import type { Database } from './database.js';
import { hiddenStatuses, ideaColumns, ideaOf, isPublished } from './idea-store.js';
import { SimilarIndex } from './similar-index.js';

/** In milliseconds: how much later than its own date a change may be seen here, by a slow commit or by another instance's clock. */
const overlap = 60_000;

/** Ideas less alike than this are not worth a reader's time. */
const threshold = 0.25;

/** The index of all published ideas, kept in step with the database whatever instance wrote to it. */
export class SimilarIdeas {
  readonly #database: Database;
  #index = new SimilarIndex();
  /** When each idea changed last, as far as the index knows. */
  readonly #seen = new Map<string, string>();
  #newest = '';
  #reading: Promise<void> = Promise.resolve();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Reads what has changed. Two calls never overlap, and each sees what was written before it. */
  refresh(): Promise<void> {
    this.#reading = this.#reading.catch(() => {}).then(() => this.#read());
    return this.#reading;
  }

  async find({ text, at, limit }: { text: string; at: readonly [lon: number, lat: number] | undefined; limit: number }): Promise<SimilarIdea[]> {
    await this.refresh();
    const found = new Map(this.#index.find(text).map(({ id, likeness }) => [id, likeness]));
    if (found.size === 0) return [];
    // Read anew: the index knows what ideas say, the database how they stand.
    const rows = await this.#database.selectFrom('ideas').select(ideaColumns).where('id', 'in', [...found.keys()]).where('status', 'not in', hiddenStatuses).execute();
    return rows.map((row) => {
      const distance = at && row.lon !== null && row.lat !== null ? metres(at, [row.lon, row.lat]) : undefined;
      const likeness = found.get(row.id)!;
      return { idea: ideaOf(row), likeness, distance, rank: likeness * closeness(distance) };
    })
      .filter(({ rank }) => rank >= threshold)
      .sort((a, b) => b.rank - a.rank || (a.idea.id < b.idea.id ? -1 : 1))
      .slice(0, limit)
      .map(({ idea, likeness, distance }) => ({ idea, likeness, distance }));
  }

  async #read(): Promise<void> {
    const since = this.#newest && new Date(Date.parse(this.#newest) - overlap).toISOString();
    const changed = await this.#database.selectFrom('ideas').select(['id', 'title', 'text', 'status', 'updated']).where('updated', '>=', since).orderBy('updated').execute();
    let done = 0;
    for (const idea of changed) {
      if (this.#seen.get(idea.id) === idea.updated) continue;
      if (isPublished(idea)) this.#index.put(idea);
      else this.#index.remove(idea.id);
      this.#seen.set(idea.id, idea.updated);
      this.#newest = idea.updated > this.#newest ? idea.updated : this.#newest;
      // Other requests are answered while a large number is taken in.
      if ((done += 1) % 100 === 0) await new Promise((resume) => setImmediate(resume));
    }
    if (this.#index.gone <= this.#index.size + 100) return;
    this.#index = new SimilarIndex();
    this.#seen.clear();
    this.#newest = '';
    await this.#read();
  }
}

/** A bench here and a bench across the town are two ideas; without a place there is nothing to say for or against. */
function closeness(distance: number | undefined): number {
  return distance === undefined ? 1 : 0.6 + 0.6 / (1 + distance / 500);
}

const earth = 6_371_000;

function metres([lon1, lat1]: readonly [number, number], [lon2, lat2]: readonly [number, number]): number {
  const radians = Math.PI / 180;
  const half = Math.sin(((lat2 - lat1) * radians) / 2) ** 2
    + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return Math.round(2 * earth * Math.asin(Math.min(1, Math.sqrt(half))));
}
