import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { Kysely, sql } from 'kysely';
import Sqlite from 'libsql';
import { groupCommit } from '../src/group-commit.js';

interface Things {
  readonly things: { readonly id: string; readonly owner: string | null };
}

const folder = mkdtempSync(join(tmpdir(), 'civic-hub-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

/** A database of ours, and how many things another program sees in its file. */
async function open(): Promise<{ database: Kysely<Things>; seen: () => number; close: () => Promise<void> }> {
  const file = join(folder, `${(files += 1)}.db`);
  const [own, other] = [new Sqlite(file), new Sqlite(file)];
  own.exec('PRAGMA journal_mode = WAL');
  own.exec('PRAGMA foreign_keys = ON');
  const database = new Kysely<Things>({ dialect: groupCommit(own, () => own.close()) });
  await sql`create table things (id text primary key, owner text references things (id) deferrable initially deferred)`.execute(database);
  return {
    database,
    seen: () => (other.prepare('select count(*) as n from things').all()[0] as { n: number }).n,
    async close() {
      await database.destroy();
      other.close();
    },
  };
}

const add = (database: Kysely<Things>, id: string, owner: string | null = null): Promise<unknown> => database.insertInto('things').values({ id, owner }).execute();

it('Transactions that come at once are on the disk together before any of them ends; one that fails leaves nothing behind, and the others alone', async () => {
  const { database, seen, close } = await open();
  const all = await Promise.allSettled(Array.from({ length: 20 }, async (_, index) => {
    await database.transaction().execute(async (transaction) => {
      await add(transaction, `thing ${index}`);
      assert.equal(seen(), 0);
      if (index === 7) throw new Error('Not this one.');
    });
    return seen();
  }));
  assert.deepEqual(all.map((each) => (each.status === 'fulfilled' ? each.value : (each.reason as Error).message)), Array.from({ length: 20 }, (_, index) => (index === 7 ? 'Not this one.' : 19)));
  await close();
});

it('Who reads beside them reads what is on the disk', async () => {
  const { database, seen, close } = await open();
  const written = database.transaction().execute((transaction) => add(transaction, 'thing'));
  const { length } = await database.selectFrom('things').select('id').execute();
  assert.deepEqual([length, seen()], [1, 1]);
  await written;
  await close();
});

it('A transaction that waits for something else is waited for', async () => {
  const { database, seen, close } = await open();
  const slow = database.transaction().execute(async (transaction) => {
    await add(transaction, 'slow');
    await new Promise((done) => setTimeout(done, 20));
    await add(transaction, 'and slower');
  });
  await Promise.all([slow, database.transaction().execute((transaction) => add(transaction, 'quick'))]);
  assert.equal(seen(), 3);
  await close();
});

it('What cannot be committed is no success for anybody, and the next is', async () => {
  const { database, seen, close } = await open();
  const lost = await Promise.allSettled(['of nobody', null].map((owner, index) => database.transaction().execute((transaction) => add(transaction, `thing ${index}`, owner))));
  assert.deepEqual(lost.map((each) => each.status === 'rejected' && (each.reason as { code?: string }).code), ['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_FOREIGNKEY']);
  assert.equal(seen(), 0);
  await database.transaction().execute((transaction) => add(transaction, 'thing'));
  assert.equal(seen(), 1);
  await close();
});

it('Where SQLite takes everything back by itself, all who wait are told, and who goes on regardless cannot', async () => {
  const { database, seen, close } = await open();
  await add(database, 'thing');
  const first = database.transaction().execute((transaction) => add(transaction, 'first'));
  const second = database.transaction().execute(async (transaction) => {
    await sql`insert or rollback into things (id) values ('thing')`.execute(transaction).catch(() => {});
    await add(transaction, 'second');
  });
  const [one, two] = await Promise.allSettled([first, second]);
  assert.equal(one.status === 'rejected' && (one.reason as { code?: string }).code, 'SQLITE_CONSTRAINT_PRIMARYKEY');
  assert.match(two.status === 'rejected' ? (two.reason as Error).message : '', /has ended/);
  assert.equal(seen(), 1);
  await database.transaction().execute((transaction) => add(transaction, 'third'));
  assert.equal(seen(), 2);
  await close();
});
