import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Live } from '../model/dataset.js';

interface TickingOptions<T> {
  /** Reads the same again. Rejects where it cannot. */
  readonly read: (signal: AbortSignal) => Promise<T>;
  /** Something newer came. */
  readonly renewed: (value: T) => void;
  /** Whether nobody looks at it now, although the host is seen; told by `follow` when that changed. */
  readonly idle?: (() => boolean) | undefined;
}

/** No publisher is asked more often than this, whatever it says, in milliseconds. */
const shortest = 15_000;
/** What keeps failing is asked for less and less often, down to this share of what it says. */
const rarest = 8;

/**
 * Reads again what changes by itself, as often as it says: while the host is connected, near the viewport, and the page is
 * seen. What is missed meanwhile is caught up at once. A reading that fails changes nothing but `failing`.
 */
export class Ticking<T extends { readonly live?: Live | undefined }> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: TickingOptions<T>;
  #observer: IntersectionObserver | undefined;
  #near = false;
  #connected = false;
  #value: T | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading: AbortController | undefined;
  #failures = 0;
  #last = 0;

  /** When the value that is shown was read, in milliseconds since 1970. */
  since = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, options: TickingOptions<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether the value that is shown could not be renewed when its time came. */
  get failing(): boolean {
    return this.#failures > 0;
  }

  /** Takes care of a value from now on; `undefined` is none that changes. */
  follow(value: T | undefined): void {
    if (value === this.#value) {
      if (this.#options.idle) this.#plan();
      return;
    }
    this.#reading?.abort();
    this.#reading = undefined;
    this.#value = value;
    this.#failures = 0;
    this.since = Date.now();
    this.#plan();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#near = entries.at(-1)?.isIntersecting ?? this.#near;
        this.#plan();
      },
      { rootMargin: '300px' },
    );
    this.#observer.observe(this.#host);
    document.addEventListener('visibilitychange', this.#plan);
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#observer?.disconnect();
    document.removeEventListener('visibilitychange', this.#plan);
    clearTimeout(this.#timer);
    this.#reading?.abort();
    this.#reading = undefined;
  }

  /** When to read next: never while nobody sees it, at once when its time has passed meanwhile. */
  #plan = (): void => {
    clearTimeout(this.#timer);
    const live = this.#value?.live;
    if (!live || !this.#connected || !this.#near || document.visibilityState === 'hidden' || this.#reading || this.#options.idle?.()) return;
    const pause = Math.max(shortest, live.every) * Math.min(2 ** this.#failures, rarest);
    this.#timer = setTimeout(() => void this.#tick(), Math.max(0, this.#asked() + pause - Date.now()));
  };

  /** When it was read last, or at least tried. */
  #asked(): number {
    return Math.max(this.since, this.#last);
  }

  async #tick(): Promise<void> {
    const reading = new AbortController();
    this.#reading = reading;
    this.#last = Date.now();
    try {
      const value = await this.#options.read(reading.signal);
      if (reading !== this.#reading) return;
      this.#reading = undefined;
      this.follow(value);
      this.#options.renewed(value);
    } catch {
      // Whoever is no longer waited for did not fail.
      if (reading !== this.#reading) return;
      this.#reading = undefined;
      this.#failures += 1;
      this.#host.requestUpdate();
      this.#plan();
    }
  }
}
