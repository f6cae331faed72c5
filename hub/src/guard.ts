import { createHmac } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { fastestAnswer } from '../../src/model/hub.js';
import { isModerator } from './authority.js';
import { checkProof, makeChallenge, purposes, type Purpose } from './challenges.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { addressOf, networkOf } from './network.js';
import { invalid, Problem } from './problem.js';
import type { Secrets } from './secrets.js';
import type { NonceRow } from './tables.js';
import { looksMade } from './text-rules.js';

/** Why an answer waits for a person: no or too fast a proof, a field filled that nobody sees, a text like a machine's. */
export const doubts = ['no-proof', 'fast', 'trap', 'text'] as const;
export type Doubt = (typeof doubts)[number];

/** An answer that may be kept. */
export interface Admission {
  /** It counts only when a person has looked at it. `null` where there is no doubt. */
  readonly held: string | null;
  /** To be called in the transaction that keeps a new answer: what it throws leaves nothing behind. */
  readonly take: (transaction: Database) => Promise<void>;
}

/** Of an answer by the city itself, or by a program that has a key. */
export const trusted: Admission = { held: null, take: async () => {} };

interface Answer {
  readonly purpose: Purpose | 'supports';
  /** What people wrote, if anything. */
  readonly texts?: readonly (string | null | undefined)[];
  /** What stands in the field that nobody sees. */
  readonly trap?: string | undefined;
}

/** What the server that runs the hub knows of a request beside what it says. */
export interface Connection {
  /** Who is at the other end, as an IP address. */
  readonly address?: string | undefined;
}

interface Attempt {
  readonly network: string;
  readonly hour: string;
  readonly most: number;
}

/** Keeps machines from answering, without any third party: who is in doubt waits for a person, and nothing is dropped in silence. */
export class Guard {
  readonly #config: Pick<HubConfig, 'guard' | 'limits' | 'proxies' | 'token' | 'tokens'>;
  readonly #secrets: Secrets;

  constructor(config: Pick<HubConfig, 'guard' | 'limits' | 'proxies' | 'token' | 'tokens'>, secrets: Secrets) {
    this.#config = config;
    this.#secrets = secrets;
  }

  /** `GET /challenge?for=ratings`: what a page solves while its reader still thinks; 204 where none is asked for. */
  routes(): Hono {
    return new Hono().get('/challenge', async (context) => {
      const purpose = purposes.find((each) => each === context.req.query('for'));
      if (!purpose) throw invalid(400, { path: '/for', code: 'unknown', message: `Say what it is for: ?for=${purposes.join(' or ?for=')}.` });
      return this.#config.guard ? context.json(await makeChallenge(this.#secrets, purpose)) : context.body(null, 204);
    });
  }

  /** Throws `Problem` 403 where a proof is expired, used or wrong: who sent it fetches another challenge and sends the same again. */
  async admit(context: Context, { purpose, texts = [], trap }: Answer): Promise<Admission> {
    // What the city itself brings in, such as answers on paper, comes by the hundred.
    if (isModerator(context, this.#config)) return trusted;
    const found: Doubt[] = [];
    let nonce: NonceRow | undefined;
    const header = context.req.header('civic-proof');
    if (this.#config.guard && purpose !== 'supports') {
      if (header === undefined) found.push('no-proof');
      else {
        const proof = await checkProof(this.#secrets, purpose, header);
        if (typeof proof === 'string') throw stale(proof);
        if (proof.age < fastestAnswer) found.push('fast');
        nonce = { nonce: proof.nonce, expires: proof.expires };
      }
    }
    if (trap) found.push('trap');
    if (looksMade(texts.filter((text) => text !== null && text !== undefined))) found.push('text');
    // Known before the transaction begins: SQLite answers nobody else while one is open.
    const attempt = await this.#attempt(context, purpose);
    return {
      held: found.join(' ') || null,
      take: async (transaction) => {
        if (nonce) await use(transaction, nonce);
        if (attempt) await count(transaction, attempt);
      },
    };
  }

  /** Under which name this answer is counted; nothing where no limit is set. */
  async #attempt(context: Context, purpose: Answer['purpose']): Promise<Attempt | undefined> {
    const most = this.#config.limits[purpose];
    if (most === undefined) return undefined;
    const { address } = (context.env ?? {}) as Connection;
    const network = networkOf(addressOf(address, context.req.header('x-forwarded-for'), this.#config.proxies));
    const hour = new Date().toISOString().slice(0, 13);
    const key = await this.#secrets.ofDay(hour.slice(0, 10));
    return { network: createHmac('sha256', key).update(`${purpose} ${network}`).digest('base64url'), hour, most };
  }

  /** Forgets what no longer counts. */
  async sweep(database: Database, now = new Date()): Promise<void> {
    await database.deleteFrom('nonces').where('expires', '<', now.toISOString()).execute();
    await database.deleteFrom('attempts').where('hour', '<', now.toISOString().slice(0, 13)).execute();
    await this.#secrets.forgetDaysBefore(now.toISOString().slice(0, 10));
  }
}

async function use(transaction: Database, nonce: NonceRow): Promise<void> {
  const used = await transaction.insertInto('nonces').values(nonce).onConflict((conflict) => conflict.doNothing()).returning('nonce').executeTakeFirst();
  if (!used) throw stale('used');
}

async function count(transaction: Database, { network, hour, most }: Attempt): Promise<void> {
  const { n } = await transaction.insertInto('attempts').values({ network, hour, n: 1 })
    .onConflict((conflict) => conflict.columns(['network', 'hour']).doUpdateSet(({ eb, ref }) => ({ n: eb(ref('attempts.n'), '+', 1) })))
    .returning('n').executeTakeFirstOrThrow();
  if (n <= most) return;
  const wait = Math.max(1, Math.ceil((Date.parse(`${hour}:00:00Z`) + 3_600_000 - Date.now()) / 1000));
  throw new Problem(429, `From this network came ${most} answers of this kind within an hour, which is as many as are taken. Send the same again after ${wait} seconds.`, { headers: { 'retry-after': String(wait) } });
}

function stale(why: 'expired' | 'wrong' | 'used'): Problem {
  const message = { expired: 'The challenge is too old.', wrong: 'The proof does not solve a challenge of this hub for this kind of answer.', used: 'The challenge was already answered once.' }[why];
  return new Problem(403, `${message} Get another one from GET /v1/challenge and send the same answer again.`, { errors: [{ path: '/civic-proof', code: why === 'wrong' ? 'not-valid' : 'out-of-range', message }] });
}
