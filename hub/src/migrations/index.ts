import { DEFAULT_MIGRATION_TABLE, Migrator, sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import * as first from './2026-11-23-first.js';
import * as guard from './2026-11-26-guard.js';
import * as moderation from './2026-11-27-moderation.js';
import * as profiles from './2026-11-27-profiles.js';
import * as webhooks from './2026-11-27-webhooks.js';
import * as comments from './2026-11-28-comments.js';
import * as ideaChallenge from './2026-11-28-idea-challenge.js';
import * as open311Forward from './2026-11-29-open311-forward.js';

/** In this order, for ever: what was once published here is never changed, only followed. */
const migrations = {
  '2026-11-23-first': first,
  '2026-11-26-guard': guard,
  '2026-11-27-moderation': moderation,
  '2026-11-27-profiles': profiles,
  '2026-11-27-webhooks': webhooks,
  '2026-11-28-comments': comments,
  '2026-11-28-idea-challenge': ideaChallenge,
  '2026-11-29-open311-forward': open311Forward,
};

/** As they follow each other. */
export const migrationNames: readonly string[] = Object.keys(migrations).sort();

const attempts = 10;

/**
 * Brings the tables up to date, or to what they were after one migration. Several instances may start at once: PostgreSQL's
 * advisory lock makes them wait for each other. SQLite has no such lock, and PostgreSQL none for the table of migrations
 * itself; there the one that comes second fails, and finds everything done when it looks again.
 */
export async function migrate(database: Kysely<Tables>, to = migrationNames.at(-1)!): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  for (let attempt = 1; ; attempt += 1) {
    const { error } = await migrator.migrateTo(to);
    if (!error) return;
    if (attempt === attempts) throw error;
    await new Promise((done) => setTimeout(done, 100 * attempt));
  }
}

/** What was done to these tables so far, also by a newer hub; nothing, where there are none. */
export async function appliedMigrations(database: Kysely<Tables>): Promise<string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(database);
  return rows.map(({ name }) => name).sort();
}
