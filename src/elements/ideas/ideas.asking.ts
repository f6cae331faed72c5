import type { ReactiveControllerHost } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { HubInfo } from '../../model/hub.js';
import type { Asked } from './ideas.asked.js';

export interface AskingOptions {
  readonly language: Language;
  readonly endpoint: () => string;
  readonly info: () => HubInfo | undefined;
  /** The id of the challenge whose answers are shown, or nothing. */
  readonly challenge: () => string;
  /** Whether the page itself names it, so that there is no way back from it. */
  readonly isNamed: () => boolean;
}

/** The questions that the city asks. What shows them comes where there are any. */
export class Asking {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: AskingOptions;
  #loading: Promise<void> | undefined;
  #here: Asked | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: AskingOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Whether the question that is shown takes no answers now. */
  get closed(): boolean {
    return this.#here?.closed ?? false;
  }

  render(): unknown {
    const { info, challenge } = this.#options;
    return info()?.ideas.challenges || challenge() ? this.#here?.render() : undefined;
  }

  /** Resolves when they can be shown, so that they do not push the ideas away that somebody reads already. */
  async ready({ ideas }: HubInfo): Promise<void> {
    if (!ideas.challenges && !this.#options.challenge()) return;
    await (this.#loading ??= this.#load());
    await this.#here?.ready();
  }

  /** Nobody pressed for it: where it does not come, the ideas are there without it. */
  async #load(): Promise<void> {
    const found = await import('./ideas.asked.js').catch(() => undefined);
    if (!found) return;
    this.#here = new found.Asked(this.#host, this.#options);
    this.#host.shadowRoot?.adoptedStyleSheets.push(found.askedStyles.styleSheet!);
  }
}
