import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Faults } from '../../controllers/faults.js';
import { hubUrl, isAllowed } from '../../controllers/hub.js';
import { Language } from '../../controllers/language.js';
import { PhaseStates } from '../../controllers/phase.js';
import { Reading } from '../../controllers/reading.js';
import { Proof } from '../../controllers/proof.js';
import { deliverRating, isForeign, noSummary } from '../../controllers/rating-sink.js';
import { Sending } from '../../controllers/sending.js';
import { rating } from '../../i18n/en.rating.js';
import { sending } from '../../i18n/en.sending.js';
import { spoken } from '../../i18n/index.js';
import { newId } from '../../model/id.js';
import { simpleProfile, type Rating, type RatingReceipt, type RatingSummary, type Subject } from '../../model/rating.js';
import { endpointUrl } from '../../sinks/endpoints.js';
import { readSummary } from '../../sources/hub.js';
import { button } from '../../styles/button.styles.js';
import { field } from '../../styles/field.styles.js';
import { form as formStyles } from '../../styles/form.styles.js';
import { status } from '../../styles/status.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { draftMemory, emptyDraft, faultsOf, ownMemory, ratingOf, type OwnRating, type RatingDraft } from './rating.draft.js';
import { RatingAcceptEvent, RatingSendEvent } from './rating.events.js';
import { form } from './rating.form.js';
import { result } from './rating.result.js';
import { styles } from './rating.styles.js';
import { subjectOf } from './rating.subject.js';

let made = 0;

/**
 * One question from 1 to 5 about a page or a service, and beside it what all who answered say together.
 *
 * @summary Asks how good a page is, and shows the answers.
 * @tag civic-rating
 *
 * @slot - What is shown until the result is there, or when it cannot be read: such as a link to a form.
 * @slot question - A question of the page's own.
 * @csspart form - The question with all that belongs to it.
 * @csspart question - The group of five scores.
 * @csspart score - One score.
 * @csspart reasons - The reasons that a score asks for.
 * @csspart send - The button that sends.
 * @csspart errors - The summary of what has to be mended.
 * @csspart sending - The line shown while sending.
 * @csspart failure - Why it could not be sent.
 * @csspart thanks - What is shown once it was sent, or was sent earlier.
 * @csspart again - The button that begins anew.
 * @csspart result - What all say together.
 * @csspart mean - The mean in it.
 * @csspart distribution - The table in it.
 * @csspart caveat - The line that says what it is not.
 * @csspart status - The line shown while loading, or when loading failed.
 * @csspart retry - The button that loads again.
 * @cssprop [--civic-rating-bar] - Colour of the bars.
 * @cssstate loading - The result is on its way.
 * @cssstate ready - The result is there, or why it is not shown.
 * @cssstate empty - Nobody has answered yet.
 * @cssstate failed - The result could not be read, or answers may not go to the endpoint.
 * @fires {RatingSendEvent} civic-rating-send - Before a rating is sent; cancel it to keep it from being sent.
 * @fires {RatingAcceptEvent} civic-rating-accept - When a rating has arrived.
 */
export class CivicRating extends LitElement {
  static override styles = [tokens, button, field, status, formStyles, styles];

  /** Where the ratings go: the address of a hub, on an origin that the page allows. */
  @property() endpoint = '';

  /** What takes them: `hub`, or `touchpoints` or `webhook`, which show no result. */
  @property() system = '';

  /** The address of what is rated; the page's own where none is given. */
  @property() subject = '';

  /** What is rated, in words, such as “Parking permits”. */
  @property() label = '';

  @state() private draft: RatingDraft = emptyDraft();

  @state() private own: OwnRating | undefined;

  @state() private receipt: RatingReceipt | undefined;

  readonly #states = new PhaseStates(this);

  /** Another one for each: what checks a page from outside takes radio buttons with one name for one group, across shadow roots, too. */
  readonly #group = `score-${(made += 1)}`;

  readonly #language = new Language(this, this.#states, { rating, sending });

  readonly #faults = new Faults(this);

  readonly #sending = new Sending(this);

  readonly #proof = new Proof('ratings');

  readonly #reading = new Reading<RatingSummary>(this, {
    states: this.#states,
    language: this.#language,
    what: () => [this.endpoint, this.#subject.url, this.system],
    read: async (address, options) => isForeign(this.system) ? noSummary : readSummary(hubUrl(address.href, this.baseURI), this.#subject.url, options),
    empty: ({ n }) => n === 0,
    openable: false,
  });

  #remembered: string | undefined;

  protected override willUpdate(): void {
    const { url } = this.#subject;
    if (this.#remembered === url) return;
    this.#remembered = url;
    this.own = ownMemory(url).read();
    this.draft = draftMemory(url).read() ?? emptyDraft();
  }

  protected override render(): unknown {
    if (!this.#language.ready || !isAllowed(this.endpoint, this.baseURI)) return this.#reading.render(() => nothing);
    const { say } = this.#language;
    return html`
      <section class="rating" aria-label=${this.label || say.rating.region}>
        <div>${this.own ? this.#thanks(this.own) : this.#form()}</div>
        ${isForeign(this.system)
          ? nothing
          : html`
              <div part="result" class="result">
                <h3>${say.rating.result}</h3>
                ${this.#reading.render((summary) => result(summary, this.#language))}
              </div>
            `}
      </section>
    `;
  }

  get #subject(): Subject {
    return subjectOf(this.subject, this.label, this.ownerDocument);
  }

  #form(): TemplateResult {
    const { label, draft } = this;
    return form({ group: this.#group, draft, label, language: this.#language, faults: this.#faults, sending: this.#sending, change: this.#change, send: this.#send });
  }

  #thanks({ value, at }: OwnRating): TemplateResult {
    const { say, number, date } = this.#language;
    const most = number(simpleProfile.max);
    return html`
      <div part="thanks" class="notice good">
        ${this.receipt
          ? html`
              <h3 id="thanks" tabindex="-1">${say.rating.thanks}</h3>
              <p>${say.rating.gave(number(value), most)} ${this.receipt.status === 'held' ? say.rating.held : nothing}</p>
            `
          : html`<p id="thanks" tabindex="-1"><strong>${say.rating.gaveOn(number(value), most, date(at))}</strong></p>`}
        <button part="again" class="button" type="button" @click=${this.#again}>${say.rating.again}</button>
      </div>
    `;
  }

  #change = (change: Partial<RatingDraft>): void => {
    if (!isForeign(this.system)) this.#proof.begin(endpointUrl(this.endpoint, this.baseURI));
    this.draft = { ...this.draft, ...change };
    draftMemory(this.#subject.url).write(this.draft);
  };

  #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.#sending.pending) return;
    const { draft } = this;
    const faults = faultsOf(draft);
    this.#faults.show(faults);
    if (faults.length > 0 || draft.value === undefined) return;
    const rating = ratingOf(draft, draft.value, this.#subject, spoken(this.#language.tag));
    if (!this.dispatchEvent(new RatingSendEvent(rating))) return;
    const receipt = await this.#sending.send((signal) => deliverRating({ system: this.system, endpoint: this.endpoint, base: this.baseURI }, rating, this.#proof, signal));
    if (receipt) await this.#accept(rating, receipt);
    else this.#refuse();
  };

  #accept = async (rating: Rating, receipt: RatingReceipt): Promise<void> => {
    const { url } = rating.subject;
    this.own = { value: rating.score.value, at: Date.now() };
    this.receipt = receipt;
    ownMemory(url).write(this.own);
    draftMemory(url).write(undefined);
    this.draft = emptyDraft();
    this.dispatchEvent(new RatingAcceptEvent(rating, receipt));
    this.#reading.again();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#thanks')?.focus();
  };

  #refuse(): void {
    const { error } = this.#sending;
    if (error?.reason === 'invalid') this.#faults.show(error.fields);
    // Under the old id other content has arrived; only a new one can bring this.
    if (error?.reason === 'conflict') this.#change({ id: newId() });
  }

  #again = async (): Promise<void> => {
    this.own = undefined;
    this.receipt = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#score-1')?.focus();
  };
}
