import type { Random } from '../../../test/fuzz/random.js';
import type { Postgres } from '../../../test/support/postgres.js';
import type { Disk } from './disk.js';
import type { Instance } from './instance.js';
import type { Load } from './load.js';

/** What a fault happens to, while clients write all the time. */
export interface Stage {
  readonly instances: readonly Instance[];
  readonly load: Load;
  readonly random: Random;
  /** What keeps everything: the file of SQLite, or a server of PostgreSQL. */
  readonly keeper: { readonly file: string } | { readonly postgres: Postgres; readonly url: string };
  /** Where the keeper lies, for the fault that fills it. */
  readonly disk: Disk | undefined;
  /** To be called when the cause is over, before what it brought down gets up again. */
  mend(): void;
}

/** Does its harm, lasts, and ends; what it brought down is up again then, but may not answer yet. */
export type Fault = (stage: Stage) => Promise<void>;

export const after = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
