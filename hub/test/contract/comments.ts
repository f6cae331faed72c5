import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { codes, idea, moderator, publish, type Answer, type Client, type Open } from '../client.js';

const comment = (more: Readonly<Record<string, unknown>> = {}): { id: string; text: string; key: string } => ({ id: randomUUID(), text: 'There could be one at the bridge, too.', key: `key-${randomUUID()}`, ...more });
type Said = ReturnType<typeof comment>;

export function comments(open: Open): void {
  describe('comments', () => {
    let hub: Client;
    let on: string;
    before(async () => {
      hub = await open({ moderation: 'before' });
      on = (await publish(hub)).id;
    });
    after(() => hub.close());
    const say = (more: Readonly<Record<string, unknown>> = {}, headers?: Record<string, string>, where = on): Promise<Answer> => hub.send('POST', `/v1/ideas/${where}/comments`, comment(more), headers);
    const publishOne = async (more: Readonly<Record<string, unknown>> = {}, where = on): Promise<Said> => {
      const draft = comment(more);
      assert.equal((await hub.send('POST', `/v1/ideas/${where}/comments`, draft)).status, 201);
      assert.equal((await hub.send('PATCH', `/v1/comments/${draft.id}`, { status: 'open' }, moderator)).status, 200);
      return draft;
    };
    const list = async (where = on, query = ''): Promise<Answer> => hub.send('GET', `/v1/ideas/${where}/comments${query}`);
    const count = async (where = on): Promise<number> => (await hub.send('GET', `/v1/ideas/${where}`)).body['comments'] as number;
    const author = ({ key }: Said): Record<string, string> => ({ authorization: `Bearer ${key}` });

    it('wait for a moderator, seen by their author and by moderators alone, and are counted when they are public', async () => {
      const { id: where } = await publish(hub);
      const draft = comment({ lang: 'en' });
      const sent = await hub.send('POST', `/v1/ideas/${where}/comments`, draft);
      const { created, ...rest } = sent.body;
      assert.deepEqual([sent.status, rest], [201, { id: draft.id, idea: where, text: draft.text, lang: 'en', status: 'held' }]);
      assert.match(created, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.deepEqual([(await list(where)).body, await count(where)], [{ comments: [], total: 0 }, 0]);
      const status = async (headers = {}): Promise<number> => (await hub.send('GET', `/v1/comments/${draft.id}`, undefined, headers)).status;
      assert.deepEqual([await status(), await status(author(draft)), await status(moderator)], [404, 200, 200]);
      await hub.send('PATCH', `/v1/comments/${draft.id}`, { status: 'open' }, moderator);
      const { body } = await list(where);
      assert.deepEqual([body['total'], body['comments'].map(({ text }: Said) => text), await count(where), await status()], [1, [draft.text], 1, 200]);
      assert.ok(!(await list(where)).text.includes(draft.key));
    });

    it('are kept once, and only from who has their key', async () => {
      const draft = comment();
      const path = `/v1/ideas/${on}/comments`;
      const first = await hub.send('POST', path, draft);
      const again = await hub.send('POST', path, { ...draft, text: ` ${draft.text}\r\n` });
      assert.deepEqual([first.status, again.status, again.text], [201, 200, first.text]);
      assert.equal((await hub.send('POST', path, { ...draft, text: 'Something else' })).status, 409);
      assert.equal((await hub.send('POST', path, { ...draft, key: randomUUID() })).status, 409);
      assert.equal((await hub.send('POST', `/v1/ideas/${(await publish(hub)).id}/comments`, draft)).status, 409);
    });

    it('say of each field what is wrong with it, and need an idea that is public', async () => {
      assert.deepEqual(codes(await say({ text: ' x ', key: 'short' })), ['/text too-short', '/key not-valid']);
      assert.deepEqual(codes(await say({ text: '🌳'.repeat(2001) })), ['/text too-long']);
      assert.deepEqual(codes(await say({ text: 'A bell \u0007 rings' })), ['/text not-valid']);
      assert.equal((await say({ text: '🌳'.repeat(2000) })).status, 201);
      const held = idea();
      await hub.send('POST', '/v1/ideas', held);
      for (const where of [held.id, randomUUID()]) {
        assert.equal((await say({}, undefined, where)).status, 404);
        assert.equal((await list(where)).status, 404);
      }
      for (const query of ['?limit=0', '?limit=101', '?cursor=nonsense']) assert.equal((await list(on, query)).status, 400);
    });

    it('come page by page, the oldest first', async () => {
      const { id: where } = await publish(hub);
      for (let n = 1; n <= 5; n += 1) await publishOne({ text: `Comment ${n}` }, where);
      const first = (await list(where, '?limit=3')).body;
      const second = (await list(where, `?limit=3&cursor=${first['next']}`)).body;
      assert.deepEqual([...first['comments'], ...second['comments']].map(({ text }: Said) => text), [1, 2, 3, 4, 5].map((n) => `Comment ${n}`));
      assert.deepEqual([first['total'], second['next']], [5, undefined]);
    });

    it('are taken back by their author for good: what they said is erased', async () => {
      const { id: where } = await publish(hub);
      const draft = await publishOne({}, where);
      const path = `/v1/comments/${draft.id}`;
      assert.equal((await hub.send('DELETE', path)).status, 401);
      assert.equal((await hub.send('DELETE', path, undefined, { authorization: 'Bearer wrong' })).status, 403);
      for (let twice = 0; twice < 2; twice += 1) assert.equal((await hub.send('DELETE', path, undefined, author(draft))).status, 204);
      assert.deepEqual([(await list(where)).body, await count(where)], [{ comments: [], total: 0 }, 0]);
      const { body } = await hub.send('GET', path, undefined, author(draft));
      assert.deepEqual([body['status'], body['text']], ['withdrawn', '']);
      // A late repeat does not bring it back, nor does a moderator.
      assert.equal((await hub.send('POST', `/v1/ideas/${where}/comments`, draft)).body['status'], 'withdrawn');
      assert.equal((await hub.send('PATCH', path, { status: 'open' }, moderator)).status, 409);
      const [made] = (await hub.send('GET', `/v1/moderation/decisions?target=${draft.id}`, undefined, moderator)).body['decisions'];
      assert.equal((await hub.send('POST', '/v1/moderation/undo', { decisions: [made.decision] }, moderator)).status, 409);
    });

    it('are decided on by moderators, many at once, and that can be taken back', async () => {
      const { id: where } = await publish(hub);
      const drafts = [comment(), comment({ text: 'A second one' })];
      for (const draft of drafts) await hub.send('POST', `/v1/ideas/${where}/comments`, draft);
      const ids = drafts.map(({ id }) => id);
      const waiting = async (): Promise<number> => (await hub.send('GET', '/v1/moderation/waiting', undefined, moderator)).body['comments'] as number;
      const replies = async (): Promise<{ id: string; title: string; doubts: string[] }[]> => (await hub.send('GET', '/v1/moderation/replies?limit=100', undefined, moderator)).body['comments'];
      const before = await waiting();
      assert.deepEqual((await replies()).filter(({ id }) => ids.includes(id)).map(({ title, doubts }) => [title, doubts]), ids.map(() => ['More benches by the river', []]));
      const decide = (status: string): Promise<Answer> => hub.send('POST', '/v1/moderation/decisions', { kind: 'comment', ids, change: { status } }, moderator);
      assert.equal((await decide('open')).body['decisions'].length, 2);
      assert.deepEqual([await waiting(), await count(where)], [before - 2, 2]);
      const { body } = await decide('deleted');
      assert.deepEqual([await count(where), (await list(where)).body['comments']], [0, []]);
      assert.equal((await hub.send('POST', '/v1/moderation/undo', body, moderator)).status, 204);
      assert.equal(await count(where), 2);
      assert.equal((await hub.send('PATCH', `/v1/comments/${ids[0]}`, { status: 'open' })).status, 401);
      assert.equal((await hub.send('GET', '/v1/moderation/replies')).status, 401);
    });

    it('of the city are marked, public at once, and nobody else can speak for it', async () => {
      const { id: where } = await publish(hub);
      const { status, body } = await say({ by: 'Parks office' }, moderator, where);
      assert.deepEqual([status, body['status'], body['official']], [201, 'open', { by: 'Parks office' }]);
      await say({}, moderator, where);
      assert.deepEqual((await list(where)).body['comments'].map(({ official }: { official: object }) => official), [{ by: 'Parks office' }, {}]);
      assert.deepEqual(codes(await say({ by: 'Parks office' }, undefined, where)), ['/by not-valid']);
    });

    it('order ideas by how much is said to them, and are open data', async () => {
      const [much, little] = [await publish(hub, { category: 'traffic' }), await publish(hub, { category: 'traffic' })];
      for (let n = 0; n < 2; n += 1) await publishOne({ text: `Said ${n}` }, much.id);
      await publishOne({ text: '=1+1, said a formula' }, little.id);
      await publish(hub, { category: 'traffic' });
      const first = (await hub.send('GET', '/v1/ideas?sort=discussed&category=traffic&limit=1')).body;
      const second = (await hub.send('GET', `/v1/ideas?sort=discussed&category=traffic&limit=1&cursor=${first['next']}`)).body;
      assert.deepEqual([...first['ideas'], ...second['ideas']].map(({ id, comments: n }: { id: string; comments: number }) => [id, n]), [[much.id, 2], [little.id, 1]]);
      const { text } = await hub.send('GET', '/v1/comments.csv');
      assert.match(text, /^\ufeffid,idea,text,official,by,created,lang\r\n/);
      assert.match(text, new RegExp(`${little.id},"'=1\\+1, said a formula",0`));
      assert.match((await hub.send('GET', '/v1/ideas.csv')).text.split('\r\n')[0]!, /,commitments,comments,challenge$/);
      const { features } = (await hub.send('GET', '/v1/ideas.geojson')).body as { features: { id: string; properties: { comments: number } }[] };
      assert.equal(features.find(({ id }) => id === much.id)!.properties.comments, 2);
    });

    it('go with an idea that is withdrawn', async () => {
      const draft = await publish(hub);
      const said = await publishOne({}, draft.id);
      await hub.send('DELETE', `/v1/ideas/${draft.id}`, undefined, { authorization: `Bearer ${draft.key}` });
      assert.equal((await hub.send('GET', `/v1/comments/${said.id}`, undefined, moderator)).status, 404);
      assert.ok(!(await hub.send('GET', '/v1/comments.csv')).text.includes(said.id));
    });

    it('are public at once where the city chose so, unless they look made by a machine; a network has its limit', async () => {
      const other = await open({ moderation: 'after', guard: true, limits: { comments: 2 } });
      const where = (await publish(other)).id;
      await other.send('PATCH', `/v1/ideas/${where}`, { status: 'open' }, moderator);
      const sent = await other.send('POST', `/v1/ideas/${where}/comments`, comment());
      assert.equal(sent.body['status'], 'held');
      const [held] = (await other.send('GET', '/v1/moderation/replies', undefined, moderator)).body['comments'];
      assert.deepEqual(held.doubts, ['no-proof']);
      assert.equal((await other.send('GET', '/v1/challenge?for=comments')).status, 200);
      assert.equal((await other.send('POST', `/v1/ideas/${where}/comments`, comment())).status, 201);
      assert.equal((await other.send('POST', `/v1/ideas/${where}/comments`, comment())).status, 429);
      await other.close();
      const free = await open({ moderation: 'after' });
      const there = (await publish(free)).id;
      assert.deepEqual(await Promise.all([comment(), comment({ trap: 'x' })].map(async (each) => (await free.send('POST', `/v1/ideas/${there}/comments`, each)).body['status'])), ['open', 'held']);
      assert.equal((await free.send('GET', `/v1/ideas/${there}`)).body['comments'], 1);
      await free.close();
    });
  });
}
