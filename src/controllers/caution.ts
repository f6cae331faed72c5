import type { LitElement } from 'lit';
import type { Language } from './language.js';

type Opened = typeof import('./caution.opened.js');

interface Asked {
  /** Of the warning, where it is to be found by one. */
  readonly id?: string;
  /** What kind of text it is, and so who will read it. */
  readonly of: 'idea' | 'comment' | 'rating';
  readonly change: () => void;
  readonly anyway: () => void;
}

/** Asks once more before something goes out that may be personal data. What finds it, and the warning, come when somebody begins to write. */
export class Caution {
  readonly #host: LitElement;
  readonly #language: Language;
  #finding: Promise<Opened | undefined> | undefined;
  #opened: Opened | undefined;
  #found: readonly string[] = [];

  constructor(host: LitElement, language: Language) {
    this.#host = host;
    this.#language = language;
  }

  /** Whether one of the texts may better be changed; where the net does not bring what finds it, nobody is held up. */
  async holds(texts: readonly string[]): Promise<boolean> {
    this.#opened = texts.length > 0 ? await this.prepare() : undefined;
    this.#found = this.#opened?.personalParts(texts.join('\n')) ?? [];
    this.#host.requestUpdate();
    return this.#found.length > 0;
  }

  prepare(): Promise<Opened | undefined> {
    return (this.#finding ??= this.#open().catch(() => (this.#finding = undefined)));
  }

  forget(): void {
    this.#found = [];
    this.#host.requestUpdate();
  }

  render(asked: Asked): unknown {
    return this.#found.length > 0 ? this.#opened?.warning({ ...asked, found: this.#found }, this.#language.say) : undefined;
  }

  async #open(): Promise<Opened> {
    const opened = await import('./caution.opened.js');
    this.#language.teach({ personal: opened.personal });
    const { shadowRoot } = this.#host;
    const sheet = opened.cautionStyles.styleSheet;
    if (shadowRoot && sheet && !shadowRoot.adoptedStyleSheets.includes(sheet)) shadowRoot.adoptedStyleSheets.push(sheet);
    return opened;
  }
}
