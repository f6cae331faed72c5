import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { codes, idea, moderator, type Answer, type Client, type Open } from '../client.js';

export function lists(open: Open): void {
  describe('lists of ideas', () => {
    let lists: Client;
    const ids: string[] = [];
    before(async () => {
      lists = await open({ moderation: 'after' });
      for (let number = 0; number < 25; number += 1) {
        const draft = idea({ title: `${number % 2 ? 'Straße für Fahrräder' : 'Bäume an der Allee'} ${number}`, ...(number % 5 > 0 && { category: number % 2 ? 'traffic' : 'green' }) });
        await lists.send('POST', '/v1/ideas', draft);
        ids.push(draft.id);
        for (let each = 0; each < number % 4; each += 1) await lists.send('PUT', `/v1/ideas/${draft.id}/support`, undefined, { 'civic-supporter': randomUUID() });
      }
      await lists.send('PATCH', `/v1/ideas/${ids[3]}`, { status: 'done' }, moderator);
      await lists.send('PATCH', `/v1/ideas/${ids[4]}`, { status: 'held' }, moderator);
    });
    after(() => lists.close());

    const walk = async (path: string, headers = {}): Promise<{ id: string; supports: number; created: string; status: string }[]> => {
      const all = [];
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const { body }: Answer = await lists.send('GET', `${path}&limit=7&cursor=${cursor}`, undefined, headers);
        all.push(...body.ideas);
        cursor = body.next;
      }
      return all;
    };

    it('publishes at once where moderation comes after', async () => {
      assert.equal((await lists.send('POST', '/v1/ideas', idea({ id: ids[0] }))).status, 409);
      const { body } = await lists.send('GET', '/v1/ideas?limit=1');
      assert.deepEqual([body.total, body.ideas.length, body.ideas[0].status], [24, 1, 'open']);
    });

    it('goes through all of them page by page, newest or most supported first, none twice', async () => {
      const published = ids.filter((id) => id !== ids[4]);
      const newest = await walk('/v1/ideas?sort=newest');
      assert.deepEqual(newest.map(({ id }) => id).sort(), [...published].sort());
      assert.deepEqual(newest.map(({ created }) => created), newest.map(({ created }) => created).sort().reverse());
      const supported = await walk('/v1/ideas?sort=supported');
      assert.deepEqual(supported.map(({ id }) => id).sort(), [...published].sort());
      assert.deepEqual(supported.map(({ supports }) => supports), supported.map(({ supports }) => supports).sort().reverse());
    });

    it('finds words and parts of words in any case, with and without accents', async () => {
      for (const [query, total] of [['baume', 12], ['STRASSE', 12], ['fahrr', 12], ['allée bäume', 12], ['allee fahrr', 0], ['allee 24', 1], ['%', 24], ['_', 24], [`' or 1=1 --`, 0]] as const) {
        assert.equal((await lists.send('GET', `/v1/ideas?q=${encodeURIComponent(query)}`)).body.total, total, query);
      }
    });

    it('filters by category and status and says what each other choice would show', async () => {
      const { body } = await lists.send('GET', '/v1/ideas?category=traffic&status=done&limit=100');
      assert.deepEqual([body.total, body.ideas[0].id], [1, ids[3]]);
      assert.deepEqual(body.counts, { category: { traffic: 1 }, status: { done: 1, open: 9 } });
      assert.deepEqual((await lists.send('GET', '/v1/ideas?q=baume')).body.counts, { category: { green: 9 }, status: { open: 12 } });
      assert.equal((await lists.send('GET', '/v1/ideas?status=held')).body.total, 0);
      assert.equal((await lists.send('GET', '/v1/ideas?status=open,done')).body.total, 24);
    });

    it('refuses what it does not understand', async () => {
      for (const [query, error] of [['limit=0', '/limit out-of-range'], ['limit=101', '/limit out-of-range'], ['sort=loudest', '/sort not-valid'], ['status=new', '/status unknown'], ['cursor=x', '/cursor not-valid'], ['category=%00', '/category not-valid']] as const) {
        const answer = await lists.send('GET', `/v1/ideas?${query}`);
        assert.equal(answer.status, 400, query);
        assert.deepEqual(codes(answer), [error]);
      }
      const { body } = await lists.send('GET', '/v1/ideas?limit=1&sort=newest');
      assert.equal((await lists.send('GET', `/v1/ideas?sort=supported&cursor=${body.next}`)).status, 400, 'The cursor of another sort.');
    });

    it('shows moderators those that wait first', async () => {
      const all = await walk('/v1/moderation/ideas?', moderator);
      assert.equal(all.length, 25);
      assert.deepEqual([all[0]!.id, all[0]!.status], [ids[4], 'held']);
      assert.equal((await lists.send('GET', '/v1/moderation/ideas')).status, 401);
    });
  });
}
