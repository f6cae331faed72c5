import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { codes, idea, moderator, rating, type Answer, type Client, type Open } from '../client.js';

/** What a page sends that has done the work of a challenge. */
async function proofFor(challenge: Challenge): Promise<Record<string, string>> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return { 'civic-proof': Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') };
}

export function guard(open: Open): void {
  describe('answers by machines', () => {
    let hub: Client;
    let now: () => number;
    const real = Date.now;
    before(async () => {
      now = real;
      // A clock that is put forward, so that nobody has to wait until a form was open long enough.
      Date.now = () => now();
      hub = await open({ guard: true, moderation: 'after', limits: {} });
    });
    after(async () => {
      Date.now = real;
      await hub.close();
    });
    const challenge = async (purpose = 'ratings'): Promise<Challenge> => (await hub.send('GET', `/v1/challenge?for=${purpose}`)).body as Challenge;
    /** A proof whose challenge was asked for so many seconds ago. */
    const proof = async (purpose: string, seconds = 10): Promise<Record<string, string>> => {
      now = () => real() - seconds * 1000;
      const asked = await challenge(purpose);
      now = real;
      return proofFor(asked);
    };
    const rate = (more: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer> => hub.send('POST', '/v1/ratings', rating(more), headers);
    const counted = async (url: string): Promise<number> => (await hub.send('GET', `/v1/ratings/summary?subject=${url}`)).body['n'];

    it('count when they come with the proof of a challenge, and the same once more is the same', async () => {
      const [url, headers, sent] = ['https://www.city.example/proved', await proof('ratings'), rating({ subject: { url: 'https://www.city.example/proved' } })];
      const first = await hub.send('POST', '/v1/ratings', sent, headers);
      assert.deepEqual([first.status, first.body['status']], [201, 'counted']);
      // The answer to the first was lost on its way: nobody may be told then that the challenge was used.
      const again = await hub.send('POST', '/v1/ratings', sent, headers);
      assert.deepEqual([again.status, again.text], [200, first.text]);
      assert.equal(await counted(url), 1);
    });

    it('wait for a person where there is no proof, and are said to', async () => {
      const url = 'https://www.city.example/unproved';
      const { status, body } = await rate({ subject: { url }, comment: 'Well done' });
      assert.deepEqual([status, body['status']], [201, 'held']);
      assert.equal(await counted(url), 0);
      const { body: { ratings } } = await hub.send('GET', `/v1/moderation/ratings?subject=${url}`, undefined, moderator);
      assert.deepEqual(ratings.map(({ comment, doubts }: { comment: string; doubts: string[] }) => [comment, doubts]), [['Well done', ['no-proof']]]);
      assert.deepEqual((await hub.send('GET', '/v1/moderation/comments', undefined, moderator)).body['comments'].filter(({ subject }: { subject: string }) => subject === url), []);
      assert.equal((await hub.send('PATCH', `/v1/ratings/${body['id']}`, { status: 'counted' }, moderator)).status, 204);
      assert.equal(await counted(url), 1);
      assert.equal((await hub.send('PATCH', `/v1/ratings/${body['id']}`, { status: 'deleted' }, moderator)).status, 204);
      assert.equal(await counted(url), 0);
      assert.equal((await hub.send('PATCH', '/v1/ratings/00000000-0000-4000-8000-000000000000', { status: 'counted' }, moderator)).status, 404);
    });

    it('that wait are shown to moderators with all that was answered', async () => {
      const url = 'https://www.city.example/answered';
      await rate({ subject: { url }, score: { value: 2, min: 1, max: 5 }, reasons: ['unclear', 'technical'], lang: 'de' });
      await rate({ subject: { url }, profile: 'fr-jdma', score: { value: 3, min: 1, max: 3 }, answers: { contact_tried: ['phone', 'other'], contact_tried_verbatim: 'Une voisine' } });
      const { body: { ratings } } = await hub.send('GET', `/v1/moderation/ratings?subject=${url}`, undefined, moderator);
      const said = (ratings as { profile: string; min: number; max: number; reasons: string[]; answers: object; lang?: string }[]).map(({ profile, min, max, reasons, answers, lang }) => ({ profile, min, max, reasons, answers, lang }));
      assert.deepEqual(said.sort((a, b) => a.profile.localeCompare(b.profile)), [
        { profile: 'fr-jdma', min: 1, max: 3, reasons: [], answers: { contact_tried: ['other', 'phone'], contact_tried_verbatim: 'Une voisine' }, lang: undefined },
        { profile: 'simple', min: 1, max: 5, reasons: ['technical', 'unclear'], answers: {}, lang: 'de' },
      ]);
    });

    it('wait where they came faster than a person answers, or filled in what nobody sees', async () => {
      const [url, doubts] = ['https://www.city.example/fast', async (): Promise<string[][]> => (await hub.send('GET', '/v1/moderation/ratings?subject=https://www.city.example/fast', undefined, moderator)).body['ratings'].map((each: { doubts: string[] }) => each.doubts)];
      assert.equal((await rate({ subject: { url } }, await proof('ratings', 1))).body['status'], 'held');
      assert.equal((await rate({ subject: { url }, trap: 'https://spam.example' }, await proof('ratings'))).body['status'], 'held');
      assert.deepEqual((await doubts()).sort(), [['fast'], ['trap']]);
    });

    it('are refused with a proof that was used, is old, is for something else, or is none; nothing of them is kept', async () => {
      const url = 'https://www.city.example/forged';
      const refuse = async (headers: Record<string, string>, expected: RegExp): Promise<void> => {
        const answer = await rate({ subject: { url } }, headers);
        assert.equal(answer.status, 403);
        assert.match(answer.body['detail'], expected);
        assert.match(codes(answer).join(), /^\/civic-proof /);
      };
      const used = await proof('ratings');
      assert.equal((await rate({ subject: { url } }, used)).status, 201);
      await refuse(used, /already answered once/);
      await refuse(await proof('ratings', 3 * 3600), /too old/);
      await refuse(await proof('ideas'), /does not solve/);
      await refuse({ 'civic-proof': 'nonsense' }, /does not solve/);
      const { challenge: given, solution } = JSON.parse(Buffer.from((await proof('ratings'))['civic-proof']!, 'base64').toString());
      const forged = (parts: unknown): Record<string, string> => ({ 'civic-proof': Buffer.from(JSON.stringify(parts)).toString('base64') });
      await refuse(forged({ challenge: { ...given, parameters: { ...given.parameters, cost: 1 } }, solution }), /does not solve/);
      await refuse(forged({ challenge: given, solution: { ...solution, derivedKey: '00'.repeat(32) } }), /does not solve/);
      await refuse(forged({ challenge: { ...given, signature: '' }, solution }), /does not solve/);
      assert.equal(await counted(url), 1);
      assert.deepEqual((await hub.send('GET', `/v1/moderation/ratings?subject=${url}`, undefined, moderator)).body['ratings'], []);
    });

    it('are used once, when twenty come at once with one proof', async () => {
      const headers = await proof('ratings');
      const answers = await Promise.all(Array.from({ length: 20 }, () => rate({ subject: { url: 'https://www.city.example/at-once-proved' } }, headers)));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array.from({ length: 19 }, () => 403)]);
    });

    it('are no ideas that everybody reads, until a person has looked at them', async () => {
      const [plain, spam, good] = [idea(), idea({ text: 'Buy now https://a.example https://b.example https://c.example' }), idea()];
      assert.equal((await hub.send('POST', '/v1/ideas', plain)).body['status'], 'held');
      assert.equal((await hub.send('POST', '/v1/ideas', spam, await proof('ideas'))).body['status'], 'held');
      assert.equal((await hub.send('POST', '/v1/ideas', good, await proof('ideas'))).body['status'], 'open');
      assert.deepEqual((await hub.send('GET', '/v1/ideas')).body['ideas'].map(({ id }: { id: string }) => id), [good.id]);
      assert.equal((await hub.send('PATCH', `/v1/ideas/${plain.id}`, { status: 'open' }, moderator)).body['status'], 'open');
    });

    it('come by the hundred from the city itself', async () => {
      assert.equal((await hub.send('POST', '/v1/ratings', rating(), moderator)).body['status'], 'counted');
    });

    it('ask for nothing where no proof is wanted', async () => {
      assert.match(codes(await hub.send('GET', '/v1/challenge?for=nothing')).join(), /\/for unknown/);
      const open24 = await open({ limits: {} });
      assert.equal((await open24.send('GET', '/v1/challenge?for=ideas')).status, 204);
      assert.equal((await open24.send('POST', '/v1/ratings', rating())).body['status'], 'counted');
      await open24.close();
    });
  });

  describe('answers of one network', () => {
    it('have a limit an hour and kind, say when to come again, and are not lost', async () => {
      const hub = await open({ limits: { ratings: 3 }, proxies: 1 });
      const from = (address: string, sent = rating()): Promise<Answer> => hub.send('POST', '/v1/ratings', sent, { 'x-forwarded-for': `6.6.6.6, ${address}` });
      const sent = [rating(), rating(), rating()];
      assert.deepEqual(await Promise.all(sent.map(async (each, at) => (await from(`192.0.2.${at}`, each)).status)), [201, 201, 201]);
      const refused = await from('192.0.2.77');
      assert.equal(refused.status, 429);
      const wait = Number(refused.headers.get('retry-after'));
      assert.ok(wait > 0 && wait <= 3600, String(wait));
      // What has arrived is answered as before, and the neighbour is not meant.
      assert.equal((await from('192.0.2.77', sent[0])).status, 200);
      assert.equal((await from('192.0.3.77')).status, 201);
      assert.equal((await from('2001:db8:1:aaaa::1')).status, 201);
      // Whoever invents addresses in front of the last is known by the last.
      assert.equal((await hub.send('POST', '/v1/ratings', rating(), { 'x-forwarded-for': '1.2.3.4, 192.0.2.9' })).status, 429);
      // Ideas are counted for themselves.
      assert.equal((await hub.send('POST', '/v1/ideas', idea(), { 'x-forwarded-for': '192.0.2.1' })).status, 201);
      await hub.close();
    });
  });
}
