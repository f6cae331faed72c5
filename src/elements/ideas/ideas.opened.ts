import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { hubUrl } from '../../controllers/hub.js';
import { hashAddress } from '../../controllers/page-link.js';
import { ideasOpened } from '../../i18n/en.ideas-opened.js';
import type { Comment, CommentDraft } from '../../model/comment.js';
import type { Forwarded, Idea, IdeaStep } from '../../model/idea.js';
import type { Letter } from '../../model/letter.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { readCommitments } from '../../sources/hub.js';
import { answer, badge } from './ideas.card.js';
import { challengeAddress } from './ideas.link.js';
import type { OpeningOptions } from './ideas.opening.js';
import { Talk } from './ideas.talk.js';
import { hasMore } from './ideas.words.js';

export { openedStyles } from './ideas.opened.styles.js';

/** In milliseconds: what is decided together is written down one after the other. */
const together = 60_000;

/** What is below the text of an opened idea. */
export class Opened {
  readonly #host: LitElement;
  readonly #options: OpeningOptions;
  readonly #talks = new Map<string, Talk>();
  #plan: { readonly of: string; readonly titles: ReadonlyMap<string, string> } | undefined;

  constructor(host: LitElement, options: OpeningOptions) {
    this.#host = host;
    this.#options = options;
    options.language.teach({ ideasOpened });
  }

  render(idea: Idea, name: string): TemplateResult {
    return html`
      ${this.#history(idea, name)} ${this.#links(idea)}
      ${idea.comments === undefined ? nothing : this.#talkOf(idea.id, !hasMore(idea)).render(name, idea.comments)}
    `;
  }

  /** A comment that waited has arrived. */
  arrived({ about = '', body }: Letter, comment: Comment): void {
    this.#talks.get(`${this.#options.endpoint()} ${about}`)?.accepted(comment, (body as CommentDraft).key);
  }

  /** A comment that waited stands in its form again. */
  async resume({ about = '', body }: Letter): Promise<void> {
    const talk = this.#talkOf(about, true);
    talk.resume(body as CommentDraft);
    this.#options.show(about);
    await this.#host.updateComplete;
    await talk.focus();
  }

  /** One for each idea and hub, so that a list that is read again keeps what is open. */
  #talkOf(idea: string, open: boolean): Talk {
    const { endpoint, language, outbox } = this.#options;
    const key = `${endpoint()} ${idea}`;
    const known = this.#talks.get(key);
    if (known) return known;
    // Who opens what has nothing else wants to see what others say.
    const made = new Talk(this.#host, { idea, endpoint: endpoint(), language, outbox, open });
    this.#talks.set(key, made);
    return made;
  }

  /** Each step with its day, the answer of the city where it was given. */
  #history(idea: Idea, name: string): unknown {
    const { language } = this.#options;
    const { history = [], answer: said } = idea;
    if (history.length === 0) return said ? answer(said, true, language) : nothing;
    // That it is open says its badge already.
    if (history.length === 1 && !said && !idea.commitments) return nothing;
    const isBefore = ({ at }: IdeaStep): boolean => !said || Date.parse(at) <= Date.parse(said.at) + together;
    return html`
      <h4 id="${name}-history" class="part">${language.say.ideasOpened.history}</h4>
      <ol part="history" class="history" aria-labelledby="${name}-history">
        ${history.filter(isBefore).map((each) => this.#step(each))}
        ${said ? html`<li class="said-so">${answer(said, true, language)}</li>` : nothing}
        ${history.filter((each) => !isBefore(each)).map((each) => this.#step(each))}
        ${this.#commitments(idea)}
      </ol>
    `;
  }

  #step({ status, at }: IdeaStep): TemplateResult {
    const { language } = this.#options;
    return html`<li>${badge(status, language)} <time class="quiet" datetime=${at}>${language.date(at)}</time></li>`;
  }

  #commitments({ commitments = [] }: Idea): unknown {
    const { say } = this.#options.language;
    if (commitments.length === 0) return nothing;
    const several = commitments.length > 1;
    const link = (id: string): TemplateResult => html`<a href=${hashAddress('civic-commitment', id, this.#options.roadmap())}>${this.#titleOf(id) ?? html`${say.ideas.commitment}${several ? html` (<bdi>${id}</bdi>)` : nothing}`}</a>`;
    return html`<li part="commitments">${say.ideasOpened.became} ${commitments.map((id, i) => html`${i > 0 ? ' · ' : ''}${link(id)}`)}</li>`;
  }

  /** What a promise is called; where the hub does not know it, the link only says where it leads. */
  #titleOf(id: string): string | undefined {
    const endpoint = this.#options.endpoint();
    if (this.#plan?.of !== endpoint) void this.#readPlan(endpoint);
    return this.#plan?.titles.get(id);
  }

  async #readPlan(endpoint: string): Promise<void> {
    const plan = (this.#plan = { of: endpoint, titles: new Map<string, string>() });
    const commitments = await readCommitments(hubUrl(endpoint, this.#host.baseURI), {}).catch(() => []);
    for (const { id, title } of commitments) plan.titles.set(id, title);
    this.#host.requestUpdate();
  }

  /** What it is called in another system of the city, as a link where it has a page there. */
  #request({ id, url }: Forwarded): TemplateResult {
    const href = safeWebUrl(url);
    return href === undefined ? html`<bdi>${id}</bdi>` : html`<a href=${href}><bdi>${id}</bdi></a>`;
  }

  #links(idea: Idea): unknown {
    const { say, number } = this.#options.language;
    const { place, challenge, forwarded, history = [] } = idea;
    const degrees = (value: number): string => number(value, { maximumFractionDigits: 5 });
    return html`
      ${history.length === 0 && idea.commitments ? html`<ul class="history">${this.#commitments(idea)}</ul>` : nothing}
      ${place?.lat === undefined || place.lon === undefined ? nothing : html`<p class="quiet more">${say.ideas.point} <bdi>${degrees(place.lat)} ${degrees(place.lon)}</bdi></p>`}
      ${forwarded ? html`<p part="forwarded" class="quiet more">${say.ideasOpened.forwarded} ${this.#request(forwarded)}</p>` : nothing}
      ${challenge ? html`<p class="quiet more"><a href=${challengeAddress(challenge)}>${say.ideasOpened.challenge}</a></p>` : nothing}
    `;
  }
}
