import { html, nothing, type LitElement } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Idea } from '../../model/idea.js';
import { answer } from './ideas.card.js';
import type { Opened } from './ideas.opened.js';

export interface OpeningOptions {
  readonly language: Language;
  readonly endpoint: () => string;
  /** The page that has the roadmap. */
  readonly roadmap: () => string;
}

/** What an opened idea shows below its text: its history and its comments. They come when the first idea is opened, for most visitors look around first. */
export class Opening {
  readonly #host: LitElement;
  readonly #options: OpeningOptions;
  #opened: Opened | undefined;
  #missing = false;
  #loading = false;

  constructor(host: LitElement, options: OpeningOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Asked for again, it is tried again. */
  load = async (): Promise<void> => {
    if (this.#opened || this.#loading) return;
    this.#loading = true;
    const found = await import('./ideas.opened.js').catch(() => undefined);
    this.#loading = false;
    this.#missing = !found;
    if (found) {
      this.#opened = new found.Opened(this.#host, this.#options);
      this.#host.shadowRoot?.adoptedStyleSheets.push(...found.openedStyles.map(({ styleSheet }) => styleSheet!));
    }
    this.#host.requestUpdate();
  };

  /** `name` makes its ids. */
  render(idea: Idea, name: string): unknown {
    if (this.#opened) return this.#opened.render(idea, name);
    if (!this.#missing) void this.load();
    return html`
      ${idea.answer ? answer(idea.answer, true, this.#options.language) : nothing}
      <div role="alert">${this.#missing ? html`<p class="error">${this.#options.language.say.ideas.readFailed}</p>` : nothing}</div>
    `;
  }
}
