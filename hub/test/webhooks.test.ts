import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startPostgres } from '../../test/support/postgres.js';
import type { HubConfig } from '../src/config.js';
import { signatureOf } from '../src/webhooks.js';
import { idea, moderator, openClient, publish, rating } from './client.js';
import { delivered } from './delivered.js';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('Other systems of the city', () => {
  const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
  let server: Server;
  let url: string;
  let heard: Heard[] = [];
  let status = 200;
  let count = 0;
  before(async () => {
    server = createServer(async (request, response) => {
      heard.push({ headers: request.headers, body: (await request.setEncoding('utf8').toArray()).join('') });
      response.writeHead(status).end();
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const newFile = (): HubConfig['database'] => ({ file: join(folder, `${(count += 1)}.db`) });
  const types = (): string[] => heard.map(({ body }) => (JSON.parse(body) as { type: string }).type);

  /** How much is left of it. */
  const deliver = async (where: HubConfig['database'], { hooks = [{ url, secret }], isLater = false } = {}): Promise<number> => (await delivered(where, { webhooks: hooks }, isLater)).length;

  it('are told what came and what was decided, each message signed and with nothing that is for moderators alone', async () => {
    heard = [];
    const where = newFile();
    const hub = await openClient({ database: where, webhooks: [{ url, secret }] });
    await hub.send('POST', '/v1/ratings', rating({ comment: 'For your eyes only' }));
    const { id, key } = await publish(hub);
    await hub.send('POST', `/v1/ideas/${id}/comments`, { id: crypto.randomUUID(), text: 'Well said', key: `key-${id}` });
    await hub.send('DELETE', `/v1/ideas/${id}`, undefined, { authorization: `Bearer ${key}` });
    await hub.close();
    assert.equal(await deliver(where), 0);
    assert.deepEqual(types().sort(), ['comment.received', 'idea.changed', 'idea.received', 'idea.withdrawn', 'rating.received']);
    assert.ok(!heard.some(({ body }) => body.includes('For your eyes only') || body.includes(key) || body.includes(`key-${id}`)));
    for (const { headers, body } of heard) {
      const [name, at] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
      const expected = createHmac('sha256', Buffer.from(secret.slice(6), 'base64')).update(`${name}.${at}.${body}`).digest('base64');
      assert.equal(headers['webhook-signature'], `v1,${expected}`);
      assert.ok(Math.abs(Number(at) - Date.now() / 1000) < 60);
    }
  });

  it('are told what becomes of a comment: published, hidden, published again, taken back with nothing of what it said', async () => {
    heard = [];
    const where = newFile();
    const hub = await openClient({ database: where, webhooks: [{ url, secret, events: ['comment.received', 'comment.changed'] }] });
    const { id } = await publish(hub);
    const [comment, key] = [crypto.randomUUID(), `key-of-comment-${id}`];
    await hub.send('POST', `/v1/ideas/${id}/comments`, { id: comment, text: 'Well said', key });
    await hub.send('PATCH', `/v1/comments/${comment}`, { status: 'open' }, moderator);
    // What changes nothing is nothing that is told.
    await hub.send('PATCH', `/v1/comments/${comment}`, { status: 'open' }, moderator);
    const { body: { decisions: [decision] } } = await hub.send('POST', '/v1/moderation/decisions', { kind: 'comment', ids: [comment], change: { status: 'deleted' } }, moderator);
    await hub.send('POST', '/v1/moderation/undo', { decisions: [decision] }, moderator);
    for (let times = 0; times < 2; times += 1) await hub.send('DELETE', `/v1/comments/${comment}`, undefined, { authorization: `Bearer ${key}` });
    await hub.close();
    assert.equal(await deliver(where), 0);
    const told = heard.map(({ body }) => JSON.parse(body) as { type: string; data: { id: string; idea: string; text: string; status: string } });
    assert.deepEqual(told.map(({ type, data: { status, text } }) => `${type} ${status} ${text}`).sort(), [
      'comment.changed deleted Well said', 'comment.changed open Well said', 'comment.changed open Well said', 'comment.changed withdrawn ', 'comment.received held Well said',
    ]);
    assert.ok(told.every(({ data }) => data.id === comment && data.idea === id));
    assert.ok(!heard.some(({ body }) => body.includes(key)));
  });

  it('are signed to as the standard’s own example is', () => {
    assert.equal(signatureOf(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', '1614265330', '{"test": 2432232314}'), 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('are told later what does not arrive, and with the same id', async () => {
    heard = [];
    status = 503;
    const where = newFile();
    const hub = await openClient({ database: where, webhooks: [{ url, secret }] });
    await hub.send('POST', '/v1/ideas', idea());
    await hub.close();
    assert.equal(await deliver(where), 1);
    // Not at once again.
    assert.equal(await deliver(where), 1);
    assert.equal(heard.length, 1);
    status = 204;
    assert.equal(await deliver(where, { isLater: true }), 0);
    assert.equal(heard.length, 2);
    assert.equal(heard[0]!.headers['webhook-id'], heard[1]!.headers['webhook-id']);
    status = 200;
  });

  it('hear only what they asked for, and nothing of what was not kept', async () => {
    heard = [];
    const where = newFile();
    const hub = await openClient({ database: where, webhooks: [{ url, secret, events: ['rating.received'] }], limits: { ratings: 1 } });
    await hub.send('POST', '/v1/ideas', idea());
    const sent = rating();
    for (const each of [sent, sent, rating()]) await hub.send('POST', '/v1/ratings', each);
    await hub.close();
    await deliver(where);
    assert.deepEqual(types(), ['rating.received']);
  });

  it('hear each message once, however many instances share the database', async (test) => {
    heard = [];
    const postgres = await startPostgres();
    if (typeof postgres === 'string') return test.skip(postgres);
    const where = { url: await postgres.createDatabase() };
    const hub = await openClient({ database: where, webhooks: [{ url, secret }], moderation: 'after' });
    await Promise.all(Array.from({ length: 40 }, () => hub.send('POST', '/v1/ideas', idea())));
    await hub.close();
    await Promise.all([deliver(where), deliver(where), deliver(where)]);
    assert.equal(await deliver(where), 0);
    assert.equal(new Set(heard.map(({ headers }) => headers['webhook-id'])).size, 40);
    assert.equal(heard.length, 40);
    await postgres.stop();
    return undefined;
  });

  it('that are not there any more keep their messages', async () => {
    const where = newFile();
    const hub = await openClient({ database: where, webhooks: [{ url, secret }] });
    const { id } = idea();
    await hub.send('POST', '/v1/ideas', { ...idea(), id });
    await hub.send('PATCH', `/v1/ideas/${id}`, { status: 'open' }, moderator);
    await hub.close();
    assert.equal(await deliver(where, { hooks: [] }), 2);
  });
});
