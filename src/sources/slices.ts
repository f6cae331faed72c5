/** How long work may keep the page from answering, in milliseconds. */
const slice = 20;

let isHeld = false;

/** From here on nobody waits for an answer but for the one that is being worked out: a worker that has one thing to do. */
export function holdBreath(): void {
  isHeld = true;
}

/** Lets the page answer before more work is done. In turn with timers and all else: `scheduler.yield` would push ahead of them. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

/** Says when it is time to breathe, for work that waits for something anyway. */
export class Breath {
  #since = performance.now();
  readonly #signal: AbortSignal | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  async pause(): Promise<void> {
    if (isHeld || performance.now() - this.#since < slice) return;
    await breathe();
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}

/** Does work that yields now and then, in slices; rejects when it is aborted. */
export async function inSlices<T>(work: Generator<void, T>, signal: AbortSignal | undefined): Promise<T> {
  let until = performance.now() + slice;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (isHeld || performance.now() < until) continue;
    await breathe();
    signal?.throwIfAborted();
    until = performance.now() + slice;
  }
}
