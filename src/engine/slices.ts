/** How long work may keep the next frame from being drawn, in milliseconds. */
const slice = 12;

/** Work that is longer than a frame: begun at once, and gone on with between frames. One begun anew takes the place of the one before. */
export class Slices {
  #work: Generator<void, void> | undefined;

  /** Whether there is something left to do. */
  get busy(): boolean {
    return this.#work !== undefined;
  }

  /** `later`: after this frame, which has something else to show. */
  begin(work: Generator<void, void>, later = false): void {
    this.#work = work;
    if (later) this.#goOn(work);
    else this.#go(work);
  }

  stop(): void {
    this.#work = undefined;
  }

  #go(work: Generator<void, void>): void {
    if (work !== this.#work) return;
    const until = performance.now() + slice;
    do {
      if (!work.next().done) continue;
      if (work === this.#work) this.#work = undefined;
      return;
    } while (performance.now() < until);
    this.#goOn(work);
  }

  #goOn(work: Generator<void, void>): void {
    // In turn with frames and input; a timer would be held back by the browser.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      this.#go(work);
    });
    port1.start();
    port2.postMessage(undefined);
  }
}
