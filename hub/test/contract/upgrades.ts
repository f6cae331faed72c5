import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import Sqlite from 'libsql';
import { Kysely, Migrator, PostgresDialect, SqliteDialect } from 'kysely';
import { Pool } from 'pg';
import * as first from '../../src/migrations/2026-11-23-first.js';
import type { RatingRow } from '../../src/tables.js';
import { openClient, rating, type NewDatabase } from '../client.js';

export function upgrades(database: NewDatabase): void {
  describe('a database of an earlier hub', () => {
    it('keeps its ratings, which mean what they meant', async () => {
      const where = await database();
      const url = 'https://www.city.example/before';
      const old = opened(where);
      const { error } = await new Migrator({ db: old, provider: { getMigrations: async () => ({ '2026-11-23-first': first }) } }).migrateToLatest();
      assert.equal(error, undefined);
      const row = { subject: url, title: null, comment: null, lang: null, created: '2026-11-24T08:00:00.000Z', fingerprint: 'before' };
      await old.insertInto('ratings').values([1, 2, 3, 4, 5, 5].map((value) => ({ ...row, id: randomUUID(), profile: 'simple', value, min: 1, max: 5 }))).execute();
      await old.insertInto('ratings').values({ ...row, id: randomUUID(), profile: 'nps', value: 3, min: 0, max: 10 }).execute();
      await old.destroy();

      const hub = await openClient({ database: where });
      const { body } = await hub.send('GET', `/v1/ratings/summary?subject=${url}`);
      assert.deepEqual(body.intentions, [['very_good', 2], ['good', 1], ['neutral', 1], ['bad', 1], ['very_bad', 1]].map(([intention, count]) => ({ intention, count })));
      assert.deepEqual([body.n, body.satisfied], [6, 0.5]);
      assert.equal((await hub.send('POST', '/v1/ratings', rating({ subject: { url } }))).status, 201);
      await hub.close();
    });
  });
}

/** As the hub opens it, without bringing the tables up to date. */
function opened(where: Awaited<ReturnType<NewDatabase>>): Kysely<{ ratings: Omit<RatingRow, 'intention'> }> {
  if ('url' in where) return new Kysely({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: where.url }) }) });
  const file = new Sqlite(where.file);
  return new Kysely({ dialect: new SqliteDialect({ database: { prepare: (query) => file.prepare(query), close: () => void file.close() } }) });
}
