import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { idea, moderator, openClient, type Client, type NewDatabase, type Open } from '../client.js';

export function instances(open: Open, database: NewDatabase): void {
  describe('each instance', () => {
    let hub: Client;
    before(async () => void (hub = await open()));
    after(() => hub.close());

    it('says what it is and that it is well', async () => {
      const { body } = await hub.send('GET', '/v1');
      assert.deepEqual({ ...body, version: typeof body.version }, {
        name: 'City of Example', version: 'string', moderation: 'before', minimum: 5,
        ideas: { categories: [{ code: 'green', label: { en: 'Parks' } }, { code: 'traffic', label: { en: 'Traffic', de: 'Verkehr' } }], challenges: false },
      });
      assert.deepEqual((await hub.send('GET', '/v1/health')).body, { status: 'ok' });
    });

    it('tells how to moderate where no token is set', async () => {
      const silent = await open({ token: undefined });
      const { status, body } = await silent.send('GET', '/v1/moderation/ideas', undefined, moderator);
      assert.equal(status, 403);
      assert.match(body.detail, /CIVIC_TOKEN/);
      await silent.close();
    });

    it('can be mounted below a path', async () => {
      const mounted = await open({ base: '/hub/' });
      assert.equal((await mounted.send('GET', '/hub/v1')).body.name, 'City of Example');
      const draft = idea();
      assert.equal((await mounted.send('POST', '/hub/v1/ideas', draft)).headers.get('location'), `/hub/v1/ideas/${draft.id}`);
      assert.equal((await mounted.send('GET', '/v1')).status, 404);
      await mounted.close();
    });

    it('starts several times at once on an empty database, and finds everything again', async () => {
      const where = await database();
      const hubs = await Promise.all(Array.from({ length: 4 }, () => openClient({ database: where, moderation: 'after' })));
      const drafts = hubs.map(() => idea());
      // In turn: where they share one process, who waits for the lock of SQLite's file holds up who has it.
      for (const [index, each] of hubs.entries()) assert.equal((await each.send('POST', '/v1/ideas', drafts[index])).status, 201);
      assert.equal((await hubs[0]!.send('GET', '/v1/ideas/similar?q=more benches by the river')).body.ideas.length, 4, 'What others wrote is found, too.');
      await Promise.all(hubs.map((each) => each.close()));
      const again = await openClient({ database: where });
      assert.equal((await again.send('GET', '/v1/ideas')).body.total, 4);
      await again.close();
    });
  });
}
