import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createHub, defaults, type Hub } from '../src/index.js';
import { listen } from '../src/listening.js';
import { rating, send } from './client.js';

describe('A client that is too slow', () => {
  const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
  let hub: Hub;
  let server: Server;
  before(async () => {
    hub = await createHub({ ...defaults, database: { file: join(folder, 'hub.db') }, guard: false, limits: {}, log: false, moderation: 'after' });
    server = listen(hub, { port: 0, hostname: '127.0.0.1', limits: { head: 300, request: 600, silence: 1000, look: 50 } });
    await once(server, 'listening');
  });
  after(async () => {
    server.close();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const port = (): number => (server.address() as AddressInfo).port;
  const begin = async (text: string): Promise<Socket> => {
    const socket = connect(port(), '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  };

  it('with the head or the body of a request is told so and let go, and what it began counts nothing', async () => {
    const body = JSON.stringify(rating());
    for (const text of ['POST /v1/ratings HTTP/1.1\r\nHost: hub\r\n', `POST /v1/ratings HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: ${body.length + 1}\r\n\r\n${body}`]) {
      const socket = await begin(text);
      const answer = (await socket.setEncoding('utf8').toArray()).join('');
      assert.match(answer, /^HTTP\/1\.1 408 /);
    }
    const { body: summary } = await send(fetch, `http://127.0.0.1:${port()}/v1/ratings/summary?subject=https://www.city.example/passport`, 'GET');
    assert.equal(summary['n'], 0);
  });

  it('to read the answer is let go, too', async () => {
    // Many megabytes, more than lie between the two ends.
    const socket = await begin('GET /v1/openapi.json HTTP/1.1\r\nHost: hub\r\n\r\n'.repeat(500));
    socket.pause();
    const connections = async (): Promise<number> => new Promise((done) => server.getConnections((_, count) => done(count)));
    let left = 1;
    for (let look = 0; look < 200 && left > 0; look += 1) {
      await new Promise((done) => setTimeout(done, 50));
      left = await connections();
    }
    socket.destroy();
    assert.equal(left, 0);
  });
});
