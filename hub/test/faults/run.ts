import { join } from 'node:path';
import { Random } from '../../../test/fuzz/random.js';
import type { Postgres } from '../../../test/support/postgres.js';
import { token } from '../client.js';
import { check, type Findings } from './check.js';
import type { Disk } from './disk.js';
import { Heard } from './events.js';
import { readTables } from './found.js';
import { Instance } from './instance.js';
import { Ledger } from './ledger.js';
import { Load } from './load.js';
import { after, type Fault, type Stage } from './stage.js';
import { slowClients } from './slow-clients.js';
import { readsOtherwise } from './through-api.js';

/** How long everything may take that begins when a fault is over, in milliseconds. */
const patience = 30_000;

export interface Outcome extends Findings {
  readonly acknowledged: number;
  readonly again: number;
  readonly refused: number;
  /** In milliseconds. */
  readonly wentOn: number;
}

interface Place {
  readonly folder: string;
  /** Without it everything is kept in a file in the folder, by one hub. */
  readonly postgres: Postgres | undefined;
  readonly disk: Disk | undefined;
}

/** New hubs on an empty database, clients that write, one fault among them, and what is there in the end. */
export async function run(fault: Fault, seed: number, { folder, postgres, disk }: Place): Promise<Outcome> {
  const random = new Random(seed);
  const heard = await Heard.listen();
  const url = await postgres?.createDatabase();
  const file = join(folder, `run-${seed}.db`);
  const environment = {
    CIVIC_MODERATION: 'after', CIVIC_TOKEN: token, CIVIC_LOG: 'off', CIVIC_RETENTION: 'off',
    CIVIC_WEBHOOKS: JSON.stringify([{ url: heard.address, secret: `whsec_${Buffer.alloc(32).toString('base64')}` }]),
    ...(url ? { DATABASE_URL: url } : { CIVIC_DATABASE: file }),
  };
  const instances = await Promise.all(Array.from({ length: postgres ? 3 : 1 }, () => Instance.start(environment)));
  const addresses = instances.map(({ address }) => address);
  const ledger = new Ledger();
  const load = new Load(addresses, random, ledger);
  let mended = Infinity;
  const keeper: Stage['keeper'] = postgres && url ? { postgres, url } : { file };
  try {
    await after(500 + random.below(1000));
    const begun = performance.now();
    await fault({ instances, load, random, keeper, disk, mend: () => (mended = performance.now()) });
    const until = performance.now() + patience;
    await after(500);
    while (load.wentOn(mended) === Infinity && performance.now() < until) await after(50);
    await load.stop(patience);
    const found = await readTables(url ? { url } : { file }, heard);
    const { lost, doubled, wrong } = check(ledger, found);
    wrong.push(...await readsOtherwise(addresses, found), ...load.misunderstood, ...instances.flatMap(({ falls }) => falls.map((said) => `a hub ended by itself: ${said}`)));
    const wentOn = load.wentOn(mended);
    if (wentOn === Infinity) wrong.push(`a hub took nothing any more, for ${patience / 1000} s`);
    return { lost, doubled, wrong, acknowledged: load.acknowledged, again: load.again, refused: load.refused, wentOn: fault === slowClients ? load.silence(begun) : wentOn };
  } finally {
    await load.stop(0);
    await Promise.all(instances.map((instance) => instance.stop()));
    heard.close();
  }
}
