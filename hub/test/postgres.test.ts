import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { sql } from 'kysely';
import { Client } from 'pg';
import { startPostgres } from '../../test/support/postgres.js';
import { isBusy, openDatabase } from '../src/database.js';
import { openClient, rating } from './client.js';
import { keepsTheContract } from './contract/index.js';

const postgres = await startPostgres();
if (typeof postgres === 'string') {
  it('A hub on PostgreSQL', { skip: postgres }, () => {});
} else {
  after(() => postgres.stop());

  it('A hub whose database is taken away says that it is, and goes on when it is back', async () => {
    const hub = await openClient({ database: { url: await postgres.createDatabase() }, metrics: 'a-secret-of-the-counters' });
    const sent = rating();
    assert.equal((await hub.send('POST', '/v1/ratings', sent)).status, 201);
    await postgres.pause();
    const away = await hub.send('POST', '/v1/ratings', sent);
    assert.deepEqual([away.status, away.headers.get('retry-after'), (await hub.send('GET', '/v1/health')).status, (await hub.send('GET', '/v1/health/live')).status], [503, '2', 503, 200]);
    assert.doesNotMatch(away.text, /postgres|ECONN|127\.0\.0\.1/);
    assert.match((await hub.send('GET', '/v1/metrics', undefined, { authorization: 'Bearer a-secret-of-the-counters' })).text, /^civic_hub_failures_total\{kind="database-away"\} 2$/m);
    await postgres.resume();
    assert.equal((await hub.send('POST', '/v1/ratings', sent)).status, 200);
    await hub.close();
  });

  it('A connection that breaks in the middle of a transaction is told of as busy, ends nothing else, and is replaced', async () => {
    const url = await postgres.createDatabase();
    const database = await openDatabase({ url });
    const administrator = new Client(url);
    await administrator.connect();
    const broken = database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await administrator.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid]);
      // Nobody asks anything while it breaks.
      await new Promise((done) => setTimeout(done, 200));
      await sql`select 1`.execute(transaction);
    });
    await assert.rejects(broken, isBusy);
    assert.equal((await sql`select 1`.execute(database)).rows.length, 1);
    await administrator.end();
    await database.destroy();
  });

  keepsTheContract('PostgreSQL', async () => ({ url: await postgres.createDatabase() }));
}
