import Sqlite from 'libsql';
import { Kysely, sql } from 'kysely';
import { Pool, types } from 'pg';
import { ConfigError, type HubConfig } from './config.js';
import { groupCommit } from './group-commit.js';
import { migrate } from './migrations/index.js';
import { PostgresPoolDialect } from './postgres-pool.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;

/** The database with its tables up to date, or as `prepare` leaves them. Throws `ConfigError` where it cannot be opened. */
export async function openDatabase(config: HubConfig['database'], prepare: (database: Database) => Promise<void> = migrate): Promise<Database> {
  const database = 'url' in config ? postgres(config.url) : sqlite(config.file);
  try {
    await sql`select 1`.execute(database);
    await prepare(database);
  } catch (cause) {
    await database.destroy();
    if (!('url' in config) || !isConnectionError(cause)) throw cause;
    // The address holds a password: only what names the server is said.
    throw new ConfigError([`DATABASE_URL: the database at ${new URL(config.url).host || 'its socket'} does not let the hub in (${reason(cause)}). Start it, mend the address, or leave the variable out to keep everything in one file.`]);
  }
  return database;
}

function sqlite(file: string): Database {
  let database;
  try {
    database = new Sqlite(file);
    // First of all, so that the others wait for an instance that has the file too.
    database.exec('PRAGMA busy_timeout = 5000');
    database.exec('PRAGMA journal_mode = WAL');
    // With WAL, only FULL keeps the last answers that were acknowledged when the power fails.
    database.exec('PRAGMA synchronous = FULL');
    // What was committed is moved into the file four times less often than by default: each time everybody waits.
    database.exec('PRAGMA wal_autocheckpoint = 4000');
    database.exec('PRAGMA foreign_keys = ON');
  } catch (cause) {
    throw new ConfigError([`CIVIC_DATABASE: ${file} cannot be opened (${reason(cause)}). Name a file in a folder that the hub may write to.`]);
  }
  const open = database;
  const close = (): void => {
    // The driver leaves the log beside the file; whoever copies the file of a stopped hub shall have everything.
    open.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    open.close();
  };
  return new Kysely<Tables>({ dialect: groupCommit(open, close) });
}

function postgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    // Counts are 64-bit integers, which pg gives as text; ours fit a number.
    types: { getTypeParser: ((oid: number) => (oid === types.builtins.INT8 ? Number : types.getTypeParser(oid))) as typeof types.getTypeParser },
  });
  // A connection that breaks while nobody uses it, or between two questions of one transaction, is replaced by the pool; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresPoolDialect({ pool }) });
}

function isConnectionError(cause: unknown): boolean {
  // Classes 08, 28 and 3D of PostgreSQL: no connection, not allowed, no such database.
  return /^(E[A-Z]+|08...|28...|3D000)$/.test(codeOf(cause)) || /timeout/i.test(reason(cause));
}

function reason(cause: unknown): string {
  return cause instanceof Error ? (cause.message || codeOf(cause) || cause.name) : String(cause);
}

const codeOf = (cause: unknown): string => String((cause as { code?: unknown } | undefined)?.code ?? '');

/** Whether a failure means that the database is busy or away, and that the same request may work a moment later. */
export function isBusy(cause: unknown): boolean {
  // Classes 40, 53 and 57 of PostgreSQL: a conflict of transactions, no resources left, shutting down.
  // A connection that breaks in the middle of a question, or just before it, has no code.
  return !isFull(cause) && (/^(SQLITE_BUSY\w*|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT)|08...|40...|53...|57...)$/.test(codeOf(cause)) || /^Connection terminated|timeout exceeded|not queryable$/.test(reason(cause)));
}

/** Whether a failure means that the database finds no room on its disk: somebody has to make some. */
export function isFull(cause: unknown): boolean {
  return ['SQLITE_FULL', '53100'].includes(codeOf(cause));
}

/** Whether a failure is one of the database: SQLite names its own, those of PostgreSQL have five letters and digits. */
export function isOfDatabase(cause: unknown): boolean {
  return /^(SQLITE_\w+|[0-9A-Z]{5})$/.test(codeOf(cause));
}
