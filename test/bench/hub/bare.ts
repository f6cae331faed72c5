import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import Sqlite from 'libsql';
import { Pool } from 'pg';
import type { RatingRow } from '../../../hub/src/tables.js';
import type { Sent } from './ratings.js';

/** The peer: what a developer writes who wants ratings in a table and nothing else. Same server, same drivers, same table, same durability. */
const { DATABASE_URL: url, CIVIC_DATABASE: file = '' } = process.env;
const columns = ['id', 'subject', 'title', 'profile', 'value', 'min', 'max', 'comment', 'lang', 'created', 'fingerprint', 'held', 'intention'] as const satisfies readonly (keyof RatingRow)[];
const intentions = ['very_bad', 'bad', 'neutral', 'good', 'very_good'] as const;

const insert = url === undefined ? intoSqlite(file) : intoPostgres(url);

const app = new Hono().post('/v1/ratings', async (context) => {
  const text = await context.req.text();
  const { id, subject, profile, score, comment = null, lang = null } = JSON.parse(text) as Sent;
  await insert([
    id, subject.url, subject.title ?? null, profile, score.value, score.min, score.max, comment, lang,
    new Date().toISOString(), createHash('sha256').update(text).digest('base64url'), null, intentions[score.value - 1]!,
  ]);
  return context.json({ id, status: 'counted' }, 201);
});

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => console.log(`bare answers at http://127.0.0.1:${port}/v1`));
process.once('SIGTERM', () => {
  server.close();
  process.exit();
});

type Insert = (row: readonly unknown[]) => unknown;

function intoSqlite(name: string): Insert {
  const database = new Sqlite(name);
  for (const pragma of ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 4000', 'foreign_keys = ON']) database.exec(`PRAGMA ${pragma}`);
  const statement = database.prepare(`insert into ratings (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
  return (row) => statement.run(row);
}

function intoPostgres(address: string): Insert {
  const pool = new Pool({ connectionString: address });
  return (row) => pool.query(`insert into ratings (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`, [...row]);
}
