import { Migrator, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import * as first from './2026-11-23-first.js';
import * as profiles from './2026-11-27-profiles.js';

/** In this order, for ever: what was once published here is never changed, only followed. */
const migrations = {
  '2026-11-23-first': first,
  '2026-11-27-profiles': profiles,
};

const attempts = 10;

/**
 * Brings the tables up to date. Several instances may start at once: PostgreSQL's advisory lock makes them wait for
 * each other. SQLite has no such lock, and PostgreSQL none for the table of migrations itself; there the one that comes
 * second fails, and finds everything done when it looks again.
 */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  for (let attempt = 1; ; attempt += 1) {
    const { error } = await migrator.migrateToLatest();
    if (!error) return;
    if (attempt === attempts) throw error;
    await new Promise((done) => setTimeout(done, 100 * attempt));
  }
}
