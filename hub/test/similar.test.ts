import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { startPostgres } from '../../test/support/postgres.js';
import type { HubConfig } from '../src/index.js';
import { openDatabase } from '../src/database.js';
import { foldedText } from '../src/fold.js';
import { idea, openClient } from './client.js';

const ideas = 10_000;

/** In milliseconds, for the slowest of twenty: people see the list while they type. Far above what is measured, for the machine may be busy. */
const patience = 500;

const syllables = ['ba', 'ker', 'lin', 'to', 'mar', 'sen', 'de', 'fu', 'gor', 'hal', 'is', 'jo', 'nu', 'pre', 'rou', 'stra', 'ti', 'vel', 'wen', 'zo'];

/** Always the same numbers from 0 to 1, so that each run has the same ideas. */
function* numbers(): Generator<number> {
  for (let state = 1; ; state = (state * 48_271) % 2_147_483_647) yield state / 2_147_483_647;
}

/** Ideas of made-up words; as in every language, few words are frequent and most are rare. */
async function fill(config: HubConfig['database']): Promise<void> {
  const random = numbers();
  const next = (): number => random.next().value as number;
  const vocabulary = Array.from({ length: 4000 }, () => Array.from({ length: 1 + Math.floor(next() * 4) }, () => syllables[Math.floor(next() * syllables.length)]).join(''));
  const say = (count: number): string => Array.from({ length: count }, () => vocabulary[Math.floor(next() ** 3 * vocabulary.length)]).join(' ');
  const database = await openDatabase(config);
  for (let start = 0; start < ideas; start += 500) {
    await database.insertInto('ideas').values(Array.from({ length: 500 }, (_, index) => {
      const [title, text] = [say(6), say(60)];
      const created = new Date(Date.UTC(2026, 0, 1) + (start + index) * 1000).toISOString();
      return {
        id: randomUUID(), title, text, lon: 13 + next(), lat: 52 + next(), address: null, category: null, challenge: null, lang: null, status: 'open' as const, supports: 0, comments: 0,
        created, updated: created, answer: null, answer_by: null, answered: null, commitments: '[]', key: '', fingerprint: '', folded: foldedText(title, text),
      };
    })).execute();
  }
  await database.destroy();
}

async function measure(database: HubConfig['database']): Promise<string> {
  await fill(database);
  const started = performance.now();
  const hub = await openClient({ database, moderation: 'after' });
  const start = performance.now() - started;
  await hub.send('GET', '/v1/ideas/similar?q=river');
  const ready = performance.now() - started;
  const draft = idea({ title: 'More benches along the river bank', place: { lon: 13.5, lat: 52.5 } });
  await hub.send('POST', '/v1/ideas', draft);
  const times: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const asked = performance.now();
    // Frequent words as well as those of the one idea, near a place where a hundred are.
    const { body } = await hub.send('GET', '/v1/ideas/similar?q=bench river ba ker lin to mar sen hal bato kerlin&lon=13.5&lat=52.5');
    times.push(performance.now() - asked);
    assert.equal(body.ideas[0].idea.id, draft.id);
    assert.ok(body.ideas.length <= 5);
  }
  await hub.close();
  times.sort((a, b) => a - b);
  assert.ok(times.at(-1)! < patience, `The slowest took ${times.at(-1)} ms.`);
  return `${ideas} ideas: started in ${start.toFixed(0)} ms, first question answered after ${ready.toFixed(0)} ms, then half of the questions within ${times[10]!.toFixed(1)} ms, all within ${times.at(-1)!.toFixed(1)} ms`;
}

describe('Similar ideas among ten thousand', () => {
  it('are found at once on SQLite', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    test.diagnostic(`SQLite, ${await measure({ file: join(folder, 'hub.db') })}`);
  });

  it('are found at once on PostgreSQL', async (test) => {
    const postgres = await startPostgres();
    if (typeof postgres === 'string') return test.skip(postgres);
    after(() => postgres.stop());
    test.diagnostic(`PostgreSQL, ${await measure({ url: await postgres.createDatabase() })}`);
  });
});
