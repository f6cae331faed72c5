import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { origin, publish, rating, type Answer, type Client, type Open } from '../client.js';

export function requests(open: Open): void {
  describe('every request', () => {
    let hub: Client;
    before(async () => void (hub = await open()));
    after(() => hub.close());

    it('keeps text that looks like SQL as text', async () => {
      const title = `'); drop table ideas; -- "x" \\ %`;
      const { id } = await publish(hub, { title, text: `Robert'); DELETE FROM ratings WHERE ('1'='1 and so on` });
      assert.equal((await hub.send('GET', `/v1/ideas/${id}`)).body.title, title);
      for (const query of [`q=${encodeURIComponent(title)}`, `category=${encodeURIComponent(`green' or '1'='1`)}`, `cursor=${Buffer.from(`["newest",0,"2026-01-01T00:00:00.000Z","' or 1=1"]`).toString('base64url')}`]) {
        assert.notEqual((await hub.send('GET', `/v1/ideas?${query}`)).status, 500);
      }
      assert.equal((await hub.send('GET', `/v1/ratings/summary?subject=${encodeURIComponent(`https://a.example/' or '1'='1`)}`)).body.n, 0);
      assert.ok((await hub.send('GET', '/v1/ideas')).body.total > 0);
    });

    it('answers requests that are none with problems', async () => {
      const post = (body: string, headers = {}): Promise<Answer> => hub.send('POST', '/v1/ratings', body, headers);
      const problems = [
        await post('{ "id": 1,\n  oops }'), await post(''), await post('{}', { 'content-type': 'text/plain' }), await post(JSON.stringify(rating({ comment: 'a'.repeat(65_536) }))),
        await hub.send('PUT', '/v1/ratings'), await hub.send('GET', '/v1/nothing'), await hub.send('DELETE', '/v1/ideas/similar'), await hub.send('GET', '/v1/ideas/7'), await post('[]'),
      ];
      assert.deepEqual(problems.map(({ status }) => status), [400, 400, 415, 413, 405, 404, 405, 404, 422]);
      for (const { headers, body, status } of problems) {
        assert.equal(headers.get('content-type'), 'application/problem+json');
        assert.deepEqual([body.type, body.status, typeof body.title, typeof body.detail], ['about:blank', status, 'string', 'string']);
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.equal(headers.get('content-security-policy'), "default-src 'none'");
        assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      }
      assert.match(problems[0]!.body.detail, /line 2, column 3/);
      assert.equal(problems[4]!.headers.get('allow'), 'POST, OPTIONS');
    });

    it('lets every page read, and the city’s own pages alone write', async () => {
      const stranger = { origin: 'https://other.example' };
      const read = await hub.send('GET', '/v1/ideas', undefined, stranger);
      assert.deepEqual([read.status, read.headers.get('access-control-allow-origin')], [200, '*']);
      const refused = await hub.send('POST', '/v1/ratings', rating(), stranger);
      assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin'), refused.headers.get('content-type')], [403, null, 'application/problem+json']);
      assert.match(refused.body.detail, /https:\/\/other\.example.*CIVIC_ORIGINS/);
      assert.equal((await hub.send('POST', '/v1/ratings', rating(), { origin: 'null' })).status, 403);
      const allowed = await hub.send('POST', '/v1/ratings', rating(), { origin });
      assert.deepEqual([allowed.status, allowed.headers.get('access-control-allow-origin'), allowed.headers.get('vary')], [201, origin, 'Origin']);
      assert.equal((await hub.send('POST', '/v1/ratings', rating(), { origin: 'http://hub.example' })).status, 201, 'A page of its own host.');
      const wrong = await hub.send('POST', '/v1/ratings', { id: 1 }, { origin });
      assert.deepEqual([wrong.status, wrong.headers.get('access-control-allow-origin')], [422, origin], 'The page has to be able to read what is wrong.');
    });

    it('answers what browsers ask before they write', async () => {
      const ask = (from: string, method: string): Promise<Answer> => hub.send('OPTIONS', '/v1/ratings', undefined, { origin: from, 'access-control-request-method': method, 'access-control-request-headers': 'content-type' });
      const allowed = await ask(origin, 'POST');
      assert.deepEqual([allowed.status, allowed.headers.get('access-control-allow-origin')], [204, origin]);
      assert.match(allowed.headers.get('access-control-allow-methods')!, /POST/);
      assert.match(allowed.headers.get('access-control-allow-headers')!, /content-type/);
      const refused = await ask('https://other.example', 'POST');
      assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin')], [403, null]);
      assert.equal((await ask('https://other.example', 'GET')).headers.get('access-control-allow-origin'), '*');
    });
  });
}
