import { Client } from 'pg';
import { after, type Fault, type Stage } from './stage.js';

/** How long clients have to be refused, and how long is waited for the first refusal: a database may have some room of its own. */
const lasting = 1000;
const longest = 6000;

/** No byte is left where the database lies, then there is room again. Nobody starts the hubs again; PostgreSQL ends by itself where its log has no room, and is started again. */
export const fullDisk: Fault = async (stage) => {
  const { load, random, disk, keeper, mend } = stage;
  const release = disk!.fill();
  const before = load.refused;
  const until = performance.now() + longest;
  while (load.refused < before + 5 && performance.now() < until) await after(50);
  if ('postgres' in keeper && random.below(2) === 0) await exhaustLog(keeper.url);
  await after(random.below(lasting));
  release();
  mend();
  await comeBack(stage);
};

/** Takes what PostgreSQL has set aside for its log, which ends it as a log that has no room does. */
async function exhaustLog(url: string): Promise<void> {
  const client = new Client(url);
  client.on('error', () => {});
  try {
    await client.connect();
    for (let file = 0; file < 20; file += 1) {
      await client.query('select pg_switch_wal()');
      await after(100);
    }
  } catch {
    // It is gone.
  } finally {
    await client.end().catch(() => {});
  }
}

async function comeBack({ keeper }: Stage): Promise<void> {
  if (!('postgres' in keeper)) return;
  for (;;) {
    if (!keeper.postgres.isRunning()) await keeper.postgres.resume();
    const client = new Client(keeper.url);
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch {
      await after(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
