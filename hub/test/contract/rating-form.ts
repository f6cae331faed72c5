import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { moderator, origin, type Answer, type Client, type Open } from '../client.js';

export function ratingForm(open: Open): void {
  describe('a rating from a form without scripts', () => {
    let hub: Client;
    before(async () => void (hub = await open()));
    after(() => hub.close());

    const subject = 'https://www.city.example/forms';
    const send = (fields: string | readonly (readonly [string, string])[] | Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
      hub.send('POST', '/v1/ratings', new URLSearchParams(fields as Record<string, string>).toString(), { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers });
    const count = async (url: string): Promise<number> => (await hub.send('GET', `/v1/ratings/summary?subject=${encodeURIComponent(url)}`)).body.n;

    it('is taken, and answered with a page that thanks and leads back, with nothing in it that runs', async () => {
      const answer = await send({ subject, score: '4', comment: 'Clear\r\nand short' });
      assert.deepEqual([answer.status, answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin')], [201, 'text/html; charset=utf-8', origin]);
      assert.match(answer.headers.get('content-security-policy')!, /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/);
      assert.match(answer.text, /<h1>Thank you for your rating<\/h1>/);
      assert.ok(answer.text.includes(`<a href="${subject}">Back to the page</a>`));
      assert.doesNotMatch(answer.text, /<script|\son\w+=|style=/i);
      const { body } = await hub.send('GET', `/v1/moderation/comments?subject=${subject}`, undefined, moderator);
      assert.deepEqual(body.comments.map((each: { value: number; comment: string }) => [each.value, each.comment]), [[4, 'Clear\nand short']]);
    });

    it('counts once under an id, and makes one where the page has none', async () => {
      const url = `${subject}/once`;
      const id = randomUUID();
      assert.deepEqual([(await send({ id, subject: url, score: '5' })).status, (await send({ id, subject: url, score: '5' })).status], [201, 200]);
      const other = await send({ id, subject: url, score: '1' });
      assert.deepEqual([other.status, other.headers.get('content-type')], [409, 'text/html; charset=utf-8']);
      await send({ subject: url, score: '5' });
      await send({ subject: url, score: '5' });
      assert.equal(await count(url), 3);
    });

    it('waits for a person where a field is filled in that nobody sees', async () => {
      const url = `${subject}/trap`;
      assert.equal((await send({ subject: url, score: '5', trap: '' })).status, 201);
      assert.equal((await send({ subject: url, score: '5', trap: 'https://spam.example' })).status, 201);
      assert.equal(await count(url), 1);
      const { body } = await hub.send('GET', '/v1/moderation/ratings', undefined, moderator);
      assert.deepEqual(body.ratings.filter((each: { subject: string }) => each.subject === url).map((each: { doubts: readonly string[] }) => each.doubts), [['trap']]);
    });

    it('speaks the language of the page, otherwise that of the browser', async () => {
      const said = async (lang: string, accept: string): Promise<string[]> => {
        const { text } = await send({ subject, score: '4', ...(lang && { lang }) }, { 'accept-language': accept });
        return [/<html lang="(\w+)" dir="(\w+)"/.exec(text)!.slice(1).join(' '), /<h1>(.*?)<\/h1>/.exec(text)![1]!];
      };
      assert.deepEqual(await said('', 'fr-CH, fr;q=0.9, en;q=0.8'), ['fr ltr', 'Merci pour votre évaluation']);
      assert.deepEqual(await said('ar', 'de'), ['ar rtl', 'شكرًا على تقييمك']);
      assert.deepEqual(await said('it', 'pl, de;q=0.5'), ['de ltr', 'Vielen Dank für Ihre Bewertung']);
      assert.deepEqual(await said('', 'constructor'), ['en ltr', 'Thank you for your rating']);
    });

    it('takes every profile by its codes, and leaves what was not asked after this score', async () => {
      const url = `${subject}/profiles`;
      const both = [['subject', url], ['score', '2'], ['reasons', 'unclear'], ['reasons', 'other'], ['reasons', 'smooth']] as const;
      for (let each = 0; each < 5; each += 1) assert.equal((await send([...both])).status, 201);
      const simple = await hub.send('GET', `/v1/ratings/summary?subject=${url}&profile=simple`);
      assert.deepEqual(simple.body.reasons, [{ code: 'other', count: 5 }, { code: 'unclear', count: 5 }]);
      const trust = [['subject', url], ['profile', 'us-a11'], ['score', 'up'], ['answers.positive', 'ease'], ['answers.positive', 'other'], ['answers.negative', 'ease']] as const;
      for (let each = 0; each < 5; each += 1) assert.equal((await send([...trust])).status, 201);
      const a11 = await hub.send('GET', `/v1/ratings/summary?subject=${url}&profile=us-a11`);
      assert.deepEqual([a11.body.mean, a11.body.answers], [1, [{ question: 'positive', counts: [{ code: 'ease', count: 5 }, { code: 'other', count: 5 }] }]]);
      assert.equal((await send([['subject', url], ['profile', 'nps'], ['score', '9'], ['min', '0'], ['max', '10'], ['intention', 'good'], ['answers.why', 'price']])).status, 201);
      assert.equal((await send({ subject: url, profile: 'uk-service', score: '5', comment: '' })).status, 201);
    });

    it('says in words what is wrong, and to the webmaster in detail', async () => {
      const refused: readonly [Record<string, string>, RegExp][] = [
        [{ subject }, /No answer was chosen to the first question/],
        [{ subject, score: '6' }, /No answer was chosen to the first question/],
        [{ subject, score: '4', comment: 'a'.repeat(1001) }, /What you wrote is too long/],
        [{ score: '4' }, /not set up well.*\/subject\/url/s],
        [{ subject: 'javascript:alert(1)', score: '4' }, /not set up well/],
        [{ subject, score: '4', id: 'seven' }, /not set up well.*This is not a UUID/s],
        [{ subject, profile: 'nps', score: 'many' }, /No answer was chosen/],
      ];
      for (const [fields, words] of refused) {
        const answer = await send(fields);
        assert.deepEqual([answer.status, answer.headers.get('content-type')], [422, 'text/html; charset=utf-8'], JSON.stringify(fields));
        assert.match(answer.text, words);
        assert.doesNotMatch(answer.text, /href="javascript/);
      }
    });

    it('shows as text whatever it is sent', async () => {
      const evil = '"><script>alert(1)</script>';
      for (const fields of [{ subject: `https://www.city.example/${evil}`, score: '4' }, { subject, score: evil }, { subject, score: '4', profile: evil }, { subject, score: '4', lang: evil }, { subject, score: '4', [`answers.${evil}`]: 'x', profile: 'nps' }]) {
        assert.doesNotMatch((await send(fields as Record<string, string>)).text, /<script|"><s/);
      }
    });

    it('is taken from the city’s own pages alone', async () => {
      for (const from of ['https://other.example', 'null']) {
        const answer = await send({ subject: `${subject}/stranger`, score: '1' }, { origin: from, 'accept-language': 'de' });
        assert.deepEqual([answer.status, answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin')], [403, 'text/html; charset=utf-8', null]);
        assert.match(answer.text, /Ihre Bewertung konnte nicht angenommen werden.*CIVIC_ORIGINS/s);
      }
      assert.equal(await count(`${subject}/stranger`), 0);
      const large = await send({ subject, score: '4', comment: 'a'.repeat(70_000) });
      assert.deepEqual([large.status, large.headers.get('content-type')], [413, 'text/html; charset=utf-8']);
      assert.equal((await hub.send('POST', '/v1/ideas', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' })).status, 415);
    });
  });
}
