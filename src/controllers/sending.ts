import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { SinkError } from '../sinks/sink.js';
import type { Language } from './language.js';

/** Sends one answer at a time, remembers why the last one failed, and says both. */
export class Sending implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #abort: AbortController | undefined;

  /** Why the last answer did not arrive. */
  error: SinkError | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }

  /** Whether an answer is on its way. */
  get pending(): boolean {
    return this.#abort !== undefined;
  }

  /**
   * Sends by `letter`, which may throw `SinkError`. `undefined` where it failed, where the element left the page, and where
   * another answer is still on its way: a double click sends once.
   */
  async send<T>(letter: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    if (this.#abort) return undefined;
    const abort = new AbortController();
    this.#abort = abort;
    this.forget();
    try {
      return await letter(abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) this.error = error instanceof SinkError ? error : new SinkError('refused', String(error), { cause: error });
      return undefined;
    } finally {
      if (this.#abort === abort) this.#abort = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Takes the failure off the page, because something new begins. */
  forget(): void {
    this.error = undefined;
    this.#host.requestUpdate();
  }

  /** Two live regions, there before they are filled. Errors of single fields are not said here: they belong to the fields. */
  render({ say }: Language): TemplateResult {
    const { error } = this;
    return html`
      <div part="sending" role="status">${this.pending ? html`<p class="status"><span class="spinner" aria-hidden="true"></span> ${say.sending.sending}</p>` : nothing}</div>
      <div role="alert">${error && error.reason !== 'invalid' ? this.#failure(error, say) : nothing}</div>
    `;
  }

  #failure({ reason, retryAfter, said, message }: SinkError, say: Language['say']): TemplateResult {
    return html`
      <div part="failure" class="notice">
        <p><strong>${say.sending.failed[reason]}</strong></p>
        ${said ? html`<p dir="auto">${said}</p>` : nothing}
        <p>${retryAfter ? say.sending.wait(retryAfter) : nothing} ${say.sending.kept}</p>
        ${reason === 'not-allowed' || reason === 'refused'
          ? html`<details><summary>${say.reading.forWebmaster}</summary><p dir="ltr" lang="en">${message}</p></details>`
          : nothing}
      </div>
    `;
  }
}
