import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { codes, moderator, rating, type Client, type Open } from '../client.js';

export function ratings(open: Open): void {
  describe('ratings', () => {
    let hub: Client;
    before(async () => void (hub = await open()));
    after(() => hub.close());

    it('takes one once: again is the same receipt, other content under its id is a conflict', async () => {
      const sent = rating({ reasons: ['clear', 'complete'], comment: 'Thank you', lang: 'en' });
      const first = await hub.send('POST', '/v1/ratings', sent);
      assert.equal(first.status, 201);
      assert.deepEqual(first.body, { id: sent.id, status: 'counted' });
      const again = await hub.send('POST', '/v1/ratings', { ...sent, reasons: ['complete', 'clear', 'clear'] });
      assert.deepEqual([again.status, again.text], [200, first.text]);
      const other = await hub.send('POST', '/v1/ratings', { ...sent, score: { value: 5, min: 1, max: 5 } });
      assert.equal(other.status, 409);
      assert.equal(other.headers.get('content-type'), 'application/problem+json');
    });

    it('takes the same one once when it is sent twenty times at once', async () => {
      const subject = { url: 'https://www.city.example/at-once' };
      const sent = rating({ subject, reasons: ['clear'] });
      const answers = await Promise.all(Array.from({ length: 20 }, () => hub.send('POST', '/v1/ratings', sent)));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array.from({ length: 19 }, () => 200), 201]);
      assert.equal((await hub.send('GET', `/v1/ratings/summary?subject=${subject.url}`)).body.n, 1);
    });

    it('publishes no result below the minimum, and the whole from there on', async () => {
      const url = 'https://www.city.example/register';
      const summary = async (): Promise<Record<string, any>> => (await hub.send('GET', `/v1/ratings/summary?subject=${encodeURIComponent(url)}`)).body; // oxlint-disable-line typescript/no-explicit-any
      assert.deepEqual(await summary(), { subject: url, n: 0, minimum: 5, suppressed: true, min: 1, max: 5, distribution: [], reasons: [] });
      for (const value of [5, 4, 4, 1]) await hub.send('POST', '/v1/ratings', rating({ subject: { url }, score: { value, min: 1, max: 5 }, reasons: value < 4 ? ['technical'] : ['clear'] }));
      assert.deepEqual(await summary(), { subject: url, n: 4, minimum: 5, suppressed: true, min: 1, max: 5, distribution: [], reasons: [] });
      await hub.send('POST', '/v1/ratings', rating({ subject: { url }, score: { value: 2, min: 1, max: 5 } }));
      const day = new Date().toISOString().slice(0, 10);
      assert.deepEqual(await summary(), {
        subject: url, n: 5, minimum: 5, suppressed: false, min: 1, max: 5, profile: 'simple', mean: 3.2, satisfied: 0.6,
        distribution: [1, 1, 0, 2, 1].map((count, index) => ({ value: index + 1, code: String(index + 1), count })),
        intentions: [{ intention: 'very_good', count: 1 }, { intention: 'good', count: 2 }, { intention: 'bad', count: 1 }, { intention: 'very_bad', count: 1 }],
        reasons: [{ code: 'clear', count: 3 }, { code: 'technical', count: 1 }],
        answers: [],
        period: { from: day, to: day },
      });
    });

    it('knows a page by its address without fragment, slash at the end and password', async () => {
      for (const url of ['https://www.city.example/tax', 'https://WWW.city.example/tax/', 'https://www.city.example:443/tax#form', 'https://me:secret@www.city.example/tax//', ' https://www.city.example/tax ']) {
        assert.equal((await hub.send('POST', '/v1/ratings', rating({ subject: { url } }))).status, 201);
      }
      await hub.send('POST', '/v1/ratings', rating({ subject: { url: 'https://www.city.example/tax?year=2026' } }));
      const { body } = await hub.send('GET', `/v1/ratings/summary?subject=${encodeURIComponent('https://www.city.example/tax/#top')}`);
      assert.deepEqual([body.subject, body.n], ['https://www.city.example/tax', 5]);
    });

    it('checks every profile of the elements by its rules, and answers to questions that were not asked', async () => {
      const refused: readonly [Record<string, unknown>, string][] = [
        [{ profile: 'yes-no', score: { value: 2, min: 0, max: 1 } }, '/score/value out-of-range'],
        [{ profile: 'yes-no', score: { value: 1, min: 0, max: 1 }, reasons: ['outdated'] }, '/reasons unknown'],
        [{ profile: 'yes-no', score: { value: 1, min: 0, max: 1 }, comment: 'Not asked after a yes' }, '/comment unknown'],
        [{ profile: 'thumbs', score: { value: 4, min: 1, max: 5 } }, '/score out-of-range'],
        [{ profile: 'it-agid', reasons: ['clear', 'sure'] }, '/reasons not-valid'],
        [{ profile: 'it-agid', comment: 'a'.repeat(201) }, '/comment too-long'],
        [{ profile: 'us-a11', score: { value: 1, min: 0, max: 1 }, answers: { negative: ['ease'] } }, '/answers/negative unknown'],
        [{ profile: 'us-a11', score: { value: 1, min: 0, max: 1 }, answers: { positive: ['speed'] } }, '/answers/positive unknown'],
        [{ profile: 'us-a11', score: { value: 1, min: 0, max: 1 }, answers: { positive: 'ease' } }, '/answers/positive not-valid'],
        [{ profile: 'fr-jdma', score: { value: 3, min: 1, max: 3 }, answers: { contact_reached: ['yes'] } }, '/answers/contact_reached unknown'],
        [{ profile: 'fr-jdma', score: { value: 3, min: 1, max: 3 }, answers: { contact_tried: ['other'], contact_tried_verbatim: 'a'.repeat(251) } }, '/answers/contact_tried_verbatim too-long'],
        [{ profile: 'uk-service', comment: 'a'.repeat(1251) }, '/comment too-long'],
        [{ profile: 'uk-service', answers: { email: 'me@city.example' } }, '/answers/email unknown'],
        [{ profile: 'nps', score: { value: 9, min: 0, max: 10 }, answers: { 'no code': ['a'] } }, '/answers/no code not-valid'],
        [{ profile: 'nps', score: { value: 9, min: 0, max: 10 }, intention: 'great' }, '/intention not-valid'],
      ];
      for (const [more, error] of refused) {
        const answer = await hub.send('POST', '/v1/ratings', rating(more));
        assert.deepEqual([answer.status, answer.status === 422 && codes(answer)], [422, [error]], JSON.stringify(more));
      }
      const taken = { profile: 'fr-jdma', score: { value: 3, min: 1, max: 3 }, answers: { comprehension: ['5'], contact_tried: ['phone', 'other'], contact_tried_verbatim: 'A neighbour', contact_reached: ['yes'], contact_satisfaction: ['4'] } };
      assert.equal((await hub.send('POST', '/v1/ratings', rating(taken))).status, 201);
    });

    it('keeps answers to further questions, and takes the same once whatever the order of its codes', async () => {
      const url = 'https://www.city.example/trust';
      const sent = rating({ subject: { url }, profile: 'us-a11', score: { value: 0, min: 0, max: 1 }, answers: { negative: ['ease', 'effectiveness'] } });
      assert.equal((await hub.send('POST', '/v1/ratings', sent)).status, 201);
      assert.equal((await hub.send('POST', '/v1/ratings', { ...sent, intention: 'very_good', answers: { negative: ['effectiveness', 'ease', 'ease'] } })).status, 200);
      for (let each = 0; each < 4; each += 1) await hub.send('POST', '/v1/ratings', rating({ subject: { url }, profile: 'us-a11', score: { value: 1, min: 0, max: 1 }, answers: { positive: ['ease'] } }));
      const { body } = await hub.send('GET', `/v1/ratings/summary?subject=${url}&profile=us-a11`);
      assert.deepEqual([body.n, body.mean, body.satisfied, body.distribution], [5, 0.8, 0.8, [{ value: 0, code: 'down', count: 1 }, { value: 1, code: 'up', count: 4 }]]);
      assert.deepEqual(body.intentions, [{ intention: 'good', count: 4 }, { intention: 'bad', count: 1 }], 'What a known score means is not for the sender to say.');
      assert.deepEqual(body.answers, [{ question: 'negative', counts: [{ code: 'ease', count: 1 }, { code: 'effectiveness', count: 1 }] }, { question: 'positive', counts: [{ code: 'ease', count: 4 }] }]);
      const { text } = await hub.send('GET', '/v1/ratings.csv');
      const [header, ...lines] = text.trimEnd().split('\r\n').map((line) => line.split(','));
      const line = lines.find(([subject]) => subject === url)!;
      assert.deepEqual(['n0', 'n1', 'n2', 'satisfied', 'good', 'bad', 'answer_positive_ease', 'answer_negative_ease', 'answer_comprehension_5'].map((name) => (header!.includes(name) ? line[header!.indexOf(name)] : undefined)), ['1', '4', '', '0.8', '4', '1', '4', '1', undefined]);
    });

    it('publishes what anyone can make up, the codes of a profile that it does not know, only where enough have sent them', async () => {
      const url = 'https://www.city.example/made-up';
      const send = (more: Record<string, unknown>): Promise<unknown> => hub.send('POST', '/v1/ratings', rating({ subject: { url }, profile: 'nps', score: { value: 9, min: 0, max: 10 }, ...more }));
      for (let each = 0; each < 5; each += 1) await send({ reasons: ['price'], answers: { how: ['phone'] } });
      await send({ reasons: ['Vote-for-me'], answers: { how: ['Vote-for-me'], 'Vote-for-me': ['x'] } });
      const { body } = await hub.send('GET', `/v1/ratings/summary?subject=${url}`);
      assert.deepEqual([body.reasons, body.answers], [[{ code: 'price', count: 5 }], [{ question: 'how', counts: [{ code: 'phone', count: 5 }] }]]);
      assert.doesNotMatch((await hub.send('GET', '/v1/ratings.csv')).text, /Vote-for-me/);
    });

    it('compares different scales by what their scores mean, and leaves out profiles with too few answers', async () => {
      const url = 'https://www.city.example/together';
      const send = async (count: number, more: Record<string, unknown>): Promise<void> => {
        for (let each = 0; each < count; each += 1) assert.equal((await hub.send('POST', '/v1/ratings', rating({ subject: { url }, ...more }))).status, 201);
      };
      await send(4, { score: { value: 5, min: 1, max: 5 } });
      await send(2, { score: { value: 3, min: 1, max: 5 } });
      await send(5, { profile: 'yes-no', score: { value: 0, min: 0, max: 1 } });
      await send(4, { profile: 'thumbs', score: { value: 1, min: 0, max: 1 } });
      await send(5, { profile: 'nps', score: { value: 9, min: 0, max: 10 } });
      const read = async (): Promise<unknown> => (await hub.send('GET', `/v1/ratings/summary?subject=${url}`)).body.together;
      assert.deepEqual(await read(), { n: 11, satisfied: 0.364, profiles: ['simple', 'yes-no'] });
      await send(5, { profile: 'nps', score: { value: 9, min: 0, max: 10 }, intention: 'very_good' });
      assert.deepEqual(await read(), { n: 16, satisfied: 0.563, profiles: ['nps', 'simple', 'yes-no'] });
    });

    it('checks the profile “simple” by its rules, and of others their form', async () => {
      const refuse = async (more: Record<string, unknown>): Promise<string[]> => {
        const answer = await hub.send('POST', '/v1/ratings', rating(more));
        assert.equal(answer.status, 422, JSON.stringify(more));
        return codes(answer);
      };
      assert.deepEqual(await refuse({ score: { value: 6, min: 1, max: 5 } }), ['/score/value out-of-range']);
      assert.deepEqual(await refuse({ score: { value: 4, min: 0, max: 10 } }), ['/score out-of-range']);
      assert.deepEqual(await refuse({ score: { value: 4.5, min: 1, max: 5 } }), ['/score/value out-of-range']);
      assert.deepEqual(await refuse({ reasons: ['technical'] }), ['/reasons unknown']);
      assert.deepEqual(await refuse({ score: { value: 2, min: 1, max: 5 }, reasons: ['clear'] }), ['/reasons unknown']);
      assert.deepEqual(await refuse({ comment: 'a'.repeat(1001) }), ['/comment too-long']);
      assert.deepEqual(await refuse({ id: 'seven', profile: undefined }), ['/id not-valid', '/profile required']);
      assert.deepEqual(await refuse({ subject: { url: 'javascript:alert(1)' } }), ['/subject/url not-valid']);
      assert.deepEqual(await refuse({ lang: 'not a language' }), ['/lang not-valid']);
      assert.deepEqual(await refuse({ profile: 'nps', score: { value: 5, min: 0, max: 10_000 } }), ['/score out-of-range']);
      assert.equal((await hub.send('POST', '/v1/ratings', rating({ profile: 'nps', score: { value: 9, min: 0, max: 10 }, reasons: ['it.clear'] }))).status, 201);
    });

    it('asks for the address of a page', async () => {
      assert.deepEqual(codes(await hub.send('GET', '/v1/ratings/summary')), ['/subject required']);
      assert.deepEqual(codes(await hub.send('GET', '/v1/ratings/summary?subject=passport')), ['/subject not-valid']);
      assert.deepEqual(codes(await hub.send('GET', '/v1/ratings/summary?subject=https://www.city.example&profile=%00')), ['/profile not-valid']);
    });

    it('tells profiles apart, and speaks of the one with most answers where none is asked for', async () => {
      const url = 'https://www.city.example/profiles';
      for (let each = 0; each < 6; each += 1) await hub.send('POST', '/v1/ratings', rating({ subject: { url }, profile: 'nps', score: { value: 10, min: 0, max: 10 } }));
      for (let each = 0; each < 5; each += 1) await hub.send('POST', '/v1/ratings', rating({ subject: { url } }));
      const read = async (query: string): Promise<unknown[]> => {
        const { body } = await hub.send('GET', `/v1/ratings/summary?subject=${url}${query}`);
        return [body.n, body.mean, body.max];
      };
      assert.deepEqual([await read(''), await read('&profile=simple'), await read('&profile=nps')], [[6, 10, 10], [5, 4, 5], [6, 10, 10]]);
    });

    it('shows comments to moderators alone', async () => {
      const url = 'https://www.city.example/comments';
      await hub.send('POST', '/v1/ratings', rating({ subject: { url }, comment: 'The third step is not clear.' }));
      assert.equal((await hub.send('GET', '/v1/moderation/comments')).status, 401);
      const { body } = await hub.send('GET', `/v1/moderation/comments?subject=${url}`, undefined, moderator);
      assert.deepEqual(body.comments.map((each: { comment: string; value: number }) => [each.value, each.comment]), [[4, 'The third step is not clear.']]);
      const answers = { contact_tried: ['other'], contact_tried_verbatim: 'My third step-sister' };
      await hub.send('POST', '/v1/ratings', rating({ subject: { url }, profile: 'fr-jdma', score: { value: 1, min: 1, max: 3 }, answers }));
      const { body: both } = await hub.send('GET', `/v1/moderation/comments?subject=${url}`, undefined, moderator);
      assert.deepEqual(both.comments.map((each: { comment?: string; texts?: unknown }) => each.texts ?? each.comment), [{ contact_tried_verbatim: 'My third step-sister' }, 'The third step is not clear.']);
      for (const path of [`/v1/ratings/summary?subject=${url}`, '/v1/ratings.csv']) assert.doesNotMatch((await hub.send('GET', path)).text, /third step/);
    });
  });
}
