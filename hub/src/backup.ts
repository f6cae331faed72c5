import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createGzip } from 'node:zlib';
import { sql, type SqlBool } from 'kysely';
import { keysOf, tablesIn, type End, type Head, type Row } from './backup-file.js';
import { ConfigError, type HubConfig } from './config.js';
import { openDatabase, type Database } from './database.js';
import { appliedMigrations, migrationNames } from './migrations/index.js';
import type { Tables } from './tables.js';

/** How many rows are read at once. */
const page = 1000;

/**
 * Writes all that the database keeps into one file, as it stood at one moment, while hubs go on writing. It fits
 * either kind of database. Throws `ConfigError`; a file of that name is left as it is.
 */
export async function backup(config: HubConfig['database'], file: string): Promise<End['rows']> {
  if (existsSync(file)) throw new ConfigError([`There is a file ${file} already. Choose another name, such as one with the date.`]);
  if ('file' in config && !existsSync(config.file)) throw new ConfigError([`CIVIC_DATABASE: there is no file ${config.file}.`]);
  const part = `${file}.${process.pid}.part`;
  const database = await openDatabase(config, async () => {});
  try {
    const migration = (await appliedMigrations(database)).at(-1);
    if (migration === undefined) throw new ConfigError(['The database has no tables of a hub yet: there is nothing to keep.']);
    if (!migrationNames.includes(migration)) throw new ConfigError([`These tables were made by a newer civic-hub (${migration}): take the backup with that version or a later one.`]);
    const written = await database.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute((snapshot) => writeAll(snapshot, part, migration));
    await rename(part, file);
    await flush(dirname(file));
    return written;
  } finally {
    rmSync(part, { force: true });
    await database.destroy();
  }
}

async function writeAll(database: Database, part: string, migration: string): Promise<End['rows']> {
  // What people wrote and nobody published yet is in it, and hashes of keys.
  const target = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  const zip = createGzip();
  const done = once(target, 'finish').then(() => once(target, 'close'));
  zip.pipe(target);
  const failed = new Promise<never>((_, reject) => {
    target.once('error', ({ code, message }: NodeJS.ErrnoException) => reject(new ConfigError([`${part} cannot be written (${code ?? message}).`])));
  });
  const hash = createHash('sha256');
  const write = async (line: Head | Row): Promise<void> => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    if (!zip.write(text)) await Promise.race([once(zip, 'drain'), failed]);
  };
  const rows: End['rows'] = {};
  await write({ backup: 'civic-hub', format: 1, migration, made: new Date().toISOString() });
  for (const table of await tablesIn(database)) {
    rows[table] = 0;
    for await (const row of rowsIn(database, table)) {
      await write([table, row]);
      rows[table] += 1;
    }
  }
  zip.end(`${JSON.stringify({ rows, sha256: hash.digest('hex') } satisfies End)}\n`);
  await Promise.race([done, failed]);
  await flush(part);
  return rows;
}

async function* rowsIn(database: Database, table: keyof Tables): AsyncGenerator<Row[1]> {
  const key = keysOf(table);
  const columns = sql.join(key.map((name) => sql.ref(name)));
  for (let last: Row[1] | undefined; ;) {
    const after = last && sql<SqlBool>`where (${columns}) > (${sql.join(key.map((name) => last![name]))})`;
    const { rows } = await sql<Row[1]>`select * from ${sql.table(table)} ${after ?? sql``} order by ${columns} limit ${sql.lit(page)}`.execute(database);
    yield* rows;
    if (rows.length < page) return;
    last = rows.at(-1);
  }
}

/** Waits until the disk has it. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
