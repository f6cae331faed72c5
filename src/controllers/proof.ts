import type { Challenge } from 'altcha-lib';
import { fastestAnswer } from '../model/hub.js';
import { SinkError } from '../sinks/sink.js';

/** What a hub is asked to prove an answer for. */
type Purpose = 'ratings' | 'ideas' | 'comments';

/** In milliseconds: timers and clocks may be a little out. */
const slack = 100;
/** In milliseconds: an hour and a half, after which a challenge may soon be too old. */
const lifetime = 5_400_000;

interface Work {
  readonly hub: string;
  readonly since: number;
  /** `undefined` where the hub asks for nothing. */
  readonly done: Promise<Proved | undefined>;
}

interface Proved {
  readonly header: string;
  /** When the challenge had come, by which time the hub's own clock for it ran already. */
  readonly since: number;
}

/** Does the work that a hub asks for while the reader still thinks, and gives the proof of it along with the answer. */
export class Proof {
  readonly #purpose: Purpose;
  #work: Work | undefined;

  constructor(purpose: Purpose) {
    this.#purpose = purpose;
  }

  /** Begins with the work: somebody begins to answer. `hub` ends in a slash. */
  begin(hub: URL): void {
    if (this.#work?.hub === hub.href && performance.now() - this.#work.since < lifetime) return;
    const done = prove(new URL(`v1/challenge?for=${this.#purpose}`, hub));
    // Who sends hears of it.
    done.catch(() => {});
    this.#work = { hub: hub.href, since: performance.now(), done };
  }

  /** Sends by `letter` with the headers of the proof; once more with another, where the hub does not take the first any longer. */
  async send<T>(hub: URL, letter: (headers: Readonly<Record<string, string>>) => Promise<T>): Promise<T> {
    try {
      return await letter(await this.#headers(hub));
    } catch (error) {
      if (!(error instanceof SinkError) || !error.fields.some(({ path }) => path === '/civic-proof')) throw error;
      return letter(await this.#headers(hub));
    }
  }

  /** Of each challenge once. A hub that does not answer now may do so for the answer itself, which then waits for a person there. */
  async #headers(hub: URL): Promise<Readonly<Record<string, string>>> {
    this.begin(hub);
    const proved = await this.#work!.done.catch(() => undefined);
    this.#work = undefined;
    if (!proved) return {};
    await new Promise((resolve) => setTimeout(resolve, fastestAnswer + slack - (performance.now() - proved.since)));
    return { 'civic-proof': proved.header };
  }
}

async function prove(address: URL): Promise<Proved | undefined> {
  const response = await fetch(address, { credentials: 'omit', headers: { accept: 'application/json' } });
  // An older hub knows no challenges, and one that wants none has nothing to say.
  if (response.status !== 200) return undefined;
  const since = performance.now();
  const challenge = (await response.json()) as Challenge;
  const { solveBeside } = await import('./solver-start.js');
  const solution = await solveBeside(challenge);
  return { header: btoa(JSON.stringify({ challenge, solution })), since };
}
