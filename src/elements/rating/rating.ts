import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hubUrl, isAllowed } from '../../controllers/hub.js';
import { Language } from '../../controllers/language.js';
import { PhaseStates } from '../../controllers/phase.js';
import { isForeign, noSummary } from '../../controllers/rating-system.js';
import { Reading } from '../../controllers/reading.js';
import { rating } from '../../i18n/en.rating.js';
import { direction } from '../../i18n/index.js';
import type { Wording } from '../../i18n/wording.js';
import type { OwnProfile } from '../../model/rating-profile-own.js';
import type { Rating, RatingAnswer, RatingReceipt, RatingSummary, Subject } from '../../model/rating.js';
import { readSummary } from '../../sources/hub.js';
import { button } from '../../styles/button.styles.js';
import { field } from '../../styles/field.styles.js';
import { form as formStyles } from '../../styles/form.styles.js';
import { status } from '../../styles/status.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { Asker } from './rating.asker.js';
import type { Asking, PageForm } from './rating.asking.js';
import { draftMemory, emptyDraft, ownMemory, type OwnRating, type RatingDraft } from './rating.draft.js';
import { form } from './rating.form.js';
import { Later } from './rating.later.js';
import { result } from './rating.result.js';
import { styles } from './rating.styles.js';
import { subjectOf } from './rating.subject.js';
import { thanks } from './rating.thanks.js';

let made = 0;

/**
 * Asks how good a page or a service is, and shows beside it what all who answered say together: one question from 1 to 5,
 * or the questions of a profile.
 *
 * @summary Asks how good a page is, and shows the answers.
 * @tag civic-rating
 *
 * @slot - What is shown until the result is there, or when it cannot be read: such as a link to a form. A `<form>` that
 *   sends by itself is shown only where scripts do not run; a `<script type="application/json">` describes a profile.
 * @slot question - A question of the page's own.
 * @slot form - Where the form of `it-agid` stands, which the element puts into the page itself.
 * @csspart form - The question with all that belongs to it.
 * @csspart question - The group of scores.
 * @csspart score - One score.
 * @csspart reasons - A further question with choices, such as the reasons for a score.
 * @csspart personal - The question whether personal data shall really be sent.
 * @csspart anyway - The button that sends it all the same.
 * @csspart open - The button of a floating rating.
 * @csspart dialog - What that opens.
 * @csspart close - The button that closes it.
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
 * @csspart waiting - What could not be sent yet, with when it goes out next.
 * @csspart send-now - The button that tries at once.
 * @csspart take-back - The button that takes it back into the form.
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

  /**
   * What is asked: `simple`, `yes-no`, `thumbs`, `smileys`, `it-agid`, `us-a11`, `fr-jdma` or `uk-service`; as a property
   * also a profile of the page's own, which as markup is a `<script type="application/json">` in the element.
   */
  @property() profile: string | OwnProfile = 'simple';

  /** Whether a service is rated that was just used, rather than a page: some profiles ask otherwise then. */
  @property({ type: Boolean }) service = false;

  /**
   * Whether it is a button at the lower edge of the window, which opens the form in a dialog and is gone once somebody
   * has rated. It floats within what it stands in: the whole page, where that is the page's body.
   */
  @property({ type: Boolean, reflect: true }) floating = false;

  @state() private stranded = false;

  @state() private draft: RatingDraft = emptyDraft();

  @state() private own: OwnRating | undefined;

  @state() private receipt: RatingReceipt | undefined;

  readonly #states = new PhaseStates(this);

  /** Another one for each: what checks a page from outside takes radio buttons with one name for one group, across shadow roots, too. */
  readonly #group = `score-${(made += 1)}`;

  readonly #language = new Language(this, this.#states, { rating });

  readonly #asker = new Asker(this, { language: this.#language, states: this.#states });

  readonly #later = new Later(this, this.#language, {
    draft: () => this.draft,
    asking: () => this.#asker.asking!,
    subject: () => this.#subject,
    change: (change) => this.#change(change),
    arrived: (rating, receipt) => this.#arrived(rating, receipt),
    forget: ({ subject: { url }, profile }) => this.#forget(url, profile),
    accepted: (rating, receipt) => this.#accept(rating, receipt),
    focus: (what) => this.#focus(what),
  });

  readonly #reading = new Reading<RatingSummary>(this, {
    states: this.#states,
    language: this.#language,
    what: () => [this.endpoint, this.#subject.url, this.profile, this.system],
    read: async (address, options) => {
      const { profile: { name } } = await this.#asker.settled();
      if (isForeign(this.system)) return noSummary;
      return readSummary(hubUrl(address.href, this.baseURI), { subject: this.#subject.url, profile: name }, options);
    },
    empty: ({ n }) => n === 0,
    openable: false,
  });

  #remembered: string | undefined;

  #inPage: PageForm | undefined;

  protected override willUpdate(): void {
    this.#asker.adopt(this.profile);
    if (this.floating) this.#later.float();
    if (this.own || !this.#asker.asking?.inPage) {
      this.#inPage?.remove();
      this.#inPage = undefined;
    }
    const name = this.#asker.asking?.profile.name;
    const { url } = this.#subject;
    if (!name || this.#remembered === `${name} ${url}`) return;
    this.#remembered = `${name} ${url}`;
    this.own = ownMemory(url, name).read();
    this.draft = draftMemory(url, name).read() ?? emptyDraft();
  }

  protected override render(): unknown {
    const { asking, explanation } = this.#asker;
    if (explanation && this.#language.ready) return explanation(this.#language);
    if (!this.#language.ready || !asking || !isAllowed(this.endpoint, this.baseURI)) return this.#reading.render(() => nothing);
    const { say } = this.#language;
    const wording = asking.wording(say, this);
    const asked = html`
      <section class="rating" aria-label=${this.label || say.rating.region} lang=${asking.speech?.tag ?? nothing} dir=${asking.speech ? direction(asking.speech.tag) : nothing}>
        <div>${this.#later.answering?.waiting()} ${this.own ? thanks({ own: this.own, receipt: this.receipt, asking, wording, language: this.#language, again: this.#again }) : this.#form(asking, wording)}</div>
        ${isForeign(this.system) ? nothing : html`
          <div part="result" class="result">
            <h3>${say.rating.result}</h3>
            ${this.#reading.render((summary) => result(summary, asking, wording, this.#language))}
          </div>
        `}
      </section>
    `;
    if (!this.floating) return asked;
    return this.#later.floating?.render(asked, this.label || say.rating.region, this.own !== undefined, say) ?? html`<slot></slot>`;
  }

  protected override updated(): void {
    const phase = this.#states.current;
    if (phase && phase !== 'loading' && this.#asker.asking) void this.#later.prepare();
  }

  /** Done is what is drawn with all that belongs to it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    await this.#later.coming;
    return this.isUpdatePending ? super.getUpdateComplete() : done;
  }

  get #subject(): Subject {
    return subjectOf(this.subject, this.label, this.ownerDocument);
  }

  #form(asking: Asking, wording: Wording): TemplateResult {
    const asked = {
      group: this.#group, draft: this.draft, asking, wording, language: this.#language,
      answering: this.#later.answering, stranded: this.stranded, answer: this.#answer, send: this.#submit,
    };
    if (!asking.inPage) return form(asked);
    (this.#inPage ??= asking.inPage(this)).show(asked);
    return html`<slot name="form"></slot>`;
  }

  #answer = (question: string, answer: RatingAnswer): void => {
    void this.#later.prepare().then((answering) => {
      answering?.begins();
      if (typeof answer === 'string') answering?.writes();
    });
    this.#change({ answers: { ...this.draft.answers, [question]: answer } });
  };

  #change(change: Partial<RatingDraft>): void {
    this.draft = { ...this.draft, ...change };
    draftMemory(this.#subject.url, this.#asker.asking!.profile.name).write(this.draft);
  }

  #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answering = await this.#later.prepare();
    this.stranded = !answering;
    await answering?.submit();
  };

  async #accept(rating: Rating, receipt: RatingReceipt): Promise<void> {
    this.#arrived(rating, receipt);
    await this.#focus('#thanks');
  }

  #arrived({ subject: { url }, profile, score }: Rating, receipt: RatingReceipt): void {
    this.own = { value: score.value, at: Date.now() };
    this.receipt = receipt;
    ownMemory(url, profile).write(this.own);
    this.#forget(url, profile);
    this.#reading.again();
  }

  /** What was written is elsewhere now. */
  #forget(url: string, profile: string): void {
    draftMemory(url, profile).write(undefined);
    this.draft = emptyDraft();
  }

  #again = async (): Promise<void> => {
    this.own = undefined;
    this.receipt = undefined;
    await this.#focus('[part=question] input');
  };

  async #focus(what: string): Promise<void> {
    await this.updateComplete;
    (this.renderRoot.querySelector<HTMLElement>(what) ?? this.querySelector<HTMLElement>(`:scope > [slot=form] ${what}`))?.focus();
  }
}
