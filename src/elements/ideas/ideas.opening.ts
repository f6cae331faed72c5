import { html, nothing, type LitElement } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Outbox } from '../../controllers/outbox.js';
import type { Comment } from '../../model/comment.js';
import type { Idea } from '../../model/idea.js';
import type { Letter } from '../../model/letter.js';
import { answer } from './ideas.card.js';
import type { Opened } from './ideas.opened.js';

export interface OpeningOptions {
  readonly language: Language;
  readonly endpoint: () => string;
  /** The page that has the roadmap. */
  readonly roadmap: () => string;
  readonly outbox: Outbox;
  /** Opens an idea, wherever it stands. */
  readonly show: (idea: string) => void;
}

/** What an opened idea shows below its text: its history and its comments. They come when the first idea is opened, for most visitors look around first. */
export class Opening {
  readonly #host: LitElement;
  readonly #options: OpeningOptions;
  #opened: Opened | undefined;
  #missing = false;
  #loading: Promise<void> | undefined;

  constructor(host: LitElement, options: OpeningOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Asked for again, it is tried again. */
  load = (): Promise<void> => (this.#loading ??= this.#load());

  /** A comment that waited has arrived. */
  arrived(letter: Letter, comment: Comment): void {
    this.#opened?.arrived(letter, comment);
  }

  /** A comment that waited stands in its form again. Rejects where the form does not come. */
  async resume(letter: Letter): Promise<void> {
    await this.load();
    if (!this.#opened) throw new Error('The form of comments did not come.');
    await this.#opened.resume(letter);
  }

  async #load(): Promise<void> {
    const found = await import('./ideas.opened.js').catch(() => undefined);
    if (!found) this.#loading = undefined;
    this.#missing = !found;
    if (found) {
      this.#opened = new found.Opened(this.#host, this.#options);
      this.#host.shadowRoot?.adoptedStyleSheets.push(...found.openedStyles.map(({ styleSheet }) => styleSheet!));
    }
    this.#host.requestUpdate();
  }

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
