import type { Database } from './database.js';
import type { DeliveryRow } from './tables.js';

/**
 * Why a message has not arrived: nobody answered, or not now; the answer is to come (`pending`); it was refused, which
 * another attempt would not change; nobody knows whether it arrived (`uncertain`); the settings know its receiver no more.
 */
export const deliveryCodes = ['unreachable', 'pending', 'refused', 'uncertain', 'unset'] as const;
export type DeliveryCode = (typeof deliveryCodes)[number];
export type DeliveryKind = 'webhook' | 'open311';

export interface DeliveryFailure {
  readonly code: DeliveryCode;
  /** In the words of who said it. */
  readonly detail: string;
}

/** Who brings messages of one kind. */
export interface Carrier {
  /** In milliseconds: so long is waited for an answer. */
  readonly patience: number;
  /** Makes one attempt. Gives why the message did not arrive; nothing where it did, or is not wanted any more. */
  deliver(row: DeliveryRow, stop: AbortSignal): Promise<DeliveryFailure | undefined>;
}

/** In seconds after an attempt that failed; after the last, nobody tries again by themselves. */
const pauses = [5, 60, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

const idle = 5_000;
const page = 20;

/** Brings what was written down to those who are to be told, as often as it takes. Several instances share the work: each message is claimed by one. */
export class Deliveries {
  readonly #database: Database;
  readonly #carriers: Readonly<Record<DeliveryKind, Carrier>>;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  readonly #stop = new AbortController();

  constructor(database: Database, carriers: Readonly<Record<DeliveryKind, Carrier>>) {
    this.#database = database;
    this.#carriers = carriers;
  }

  /** From now on by itself. */
  start(): this {
    this.#timer = setInterval(() => void this.run(), idle).unref();
    return this;
  }

  /** Delivers all that is due. */
  run(): Promise<void> {
    return (this.#running ??= this.#deliver().catch(() => {}).finally(() => (this.#running = undefined)));
  }

  /** What is on its way is left to its next attempt. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.#running;
  }

  async #deliver(): Promise<void> {
    for (;;) {
      const rows = await this.#database.selectFrom('deliveries').selectAll().where('due', '<=', new Date().toISOString()).orderBy('due').limit(page).execute();
      if (rows.length === 0 || this.#stop.signal.aborted) return;
      await Promise.all(rows.map((row) => this.#one(row)));
    }
  }

  async #one(row: DeliveryRow): Promise<void> {
    const { id, kind, attempts, due } = row;
    const carrier = this.#carriers[kind];
    const pause = pauses[attempts];
    // The next attempt is set before this one is made: who claims it and dies leaves it to the others.
    const next = pause === undefined ? null : new Date(Date.now() + pause * 1000 + carrier.patience).toISOString();
    const claimed = await this.#database.updateTable('deliveries').set({ attempts: attempts + 1, due: next }).where('id', '=', id).where('due', '=', due).returning('id').executeTakeFirst();
    if (!claimed) return;
    const failure = await carrier.deliver(row, this.#stop.signal);
    if (failure === undefined) await this.#database.deleteFrom('deliveries').where('id', '=', id).execute();
    else await this.#database.updateTable('deliveries').set({ code: failure.code, failure: failure.detail, ...(failure.code === 'refused' && { due: null }) }).where('id', '=', id).execute();
  }
}

/** What the network said instead of an answer, as a code where it has one. */
export const networkFault = (error: unknown): string => String((error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name);
