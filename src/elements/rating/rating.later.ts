import type { LitElement } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Answering, AnsweringOptions } from './rating.answering.js';
import type { Floating } from './rating.floating.js';

/** What comes once the question is there: what follows an answer, and the button of a floating rating. */
export class Later {
  readonly #host: LitElement & { readonly endpoint: string; readonly label: string; readonly system: string };
  readonly #language: Language;
  readonly #options: AnsweringOptions;
  #isFloating = false;

  /** What follows an answer, once it is there. */
  answering: Answering | undefined;

  floating: Floating | undefined;

  /** Settles when what was asked for is there, or does not come. */
  coming: Promise<Answering | undefined> | undefined;

  constructor(host: LitElement & { readonly endpoint: string; readonly label: string; readonly system: string }, language: Language, options: AnsweringOptions) {
    this.#host = host;
    this.#language = language;
    this.#options = options;
  }

  /** Asked for when the question is there, or with the first answer; who is offline by then may try again. */
  prepare(): Promise<Answering | undefined> {
    return (this.coming ??= import('./rating.answering.js').then(
      (code) => {
        this.#language.teach({ sending: code.sending });
        this.answering = new code.Answering(this.#host, this.#language, this.#options);
        this.#host.requestUpdate();
        return this.answering;
      },
      () => (this.coming = undefined),
    ));
  }

  float(): void {
    if (this.#isFloating) return;
    this.#isFloating = true;
    import('./rating.floating.js').then(
      (code) => {
        this.#language.teach({ ratingOpened: code.ratingOpened });
        this.floating = new code.Floating(this.#host);
        this.#host.requestUpdate();
      },
      () => (this.#isFloating = false),
    );
  }
}
