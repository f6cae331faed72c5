import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { startPostgres } from '../../test/support/postgres.js';
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

  keepsTheContract('PostgreSQL', async () => ({ url: await postgres.createDatabase() }));
}
