import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { idea, moderator, publish, rating, type Answer, type Client, type Open } from '../client.js';

const people = [
  { name: 'Rita', role: 'reader', token: 'the-token-of-rita' }, { name: 'Mona', role: 'moderator', token: 'the-token-of-mona' }, { name: 'Max', role: 'moderator', token: 'the-token-of-max.' },
] as const;
const as = (name: string): Record<string, string> => ({ authorization: `Bearer ${people.find((each) => each.name === name)!.token}` });

interface Decided {
  readonly decision: string;
  readonly by: string;
  readonly id: string;
  readonly before: Record<string, string | null>;
  readonly after: Record<string, string | null>;
  readonly undone: boolean;
}

export function moderation(open: Open): void {
  describe('moderation', () => {
    let hub: Client;
    before(async () => void (hub = await open({ tokens: people, moderation: 'before' })));
    after(() => hub.close());
    const decisions = async (target: string): Promise<Decided[]> => (await hub.send('GET', `/v1/moderation/decisions?target=${target}`, undefined, moderator)).body['decisions'] as Decided[];
    const propose = async (): Promise<string> => {
      const draft = idea();
      assert.equal((await hub.send('POST', '/v1/ideas', draft)).status, 201);
      return draft.id;
    };
    const read = async (id: string, headers?: Record<string, string>): Promise<Answer> => hub.send('GET', `/v1/ideas/${id}`, undefined, headers);

    it('lets everybody do what their role may, and tells others which role it takes', async () => {
      const id = await propose();
      assert.deepEqual((await hub.send('GET', '/v1/moderation/me', undefined, as('Rita'))).body, { name: 'Rita', role: 'reader' });
      assert.deepEqual((await hub.send('GET', '/v1/moderation/me', undefined, moderator)).body, { name: 'admin', role: 'admin' });
      assert.equal((await hub.send('GET', '/v1/moderation/ideas', undefined, as('Rita'))).status, 200);
      for (const [method, path, body] of [['PATCH', `/v1/ideas/${id}`, { status: 'open' }], ['POST', '/v1/moderation/decisions', { kind: 'idea', ids: [id], change: { status: 'open' } }], ['POST', '/v1/moderation/undo', { decisions: [id] }], ['GET', '/v1/moderation/decisions', undefined]] as const) {
        const refused = await hub.send(method, path, body, as('Rita'));
        assert.equal(refused.status, 403, path);
        assert.match(refused.body['detail'], /“moderator”; Rita has the role “reader”/);
        assert.equal((await hub.send(method, path, body)).status, 401, path);
        assert.equal((await hub.send(method, path, body, { authorization: 'Bearer the-token-of-nobody' })).status, 403, path);
      }
      assert.equal((await read(id)).status, 404);
    });

    it('says how much waits', async () => {
      const waiting = async (): Promise<{ ideas: number; ratings: number }> => (await hub.send('GET', '/v1/moderation/waiting', undefined, as('Rita'))).body as { ideas: number; ratings: number };
      const { ideas } = await waiting();
      const id = await propose();
      assert.equal((await waiting()).ideas, ideas + 1);
      await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'declined' }, as('Mona'));
      assert.equal((await waiting()).ideas, ideas);
    });

    it('decides on many at once, or on none where one is missing', async () => {
      const all = [await propose(), await propose(), await propose()];
      const missing = '00000000-0000-4000-8000-000000000000';
      const failed = await hub.send('POST', '/v1/moderation/decisions', { kind: 'idea', ids: [...all, missing], change: { status: 'open' } }, as('Mona'));
      assert.equal(failed.status, 404);
      for (const id of all) assert.equal((await read(id)).status, 404);
      const { status, body } = await hub.send('POST', '/v1/moderation/decisions', { kind: 'idea', ids: all, change: { status: 'open' } }, as('Mona'));
      assert.deepEqual([status, body['decisions'].length], [200, 3]);
      for (const id of all) assert.equal((await read(id)).body['status'], 'open');
      // What changes nothing is no decision.
      assert.deepEqual((await hub.send('POST', '/v1/moderation/decisions', { kind: 'idea', ids: all, change: { status: 'open' } }, as('Max'))).body['decisions'], []);
    });

    it('writes down who decided what, with nothing that citizens wrote, and takes it back', async () => {
      const id = await propose();
      await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'planned', answer: { text: 'We will do it.', by: 'Parks' }, category: 'green' }, as('Mona'));
      const [made] = await decisions(id);
      assert.deepEqual([made!.by, made!.undone, made!.before], ['Mona', false, { status: 'held', answer: null, answer_by: null, answered: null, category: null }]);
      assert.deepEqual([made!.after['status'], made!.after['answer'], made!.after['category']], ['planned', 'We will do it.', 'green']);
      assert.ok(!JSON.stringify(made).includes('benches'));

      assert.equal((await hub.send('POST', '/v1/moderation/undo', { decisions: [made!.decision] }, as('Max'))).status, 204);
      assert.equal((await read(id)).status, 404);
      assert.deepEqual((await decisions(id)).map(({ by, undone }) => [by, undone]), [['Max', false], ['Mona', true]]);
      // And that again.
      await hub.send('POST', '/v1/moderation/undo', { decisions: [(await decisions(id))[0]!.decision] }, as('Mona'));
      assert.equal((await read(id)).body['answer'].text, 'We will do it.');
    });

    it('refuses what was decided on the strength of an older state, and says of what', async () => {
      const all = [await propose(), await propose()];
      const ask = async (): Promise<Record<string, string>[]> => (await hub.send('GET', `/v1/moderation/ideas?ids=${all.join(',')}`, undefined, as('Mona'))).body['ideas'] as Record<string, string>[];
      const seen = Object.fromEntries((await ask()).map(({ id, updated }) => [id, updated]));
      assert.deepEqual(Object.keys(seen).sort(), [...all].sort());
      await new Promise((done) => setTimeout(done, 5));
      await hub.send('PATCH', `/v1/ideas/${all[1]}`, { status: 'declined' }, as('Max'));
      const late = await hub.send('POST', '/v1/moderation/decisions', { kind: 'idea', ids: all, change: { status: 'open' }, seen }, as('Mona'));
      assert.deepEqual([late.status, late.body['errors'].map(({ path }: { path: string }) => path)], [409, ['/ids/1']]);
      assert.deepEqual((await ask()).map(({ status }) => status).sort(), ['declined', 'held'], 'None of them was changed.');

      const sent = rating({ comment: 'https://a.example https://b.example https://c.example' });
      assert.equal((await hub.send('POST', '/v1/ratings', sent)).body['status'], 'held');
      const decideOn = async (status: string): Promise<number> => (await hub.send('POST', '/v1/moderation/decisions', { kind: 'rating', ids: [sent['id']], change: { status }, seen: 'waiting' }, as('Mona'))).status;
      assert.deepEqual([await decideOn('deleted'), await decideOn('counted')], [200, 409]);
      assert.equal((await hub.send('GET', '/v1/moderation/ideas?ids=nonsense', undefined, as('Mona'))).status, 400);
    });

    it('lets one of two who decide at the same moment decide', async () => {
      const all = await Promise.all([propose(), propose(), propose()]);
      const listed = (await hub.send('GET', `/v1/moderation/ideas?ids=${all.join(',')}`, undefined, as('Mona'))).body['ideas'] as Record<string, string>[];
      const seen = Object.fromEntries(listed.map(({ id, updated }) => [id, updated]));
      await new Promise((done) => setTimeout(done, 5));
      const both = await Promise.all([['Mona', all], ['Max', [...all].reverse()]].map(([name, ids]) => hub.send('POST', '/v1/moderation/decisions', { kind: 'idea', ids, change: { status: name === 'Mona' ? 'open' : 'declined' }, seen }, as(name as string))));
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
      assert.equal(new Set(await Promise.all(all.map(async (id) => (await read(id, moderator)).body['status']))).size, 1);
    });

    it('tells those who decide why an idea waits, and nobody else', async () => {
      const { id, ...draft } = idea({ text: 'See https://a.example and https://b.example and https://c.example' });
      await hub.send('POST', '/v1/ideas', { ...draft, id });
      const [listed] = (await hub.send('GET', `/v1/moderation/ideas?ids=${id}`, undefined, as('Rita'))).body['ideas'];
      assert.deepEqual(listed.doubts, ['text']);
      assert.ok(!('doubts' in (await read(id, { authorization: `Bearer ${draft.key}` })).body));
    });

    it('takes back only what nobody has changed since', async () => {
      const id = await propose();
      await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'open' }, as('Mona'));
      const [first] = await decisions(id);
      await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'planned' }, as('Max'));
      const refused = await hub.send('POST', '/v1/moderation/undo', { decisions: [first!.decision] }, as('Mona'));
      assert.equal(refused.status, 409);
      assert.match(refused.body['detail'], /decided since/);
      assert.equal((await read(id)).body['status'], 'planned');
      assert.equal((await hub.send('POST', '/v1/moderation/undo', { decisions: ['00000000-0000-4000-8000-000000000000'] }, as('Mona'))).status, 404);
    });

    it('erases what is withdrawn, which nobody can take back', async () => {
      const { id } = await publish(hub);
      await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'withdrawn' }, as('Mona'));
      const [made] = await decisions(id);
      assert.equal((await hub.send('POST', '/v1/moderation/undo', { decisions: [made!.decision] }, as('Mona'))).status, 409);
      const { body } = await read(id, moderator);
      assert.deepEqual([body['status'], body['title'], body['text']], ['withdrawn', '', '']);
      assert.equal((await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'open' }, as('Mona'))).status, 409);
    });

    it('deletes a rating, which counts again when that is taken back', async () => {
      const url = 'https://www.city.example/undone';
      const sent = rating({ subject: { url } });
      await hub.send('POST', '/v1/ratings', sent);
      const n = async (): Promise<number> => (await hub.send('GET', `/v1/ratings/summary?subject=${url}`)).body['n'] as number;
      const { body } = await hub.send('POST', '/v1/moderation/decisions', { kind: 'rating', ids: [sent['id']], change: { status: 'deleted' } }, as('Mona'));
      assert.equal(await n(), 0);
      await hub.send('POST', '/v1/moderation/undo', body, as('Mona'));
      assert.equal(await n(), 1);
    });

    it('shows everybody the steps of an idea, from when it was published on', async () => {
      const id = await propose();
      for (const status of ['open', 'considered', 'planned']) await hub.send('PATCH', `/v1/ideas/${id}`, { status }, as('Mona'));
      const { body } = await read(id);
      assert.deepEqual(body['history'].map(({ status }: { status: string }) => status), ['open', 'considered', 'planned']);
      const listed = (await hub.send('GET', '/v1/ideas?status=planned')).body['ideas'].find((each: { id: string }) => each.id === id);
      assert.deepEqual(listed.history, body['history']);
    });

    it('pages through decisions, the newest first', async () => {
      const id = await propose();
      for (let n = 0; n < 55; n += 1) await hub.send('PATCH', `/v1/ideas/${id}`, { status: n % 2 ? 'open' : 'considered' }, as('Mona'));
      const first = (await hub.send('GET', `/v1/moderation/decisions?target=${id}`, undefined, as('Mona'))).body;
      const second = (await hub.send('GET', `/v1/moderation/decisions?target=${id}&cursor=${first['next']}`, undefined, as('Mona'))).body;
      const all = [...first['decisions'], ...second['decisions']] as { at: string; decision: string }[];
      assert.deepEqual([first['decisions'].length, second['decisions'].length, second['next']], [50, 5, undefined]);
      assert.equal(new Set(all.map(({ decision }) => decision)).size, 55);
      assert.deepEqual(all.map(({ at }) => at), all.map(({ at }) => at).sort().reverse());
      assert.equal((await hub.send('GET', '/v1/moderation/decisions?cursor=nonsense', undefined, as('Mona'))).status, 400);
    });
  });
}
