import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Writes } from './map.saved.js';

/** A file that is being written, which takes seconds for a million rows: how far it is, and what stops it. */
export class Writing {
  readonly #host: LitElement;
  readonly #language: Language;
  #stop: AbortController | undefined;
  /** What the reader pressed for it. */
  #began: HTMLElement | undefined;
  /** Nothing is shown of what is done at once. */
  #isSlow = false;

  constructor(host: LitElement, language: Language) {
    this.#host = host;
    this.#language = language;
    host.addController({ hostDisconnected: () => this.#stop?.abort() });
  }

  get isRunning(): boolean {
    return this.#stop !== undefined;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#isSlow) return nothing;
    const { say } = this.#language;
    return html`<p class="row writing"><progress max="1" aria-label=${say.mapSaving.writing}></progress> <button part="stop" type="button" class="button" @click=${() => this.#stop?.abort()}>${say.reading.stop}</button></p>`;
  }

  /** One at a time: what was being written before is given up. Rejects when it is stopped. */
  async run<T>(write: (options: Writes) => Promise<T>): Promise<T> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    const root = this.#host.shadowRoot;
    this.#began = root?.activeElement instanceof HTMLElement ? root.activeElement : undefined;
    try {
      return await write({ signal: stop.signal, onProgress: (share) => this.#tell(share) });
    } finally {
      if (this.#stop === stop) await this.#end();
    }
  }

  /** Told many times a second, so that the bar alone is drawn anew, and not the map around it. */
  #tell(share: number): void {
    if (!this.#isSlow) this.#host.requestUpdate();
    this.#isSlow = true;
    const bar = this.#host.shadowRoot?.querySelector<HTMLProgressElement>('.writing progress');
    if (bar) bar.value = share;
  }

  /** The button that was pressed to stop it goes away: the reader goes on where it began. */
  async #end(): Promise<void> {
    const isHeld = this.#host.shadowRoot?.activeElement?.closest('.writing');
    this.#stop = undefined;
    this.#isSlow = false;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (isHeld) this.#began?.focus();
  }
}
