import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { allowedHub, isAllowed } from '../../controllers/hub.js';
import { Language } from '../../controllers/language.js';
import { Outbox } from '../../controllers/outbox.js';
import { PhaseStates } from '../../controllers/phase.js';
import { ideas } from '../../i18n/en.ideas.js';
import { sending } from '../../i18n/en.sending.js';
import type { Comment } from '../../model/comment.js';
import type { Idea, IdeaDraft } from '../../model/idea.js';
import type { Letter } from '../../model/letter.js';
import type { Support } from '../../sinks/hub.js';
import type { IdeaQuery } from '../../sources/hub.js';
import { button } from '../../styles/button.styles.js';
import { field } from '../../styles/field.styles.js';
import { status } from '../../styles/status.styles.js';
import { tokens } from '../../styles/tokens.styles.js';
import { Asking } from './ideas.asking.js';
import { Browsing } from './ideas.browsing.js';
import { card } from './ideas.card.js';
import { filters } from './ideas.filters.js';
import { ideaAddress, Link } from './ideas.link.js';
import type { LinkedIdea } from './ideas.linked.js';
import { Opening } from './ideas.opening.js';
import { Panels } from './ideas.panels.js';
import { styles } from './ideas.styles.js';
import { Supporting } from './ideas.supporting.js';

/** So long a searcher has to pause, in milliseconds. */
const pause = 300;

/**
 * Ideas of citizens: to read, to support, to propose without an account, and to follow until the city has answered.
 *
 * @summary Collects ideas, and shows what became of them.
 * @tag civic-ideas
 *
 * @slot - What is shown until the ideas are there, or when they cannot be read.
 * @slot heading - A heading of the page's own.
 * @slot place - A map or another picker of the page's own for the form, instead of ours; it tells the place by the event `civic-place-pick`.
 * @csspart propose - The button that opens the form.
 * @csspart form - The form.
 * @csspart similar - The ideas in it that are there already.
 * @csspart instead - The button that supports one of them instead.
 * @csspart place - The question in it where the idea belongs.
 * @csspart locate - The button in it that takes the visitor's own position.
 * @csspart choose-place - The button in it that opens a map to choose the place on.
 * @csspart picker - That map, with what belongs to it.
 * @csspart picker-zoom - The buttons that zoom it.
 * @csspart choose - The button that takes the place under its cross.
 * @csspart backdrop - The line that says whose data lies beneath.
 * @csspart personal - The question whether personal data shall really be sent, in it and in the form for a comment.
 * @csspart anyway - The button that sends it all the same.
 * @csspart errors - The summary of what has to be mended.
 * @csspart send - The button that sends it.
 * @csspart close - The button that closes the form, or the thanks.
 * @csspart sending - The line shown while sending.
 * @csspart failure - Why something could not be sent.
 * @csspart thanks - What is shown once an idea has arrived.
 * @csspart another - The button in it that opens the form for a further idea.
 * @csspart private-link - The link by which authors find their idea again.
 * @csspart copy - The button that copies it.
 * @csspart mine - The ideas of this browser.
 * @csspart withdraw - The button that withdraws one of them, once it is confirmed.
 * @csspart ask - The question whether to.
 * @csspart waiting - What could not be sent yet (ideas, comments, support), with when it goes out next.
 * @csspart send-now - The button that tries at once.
 * @csspart take-back - The button that takes it back, a text into its form.
 * @csspart challenges - The questions that the city asks, above the ideas.
 * @csspart challenge - The one whose answers are shown: its brief, and what became of it.
 * @csspart deadline - Until when it can be answered.
 * @csspart reward - What one gets for it.
 * @csspart outcome - What became of it, with the ideas that were chosen.
 * @csspart linked - The idea that the page's address leads to.
 * @csspart filters - The choices above the list.
 * @csspart count - The line that says how many there are.
 * @csspart idea - One idea.
 * @csspart idea-status - Its status.
 * @csspart answer - What the city says to it.
 * @csspart read - The button that opens it.
 * @csspart history - What happened to an opened idea so far.
 * @csspart commitments - The promises that came from it.
 * @csspart forwarded - What it is called in the city's own system for requests.
 * @csspart comments - The button that opens its comments.
 * @csspart talk - The comments with the form below them.
 * @csspart comment - One comment.
 * @csspart official - Who speaks in it for the city.
 * @csspart take-back - The button that takes one's own back, once it is confirmed.
 * @csspart more-comments - The button that shows further comments.
 * @csspart comment-form - The form for a comment.
 * @csspart send-comment - The button that sends it.
 * @csspart support - The button that supports it.
 * @csspart take-part - The link to where people take part, where that is not possible here.
 * @csspart unsent - The line that says that support waits to be sent.
 * @csspart supporters - How many support an idea there.
 * @csspart more - The button that shows further ideas.
 * @csspart status - The line shown while loading, or when loading failed.
 * @csspart retry - The button that loads again.
 * @cssstate loading - The ideas are on their way.
 * @cssstate ready - The ideas are shown.
 * @cssstate empty - There is no idea yet.
 * @cssstate failed - The ideas could not be read, or answers may not go to the endpoint.
 * @fires {IdeaSendEvent} civic-idea-send - Before an idea is sent; cancel it to keep it from being sent.
 * @fires {IdeaAcceptEvent} civic-idea-accept - When an idea has arrived.
 * @fires {IdeaSupportEvent} civic-idea-support - When the support for an idea has changed.
 * @fires {CommentSendEvent} civic-comment-send - Before a comment is sent; cancel it to keep it from being sent.
 * @fires {CommentAcceptEvent} civic-comment-accept - When a comment has arrived.
 */
export class CivicIdeas extends LitElement {
  static override styles = [tokens, button, field, status, styles];

  /** Where the ideas are kept: the address of a hub or of another system, on an origin that the page allows. */
  @property() endpoint = '';

  /** What keeps them: `hub`, `decidim`, `consul`, `fider`, `open311`, `postgrest` or `webhook`; without it what the address looks like. */
  @property() system = '';

  /** The page on which to take part, where that is not possible here and the system does not tell it. */
  @property({ attribute: 'take-part' }) takePart = '';

  /** What the ideas are about, such as “Ideas for our parks”. */
  @property() label = '';

  /** Open data of the city, such as its districts or streets, to lie beneath the map on which a place is chosen. */
  @property() backdrop = '';

  /** The id of a question that the city asks: its brief and its answers alone are shown. */
  @property() challenge = '';

  /** The page that has the roadmap, where it is another than this one: opened ideas lead to the promises that came from them. */
  @property() roadmap = '';

  @state() private opened: ReadonlySet<string> = new Set();

  /** What a live region says. */
  @state() private said = '';

  /** The idea that the page's address leads to, on pages where it leads to one. */
  @state() private linked: LinkedIdea | undefined;

  readonly #states = new PhaseStates(this);

  readonly #language = new Language(this, this.#states, { ideas, sending });

  readonly #browsing = new Browsing(this, { states: this.#states, language: this.#language, challenge: () => this.#challenge, beside: (info) => this.#asking.ready(info) });

  readonly #link: Link = new Link(this);

  readonly #asking: Asking = new Asking(this, { language: this.#language, endpoint: () => this.endpoint, info: () => this.#browsing.info, challenge: () => this.#challenge, isNamed: () => Boolean(this.challenge) });

  readonly #outbox: Outbox = new Outbox(this, {
    kinds: ['idea', 'comment', 'support'],
    hub: () => allowedHub(this.endpoint, this.baseURI),
    of: ({ kind, body }) => kind !== 'idea' || ((body as IdeaDraft).challenge ?? '') === this.#challenge,
    language: this.#language,
    arrived: (letter, answer) => this.#arrived(letter, answer),
    back: (letter) => this.#back(letter),
  });

  readonly #supporting = new Supporting(this, { endpoint: () => this.endpoint, outbox: this.#outbox, language: this.#language, tell: (words) => (this.said = words) });

  readonly #opening = new Opening(this, { language: this.#language, endpoint: () => this.endpoint, roadmap: () => this.roadmap, outbox: this.#outbox, show: (idea) => this.#show(idea) });

  readonly #panels = new Panels(this, {
    outbox: this.#outbox,
    language: this.#language,
    supporting: this.#supporting,
    endpoint: () => this.endpoint,
    challenge: () => this.#challenge,
    info: () => this.#browsing.info,
    way: () => this.#browsing.instead('way'),
    backdrop: () => this.backdrop,
    changed: this.#browsing.reading.again,
  });

  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): unknown {
    const { reading, info, query, page } = this.#browsing;
    if (!this.#language.ready || !isAllowed(this.endpoint, this.baseURI)) return reading.render(() => nothing);
    const { say } = this.#language;
    return html`
      <section class="ideas" aria-label=${this.label || say.ideas.label}>
        ${this.#head()}
        <p class="visually-hidden" role="status">${this.said}</p>
        ${this.#asking.render()}
        ${this.#states.current === 'empty' && !this.#panels.open && !this.#asking.closed ? html`<p class="none">${this.#browsing.instead('empty') ?? say.ideas.empty}</p>` : nothing} ${this.#outbox.render()} ${this.#panels.render()}
        ${this.linked?.render(this.#language, (idea) => this.#card(idea, 'linked'))}
        ${info && this.#states.current !== 'empty' ? filters({ query, info, page, discussed: this.#browsing.discussed, language: this.#language, choose: this.#choose, search: this.#search }) : nothing}
        ${reading.render(() => this.#list(), () => nothing)}
      </section>
    `;
  }

  protected override updated(): void {
    if (!isAllowed(this.endpoint, this.baseURI)) return;
    const { linked } = this.#link;
    this.#panels.follow(linked);
    const id = linked && !linked.key && !this.#panels.owns(linked.id) ? linked.id : undefined;
    this.linked?.show(id);
    if (id && !this.linked) void import('./ideas.linked.js').then(({ LinkedIdea }) => (this.linked ??= new LinkedIdea(this, this.#browsing.keeping)));
  }

  /** The question of the city whose answers alone are shown: the page's own, or the one that its address leads to. */
  get #challenge(): string {
    return this.challenge || this.#link.challenge;
  }

  #head(): TemplateResult {
    const { say } = this.#language;
    return html`
      <div class="head">
        <div>
          <slot name="heading"><h2>${this.label || say.ideas.label}</h2></slot>
          <p class="lead">${this.#browsing.instead('lead') ?? say.ideas.lead}</p>
        </div>
        ${this.#asking.closed ? nothing : this.#panels.button()}
      </div>
    `;
  }

  #list(): TemplateResult {
    const { say } = this.#language;
    const { ideas, page, rest, further, query } = this.#browsing;
    const narrowed = Boolean(query.q || query.category || query.status);
    return html`
      <p part="count" class="found quiet" role="status">${this.#browsing.instead('count') ?? (page?.total ? say.ideas.found(page.total) : say.ideas.none)}</p>
      ${narrowed ? html`<button class="button quiet" type="button" @click=${this.#reset}>${say.ideas.reset}</button>` : nothing}
      <ul class="cards">
        ${repeat(ideas, ({ id }) => id, (idea, i) => html`<li>${this.#card(idea, `idea-${i}`, this.#toggle)}</li>`)}
      </ul>
      <div role="alert">${further === 'failed' ? html`<p class="error">${say.ideas.moreFailed}</p>` : nothing}</div>
      ${rest > 0
        ? html`<button part="more" class="button more-button" type="button" aria-disabled=${further === 'loading'} @click=${this.#more}>${this.#browsing.instead('more') ?? say.ideas.more(rest)}</button>`
        : nothing}
    `;
  }

  #card(idea: Idea, name: string, toggle?: (idea: Idea, open: boolean) => void): TemplateResult {
    const open = !toggle || this.opened.has(idea.id);
    return card({ idea, name, open, info: this.#browsing.info, language: this.#language, supporting: this.#supporting, opening: this.#opening, instead: this.#browsing.instead('foot', idea), ...(toggle ? { toggle } : {}) });
  }

  #choose = (change: Partial<IdeaQuery>): void => this.#browsing.choose(change);

  #search = (event: Event): void => {
    const q = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#choose({ q }), pause);
  };

  #reset = (): void => {
    this.#choose({ q: undefined, category: undefined, status: undefined });
    // The button that was pressed goes away: without a word the focus would fall back to the page's beginning.
    this.renderRoot.querySelector<HTMLElement>('.field:not([hidden]) > :last-child')?.focus();
  };

  #more = async (): Promise<void> => {
    const first = this.#browsing.ideas.length;
    await this.#browsing.more();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#idea-${first}-title`)?.focus();
  };

  #toggle = (idea: Idea, open: boolean): void => {
    const opened = new Set(this.opened);
    if (open) void this.#opening.load();
    if (open) opened.add(idea.id);
    else opened.delete(idea.id);
    this.opened = opened;
  };

  /** Where an idea is in no page of the list, the page's address leads to it. */
  #show(id: string): void {
    const listed = this.#browsing.ideas.find((idea) => idea.id === id);
    if (listed) this.#toggle(listed, true);
    else location.hash = new URL(ideaAddress({ id })).hash;
  }

  #arrived(letter: Letter, answer: unknown): void {
    const { kind, body } = letter;
    if (kind === 'idea') this.#panels.arrived(answer as Idea, (body as IdeaDraft).key);
    else if (kind === 'comment') this.#opening.arrived(letter, answer as Comment);
    else this.#supporting.arrived(letter, answer as Support);
  }

  #back(letter: Letter): unknown {
    const { kind, body } = letter;
    if (kind === 'idea') return this.#panels.resume(body as IdeaDraft);
    return kind === 'comment' ? this.#opening.resume(letter) : this.#supporting.back(letter);
  }
}
