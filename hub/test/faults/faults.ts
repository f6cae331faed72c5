import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHub } from '../../../build.js';
import { Random } from '../../../test/fuzz/random.js';
import { startPostgres } from '../../../test/support/postgres.js';
import { mountDisk } from './disk.js';
import { fullDisk } from './full-disk.js';
import { kill } from './kill.js';
import { restart } from './restart.js';
import { run, type Outcome } from './run.js';
import { slowClients } from './slow-clients.js';
import { table, type Row } from './table.js';

/**
 * `npm run faults`: what becomes of citizens' answers when something breaks while they come in. The built hub in processes of
 * its own, on SQLite and, three of them, on PostgreSQL; each run is one fault. Fails if anything that was acknowledged is lost
 * or there twice. `FAULTS_RUNS=8`, `FAULTS_ONLY=full` (a part of `PostgreSQL, full disk`), and `FAULTS_SEED=` with the number
 * that was printed: what is sent and when what breaks is drawn by it; how processes take turns is the machine's.
 */
const faults = { 'kill -9': kill, 'full disk': fullDisk, 'database restart': restart, 'slow clients': slowClients };
const { FAULTS_RUNS = '100', FAULTS_ONLY = '', FAULTS_SEED = String(Math.floor(Math.random() * 1e9)) } = process.env;

const cells = ['SQLite', 'PostgreSQL'].flatMap((database) => Object.entries(faults).map(([name, fault]) => ({ database, name, fault })))
  .filter(({ database, name }) => `${database}, ${name}`.toLowerCase().includes(FAULTS_ONLY.toLowerCase()));
// An exit takes away what is mounted.
process.once('SIGINT', () => process.exit(130));
const seeds = new Random(Number(FAULTS_SEED));
const rows: Row[] = [];
console.log(`FAULTS_SEED=${FAULTS_SEED}`);
const started = performance.now();
await buildHub();
for (const [index, { database, name, fault }] of cells.entries()) {
  const runs = Math.floor((Number(FAULTS_RUNS) * (index + 1)) / cells.length) - Math.floor((Number(FAULTS_RUNS) * index) / cells.length);
  const outcomes: Outcome[] = [];
  rows.push({ database, fault: name, outcomes });
  const drawn = Array.from({ length: runs }, () => seeds.below(2 ** 31));
  const skipped = await withPlace(database, fault === fullDisk, async (place) => {
    process.stdout.write(`${database}, ${name}: `);
    for (const seed of drawn) {
      const outcome = await run(fault, seed, place);
      outcomes.push(outcome);
      const found = [...outcome.lost.map((each) => `lost: ${each}`), ...outcome.doubled.map((each) => `doubled: ${each}`), ...outcome.wrong.map((each) => `wrong: ${each}`)];
      process.stdout.write(found.length === 0 ? '.' : `\n${found.slice(0, 20).join('\n')}\n`);
    }
    process.stdout.write('\n');
  });
  if (skipped !== undefined) console.log(`${database}, ${name}: left out, ${skipped}.`);
}
console.log(`\n${table(rows)}\n\n${((performance.now() - started) / 60_000).toFixed(1)} minutes, FAULTS_SEED=${FAULTS_SEED}`);
const all = rows.flatMap(({ outcomes }) => outcomes);
const isGood = ({ lost, doubled, wrong }: Outcome): boolean => lost.length + doubled.length + wrong.length === 0;
process.exitCode = all.length > 0 && all.every(isGood) ? 0 : 1;

/** Gives a folder and, where it is needed, a server of its own, and takes them away; or a sentence that says what is missing. */
async function withPlace(database: string, isSmall: boolean, work: (place: Parameters<typeof run>[2]) => Promise<void>): Promise<string | undefined> {
  const disk = isSmall ? mountDisk(database === 'SQLite' ? 64 : 600) : undefined;
  if (typeof disk === 'string') return disk;
  const folder = disk?.folder ?? mkdtempSync(join(tmpdir(), 'civic-faults-'));
  try {
    const postgres = database === 'SQLite' ? undefined : await startPostgres(disk ? { within: folder, settings: ['min_wal_size=32MB', 'max_wal_size=64MB'] } : { settings: [] });
    if (typeof postgres === 'string') return postgres;
    try {
      await work({ folder, postgres, disk });
    } finally {
      await postgres?.stop();
    }
  } finally {
    if (disk) disk.remove();
    else rmSync(folder, { recursive: true, force: true });
  }
  return undefined;
}
