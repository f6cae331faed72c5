import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { codes, idea, moderator, publish, type Client, type Open } from '../client.js';

export function ideas(open: Open): void {
  describe('ideas', () => {
    let hub: Client;
    before(async () => void (hub = await open()));
    after(() => hub.close());

    it('keeps one until a moderator publishes it, shown to its author and to moderators alone', async () => {
      const { key, ...draft } = idea({ place: { lon: 13.4, lat: 52.5, address: 'River bank 1' }, category: 'green', lang: 'en' });
      const sent = await hub.send('POST', '/v1/ideas', { ...draft, key });
      assert.equal(sent.status, 201);
      const { created, updated, ...rest } = sent.body;
      assert.deepEqual(rest, { ...draft, status: 'held', supports: 0, comments: 0 });
      assert.match(created, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.equal(updated, created);
      assert.equal(sent.headers.get('location'), `/v1/ideas/${draft.id}`);
      const path = `/v1/ideas/${draft.id}`;
      const status = async (headers = {}): Promise<number> => (await hub.send('GET', path, undefined, headers)).status;
      assert.deepEqual([await status(), await status({ authorization: 'Bearer wrong' }), await status({ authorization: `Bearer ${key}` }), await status(moderator)], [404, 404, 200, 200]);
      const list = async (): Promise<string> => (await hub.send('GET', '/v1/ideas?limit=100')).text + (await hub.send('GET', '/v1/ideas.csv')).text + (await hub.send('GET', '/v1/ideas.geojson')).text;
      assert.doesNotMatch(await list(), new RegExp(draft.id));
      const published = await hub.send('PATCH', path, { status: 'open' }, moderator);
      assert.deepEqual([published.status, published.body.status], [200, 'open']);
      assert.equal(await status(), 200);
      assert.equal((await list()).match(new RegExp(draft.id, 'g'))?.length, 3);
      assert.doesNotMatch(await list(), new RegExp(key), 'The key is a secret.');
    });

    it('takes one once, and only from who has its key', async () => {
      const draft = idea();
      const first = await hub.send('POST', '/v1/ideas', draft);
      const again = await hub.send('POST', '/v1/ideas', { ...draft, title: ` ${draft.title} ` });
      assert.deepEqual([first.status, again.status, again.text], [201, 200, first.text]);
      assert.equal((await hub.send('POST', '/v1/ideas', { ...draft, title: 'Something else here' })).status, 409);
      assert.equal((await hub.send('POST', '/v1/ideas', { ...draft, key: randomUUID() })).status, 409);
    });

    it('says of each field what is wrong with it', async () => {
      const refuse = async (more: Record<string, unknown>): Promise<string[]> => codes(await hub.send('POST', '/v1/ideas', idea(more)));
      assert.deepEqual(await refuse({ title: 'Short', text: undefined }), ['/title too-short', '/text required']);
      assert.deepEqual(await refuse({ title: '🌳'.repeat(121) }), ['/title too-long']);
      assert.deepEqual(await refuse({ title: 'Two lines\nin a title' }), ['/title not-valid']);
      assert.deepEqual(await refuse({ text: `A bell \u0007 rings in this text of an idea` }), ['/text not-valid']);
      assert.deepEqual(await refuse({ text: `Half a letter \ud83d stands in this text of an idea` }), ['/text not-valid']);
      assert.deepEqual(await refuse({ title: 12 }), ['/title not-valid']);
      assert.deepEqual(await refuse({ place: { lon: 181, lat: 52 } }), ['/place/lon out-of-range']);
      assert.deepEqual(await refuse({ place: { lon: 13 } }), ['/place/lat required']);
      assert.deepEqual(await refuse({ place: {} }), ['/place required']);
      assert.deepEqual(await refuse({ place: { address: 'x' } }), ['/place/address too-short']);
      assert.deepEqual(await refuse({ category: 'space' }), ['/category unknown']);
      assert.deepEqual(await refuse({ key: 'short' }), ['/key not-valid']);
      assert.equal((await hub.send('POST', '/v1/ideas', idea({ title: '🌳'.repeat(120), text: 'First line\r\n\tsecond line\n', place: { lon: 0, lat: 0 } }))).status, 201);
    });

    it('is withdrawn by who has its key, again without harm, and what it said is gone', async () => {
      const draft = await publish(hub, { text: 'A text that its author wants to take back.' });
      const path = `/v1/ideas/${draft.id}`;
      const author = { authorization: `Bearer ${draft.key}` };
      assert.equal((await hub.send('DELETE', path)).status, 401);
      assert.equal((await hub.send('DELETE', path, undefined, { authorization: 'Bearer wrong' })).status, 403);
      assert.equal((await hub.send('DELETE', `/v1/ideas/${randomUUID()}`, undefined, author)).status, 404);
      assert.deepEqual([(await hub.send('DELETE', path, undefined, author)).status, (await hub.send('DELETE', path, undefined, author)).status], [204, 204]);
      assert.equal((await hub.send('GET', path)).status, 404);
      const own = await hub.send('GET', path, undefined, author);
      assert.deepEqual([own.body.status, own.body.text], ['withdrawn', '']);
      const repeat = await hub.send('POST', '/v1/ideas', draft);
      assert.deepEqual([repeat.status, repeat.body.status], [200, 'withdrawn'], 'A late repeat does not bring it back.');
      assert.equal((await hub.send('PATCH', path, { status: 'open' }, moderator)).status, 409);
      assert.doesNotMatch((await hub.send('GET', '/v1/moderation/ideas?limit=100', undefined, moderator)).text, new RegExp(draft.id));
    });

    it('is supported once by each browser, and taken back', async () => {
      const { id } = await publish(hub);
      const path = `/v1/ideas/${id}/support`;
      const [ann, ben] = [{ 'civic-supporter': randomUUID() }, { 'civic-supporter': randomUUID() }];
      const bodies: unknown[] = [];
      for (const [method, who] of [['PUT', ann], ['PUT', ann], ['PUT', ben], ['DELETE', ann], ['DELETE', ann]] as const) bodies.push((await hub.send(method, path, undefined, who)).body);
      assert.deepEqual(bodies, [{ supports: 1, supported: true }, { supports: 1, supported: true }, { supports: 2, supported: true }, { supports: 1, supported: false }, { supports: 1, supported: false }]);
      assert.equal((await hub.send('GET', `/v1/ideas/${id}`)).body.supports, 1);
      assert.deepEqual(codes(await hub.send('PUT', path)), ['/civic-supporter required']);
      assert.equal((await hub.send('PUT', `/v1/ideas/${randomUUID()}/support`, undefined, ann)).status, 404);
      const held = idea();
      await hub.send('POST', '/v1/ideas', held);
      assert.equal((await hub.send('PUT', `/v1/ideas/${held.id}/support`, undefined, ann)).status, 404);
    });

    it('counts each of forty people who support at the same time', async () => {
      const { id } = await publish(hub);
      const answers = await Promise.all(Array.from({ length: 40 }, () => hub.send('PUT', `/v1/ideas/${id}/support`, undefined, { 'civic-supporter': randomUUID() })));
      assert.deepEqual(answers.map(({ body }) => body.supports as number).sort((a, b) => a - b), Array.from({ length: 40 }, (_, index) => index + 1));
    });

    it('carries the answer, the category and the commitments that moderators give it', async () => {
      const { id } = await publish(hub);
      const path = `/v1/ideas/${id}`;
      const { body } = await hub.send('PATCH', path, { status: 'planned', answer: { text: 'We build them in spring.', by: 'Parks department' }, category: 'green', commitments: ['C-7', 'C-7'] }, moderator);
      assert.deepEqual([body.status, body.category, body.commitments, body.answer.text, body.answer.by], ['planned', 'green', ['C-7'], 'We build them in spring.', 'Parks department']);
      assert.ok(Date.parse(body.answer.at) >= Date.parse(body.created));
      const cleared = await hub.send('PATCH', path, { answer: null, category: null, commitments: [] }, moderator);
      assert.deepEqual(['answer', 'category', 'commitments'].filter((name) => name in cleared.body), []);
      assert.equal((await hub.send('PATCH', path, { status: 'open' })).status, 401);
      assert.equal((await hub.send('PATCH', path, { status: 'open' }, { authorization: 'Bearer wrong' })).status, 403);
      assert.deepEqual(codes(await hub.send('PATCH', path, { status: 'great', category: 'space' }, moderator)), ['/status unknown', '/category unknown']);
    });
  });
}
