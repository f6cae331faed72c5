import Sqlite from 'libsql';
import { Client } from 'pg';
import { after, type Fault, type Stage } from './stage.js';

/** The database is restarted; what is nearest to it on SQLite is that another program has the file for itself, and the hub is restarted meanwhile. */
export const restart: Fault = async (stage) => ('file' in stage.keeper ? lockFile(stage, stage.keeper.file) : restartServer(stage, stage.keeper));

async function lockFile({ instances, random, mend }: Stage, file: string): Promise<void> {
  const other = new Sqlite(file);
  other.exec('PRAGMA busy_timeout = 5000');
  other.exec('BEGIN EXCLUSIVE');
  await after(random.below(1500));
  const start = await instances[0]!.restart(random.of(['SIGKILL', 'SIGTERM']), 0);
  const started = start();
  // Sometimes longer than a hub waits for it.
  await after(random.of([500, 2000, 6000]));
  mend();
  other.exec('COMMIT');
  other.close();
  await started;
}

async function restartServer({ random, mend }: Stage, { postgres, url }: Extract<Stage['keeper'], { url: string }>): Promise<void> {
  const how = random.of(['immediate', 'fast', 'backends'] as const);
  if (how === 'backends') {
    const client = new Client(url);
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ pid: number }>("select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()");
    mend();
    for (const { pid } of rows.slice(0, 1 + random.below(3))) killProcess(pid);
    await client.end().catch(() => {});
    return;
  }
  await postgres.pause(how);
  await after(random.below(1000));
  mend();
  await postgres.resume();
}

/** A connection may have ended by itself meanwhile. */
function killProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
