import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { idea, moderator, origin, publish, rating, type Answer, type Client, type Open } from '../client.js';

/** Written for the query of an address: SQL, bytes that are no text, other lines, other folders, formulas, scripts, too much. */
const inAddresses = [
  `'`, `' or '1'='1`, `1; drop table ideas; --`, `') union select key from ideas --`, '%', '_', '\\', '$1', '?1', ':id', '../../etc/passwd', '=1+1', '<script>alert(1)</script>', '__proto__', 'constructor', '[object Object]', '{{7*7}}',
  '-1', '0', '1e308', '99999999999999999999', 'NaN', 'Infinity', 'null', 'true', '🌳'.repeat(50), 'a'.repeat(5000), `${'1,'.repeat(2000)}1`,
].map(encodeURIComponent).concat(['%00', 'a%00b', '%ff%fe', '%c0%af', '%ed%a0%80', '%0d%0aSet-Cookie:%20a=b', '%u0027', '%', '%E2%80%8B', '+', '']);

/** Whatever JSON may have where a text is expected. */
const inBodies = [
  null, true, 0, -1, 1e308, '', ' ', '\u0000', 'a\u0000b'.repeat(10), '\ud800'.repeat(20), `' or '1'='1; drop table ideas; --`, '=HYPERLINK("http://evil.example")', '<img src=x onerror=alert(1)>', 'x'.repeat(10_000), 'a\r\nSet-Cookie: a=b and more',
  [], [[]], {}, { toString: 1 }, { length: 12 }, ['a'.repeat(20)], JSON.parse('{"__proto__":{"title":"polluted"}}') as unknown,
];

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: { readonly type?: string } }[];
  readonly security?: readonly object[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** One shape, or several of which one is sent. */
interface Schema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const namesOf = ({ properties = {}, anyOf = [], oneOf = [] }: Schema): string[] => [...new Set([...Object.keys(properties), ...[...anyOf, ...oneOf].flatMap(namesOf)])];

export function security(open: Open): void {
  describe('whoever means no good', () => {
    let hub: Client;
    let operations: [method: string, path: string, operation: Operation][];
    before(async () => {
      hub = await open({ open311Keys: ['a-key-of-an-application'], metrics: 'a-secret-of-the-counters', embed: 'https://www.city.example/embed.html', relay: ['data.city.example'] });
      const { paths } = (await hub.send('GET', '/v1/openapi.json')).body as { paths: Record<string, Record<string, Operation>> };
      operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]): [string, string, Operation] => [method.toUpperCase(), path, operation]));
    });
    after(() => hub.close());

    /** A refusal is a refusal, never a failure, and has no header that was sent. */
    const isSound = ({ status, headers }: Answer, what: string): void => {
      assert.ok(status < 500 || status === 501, `${what}: ${status}`);
      assert.equal(headers.get('set-cookie'), null, what);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', what);
      assert.doesNotMatch(headers.get('content-type') ?? '', /html|javascript|svg/, what);
    };

    it('finds no parameter of any path that makes the hub fail', async () => {
      let asked = 0;
      for (const [method, path, { parameters = [] }] of operations) {
        if (method !== 'GET' || path === '/relay') continue;
        for (const { in: place, name } of parameters.filter((each) => each.in !== 'header')) {
          for (const value of inAddresses) {
            const filled = path.replace(/\{\w+\}/g, place === 'path' ? value : randomUUID());
            isSound(await hub.send(method, `/v1${filled}${place === 'query' ? `?${name}=${value}&${name}=2` : ''}`, undefined, moderator), `${filled} ${name}=${value}`);
            asked += 1;
          }
        }
      }
      assert.ok(asked > 1000, `${asked} were asked.`);
    });

    it('finds no field of any body that makes the hub fail, or that is kept as it must not be', async () => {
      const { id } = await publish(hub);
      const whole: Readonly<Record<string, Record<string, unknown>>> = { '/ratings': rating(), '/ideas': idea(), '/ideas/{id}': { status: 'open' } };
      for (const [method, path, { requestBody }] of operations) {
        const { schema } = requestBody?.content['application/json'] ?? {};
        if (!schema) continue;
        // Of what has no sample here, each field comes alone.
        const base = whole[path] ?? {};
        const at = `/v1${path.replace(/\{\w+\}/, id)}`;
        const names = namesOf(schema);
        assert.ok(names.length > 0, path);
        for (const name of names) {
          for (const value of inBodies) isSound(await hub.send(method, at, { ...base, ...('id' in base && { id: randomUUID() }), [name]: value }, moderator), `${path} ${name}=${JSON.stringify(value).slice(0, 60)}`);
        }
        for (const body of [...inBodies, '['.repeat(30_000), '{"a":'.repeat(10_000), '{"id":1,"id":2}', '\ufeff{}', '1'.repeat(60_000)]) isSound(await hub.send(method, at, typeof body === 'string' ? body : JSON.stringify(body), { ...moderator, 'content-type': 'application/json' }), `${path} ${JSON.stringify(body).slice(0, 60)}`);
      }
      const form = { api_key: 'a-key-of-an-application', service_code: '_idea', lat: '1', long: '2', description: 'A bench by the river, please.' };
      for (const name of [...Object.keys(form), 'address_string', 'attribute[title]', 'attribute[id]', 'email', '__proto__']) {
        for (const value of inAddresses) {
          const body = `${new URLSearchParams(Object.entries(form).filter(([each]) => each !== name)).toString()}&${encodeURIComponent(name)}=${value}`;
          isSound(await hub.send('POST', '/v1/open311/v2/requests.json', body, { 'content-type': 'application/x-www-form-urlencoded' }), `${name}=${value}`);
        }
      }
      assert.equal(({} as Record<string, unknown>).title, undefined);
      const everything = (await hub.send('GET', '/v1/moderation/ideas?limit=100', undefined, moderator)).text;
      assert.ok(!everything.includes('\\u0000') && !everything.includes('polluted'));
    });

    it('finds no header that is taken for more than it is', async () => {
      const { id } = await publish(hub);
      for (const value of [`' or '1'='1`, 'Bearer', 'Bearer ', 'Basic YTpi', 'x'.repeat(5000), '../..', '"><script>alert(1)</script>', 'null', '{"id":1}']) {
        for (const name of ['authorization', 'civic-supporter', 'idempotency-key', 'x-request-id', 'accept-language', 'origin', 'if-none-match', 'x-http-method-override', 'x-forwarded-host', 'content-type']) {
          isSound(await hub.send('GET', `/v1/ideas/${id}`, undefined, { [name]: value }), `${name}: ${value}`);
          isSound(await hub.send('GET', '/v1/catalog.jsonld', undefined, { [name]: value }), `${name}: ${value}`);
          isSound(await hub.send('POST', '/v1/ratings', rating(), { [name]: value }), `${name}: ${value}`);
        }
        const { text } = await hub.send('GET', '/v1/catalog.jsonld', undefined, { host: value });
        assert.doesNotMatch(text, /<script/);
      }
      const deleted = await hub.send('GET', `/v1/ideas/${id}`, undefined, { 'x-http-method-override': 'DELETE', authorization: moderator.authorization });
      assert.deepEqual([deleted.status, (await hub.send('GET', `/v1/ideas/${id}`)).status], [200, 200]);
    });

    it('does nothing that needs a secret without the right one', async () => {
      const { id } = await publish(hub);
      const other = await publish(hub);
      const guarded = operations.filter(([, path, { security }]) => (security && security.every((each) => 'secret' in each)) || path === '/metrics');
      assert.ok(guarded.length >= 5);
      for (const [method, path] of guarded) {
        const at = `/v1${path.replace(/\{\w+\}/, id)}`;
        const status = async (headers: Record<string, string>): Promise<number> => (await hub.send(method, at, method === 'PATCH' ? { status: 'done' } : undefined, headers)).status;
        assert.equal(await status({}), 401, `${method} ${path}`);
        for (const authorization of ['Bearer wrong', `Bearer ${'a-token-of-the-moderators'.slice(0, -1)}`, 'Bearer a-token-of-the-moderatorS', `Bearer ${other.key}`]) assert.equal(await status({ authorization }), 403, `${method} ${path} ${authorization}`);
        for (const authorization of [moderator.authorization.slice(7), `Basic ${btoa(`:${moderator.authorization.slice(7)}`)}`]) assert.equal(await status({ authorization }), 401, `${method} ${path} ${authorization}`);
        assert.equal((await hub.send(method, `${at}?token=${moderator.authorization.slice(7)}&access_token=${moderator.authorization.slice(7)}`)).status, 401, 'A token in an address would stand in logs.');
      }
      assert.equal((await hub.send('GET', `/v1/ideas/${id}`)).body.status, 'open');
    });

    it('does not get at an idea by another’s id, key or repeat', async () => {
      const mine = await publish(hub);
      const theirs = idea();
      await hub.send('POST', '/v1/ideas', theirs);
      for (const key of [mine.key, theirs.id, '', theirs.key.toUpperCase(), `${theirs.key}%00`]) {
        assert.equal((await hub.send('GET', `/v1/ideas/${theirs.id}`, undefined, { authorization: `Bearer ${key}` })).status, 404);
        assert.notEqual((await hub.send('DELETE', `/v1/ideas/${theirs.id}`, undefined, { authorization: `Bearer ${key}` })).status, 204);
      }
      const stolen = await hub.send('POST', '/v1/ideas', { ...theirs, key: mine.key });
      assert.deepEqual([stolen.status, stolen.text.includes(theirs.text as string)], [409, false]);
      assert.equal((await hub.send('POST', '/v1/ideas', { ...theirs, status: 'done', supports: 1000, answer: { text: 'Yes' } })).body.status, 'held');
      assert.equal((await hub.send('PUT', `/v1/ideas/${theirs.id}/support`, undefined, { 'civic-supporter': randomUUID() })).status, 404);
    });

    it('writes nothing from a page that may not, whatever it calls what it sends', async () => {
      for (const from of ['https://evil.example', 'null', `${origin}.evil.example`, origin.replace('https', 'http'), `${origin}:8443`, 'https://evil.example#https://www.city.example']) {
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
          const { status, headers } = await hub.send('POST', '/v1/ratings', JSON.stringify(rating()), { origin: from, 'content-type': type });
          assert.deepEqual([status, headers.get('access-control-allow-origin')], [403, null], `${from} ${type}`);
        }
      }
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json+x', '']) assert.equal((await hub.send('POST', '/v1/ratings', JSON.stringify(rating()), { 'content-type': type })).status, 415, 'A form of any page could send it.');
    });
  });
}
