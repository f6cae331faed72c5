import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHub } from '../../build.js';
import { startPostgres } from '../support/postgres.js';
import { measure, type Amount, type Case } from './hub/measure.js';
import { table, type Figures } from './hub/table.js';

/** A quick look is `BENCH_WRITES=500 BENCH_ROUNDS=1 BENCH_SECONDS=2`; the first two lines alone are `BENCH_CASES=1,2`. */
const amount: Amount = {
  perRound: Number(process.env['BENCH_WRITES'] ?? 4000), rounds: Number(process.env['BENCH_ROUNDS'] ?? 5), connections: 32,
  rate: 500, seconds: Number(process.env['BENCH_SECONDS'] ?? 20),
};
const only = process.env['BENCH_CASES']?.split(',').map(Number);

/** How many ratings a hub takes, against a bare handler that inserts the same row, and how long one waits. Prints; a figure never makes it fail. */
export async function run(): Promise<void> {
  if (!process.env['BENCH_BUILT']) await buildHub();
  const folder = mkdtempSync(join(tmpdir(), 'civic-bench-'));
  const postgres = await startPostgres({ settings: ['fsync=on'] });
  let files = 0;
  const onSqlite: Pick<Case, 'newDatabase' | 'hubs' | 'counts'> = { newDatabase: async () => ({ file: join(folder, `${(files += 1)}.db`) }), hubs: 1, counts: true };
  const cases: Case[] = [
    { ...onSqlite, name: 'SQLite, the row alone (the criterion)', isGuarded: false },
    { ...onSqlite, name: 'SQLite, with proofs and limits', isGuarded: true },
  ];
  if (typeof postgres !== 'string') {
    const onPostgres: Pick<Case, 'newDatabase' | 'hubs' | 'counts'> = { newDatabase: async () => ({ url: await postgres.createDatabase() }), hubs: 1, counts: false };
    cases.push(
      { ...onPostgres, name: 'PostgreSQL, the row alone', isGuarded: false },
      { ...onPostgres, name: 'PostgreSQL, with proofs and limits', isGuarded: true },
      { ...onPostgres, name: 'PostgreSQL, three hubs, with proofs and limits', isGuarded: true, hubs: 3 },
    );
  }
  try {
    const all: Figures[] = [];
    for (const [index, each] of cases.entries()) if (!only || only.includes(index + 1)) all.push(await measure(each, amount));
    const { connections, rounds, perRound, rate, seconds } = amount;
    console.log(`\n${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, one run: ${rounds} rounds of ${perRound} writes by ${connections} at once, hub and bare in turns; then ${rate} writes/s to each for ${seconds} s, counted from when each was to be sent.\n\n${table(all, rate)}`);
    if (typeof postgres === 'string') console.log(`\n${postgres}.`);
  } finally {
    if (typeof postgres !== 'string') await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
