import { Random } from '../../../test/fuzz/random.js';
import { send, type Answer } from '../client.js';
import type { Ledger } from './ledger.js';
import { Writer, type Letter } from './letters.js';

const clients = 12;
/** In milliseconds. What is not answered by then is sent again; longer than a hub waits for its database. */
const patience = 20_000;

interface Acknowledgement {
  readonly address: string;
  readonly at: number;
}

/** Clients that write all the time, and send again what is not acknowledged until it is. */
export class Load {
  readonly acknowledgements: Acknowledgement[] = [];
  /** Letters that were acknowledged, once or more often. */
  acknowledged = 0;
  /** Letters that were sent more than once because nobody acknowledged them. */
  again = 0;
  /** Answers that said: not now. */
  refused = 0;
  /** Answers that say neither that it is done nor that it may be sent again later. */
  readonly misunderstood: string[] = [];
  readonly #addresses: readonly string[];
  readonly #done: Promise<unknown>;
  #isOver = false;
  #isHopeless = false;

  constructor(addresses: readonly string[], random: Random, ledger: Ledger) {
    this.#addresses = addresses;
    this.#done = Promise.all(Array.from({ length: clients }, async () => {
      const own = new Random(random.below(2 ** 31));
      const writer = new Writer(own, ledger);
      while (!this.#isOver) await this.#deliver(writer.next(), own);
    }));
  }

  /** Until everything that was begun is acknowledged, or `limit` milliseconds are over. */
  async stop(limit: number): Promise<void> {
    this.#isOver = true;
    const timer = setTimeout(() => (this.#isHopeless = true), limit);
    await this.#done;
    clearTimeout(timer);
  }

  async #deliver(letter: Letter, random: Random): Promise<void> {
    // Some close the page when it does not work the first time.
    const isPatient = random.below(20) > 0;
    for (let attempt = 1; ; attempt += 1) {
      // A reader who presses twice, or a balancer that asks two, sends one letter to two instances at once.
      const to = Array.from({ length: random.below(10) === 0 ? 2 : 1 }, () => random.of(this.#addresses));
      const known = await Promise.all(to.map((address) => this.#send(address, letter)));
      if (known.includes('acknowledged')) break;
      if (known.includes('misunderstood') || !isPatient || this.#isHopeless) return letter.settle(false);
      this.again += attempt === 1 ? 1 : 0;
      await new Promise((done) => setTimeout(done, 100 + random.below(150)));
    }
    letter.settle(true);
    this.acknowledged += 1;
    // What is acknowledged may come once more: its sender has not heard of it.
    if (random.below(10) === 0) await this.#send(random.of(this.#addresses), letter);
  }

  async #send(address: string, { method, path, body, headers }: Letter): Promise<'acknowledged' | 'refused' | 'unanswered' | 'misunderstood'> {
    const ask = (request: Request): Promise<Response> => fetch(request, { signal: AbortSignal.timeout(patience) });
    const answer = await send(ask, address + path, method, body, headers).catch(() => undefined);
    if (!answer) return 'unanswered';
    if (answer.status >= 200 && answer.status < 300) {
      this.acknowledgements.push({ address, at: performance.now() });
      return 'acknowledged';
    }
    if (isRefusal(answer)) {
      this.refused += 1;
      return 'refused';
    }
    this.misunderstood.push(`${method} ${path} at ${address}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return 'misunderstood';
  }

  /** In milliseconds: how long the slowest instance took until it acknowledged a write after this moment; endless for one that did not. */
  wentOn(since: number): number {
    return Math.max(...this.#addresses.map((each) => (this.acknowledgements.find(({ address, at }) => address === each && at > since)?.at ?? Infinity) - since));
  }

  /** In milliseconds: the longest time without any acknowledgement after this moment. */
  silence(since: number): number {
    const moments = [since, ...this.acknowledgements.map(({ at }) => at).filter((at) => at > since)];
    return Math.max(...moments.slice(1).map((at, index) => at - moments[index]!));
  }
}

/** A refusal that programs understand says that it is not for ever, and when to come again; one for people has a sentence. */
function isRefusal({ status, headers, body }: Answer): boolean {
  return status === 503 && headers.get('content-type') === 'application/problem+json' && Number(headers.get('retry-after')) > 0 && typeof body['detail'] === 'string';
}
