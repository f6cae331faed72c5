import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { safeWebUrl } from '../model/safe-url.js';
import { SourceError, type Progress, type ReadOptions } from '../sources/source.js';
import type { Language } from './language.js';
import { Nearness } from './nearness.js';
import type { PhaseStates } from './phase.js';

interface ReadingOptions<T> {
  readonly states: PhaseStates;
  readonly language: Language;
  /** What to read now, compared by value; no address (`undefined` or empty) means: wait. */
  readonly what: () => readonly [address: string | undefined, ...rest: readonly unknown[]];
  /** `began` may be told what is there of the value, of which the rest is on its way; `undefined` where nobody looks at it. */
  readonly read: (address: URL, options: ReadOptions, began?: (value: T) => void) => Promise<T>;
  readonly empty?: (value: T) => boolean;
  /** Is told once that much is on its way. */
  readonly takesLong?: () => void;
  /** Whether people could open the address themselves, as they can a file; true where nobody says otherwise. */
  readonly openable?: boolean;
}

/** Bytes after which people want to know how much has come, and what shows it may come, too. */
const long = 500_000;

/**
 * Keeps a `T` in step with what the host names, once it is near the viewport; renders the waiting, the failing and the
 * way out; sets `:state()`. While it waits or fails, the page's own fallback (the default slot) stays visible.
 */
export class Reading<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ReadingOptions<T>;
  readonly #nearness: Nearness;
  readonly #task: Task<readonly unknown[], T>;
  #progress: Progress | undefined;
  #long: typeof import('./reading.progress.js') | undefined;
  #isLong = false;
  #failing: typeof import('./reading.failure.js').failure | undefined;
  #isExplaining = false;
  /** Whether what explains a failure is there, or will not come. */
  #explained = false;
  #last: readonly unknown[] | undefined;
  #given: { readonly value: T } | undefined;
  #renewed: { readonly value: T } | undefined;
  /** What is there of the first value, of which the rest is on its way. */
  #begun: T | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ReadingOptions<T>) {
    this.#host = host;
    this.#options = options;
    this.#nearness = new Nearness(host);
    host.addController(this);
    this.#task = new Task(host, {
      args: () => options.what(),
      task: async ([address], { signal }) => {
        this.#progress = this.#begun = undefined;
        const value = await options.read(this.#address(String(address)), {
          signal,
          onProgress: (progress) => {
            this.#progress = progress;
            if ((progress.total ?? progress.loaded) > long) this.#getReady();
            this.#long?.tell(host);
          },
        }, (begun) => {
          // By now something else may be read.
          if (signal.aborted) return;
          this.#begun = begun;
          host.requestUpdate();
        });
        this.#renewed = undefined;
        return value;
      },
      autoRun: false,
    });
  }

  hostUpdate(): void {
    const [address] = this.#options.what();
    if (this.#nearness.near && !this.#given && address) this.#runIfChanged();
    this.#options.states.set(this.#phase());
    if (this.#failed && !this.#failing && !this.#isExplaining) void this.#explain();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    if (this.#task.status !== TaskStatus.PENDING) return;
    this.#task.abort();
    // An element that was only moved reads anew when it is back.
    this.#last = undefined;
  }

  /** What was read or given, if anything. */
  get value(): T | undefined {
    return (this.#given ?? this.#renewed ?? this.#task).value ?? this.#begun;
  }

  /** Whether the value was read, and can be read again. */
  get readable(): boolean {
    return !this.#given && this.#task.status === TaskStatus.COMPLETE;
  }

  /** Reads the same once more beside what is shown, which stays whatever becomes of it. */
  reread(signal: AbortSignal): Promise<T> {
    return this.#options.read(this.#address(String(this.#options.what()[0])), { signal });
  }

  /** Shows a newer value of the same, until something is read anew. */
  renew(value: T): void {
    if (!this.readable) return;
    this.#renewed = { value };
    this.#host.requestUpdate();
  }

  /** Takes a value that the page made itself, instead of reading one; `undefined` reads again. */
  give(value: T | undefined): void {
    this.#given = value === undefined ? undefined : { value };
    this.#host.requestUpdate();
  }

  /** Reads again, because the reader asked or something was sent. */
  again = (): void => {
    this.#isExplaining = false;
    void this.#task.run();
  };

  /** `ready` draws the value; `empty` (else `ready`) draws a value that holds nothing. */
  render(ready: (value: T) => unknown, empty: (value: T) => unknown = ready): unknown {
    const fallback = html`<slot></slot>`;
    if (!this.#options.language.ready) return fallback;
    const { value } = this;
    // While newer data is on its way, what is there stays.
    if (value !== undefined && !this.#failed) return this.#options.empty?.(value) ? empty(value) : ready(value);
    return [this.#failed && this.#explained ? this.#failure() : this.waiting(), fallback];
  }

  get #failed(): boolean {
    return !this.#given && this.#task.status === TaskStatus.ERROR;
  }

  #runIfChanged(): void {
    const now = this.#options.what();
    if (this.#last && this.#last.length === now.length && this.#last.every((item, i) => Object.is(item, now[i]))) return;
    this.#last = now;
    void this.#task.run();
  }

  #phase(): 'loading' | 'ready' | 'empty' | 'failed' {
    const { value } = this;
    if (this.#failed) return this.#explained ? 'failed' : 'loading';
    if (value === undefined || value === this.#begun || !this.#options.language.ready) return 'loading';
    return this.#options.empty?.(value) ? 'empty' : 'ready';
  }

  #address(value: string): URL {
    const safe = safeWebUrl(value, this.#host.baseURI);
    if (!safe) throw new SourceError('unknown', `“${value}” is not an http(s) address.`);
    return new URL(safe);
  }

  /** That more is on its way, how much of it has come, and a way to have no more of it. */
  waiting(): TemplateResult {
    const { language } = this.#options;
    return html`
      <div part="status" class="status" role="status">
        <span class="spinner" aria-hidden="true"></span>
        <span>${language.say.reading.loading}</span>
        ${this.#progress ? this.#long?.progress(this.#progress, language, this.#stop) : nothing}
      </div>
    `;
  }

  #stop = (): void => this.#task.abort();

  #failure(): TemplateResult {
    const { language, openable = true } = this.#options;
    const error: unknown = this.#task.error;
    return html`
      <div part="status" class="notice" role="alert">
        ${this.#failing
          ? this.#failing({ error, language, again: this.again, address: openable ? safeWebUrl(String(this.#options.what()[0]), this.#host.baseURI) : undefined })
          : html`<p>${language.say.reading.unreachable}</p><button part="retry" type="button" class="button" @click=${this.again}>${language.say.reading.retry}</button>`}
      </div>
    `;
  }

  /** What says how much has come is for what takes long. */
  #getReady(): void {
    if (this.#isLong) return;
    this.#isLong = true;
    this.#options.takesLong?.();
    import('./reading.progress.js').then((progress) => {
      this.#long = progress;
      this.#host.requestUpdate();
    }, () => {});
  }

  /** What explains a failure comes when there is one; who cannot have that either hears that nothing can be reached. */
  async #explain(): Promise<void> {
    this.#isExplaining = true;
    const found = await import('./reading.failure.js').catch(() => undefined);
    if (found) this.#options.language.teach({ failing: found.failing });
    this.#failing = found?.failure;
    this.#explained = true;
    this.#host.requestUpdate();
  }
}
