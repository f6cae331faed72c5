import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { idea, rating, send, type Answer } from './client.js';
import { startHub, type HubProcess } from './process.js';

describe('civic-hub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
  const environment = { CIVIC_DATABASE: join(folder, 'hub.db') };
  let hub: HubProcess;
  before(async () => void (hub = await startHub(environment)));
  after(async () => {
    await hub.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });
  const to = (method: string, path: string, body?: unknown, headers = {}): Promise<Answer> => send(fetch, hub.address + path, method, body, headers);

  it('says at its start what nobody can do yet', () => {
    assert.match(hub.output(), /CIVIC_TOKEN is not set/);
    assert.match(hub.output(), /CIVIC_ORIGINS is not set/);
  });

  it('refuses a body that is too large before and while it is read, and answers on', async () => {
    assert.equal((await to('POST', '/v1/ratings', rating({ comment: 'a'.repeat(70_000) }))).status, 413);
    // In chunks and without a length, so that only reading tells how much it is.
    const { hostname, port } = new URL(hub.address);
    const sending = request({ hostname, port, path: '/v1/ratings', method: 'POST', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } });
    const answered = once(sending, 'response');
    for (let chunk = 0; chunk < 10; chunk += 1) sending.write(' '.repeat(10_000));
    sending.end();
    const [response] = await answered;
    assert.equal(response.statusCode, 413);
    assert.equal(response.headers['content-type'], 'application/problem+json');
    response.resume();
    assert.equal((await to('GET', '/v1/health')).status, 200);
  });

  it('refuses what is no request, and answers on', async () => {
    const { hostname, port } = new URL(hub.address);
    const raw = async (text: string): Promise<string> => {
      const socket = connect(Number(port), hostname);
      let answer = '';
      socket.setEncoding('utf8').on('data', (part: string) => void (answer += part));
      socket.on('error', () => {});
      socket.end(text);
      await once(socket, 'close');
      return /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'closed';
    };
    const head = 'POST /v1/ratings HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n';
    for (const [text, status] of [
      ['nothing of HTTP\r\n\r\n', '400'], [`GET /v1 HTTP/1.1\r\nHost: hub\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, '431'], [`${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}   `, '400'],
      [`${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, '400'], [`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, '400'], [`${head}Content-Length: -1\r\n\r\n`, '400'],
      ['GET /v1 HTTP/1.1\r\nHost: hub\r\nX: a\0b\r\n\r\n', '400'],
    ] as const) assert.equal(await raw(text), status, text.slice(0, 80));
    const zipped = await fetch(`${hub.address}/v1/ratings`, { method: 'POST', body: gzipSync(JSON.stringify(rating())), headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' } });
    assert.equal(zipped.status, 400, 'Nothing is unpacked, so that nothing small becomes large.');
    assert.equal((await to('GET', '/v1/health')).status, 200);
  });

  it('takes a sender who leaves in the middle for no failure of its own', async () => {
    const { hostname, port } = new URL(hub.address);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('POST /v1/ratings HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nX-Request-Id: 0123456789abcdef\r\nContent-Length: 50\r\n\r\n{');
    await new Promise((done) => setTimeout(done, 200));
    socket.destroy();
    while (!hub.output().includes('0123456789abcdef')) await new Promise((done) => setTimeout(done, 20));
    const lines = hub.output().split('\n').filter((line) => line.includes('0123456789abcdef')).map((line) => JSON.parse(line));
    assert.deepEqual(lines.map(({ status, error }) => [status, error]), [[400, undefined]]);
  });

  it('takes what is no UTF-8 for no JSON', async () => {
    const response = await fetch(`${hub.address}/v1/ratings`, { method: 'POST', body: new Uint8Array([0x22, 0xff, 0x22]), headers: { 'content-type': 'application/json' } });
    assert.equal(response.status, 400);
  });

  it('writes a line a request, with nothing of who asked or what', async () => {
    const draft = idea({ text: 'Nobody shall read this in a log.' });
    await to('POST', '/v1/ideas', draft);
    const { headers } = await to('GET', `/v1/ideas/${draft.id}?q=secret-question`, undefined, { authorization: `Bearer ${draft.key}`, 'x-request-id': 'jane.doe' });
    const line = hub.output().split('\n').filter((each) => each.startsWith('{')).map((each) => JSON.parse(each)).at(-1);
    assert.deepEqual([line.method, line.route, line.status, typeof line.ms], ['GET', '/v1/ideas/:id', 200, 'number']);
    assert.equal(line.request, headers.get('x-request-id'));
    assert.equal((await to('GET', '/v1', undefined, { 'x-request-id': '4bf92f3577b34da6a3ce929d0e0e4736' })).headers.get('x-request-id'), '4bf92f3577b34da6a3ce929d0e0e4736', 'The number that a proxy gave it stays.');
    for (const secret of ['jane.doe', draft.id, draft.key, 'log', 'secret-question', '127.0.0.1"']) assert.ok(!hub.output().includes(secret), secret);
  });

  it('finishes what is in flight when it is told to stop, and has it when it starts again', async () => {
    const draft = idea();
    const body = JSON.stringify(draft);
    const { hostname, port } = new URL(hub.address);
    const slow = connect(Number(port), hostname);
    await once(slow, 'connect');
    slow.write(`POST /v1/ideas HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
    // A connection that is kept alive after its answer must not keep the hub alive.
    await to('GET', '/v1/health');
    await new Promise((done) => setTimeout(done, 200));
    const ended = hub.end('SIGTERM');
    await new Promise((done) => setTimeout(done, 300));
    await assert.rejects(to('GET', '/v1/health'), 'It takes nothing new.');
    slow.write(body.slice(10));
    const [answer] = await once(slow, 'data');
    assert.match(String(answer), /^HTTP\/1\.1 201 /);
    const started = performance.now();
    assert.equal(await ended, 0);
    assert.ok(performance.now() - started < 2000, 'It waits for requests, not for idle connections.');
    slow.destroy();
    hub = await startHub(environment);
    assert.equal((await to('POST', '/v1/ideas', draft)).status, 200);
  });

  it('reads a plan again when it changes, and keeps the last good one', async () => {
    const plan = join(folder, 'plan.json');
    const write = (title: string, text = JSON.stringify({ title, commitments: [{ id: 'C-1', title: 'Forty benches', status: 'started' }] })): void => writeFileSync(plan, text);
    write('First');
    const planned = await startHub({ CIVIC_DATABASE: join(folder, 'planned.db'), CIVIC_COMMITMENTS: plan, CIVIC_LOG: 'off' });
    const read = async (): Promise<unknown> => (await send(fetch, `${planned.address}/v1/commitments`, 'GET')).body.title;
    const titles = [await read()];
    for (const [title, text] of [['Second'], ['Third', '{ "commitments": [ { "id": 7 } ] }']] as const) {
      await new Promise((done) => setTimeout(done, 20));
      write(title, text);
      titles.push(await read());
    }
    assert.deepEqual(titles, ['First', 'Second', 'Second']);
    assert.match(planned.output(), /CIVIC_COMMITMENTS: .*plan\.json at commitments\.0\.id/);
    await planned.end('SIGTERM');
  });

  it('does not start with settings that cannot be, and names each with the way out', async () => {
    for (const [settings, message] of [
      [{ CIVIC_MINIMUM: '0', CIVIC_ORIGINS: 'city.example' }, /CIVIC_ORIGINS: .*https:\/\/www\.city\.example[^]*CIVIC_MINIMUM: .*1 to 9999/],
      [{ DATABASE_URL: 'postgres://civic:secret@127.0.0.1:1/civic' }, /DATABASE_URL: the database at 127\.0\.0\.1:1 .*ECONNREFUSED/],
      [{ CIVIC_DATABASE: join(folder, 'no/such/folder.db') }, /CIVIC_DATABASE: .*folder\.db cannot be opened/],
      [{ CIVIC_COMMITMENTS: join(folder, 'none.json') }, /CIVIC_COMMITMENTS: there is no file/],
      [{ PORT: new URL(hub.address).port }, /PORT and HOST: cannot listen .*EADDRINUSE/],
      [{ PORT: 'x' }, /PORT: write a number/],
    ] as const) {
      await assert.rejects(startHub({ CIVIC_DATABASE: join(folder, 'other.db'), ...settings }), (error: Error) => {
        assert.match(error.message, message);
        assert.match(error.message, /ended with 1/);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      });
    }
  });
});
