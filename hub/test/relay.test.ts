import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Hono } from 'hono';
import { createHub } from '../src/index.js';
import { Problem } from '../src/problem.js';
import { relayRoutes } from '../src/relay.js';
import { isPublic, publicAddress } from '../src/relay-addresses.js';

const certificate = (name: string): string => readFileSync(new URL(`certificate/${name}.pem`, import.meta.url), 'utf8');

describe('The relay', () => {
  let server: Server;
  let port: number;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let requests: IncomingMessage[] = [];
  let app: Hono;
  /** A relay whose names all lead to this machine, as no real one's may. */
  const relay = (limit = 1_000_000): Hono => {
    const routes = new Hono().route('/', relayRoutes({ hosts: [`data.city.example:${port}`, `files.city.example:${port}`], resolve: async () => '127.0.0.1', ca: certificate('certificate'), limit, patience: 1500 }));
    routes.onError((error) => (error instanceof Problem ? error.response() : new Response(String(error), { status: 500 })));
    return routes;
  };
  before(async () => {
    server = createServer({ key: certificate('key'), cert: certificate('certificate') }, (request, response) => {
      requests.push(request);
      answer(request, response);
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    ({ port } = server.address() as AddressInfo);
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    requests = [];
    app = relay();
  });
  const to = (url: string, headers: Record<string, string> = {}, from = app): Promise<Response> => Promise.resolve(from.request(`/relay?url=${encodeURIComponent(url)}`, { headers }));
  const data = (path = '/trees.csv'): string => `https://data.city.example:${port}${path}`;

  it('hands on data with its type, and nothing of who asks', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', 'set-cookie': 'a=b' }).end('name\nOak\n');
    const response = await to(data('/trees.csv?x=1#here'), { cookie: 'secret=1', authorization: 'Bearer secret', 'x-forwarded-for': '203.0.113.9' });
    assert.equal(response.status, 200);
    assert.equal(await response.text(), 'name\nOak\n');
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(response.headers.get('set-cookie'), null);
    assert.equal(response.headers.get('content-disposition'), 'attachment');
    assert.equal(requests[0]!.url, '/trees.csv?x=1');
    assert.doesNotMatch(JSON.stringify(requests[0]!.headers), /secret|203\.0\.113/);
  });

  it('gives what it has for as long as its sender says, then asks whether it still holds', async () => {
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"one"') return void response.writeHead(304, { 'cache-control': 'max-age=60' }).end();
      return void response.writeHead(200, { 'content-type': 'application/json', etag: '"one"', 'cache-control': 'max-age=0' }).end('[1]');
    };
    const clock = Date.now;
    try {
      assert.equal(await (await to(data())).text(), '[1]');
      assert.equal(await (await to(data())).text(), '[1]');
      assert.equal(requests.length, 1, 'ten seconds hold, whatever the sender says');
      Date.now = () => clock() + 11_000;
      assert.equal(await (await to(data())).text(), '[1]');
      assert.deepEqual(requests.map(({ headers }) => headers['if-none-match']), [undefined, '"one"']);
      Date.now = () => clock() + 60_000;
      assert.equal((await to(data(), { 'if-none-match': '"one"' })).status, 304);
      assert.equal(requests.length, 2);
    } finally {
      Date.now = clock;
    }
  });

  it('keeps nothing that its sender does not want kept', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end('[1]');
    await (await to(data())).text();
    await (await to(data())).text();
    assert.equal(requests.length, 2);
  });

  it('follows a redirect to another host that is named, and to no other', async () => {
    answer = ({ headers, url }, response) => {
      if (url === '/there') return void response.writeHead(200, { 'content-type': 'text/csv' }).end(headers.host);
      return void response.writeHead(302, { location: url === '/away' ? `https://other.example:${port}/there` : url === '/plain' ? `http://data.city.example:${port}/there` : url === '/loop' ? '/loop' : `https://files.city.example:${port}/there` }).end();
    };
    assert.equal(await (await to(data('/moved'))).text(), `files.city.example:${port}`);
    assert.equal((await to(data('/away'))).status, 403);
    assert.equal((await to(data('/plain'))).status, 403);
    assert.equal((await to(data('/loop'))).status, 502);
  });

  it('refuses what is no data, is not named, is not https, or has a password in it', async () => {
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<script>alert(1)</script>');
    const cases: readonly (readonly [url: string, status: number])[] = [
      [data(), 415], [`https://other.example:${port}/`, 403], [`https://data.city.example/`, 403], [`http://data.city.example:${port}/`, 403], [`https://a:b@data.city.example:${port}/`, 403],
      ['file:///etc/passwd', 403], ['trees.csv', 400], ['', 400],
    ];
    for (const [url, status] of cases) {
      const response = await to(url);
      assert.equal(response.status, status, url);
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
    }
  });

  it('stops what is too large, said or not, and what takes too long', async () => {
    const small = relay(10_000);
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/csv', 'content-length': 20_000 }).end('a'.repeat(20_000));
    assert.equal((await to(data(), {}, small)).status, 502);
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      for (let i = 0; i < 20; i += 1) response.write('a'.repeat(1000));
      response.end();
    };
    await assert.rejects(async () => (await to(data('/unsaid'), {}, small)).text());
    answer = () => undefined;
    assert.equal((await to(data('/silent'))).status, 504);
    answer = (_, response) => void response.writeHead(200, { 'content-type': 'text/csv' }).write('begun');
    await assert.rejects(async () => (await to(data('/slow'))).text());
  });

  it('hands on the status of a failure without its page, and counts nothing twice', async () => {
    answer = (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
    for (let i = 0; i < 12; i += 1) assert.equal((await to(data(`/missing/${i}`))).status, 404);
    answer = (_, response) => response.writeHead(200, { 'content-type': 'text/csv' }).end('a');
    for (let i = 0; i < 12; i += 1) assert.equal((await app.request(`/relay?url=${encodeURIComponent(data(`/head/${i}`))}`, { method: 'HEAD' })).status, 200);
  });

  it('never asks an address that is not public, however it is written', async () => {
    for (const address of ['127.0.0.1', '10.1.2.3', '172.20.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:a00:1', '64:ff9b::a00:1', '2002:a00:1::', '2001::1', 'not an address']) {
      assert.equal(isPublic(address), false, address);
    }
    for (const address of ['8.8.8.8', '193.99.144.80', '2a02:2e0:3fe:1001:302::']) assert.equal(isPublic(address), true, address);
    for (const host of ['localhost', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]']) await assert.rejects(publicAddress(host), (error) => error instanceof Problem && error.status === 403, host);
  });

  it('is there where the configuration names a host, and readable by every page', async () => {
    const hub = await createHub({ database: { file: ':memory:' }, log: false, relay: ['localhost'] });
    const response = await hub.fetch(new Request('http://hub.example/v1/relay?url=https://localhost/secrets', { headers: { origin: 'https://any.example' } }));
    assert.deepEqual([response.status, response.headers.get('access-control-allow-origin')], [403, '*']);
    await hub.close();
    const without = await createHub({ database: { file: ':memory:' }, log: false });
    assert.equal((await without.fetch(new Request('http://hub.example/v1/relay?url=https://localhost/'))).status, 404);
    await without.close();
  });
});
