import { createHmac } from 'node:crypto';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import type { DeliveryRow } from './tables.js';

/** In seconds after an attempt that failed; after the last, nobody tries again by themselves. */
const pauses = [5, 60, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** In milliseconds: whoever does not answer by then has not been told. */
const patience = 10_000;
const idle = 5_000;
const page = 20;

/** Brings what was written down to those who are to be told, as often as it takes. Several instances share the work: each message is claimed by one. */
export class Deliveries {
  readonly #database: Database;
  readonly #config: Pick<HubConfig, 'webhooks'>;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  readonly #stop = new AbortController();

  constructor(database: Database, config: Pick<HubConfig, 'webhooks'>) {
    this.#database = database;
    this.#config = config;
    if (config.webhooks.length > 0) this.#timer = setInterval(() => void this.run(), idle).unref();
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

  async #one({ id, hook, body, attempts, due }: DeliveryRow): Promise<void> {
    const pause = pauses[attempts];
    // The next attempt is set before this one is made: who claims it and dies leaves it to the others.
    const next = pause === undefined ? null : new Date(Date.now() + pause * 1000 + patience).toISOString();
    const claimed = await this.#database.updateTable('deliveries').set({ attempts: attempts + 1, due: next }).where('id', '=', id).where('due', '=', due).returning('id').executeTakeFirst();
    if (!claimed) return;
    const failure = await this.#post(id, hook, body);
    if (failure === undefined) await this.#database.deleteFrom('deliveries').where('id', '=', id).execute();
    else await this.#database.updateTable('deliveries').set({ failure }).where('id', '=', id).execute();
  }

  /** Why it did not arrive; nothing where it did. */
  async #post(id: string, hook: string, body: string): Promise<string | undefined> {
    const secret = this.#config.webhooks.find(({ url }) => url === hook)?.secret;
    if (secret === undefined) return 'CIVIC_WEBHOOKS has no such address any more.';
    const timestamp = String(Math.floor(Date.now() / 1000));
    try {
      const response = await fetch(hook, {
        method: 'POST', body, redirect: 'error', signal: AbortSignal.any([AbortSignal.timeout(patience), this.#stop.signal]),
        headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatureOf(secret, id, timestamp, body) },
      });
      await response.body?.cancel();
      return response.ok ? undefined : `It answered ${response.status}.`;
    } catch (error) {
      return String((error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name);
    }
  }
}

/** As Standard Webhooks has it: HMAC-SHA256 of `id.timestamp.body` in base64. */
export function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
