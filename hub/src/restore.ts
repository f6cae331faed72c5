import { checkBackup, rowsOf, tablesIn, type End, type Row } from './backup-file.js';
import { ConfigError, type HubConfig } from './config.js';
import { isBusy, openDatabase, type Database } from './database.js';
import { appliedMigrations, migrate } from './migrations/index.js';

/** How many rows are written at once. */
const page = 200;

/**
 * Puts a backup into an empty database of either kind, all of it or nothing; with `replace`, in the place of what is there.
 * The file is checked to its end before anything is touched. Throws `ConfigError`.
 */
export async function restore(config: HubConfig['database'], file: string, { replace }: { readonly replace: boolean }): Promise<End['rows']> {
  const { migration } = await checkBackup(file);
  const database = await openDatabase(config, async (opened) => {
    const newer = (await appliedMigrations(opened)).find((name) => name > migration);
    if (newer !== undefined) throw new ConfigError([`${file} was made by an older hub than the one that made these tables (${migration}, ${newer}). Restore it into a new database: it is brought up to date there.`]);
    await migrate(opened, migration);
  });
  try {
    const rows = await database.transaction().execute((transaction) => fill(transaction, file, replace));
    await migrate(database);
    return rows;
  } catch (cause) {
    throw isBusy(cause) ? new ConfigError(['The database is busy: stop the hubs that use it, then restore once more. Nothing was changed.']) : cause;
  } finally {
    await database.destroy();
  }
}

async function fill(database: Database, file: string, replace: boolean): Promise<End['rows']> {
  for (const table of (await tablesIn(database)).reverse()) {
    if (replace) await database.deleteFrom(table).execute();
    else if (await database.selectFrom(table).select(({ lit }) => lit(1).as('one')).limit(1).executeTakeFirst()) {
      throw new ConfigError(['The database is not empty. Name another one, or write --replace to put the backup in the place of what is there.']);
    }
  }
  const rows: End['rows'] = {};
  let waiting: Row[] = [];
  const write = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const [table] = waiting[0]!;
    await database.insertInto(table).values(waiting.map(([, row]) => row as never)).execute();
    rows[table] = (rows[table] ?? 0) + waiting.length;
    waiting = [];
  };
  for await (const row of rowsOf(file)) {
    if (waiting.length === page || (waiting.length > 0 && waiting[0]![0] !== row[0])) await write();
    waiting.push(row);
  }
  await write();
  return rows;
}

