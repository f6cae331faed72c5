import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { openDatabase } from '../src/database.js';
import { forget } from '../src/retention.js';

const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
after(() => rmSync(folder, { recursive: true, force: true }));

it('What is older than its rule says is forgotten, and the scores still count', async () => {
  const database = await openDatabase({ file: join(folder, 'old.db') });
  const add = (id: string, day: string, held: string | null): Promise<unknown> => database.insertInto('ratings')
    .values({ id, subject: 'https://city.example', title: null, profile: 'simple', value: 4, min: 1, max: 5, comment: `Comment ${id}`, lang: null, created: `${day}T12:00:00.000Z`, fingerprint: id, held }).execute();
  await add('old', '2025-01-01', null);
  await add('new', '2026-11-01', null);
  await add('old held', '2026-01-01', 'no-proof');
  await add('new held', '2026-11-01', 'no-proof');
  const idea = { title: '', text: '', lon: null, lat: null, address: null, category: null, challenge: null, lang: null, status: 'open', supports: 0, comments: 0, answer: null, answer_by: null, answered: null, commitments: '[]', key: '', fingerprint: '', folded: '', held: null } as const;
  await database.insertInto('ideas').values({ id: 'idea', created: '2025-01-01T12:00:00.000Z', updated: '2025-01-01T12:00:00.000Z', ...idea }).execute();
  const say = (id: string, day: string, status: 'held' | 'open' | 'deleted'): Promise<unknown> => database.insertInto('comments')
    .values({ id, idea: 'idea', text: id, lang: null, status, official: null, created: `${day}T12:00:00.000Z`, key: '', fingerprint: '', held: null }).execute();
  await say('open', '2025-01-01', 'open');
  await say('waits long', '2026-01-01', 'held');
  await say('deleted long ago', '2026-01-01', 'deleted');
  await say('waits', '2026-11-01', 'held');
  const bring = (id: string, kind: 'webhook' | 'open311', day: string, due: string | null): Promise<unknown> => database.insertInto('deliveries')
    .values({ id, kind, hook: 'https://crm.city.example', body: '{}', created: `${day}T12:00:00.000Z`, attempts: 1, due, code: 'unreachable', failure: null }).execute();
  await bring('given up', 'webhook', '2026-01-01', null);
  await bring('given up of late', 'webhook', '2026-11-01', null);
  await bring('tried', 'webhook', '2026-01-01', '2026-11-27T00:00:00.000Z');
  await bring('forward', 'open311', '2026-01-01', null);
  await forget(database, { comments: 365, held: 90 }, new Date('2026-11-26T00:00:00Z'));
  const rows = await database.selectFrom('ratings').select(['id', 'comment']).orderBy('id').execute();
  assert.deepEqual(rows.map(({ id, comment }) => [id, comment]), [['new', 'Comment new'], ['new held', 'Comment new held'], ['old', null]]);
  assert.deepEqual((await database.selectFrom('comments').select('id').orderBy('id').execute()).map(({ id }) => id), ['open', 'waits']);
  assert.deepEqual((await database.selectFrom('deliveries').select('id').orderBy('id').execute()).map(({ id }) => id), ['forward', 'given up of late', 'tried']);
  await forget(database, {}, new Date('2126-11-26T00:00:00Z'));
  assert.equal((await database.selectFrom('ratings').select('id').execute()).length, 3);
  await database.destroy();
});
