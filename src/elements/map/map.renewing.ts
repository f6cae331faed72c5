import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import type { Age } from './map.age.js';

export interface RenewingOptions {
  readonly data: () => Dataset | undefined;
  /** Whether there is an address to read it from again: what the page brought itself has none. */
  readonly readable: () => boolean;
  /** Reads the same again. Rejects where it cannot. */
  readonly read: (signal: AbortSignal) => Promise<Dataset>;
  /** Newer values of the same came. */
  readonly renewed: (data: Dataset) => void;
}

/** Keeps values young that change by themselves; what does it comes only where there are such. */
export class Renewing implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: RenewingOptions;
  #isLoading = false;
  #age: Age | undefined;
  #brought: Dataset | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: RenewingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const data = this.#options.data();
    if (data?.live && !this.#isLoading) void this.#load();
    this.#age?.follow(data?.live && this.#options.readable() ? data : undefined);
  }

  /** Whether data is newer values of what was there before: who looks at it stays where he is. */
  brought(data: Dataset): boolean {
    return data === this.#brought;
  }

  render(data: Dataset, language: Language): unknown {
    return data.live ? html`<p class="age quiet">${this.#age?.render(data, language) ?? nothing}</p>` : nothing;
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    const found = await import('./map.age.js').catch(() => undefined);
    // Without it the values stay what they are; the next update tries again.
    if (!found) {
      this.#isLoading = false;
      return;
    }
    this.#age = new found.Age(this.#host, {
      ...this.#options,
      renewed: (value) => {
        this.#brought = value;
        this.#options.renewed(value);
      },
    });
    this.#host.requestUpdate();
  }
}
