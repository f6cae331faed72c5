import type { ReactiveControllerHost } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Answers } from '../../model/rating-profile.js';

interface Ways {
  readonly change: () => void;
  readonly anyway: () => void;
}

/** Asks once more before something goes out that may be personal data. What finds it comes when somebody begins to write. */
export class Caution {
  readonly #host: ReactiveControllerHost;
  readonly #language: Language;
  #finding: Promise<typeof import('./rating.personal.js') | undefined> | undefined;
  #warning: typeof import('./rating.personal.js').warning | undefined;
  #found: readonly string[] = [];

  constructor(host: ReactiveControllerHost, language: Language) {
    this.#host = host;
    this.#language = language;
  }

  /** Whether one of the texts may better be changed; where the net does not bring what finds it, nobody is held up. */
  async holds(answers: Answers): Promise<boolean> {
    const texts = Object.values(answers).filter((answer) => typeof answer === 'string');
    const code = texts.length > 0 ? await this.prepare() : undefined;
    if (code) this.#language.teach({ ratingOpened: code.ratingOpened });
    this.#warning = code?.warning;
    this.#found = code?.personalParts(texts.join('\n')) ?? [];
    this.#host.requestUpdate();
    return this.#found.length > 0;
  }

  prepare(): Promise<typeof import('./rating.personal.js') | undefined> {
    return (this.#finding ??= import('./rating.personal.js').catch(() => (this.#finding = undefined)));
  }

  forget(): void {
    this.#found = [];
    this.#host.requestUpdate();
  }

  render(ways: Ways): unknown {
    return this.#found.length > 0 ? this.#warning?.(this.#found, this.#language.say, ways) : undefined;
  }
}
