import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { Faults } from '../../controllers/faults.js';
import type { Language } from '../../controllers/language.js';
import { Sending } from '../../controllers/sending.js';
import { spoken } from '../../i18n/index.js';
import { newId } from '../../model/id.js';
import { askedQuestions } from '../../model/rating-profile.js';
import type { Rating, RatingReceipt, Subject } from '../../model/rating.js';
import { endpointUrl } from '../../sinks/endpoints.js';
import { sendRating } from '../../sinks/hub.js';
import type { Asking } from './rating.asking.js';
import { Caution } from './rating.caution.js';
import type { RatingDraft } from './rating.draft.js';
import { RatingAcceptEvent, RatingSendEvent } from './rating.events.js';
import type { Form } from './rating.form.js';
import { controlsOf, further } from './rating.further.js';
import { ratingOf } from './rating.sent.js';
import { answersIn } from './rating.taken.js';

export { sending } from '../../i18n/en.sending.js';

export interface AnsweringOptions {
  readonly draft: () => RatingDraft;
  readonly asking: () => Asking;
  readonly subject: () => Subject;
  readonly change: (change: Partial<RatingDraft>) => void;
  readonly accepted: (rating: Rating, receipt: RatingReceipt) => Promise<void>;
  readonly focus: (what: string) => Promise<void>;
}

/** What follows a first answer: further questions, what has to be mended, and the sending. It comes once the question is there. */
export class Answering {
  readonly #host: LitElement & { readonly endpoint: string };
  readonly #language: Language;
  readonly #options: AnsweringOptions;
  readonly #faults: Faults;
  readonly #sending: Sending;
  readonly #caution: Caution;

  constructor(host: LitElement & { readonly endpoint: string }, language: Language, options: AnsweringOptions) {
    this.#host = host;
    this.#language = language;
    this.#options = options;
    this.#faults = new Faults(host);
    this.#sending = new Sending(host);
    this.#caution = new Caution(host, language);
    this.#takeOver();
  }

  #takeOver(): void {
    const { draft, asking, change } = this.#options;
    const form = this.#host.querySelector<HTMLFormElement>(':scope > form');
    if (!form || Object.keys(draft().answers).length > 0) return;
    const answers = answersIn(form, asking().profile);
    if (Object.keys(answers).length > 0) change({ answers });
  }

  get pending(): boolean {
    return this.#sending.pending;
  }

  /** Whether the last try failed. */
  get failed(): boolean {
    return this.#sending.error !== undefined;
  }

  summary(form: Form): TemplateResult | typeof nothing {
    return this.#faults.summary(form.asking.inPage ? [] : controlsOf(form), form.language);
  }

  /** The error of one control, by its id. */
  beside(id: string, form: Form): TemplateResult | typeof nothing {
    return this.#faults.beside(id, controlsOf(form), form.language);
  }

  has(id: string, form: Form): boolean {
    return this.#faults.has(id, controlsOf(form));
  }

  /** All that is asked after the score. */
  further(form: Form): unknown {
    return askedQuestions(form.asking.profile, form.draft.answers).map((question) => (question.field === 'score' ? nothing : further(form, question, this)));
  }

  /** What is to be thought over before it is sent, and how far that is. */
  state(): TemplateResult {
    return html`${this.#caution.render({ change: this.#reconsider, anyway: () => void this.#send() })} ${this.#sending.render(this.#language)}`;
  }

  /** Somebody begins to write. */
  writes(): void {
    void this.#caution.prepare();
  }

  async submit(): Promise<void> {
    if (this.pending) return;
    const { rating, faults = [] } = this.#rated();
    this.#faults.show(faults);
    if (!rating) return;
    const { draft, focus } = this.#options;
    if (await this.#caution.holds(draft().answers)) await focus('.personal');
    else await this.#send();
  }

  #rated(): ReturnType<typeof ratingOf> {
    const { asking, draft, subject } = this.#options;
    const { profile, speech } = asking();
    return ratingOf(draft(), profile, subject(), speech?.tag ?? spoken(this.#language.tag));
  }

  async #send(): Promise<void> {
    const { rating } = this.#rated();
    this.#caution.forget();
    if (!rating || !this.#host.dispatchEvent(new RatingSendEvent(rating))) return;
    const receipt = await this.#sending.send(async (signal) => sendRating(endpointUrl(this.#host.endpoint, this.#host.baseURI), rating, { signal }));
    if (!receipt) {
      this.#refuse();
      return;
    }
    const shown = this.#options.accepted(rating, receipt);
    this.#host.dispatchEvent(new RatingAcceptEvent(rating, receipt));
    await shown;
  }

  #refuse(): void {
    const { error } = this.#sending;
    if (error?.reason === 'invalid') this.#faults.show(error.fields);
    // Under the old id other content has arrived; only a new one can bring this.
    if (error?.reason === 'conflict') this.#options.change({ id: newId() });
  }

  #reconsider = async (): Promise<void> => {
    this.#caution.forget();
    await this.#options.focus('textarea');
  };
}
