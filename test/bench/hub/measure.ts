import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../../hub/src/database.js';
import type { HubConfig } from '../../../hub/src/index.js';
import { startProgram, type HubProcess } from '../../../hub/test/process.js';
import { latencies, throughput, type Write } from './load.js';
import { proved, ratings } from './ratings.js';
import type { Figures } from './table.js';

const hubProgram = [fileURLToPath(new URL('../../../hub/dist/civic-hub.js', import.meta.url))];
const bareProgram = ['--import', 'tsx', fileURLToPath(new URL('bare.ts', import.meta.url))];

/** How much is measured. */
export interface Amount {
  readonly rounds: number;
  /** Writes of a round. */
  readonly perRound: number;
  readonly connections: number;
  /** Writes a second, and for how long, while it is measured how long each takes. */
  readonly rate: number;
  readonly seconds: number;
}

export interface Case {
  readonly name: string;
  /** Makes a new empty database. */
  readonly newDatabase: () => Promise<HubConfig['database']>;
  readonly hubs: number;
  /** As in production: with proofs, and with limits, which nobody reaches. Otherwise a hub writes the row and nothing else. */
  readonly isGuarded: boolean;
  /** Whether the goals are held against it. */
  readonly counts: boolean;
}

const variables = (database: HubConfig['database']): Record<string, string> => ('url' in database ? { DATABASE_URL: database.url } : { CIVIC_DATABASE: database.file });

/** Hubs and the peer in turns, each on a database of its own. Fails where a rating that was acknowledged does not count in the end. */
export async function measure({ name, newDatabase, hubs, isGuarded, counts }: Case, { rounds, perRound, connections, rate, seconds }: Amount): Promise<Figures> {
  const [own, peers] = [await newDatabase(), await newDatabase()];
  // The peer writes into the same tables with the same indexes.
  await (await openDatabase(peers)).destroy();
  const database = await openDatabase(own);
  const running: HubProcess[] = [];
  const start = async (program: readonly string[], environment: Readonly<Record<string, string>>): Promise<string> => {
    running.push(await startProgram(program, environment));
    return running.at(-1)!.address;
  };
  try {
    const settings: Record<string, string> = isGuarded ? { CIVIC_LIMITS: 'ratings=999999', CIVIC_PROXIES: '1' } : { CIVIC_GUARD: 'off', CIVIC_LIMITS: 'off' };
    const ours: string[] = [];
    for (let n = 0; n < hubs; n += 1) ours.push(await start(hubProgram, { ...variables(own), ...settings }));
    const theirs = [await start(bareProgram, variables(peers))];
    const make = async (count: number): Promise<Write[]> => (isGuarded ? proved(database, ratings(count)) : ratings(count));
    const pairs: [number, number][] = [];
    // The first round warms up and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const pair: [number, number] = [await throughput(ours, await make(perRound), connections), await throughput(theirs, ratings(perRound), connections)];
      if (round > 0) pairs.push(pair);
      if (process.env['BENCH_LOUD']) console.error(name, pair);
    }
    const waits = await latencies(ours, await make(rate * seconds), rate);
    const bareWaits = await latencies(theirs, ratings(rate * seconds), rate);
    const { n } = await database.selectFrom('ratings').where('held', 'is', null).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    const sent = (rounds + 1) * perRound + rate * seconds;
    if (n !== sent) throw new Error(`${name}: ${sent} ratings were acknowledged, ${n} count.`);
    return { name, rounds: pairs, waits, bareWaits, counts };
  } finally {
    for (const each of running) await each.end('SIGTERM');
    await database.destroy();
  }
}
