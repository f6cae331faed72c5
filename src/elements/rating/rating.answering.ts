import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { Caution } from '../../controllers/caution.js';
import { Faults } from '../../controllers/faults.js';
import { allowedHub } from '../../controllers/hub.js';
import type { Language } from '../../controllers/language.js';
import { Outbox } from '../../controllers/outbox.js';
import { Proof } from '../../controllers/proof.js';
import { deliverRating } from '../../controllers/rating-sink.js';
import { isForeign } from '../../controllers/rating-system.js';
import { Sending } from '../../controllers/sending.js';
import { spoken } from '../../i18n/index.js';
import { newId } from '../../model/id.js';
import { askedQuestions } from '../../model/rating-profile.js';
import type { Rating, RatingReceipt, Subject } from '../../model/rating.js';
import { endpointUrl } from '../../sinks/endpoints.js';
import type { Asking } from './rating.asking.js';
import type { RatingDraft } from './rating.draft.js';
import { RatingAcceptEvent, RatingSendEvent } from './rating.events.js';
import type { Form } from './rating.form.js';
import { controlsOf, further } from './rating.further.js';
import { draftOf, ratingOf } from './rating.sent.js';
import { answersIn } from './rating.taken.js';

export { sending } from '../../i18n/en.sending.js';

export interface AnsweringOptions {
  readonly draft: () => RatingDraft;
  readonly asking: () => Asking;
  readonly subject: () => Subject;
  readonly change: (change: Partial<RatingDraft>) => void;
  /** A rating that waited has arrived. */
  readonly arrived: (rating: Rating, receipt: RatingReceipt) => void;
  /** What was written waits elsewhere, and is in the form no longer. */
  readonly forget: (rating: Rating) => void;
  readonly accepted: (rating: Rating, receipt: RatingReceipt) => Promise<void>;
  readonly focus: (what: string) => Promise<void>;
}

/** What follows a first answer: further questions, what has to be mended, and the sending. It comes once the question is there. */
export class Answering {
  readonly #host: LitElement & { readonly endpoint: string; readonly label: string; readonly system: string };
  readonly #language: Language;
  readonly #options: AnsweringOptions;
  readonly #faults: Faults;
  readonly #sending: Sending;
  readonly #proof = new Proof('ratings');
  readonly #caution: Caution;
  readonly #outbox: Outbox;

  constructor(host: LitElement & { readonly endpoint: string; readonly label: string; readonly system: string }, language: Language, options: AnsweringOptions) {
    this.#host = host;
    this.#language = language;
    this.#options = options;
    this.#faults = new Faults(host);
    this.#sending = new Sending(host);
    this.#caution = new Caution(host, language);
    this.#outbox = new Outbox(host, {
      kinds: ['rating'],
      hub: () => allowedHub(host.endpoint, host.baseURI),
      of: ({ body }) => (body as Rating).subject.url === options.subject().url && (body as Rating).profile === options.asking().profile.name,
      language,
      arrived: ({ body }, receipt) => options.arrived(body as Rating, receipt as RatingReceipt),
      back: ({ body }) => {
        options.change(draftOf(body as Rating, options.asking().profile));
        void options.focus('[part=question] input');
      },
    });
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
    return html`${this.#caution.render({ of: 'rating', change: this.#reconsider, anyway: () => void this.#send() })} ${this.#sending.render(this.#language)}`;
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
    const texts = Object.values(draft().answers).filter((answer) => typeof answer === 'string');
    if (await this.#caution.holds(texts)) await focus('.personal');
    else await this.#send();
  }

  /** Somebody begins to answer: the hub's work begins, too. */
  begins(): void {
    if (!isForeign(this.#host.system)) this.#proof.begin(endpointUrl(this.#host.endpoint, this.#host.baseURI));
  }

  /** What could not be sent yet. */
  waiting(): unknown {
    return this.#outbox.render();
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
    const receipt = await this.#sending.send((signal) => deliverRating({ system: this.#host.system, endpoint: this.#host.endpoint, base: this.#host.baseURI }, rating, this.#proof, signal));
    if (!receipt) {
      await this.#keepOrRefuse(rating);
      return;
    }
    const shown = this.#options.accepted(rating, receipt);
    this.#host.dispatchEvent(new RatingAcceptEvent(rating, receipt));
    await shown;
  }

  async #keepOrRefuse(rating: Rating): Promise<void> {
    const { id, subject: { url, title } } = rating;
    // Other systems do not know the same rating again.
    if (!isForeign(this.#host.system) && await this.#outbox.keep({ kind: 'rating', id, path: 'v1/ratings', body: rating, label: this.#host.label || title || url }, this.#sending.error)) {
      this.#options.forget(rating);
      this.#sending.forget();
    } else this.#refuse();
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
