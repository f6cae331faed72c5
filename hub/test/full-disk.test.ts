import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { startPostgres } from '../../test/support/postgres.js';
import type { HubConfig } from '../src/index.js';
import { openClient, rating, type Answer } from './client.js';
import { mountDisk } from './faults/disk.js';

describe('A hub whose disk is full', () => {
  const disk = mountDisk(300);
  if (typeof disk === 'string') return it('says so', { skip: disk }, () => {});
  after(() => disk.remove());

  const saysSo = async (database: HubConfig['database']): Promise<void> => {
    const hub = await openClient({ database, metrics: 'a-secret-of-the-counters' });
    const post = (body: unknown): Promise<Answer> => hub.send('POST', '/v1/ratings', body);
    const count = async (): Promise<number> => (await hub.send('GET', '/v1/ratings/summary?subject=https://www.city.example/passport')).body['n'];
    // More than a page of a table, so that it has no room of its own.
    const long = (): Record<string, unknown> => rating({ comment: Array.from({ length: 90 }, (_, day) => `day ${day}`).join(', ') });
    const release = disk.fill();
    let kept = 0;
    let [sent, refused] = [long(), undefined as Answer | undefined];
    while (!refused) {
      const answer = await post(sent);
      if (answer.status !== 201) refused = answer;
      else {
        kept += 1;
        sent = long();
      }
    }
    assert.deepEqual([refused.status, refused.headers.get('content-type'), refused.headers.get('retry-after')], [503, 'application/problem+json', '60']);
    assert.match(refused.body['detail'], /no room on its disk/);
    assert.equal(await count(), kept, 'What is there is read on.');
    assert.match((await hub.send('GET', '/v1/metrics', undefined, { authorization: 'Bearer a-secret-of-the-counters' })).text, /^civic_hub_failures_total\{kind="disk-full"\} 1$/m);
    release();
    assert.equal((await post(sent)).status, 201);
    assert.equal((await post(sent)).status, 200);
    assert.equal(await count(), kept + 1);
    await hub.close();
  };

  it('says so on SQLite, and goes on when there is room', () => saysSo({ file: join(disk.folder, 'hub.db') }));

  it('says so on PostgreSQL, and goes on when there is room', async (test) => {
    const postgres = await startPostgres({ within: disk.folder });
    if (typeof postgres === 'string') return test.skip(postgres);
    await saysSo({ url: await postgres.createDatabase() });
    return postgres.stop();
  });
});
