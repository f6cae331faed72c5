import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { startPostgres, type Postgres } from '../../test/support/postgres.js';
import { backup } from '../src/backup.js';
import { openDatabase } from '../src/database.js';
import { migrate, migrationNames } from '../src/migrations/index.js';
import { restore } from '../src/restore.js';
import type { HubConfig } from '../src/index.js';
import { idea, openClient, rating, send, type Client } from './client.js';
import { runHub, startHub } from './process.js';

type Where = HubConfig['database'];

const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
let postgres: Postgres | string;
before(async () => void (postgres = await startPostgres()));
after(async () => {
  if (typeof postgres !== 'string') await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const path = (ending: string): string => join(folder, `${(count += 1)}.${ending}`);
const sqlite = async (): Promise<Where> => ({ file: path('db') });
const onPostgres = async (): Promise<Where> => ({ url: await (postgres as Postgres).createDatabase() });
const environmentOf = (where: Where): Record<string, string> => ('url' in where ? { DATABASE_URL: where.url } : { CIVIC_DATABASE: where.file });

function hasPostgres(test: TestContext): boolean {
  if (typeof postgres !== 'string') return true;
  test.skip(postgres);
  return false;
}

const linesOf = (file: string): string[] => gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
const rowsOf = (file: string): [table: string, row: Record<string, unknown>][] => linesOf(file).slice(1, -1).map((line) => JSON.parse(line));

/** A backup with these lines between its first and its last one, and the checksum that they have. */
function written(lines: readonly string[], file = path('backup')): string {
  const rows: Record<string, number> = {};
  for (const line of lines.slice(1)) rows[JSON.parse(line)[0]] = (rows[JSON.parse(line)[0]] ?? 0) + 1;
  const sha256 = createHash('sha256').update(lines.map((line) => `${line}\n`).join('')).digest('hex');
  writeFileSync(file, gzipSync(`${lines.join('\n')}\n${JSON.stringify({ rows, sha256 })}\n`));
  return file;
}

async function filled(where: Where): Promise<Client> {
  const hub = await openClient({ database: where, moderation: 'after' });
  for (let number = 0; number < 30; number += 1) {
    const draft = idea({ title: `Idea number ${number} of many`, text: `A line\u2028that has\u2029strange ends, and \\n no others. ${number} 🌳\n"quoted"`, ...(number % 2 && { place: { lon: 13.12345678901234, lat: -0.1, address: 'River bank' } }) });
    assert.equal((await hub.send('POST', '/v1/ideas', draft)).status, 201);
    await hub.send('PUT', `/v1/ideas/${draft.id}/support`, undefined, { 'civic-supporter': randomUUID() });
    assert.equal((await hub.send('POST', '/v1/ratings', rating({ reasons: ['clear', 'other'], comment: 'Kept, never published' }))).status, 201);
  }
  return hub;
}

async function everything(hub: Client): Promise<unknown[]> {
  return Promise.all(['ideas.csv', 'ideas.geojson', 'ratings.csv', 'ideas?limit=100', 'ideas/similar?q=idea of many'].map(async (each) => (await hub.send('GET', `/v1/${each}`)).text));
}

const filledTables = (rows: Readonly<Record<string, number>>): Record<string, number> => Object.fromEntries(Object.entries(rows).filter(([, count]) => count > 0));

describe('A backup', () => {
  const kept = { ratings: 30, rating_reasons: 60, ideas: 30, supports: 30, idea_steps: 30 };

  for (const [name, from] of [['SQLite', sqlite], ['PostgreSQL', onPostgres]] as const) {
    it(`of ${name} is restored into either database, and is the same again from there`, async (test) => {
      if (!hasPostgres(test)) return;
      const where = await from();
      const source = await filled(where);
      const first = path('backup');
      assert.deepEqual(filledTables(await backup(where, first)), kept);
      assert.equal(statSync(first).mode & 0o777, 0o600, 'Nobody else on the machine reads it.');
      for (const to of [await sqlite(), await onPostgres()]) {
        assert.deepEqual(await restore(to, first, { replace: false }), kept);
        const copy = await openClient({ database: to, moderation: 'after' });
        assert.deepEqual(await everything(copy), await everything(source));
        await copy.close();
        const second = path('backup');
        await backup(to, second);
        assert.deepEqual(rowsOf(second), rowsOf(first));
      }
      await source.close();
    });

    it(`of ${name} is one moment of a hub that runs and writes on`, async (test) => {
      if (!hasPostgres(test)) return;
      const where = await from();
      const hub = await startHub({ ...environmentOf(where), CIVIC_MODERATION: 'after', CIVIC_LOG: 'off' });
      const acknowledged = new Set<string>();
      const over = new AbortController();
      const writing = Promise.all(Array.from({ length: 4 }, async () => {
        while (!over.signal.aborted) {
          const [draft, answer] = [idea(), rating({ reasons: ['clear'] })];
          assert.equal((await send(fetch, `${hub.address}/v1/ideas`, 'POST', draft)).status, 201);
          assert.equal((await send(fetch, `${hub.address}/v1/ideas/${draft.id}/support`, 'PUT', undefined, { 'civic-supporter': randomUUID() })).status, 200);
          assert.equal((await send(fetch, `${hub.address}/v1/ratings`, 'POST', answer)).status, 201);
          acknowledged.add(draft.id).add(answer.id as string);
        }
      }));
      while (acknowledged.size < 300) await new Promise((done) => setTimeout(done, 5));
      const before = [...acknowledged];
      const file = path('backup');
      const { code, output } = await runHub(environmentOf(where), 'backup', file);
      const meanwhile = acknowledged.size - before.length;
      over.abort();
      await writing;
      await hub.end('SIGTERM');
      assert.deepEqual([code, /: \d+ ratings, (\d+ \w+, )*\d+ \w+ kept\.\n$/.test(output)], [0, true], output);
      assert.ok(meanwhile > 0, 'The hub was writing.');
      const rows = rowsOf(file);
      const of = (table: string): Record<string, unknown>[] => rows.flatMap(([each, row]) => (each === table ? [row] : []));
      const ids = new Set([...of('ideas'), ...of('ratings')].map(({ id }) => id));
      assert.deepEqual(before.filter((id) => !ids.has(id)), [], 'All that was acknowledged before it began is in it.');
      assert.equal(of('rating_reasons').length, of('ratings').length, 'A rating is there with its reasons or not at all.');
      assert.equal(of('ideas').reduce((sum, { supports }) => sum + (supports as number), 0), of('supports').length, 'Counts and rows are of one moment.');
      const copy = await sqlite();
      assert.equal((await runHub(environmentOf(copy), 'restore', file)).code, 0);
      test.diagnostic(`${rows.length} rows, ${meanwhile} writes acknowledged while they were kept`);
    });
  }

  it('of an older hub is brought up to date where it is restored', async (test) => {
    if (!hasPostgres(test)) return;
    const [oldest] = migrationNames;
    const where = await sqlite();
    const database = await openDatabase(where, (opened) => migrate(opened, oldest));
    const id = randomUUID();
    const moment = '2026-11-23T09:00:00.000Z';
    await sql`insert into ideas (id, title, text, status, supports, created, updated, commitments, key, fingerprint, folded) values (${id}, 'An idea of long ago', 'Kept by the first of all hubs.', 'open', 0, ${moment}, ${moment}, '[]', 'k', 'f', 'an idea of long ago')`.execute(database);
    await database.destroy();
    const file = path('backup');
    await backup(where, file);
    assert.equal(JSON.parse(linesOf(file)[0]!).migration, oldest);
    for (const to of [await sqlite(), await onPostgres()]) {
      await restore(to, file, { replace: false });
      const hub = await openClient({ database: to });
      assert.equal((await hub.send('GET', `/v1/ideas/${id}`)).body.title, 'An idea of long ago');
      await hub.close();
      if (migrationNames.length > 1) await assert.rejects(restore(to, file, { replace: true }), /older hub.*new database/);
    }
  });

  it('is refused by a database that is not empty, unless it is told to replace what is there', async () => {
    const where = await sqlite();
    const hub = await filled(where);
    const file = path('backup');
    await backup(where, file);
    const kept = await everything(hub);
    await hub.send('POST', '/v1/ideas', idea());
    await hub.close();
    const refused = await runHub(environmentOf(where), 'restore', file);
    assert.deepEqual([refused.code, /not empty.*--replace/.test(refused.output)], [1, true]);
    assert.equal((await runHub(environmentOf(where), 'restore', file, '--replace')).code, 0);
    const again = await openClient({ database: where, moderation: 'after' });
    assert.deepEqual(await everything(again), kept);
    await again.close();
  });

  it('that is damaged, cut off, changed or none is refused before anything is touched', async () => {
    const source = await sqlite();
    await (await filled(source)).close();
    const file = path('backup');
    await backup(source, file);
    const lines = linesOf(file);
    const put = (content: Buffer | string): string => {
      const name = path('backup');
      writeFileSync(name, content);
      return name;
    };
    const bytes = readFileSync(file);
    const again = (change: (text: string) => string): string => put(gzipSync(change(`${lines.join('\n')}\n`)));
    const head = JSON.parse(lines[0]!);
    const where = await sqlite();
    for (const [wrong, message] of [
      [put(bytes.subarray(0, bytes.length / 2)), /damaged/], [put(''), /damaged|empty/], [put('{"backup":"civic-hub"}'), /is no backup/], [put(gzipSync('')), /is empty/], [put(gzipSync('hello\n')), /is no backup/],
      [again((text) => text.replace('Idea number 7', 'Idea number 8')), /damaged: its checksum/], [again((text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)), /damaged: its end is missing/],
      [again((text) => `${text}${lines[1]}\n`), /damaged: it goes on/], [again((text) => text.replace(`${lines[3]}\n`, '')), /damaged: its checksum/],
      [written([...lines.slice(0, -1), '["secrets",{"id":"1"}]']), /damaged: a line is no row/],
      [written([JSON.stringify({ ...head, migration: '2999-01-01-later' }), ...lines.slice(1, -1)]), /newer civic-hub/], [join(folder, 'none'), /cannot be read \(ENOENT\)/],
    ] as const) {
      await assert.rejects(restore(where, wrong, { replace: true }), message);
      assert.throws(() => statSync((where as { file: string }).file), /ENOENT/);
    }
    await restore(where, written(lines.slice(0, -1)), { replace: false });
  });

  it('with a row that cannot be leaves the database as it was', async (test) => {
    if (!hasPostgres(test)) return;
    const source = await sqlite();
    await (await filled(source)).close();
    const file = path('backup');
    await backup(source, file);
    const lines = linesOf(file).slice(0, -1);
    const doubled = written([...lines, lines.at(-1)!]);
    const unknown = written([...lines, JSON.stringify(['supports', { 'id" text); drop table ideas; --': 1 }])]);
    for (const where of [await sqlite(), await onPostgres()]) {
      await assert.rejects(restore(where, doubled, { replace: false }), /unique/i);
      await assert.rejects(restore(where, unknown, { replace: false }));
      const hub = await openClient({ database: where });
      assert.equal((await hub.send('GET', '/v1/ideas')).body.total, 0);
      await hub.close();
      assert.equal((await restore(where, file, { replace: false })).ideas, 30);
    }
  });

  it('never takes the place of a file, and says what it needs', async () => {
    const where = await sqlite();
    const file = path('backup');
    assert.match((await runHub(environmentOf(where), 'backup', file)).output, /CIVIC_DATABASE: there is no file/);
    await (await filled(where)).close();
    writeFileSync(file, 'precious');
    const refused = await runHub(environmentOf(where), 'backup', file);
    assert.deepEqual([refused.code, /file .* already/.test(refused.output), readFileSync(file, 'utf8')], [1, true, 'precious']);
    assert.match((await runHub(environmentOf(where), 'backup', join(folder, 'no', 'folder'))).output, /cannot be written \(ENOENT\)/);
    for (const command of [['backup'], ['restore', file, '--force'], ['serve'], ['backup', '--replace']]) assert.match((await runHub(environmentOf(where), ...command)).output, /^civic-hub +answers requests\ncivic-hub backup FILE/);
  });
});
