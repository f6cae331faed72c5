import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { startPostgres } from '../../test/support/postgres.js';
import { idea, rating, send, token, type Answer } from './client.js';
import { startHub } from './process.js';

const writes = 1000;
const atOnce = 20;
const subject = 'https://www.city.example/survey';

interface Write {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const makeWrites = (): Write[] => Array.from({ length: writes }, (_, index) => (index % 2
  ? { path: '/v1/ideas', body: idea({ title: `Idea number ${index} of this test` }) }
  : { path: '/v1/ratings', body: rating({ subject: { url: subject }, score: { value: 1 + (index % 5), min: 1, max: 5 }, reasons: ['other'] }) }));

const post = (address: string, { path, body }: Write): Promise<Answer> => send(fetch, address + path, 'POST', body);

/** Sends all, some at once, and gives each that was acknowledged to `onDone`; stops where the hub does not answer any more. */
async function sendAll(address: string, all: readonly Write[], onDone: (write: Write, status: number) => void): Promise<void> {
  const waiting = all.values();
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (const write of waiting) {
      const answer = await post(address, write).catch(() => undefined);
      if (!answer) return;
      onDone(write, answer.status);
    }
  }));
}

async function losesNothing(database: Readonly<Record<string, string>>): Promise<string> {
  const environment = { ...database, CIVIC_MODERATION: 'after', CIVIC_TOKEN: token, CIVIC_LOG: 'off' };
  const all = makeWrites();
  const acknowledged = new Set<Write>();
  const first = await startHub(environment);
  let killed: Promise<number | string> | undefined;
  await sendAll(first.address, all, (write, status) => {
    assert.equal(status, 201);
    acknowledged.add(write);
    if (acknowledged.size === writes / 2) killed = first.end('SIGKILL');
  });
  assert.equal(await killed, 'SIGKILL');
  assert.ok(acknowledged.size >= writes / 2 && acknowledged.size < writes, `${acknowledged.size} were acknowledged: the kill has to fall in the middle.`);

  const second = await startHub(environment);
  try {
    const total = async (): Promise<{ ideas: number; ratings: number }> => ({
      ideas: (await send(fetch, `${second.address}/v1/ideas`, 'GET')).body.total,
      ratings: (await send(fetch, `${second.address}/v1/ratings/summary?subject=${subject}`, 'GET')).body.n,
    });
    const kept = await total();
    const answers = new Map<Write, number>();
    await sendAll(second.address, all, (write, status) => void answers.set(write, status));
    const lost = all.filter((write) => acknowledged.has(write) && answers.get(write) !== 200);
    assert.deepEqual(lost, [], 'What was acknowledged is there: its repeat says 200.');
    assert.ok(all.every((write) => answers.get(write) === 200 || answers.get(write) === 201));
    const known = [...answers.values()].filter((status) => status === 200).length;
    assert.equal(known, kept.ideas + kept.ratings, 'What was there before the repeats, acknowledged or not, is exactly what they find.');
    assert.deepEqual(await total(), { ideas: writes / 2, ratings: writes / 2 }, 'Nothing is doubled, nothing missing.');
    const { body } = await send(fetch, `${second.address}/v1/ratings/summary?subject=${subject}`, 'GET');
    assert.deepEqual(body.reasons, [{ code: 'other', count: writes / 2 }], 'A rating is there with its reasons or not at all.');
    return `${acknowledged.size} of ${writes} writes acknowledged before the kill, ${kept.ideas + kept.ratings} found after it, 0 acknowledged lost; all repeated, 0 doubled`;
  } finally {
    await second.end('SIGTERM');
  }
}

describe('A hub that is killed in the middle of a thousand writes', () => {
  it('has on SQLite all that it acknowledged, and nothing twice when all is sent again', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    test.diagnostic(`SQLite: ${await losesNothing({ CIVIC_DATABASE: join(folder, 'hub.db') })}`);
  });

  it('has on PostgreSQL all that it acknowledged, and nothing twice when all is sent again', async (test) => {
    const postgres = await startPostgres();
    if (typeof postgres === 'string') return test.skip(postgres);
    after(() => postgres.stop());
    test.diagnostic(`PostgreSQL: ${await losesNothing({ DATABASE_URL: await postgres.createDatabase() })}`);
  });
});
