import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { hubUrl } from '../../controllers/hub.js';
import type { Language } from '../../controllers/language.js';
import { hasShape, Memory } from '../../controllers/memory.js';
import type { Outbox } from '../../controllers/outbox.js';
import { Sending } from '../../controllers/sending.js';
import type { Comment, CommentDraft } from '../../model/comment.js';
import type { Letter } from '../../model/letter.js';
import { endpointUrl } from '../../sinks/endpoints.js';
import { withdrawComment } from '../../sinks/hub.js';
import { readComment, readComments } from '../../sources/hub.js';
import { Commenting, waitingId } from './ideas.commenting.js';

interface Options {
  /** The id of the idea. */
  readonly idea: string;
  readonly endpoint: string;
  readonly language: Language;
  readonly outbox: Outbox;
  /** Whether the comments are open from the start. */
  readonly open: boolean;
}

/** A comment that this browser sent. Who holds the key may see it before it is published, and take it back. */
interface OwnComment {
  readonly id: string;
  readonly idea: string;
  readonly key: string;
}

const isOwn = (value: unknown): value is readonly OwnComment[] => Array.isArray(value) && value.every((each) => hasShape(each, { id: 'string', idea: 'string', key: 'string' }));

/** What people say to one idea: read when it is opened, with a form below it. */
export class Talk {
  readonly #host: LitElement;
  readonly #options: Options;
  readonly #sending: Sending;
  readonly #commenting: Commenting;
  #open: boolean;
  /** Whether the reader has opened or closed them. */
  #chosen = false;
  #state: 'unread' | 'loading' | 'ready' | 'failed' = 'unread';
  #comments: readonly Comment[] = [];
  #total: number | undefined;
  #next: string | undefined;
  /** Which own comment its author wants to take back. */
  #asked: string | undefined;
  /** What a live region says. */
  #said = '';

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    this.#open = options.open;
    this.#sending = new Sending(host);
    this.#commenting = new Commenting(host, { ...options, accepted: this.accepted, kept: this.#remember });
  }

  /** What was taken back stands in the form again. */
  resume(draft: CommentDraft): void {
    this.#open = true;
    this.#commenting.resume(draft);
  }

  focus(): Promise<void> {
    return this.#commenting.focus();
  }

  /** `name` makes its ids, `known` is the number of comments that the list knows. */
  render(name: string, known: number): TemplateResult {
    const { say } = this.#options.language;
    // What was begun, or waits, is to be seen.
    if (!this.#chosen) this.#open ||= this.#commenting.begun || this.#waiting.length > 0;
    if (this.#open && this.#state === 'unread') void this.#read();
    return html`
      <button id="${name}-comments" part="comments" class="button talk-button" type="button" aria-expanded=${this.#open} aria-controls="${name}-talk" @click=${this.#toggle}>
        ${say.ideas.comments(this.#total ?? known)}
      </button>
      <div id="${name}-talk" part="talk" class="talk" ?hidden=${!this.#open}>${this.#open ? this.#talk(name) : nothing}</div>
    `;
  }

  #talk(name: string): TemplateResult {
    const { say } = this.#options.language;
    const words = say.ideasOpened;
    return html`
      <div role="status">${this.#said ? html`<p>${this.#said}</p>` : nothing}${this.#state === 'loading' ? html`<p class="status"><span class="spinner" aria-hidden="true"></span> ${say.reading.loading}</p>` : nothing}</div>
      ${this.#state === 'failed' ? html`<div role="alert"><p class="error">${words.commentsUnread}</p></div> <button class="button talk-button" type="button" @click=${this.#readOn}>${say.reading.retry}</button>` : nothing}
      ${this.#state === 'ready' && this.#comments.length === 0 && this.#waiting.length === 0 ? html`<p class="quiet">${words.none}</p>` : nothing}
      <ol>${this.#comments.map((comment) => html`<li>${this.#comment(comment, name)}</li>`)} ${this.#waiting.map((letter) => html`<li>${this.#unsent(letter, name)}</li>`)}</ol>
      ${this.#next && this.#state === 'ready' ? html`<button part="more-comments" class="button talk-button" type="button" @click=${this.#readOn}>${words.more}</button>` : nothing}
      ${this.#sending.render(this.#options.language)} ${this.#commenting.render(name)}
    `;
  }

  #comment({ id, text, lang, official, status, created }: Comment, name: string): TemplateResult {
    const { language } = this.#options;
    const words = language.say.ideasOpened;
    const own = this.#own.some((each) => each.id === id);
    return html`
      <article part="comment" class="comment ${official ? 'official' : ''} ${own ? 'own' : ''}">
        <p class="by">
          ${official ? html`<strong part="official"><bdi>${official.by ?? words.official}</bdi>${official.by ? html` · ${words.official}` : nothing}</strong>` : own ? html`<strong>${words.yours}</strong>` : nothing}
          <time class="quiet" datetime=${created}>${language.date(created)}</time>
        </p>
        <p class="text" dir="auto" lang=${lang ?? nothing}>${text}</p>
        ${status === 'held' ? html`<p class="quiet">${words.held}</p>` : nothing} ${own ? this.#ways(id, name) : nothing}
      </article>
    `;
  }

  /** One that waits to be sent, where it will stand. */
  #unsent(letter: Letter, name: string): TemplateResult {
    const { language, outbox } = this.#options;
    return html`
      <article id=${waitingId(name, letter.id)} part="comment" class="comment own" tabindex="-1">
        <p class="by"><strong>${language.say.ideasOpened.yours}</strong> <span class="quiet">${language.say.outbox.title}</span></p>
        <p class="text" dir="auto">${(letter.body as CommentDraft).text}</p>
        <div class="ways">${outbox.ways(letter)}</div>
      </article>
    `;
  }

  #ways(id: string, name: string): TemplateResult {
    const words = this.#options.language.say.ideasOpened;
    const button = (text: string, act: () => unknown): TemplateResult => html`<button class="button" type="button" @click=${act}>${text}</button>`;
    const mark = `${name}-${id}`;
    if (this.#asked !== id) return html`<button id="back-${mark}" part="take-back" class="button quiet read" type="button" @click=${() => this.#ask(id, `ask-${mark}`)}>${words.takeBack}</button>`;
    return html`
      <div role="group" aria-labelledby="ask-${mark}">
        <p id="ask-${mark}" tabindex="-1">${words.ask}</p>
        <p class="row">${button(words.yes, () => this.#takeBack(id, name))} ${button(words.no, () => this.#ask(undefined, `back-${mark}`))}</p>
      </div>
    `;
  }

  get #memory(): Memory<readonly OwnComment[]> {
    return new Memory('local', `comments ${this.#options.endpoint}`, isOwn);
  }

  /** This browser's own on this idea. */
  get #own(): readonly OwnComment[] {
    return this.#memory.read()?.filter(({ idea }) => idea === this.#options.idea) ?? [];
  }

  /** What waits to be sent to this idea. */
  get #waiting(): readonly Letter[] {
    return this.#options.outbox.letters.filter(({ kind, about }) => kind === 'comment' && about === this.#options.idea);
  }

  #remember = (id: string, key: string): void => {
    const others = this.#memory.read()?.filter((each) => each.id !== id) ?? [];
    this.#memory.write([{ id, idea: this.#options.idea, key }, ...others]);
    this.#host.requestUpdate();
  };

  #toggle = (): void => {
    this.#chosen = true;
    this.#open = !this.#open;
    this.#host.requestUpdate();
  };

  #readOn = (): void => {
    void this.#read();
    this.#host.requestUpdate();
  };

  /** The first page with what only its author sees, or the next one. */
  async #read(): Promise<void> {
    const { idea, endpoint } = this.#options;
    const isFirst = this.#total === undefined;
    this.#state = 'loading';
    try {
      const hub = hubUrl(endpoint, this.#host.baseURI);
      const own = isFirst ? this.#own.map(({ id, key }) => readComment(hub, id, { key }).catch(() => undefined)) : [];
      const [page, ...mine] = await Promise.all([readComments(hub, idea, { cursor: this.#next }, {}), ...own]);
      const held = mine.filter((each) => each?.status === 'held') as Comment[];
      this.#comments = [...new Map([...this.#comments.filter(({ status }) => status === 'open'), ...page.comments, ...held, ...this.#comments].map((each) => [each.id, each])).values()];
      this.#total = page.total;
      this.#next = page.next;
      this.#state = 'ready';
    } catch {
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
  }

  /** It has arrived, from here or from where it waited. */
  accepted = (comment: Comment, key: string): void => {
    const words = this.#options.language.say.ideasOpened;
    this.#remember(comment.id, key);
    this.#comments = [...this.#comments.filter(({ id }) => id !== comment.id), comment];
    if (comment.status === 'open') this.#total = (this.#total ?? 0) + 1;
    this.#said = comment.status === 'held' ? words.thanksHeld : words.thanks;
    this.#host.requestUpdate();
  };

  async #ask(id: string | undefined, focus: string): Promise<void> {
    this.#asked = id;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById(focus)?.focus();
  }

  async #takeBack(id: string, name: string): Promise<void> {
    const key = this.#own.find((each) => each.id === id)?.key;
    if (key === undefined) return;
    const done = await this.#sending.send(async (signal) => withdrawComment(endpointUrl(this.#options.endpoint, this.#host.baseURI), id, key, { signal }).then(() => true));
    if (!done) return;
    const gone = this.#comments.find((each) => each.id === id);
    if (gone?.status === 'open') this.#total = Math.max(0, (this.#total ?? 1) - 1);
    this.#memory.write(this.#memory.read()?.filter((each) => each.id !== id));
    this.#comments = this.#comments.filter((each) => each.id !== id);
    this.#said = this.#options.language.say.ideasOpened.takenBack;
    await this.#ask(undefined, `${name}-comments`);
  }
}
