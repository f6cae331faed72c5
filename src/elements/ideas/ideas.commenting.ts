import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { Caution } from '../../controllers/caution.js';
import { counter } from '../../controllers/counter.js';
import type { Language } from '../../controllers/language.js';
import { hasShape, Memory } from '../../controllers/memory.js';
import type { Outbox } from '../../controllers/outbox.js';
import { Proof } from '../../controllers/proof.js';
import { Sending } from '../../controllers/sending.js';
import { commentLimits, type Comment, type CommentDraft } from '../../model/comment.js';
import type { FieldErrorCode } from '../../model/hub.js';
import { newId } from '../../model/id.js';
import { endpointUrl } from '../../sinks/endpoints.js';
import { commentsPath, sendComment } from '../../sinks/hub.js';
import { CommentAcceptEvent, CommentSendEvent } from './ideas.comment-events.js';
import { secret } from './ideas.draft.js';

interface Options {
  /** The id of the idea. */
  readonly idea: string;
  readonly endpoint: string;
  readonly language: Language;
  readonly outbox: Outbox;
  readonly accepted: (comment: Comment, key: string) => void;
  /** It waits until there is a connection. Who holds the key is its author wherever it is sent from. */
  readonly kept: (id: string, key: string) => void;
}

/** Id and key are made with the draft: sent twice it is one comment. */
interface Draft {
  readonly id: string;
  readonly key: string;
  readonly text: string;
}

const isDraft = (value: unknown): value is Draft => hasShape(value, { id: 'string', key: 'string', text: 'string' });
/** So much of a comment names it among what waits. */
const longest = 60;

/** The id of what shows a comment that waits. */
export const waitingId = (name: string, id: string): string => `${name}-waiting-${id}`;

const empty = (): Draft => ({ id: newId(), key: secret(), text: '' });

/** Someone comments on an idea: what they write is kept at every stroke, until it has arrived. */
export class Commenting {
  readonly #host: LitElement;
  readonly #options: Options;
  readonly #sending: Sending;
  readonly #proof = new Proof('comments');
  readonly #caution: Caution;
  // As a draft of an idea, it is kept no longer than its tab.
  readonly #memory: Memory<Draft>;
  #draft: Draft;
  #fault: FieldErrorCode | undefined;
  /** What made the ids last. */
  #name = '';

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
    this.#sending = new Sending(host);
    this.#caution = new Caution(host, options.language);
    this.#memory = new Memory('session', `comment draft ${options.endpoint} ${options.idea}`, isDraft);
    this.#draft = this.#memory.read() ?? empty();
  }

  /** Whether something stands in the form. */
  get begun(): boolean {
    return this.#draft.text.trim() !== '';
  }

  /** What was taken back stands in the form again, above what was begun there meanwhile. */
  resume({ id, key, text }: CommentDraft): void {
    this.#change({ id, key, text: this.begun ? `${text}\n\n${this.#draft.text}` : text });
  }

  /** Moves to the form. */
  focus(): Promise<void> {
    return this.#focus(`${this.#name}-comment`);
  }

  /** `name` makes its ids. */
  render(name: string): TemplateResult {
    this.#name = name;
    const { language } = this.#options;
    const { say } = language;
    const words = say.ideasOpened;
    const id = `${name}-comment`;
    return html`
      <form part="comment-form" novalidate aria-label=${words.label} @submit=${(event: Event) => this.#submit(event, name)}>
        <div class="field">
          <label for=${id}>${words.label}</label>
          <p id="${id}-hint" class="hint">${words.hint}</p>
          ${this.#fault ? html`<p id="${id}-error" class="error"><span class="visually-hidden">${say.sending.error}</span> ${say.sending.field[this.#fault]}</p>` : nothing}
          <textarea id=${id} rows="3" required dir="auto" aria-describedby="${id}-hint ${id}-left ${this.#fault ? `${id}-error` : ''}" aria-invalid=${this.#fault ? 'true' : nothing} .value=${this.#draft.text} @input=${this.#input}></textarea>
          ${counter(`${id}-left`, this.#draft.text.trim().length, commentLimits.text[1], language)}
        </div>
        ${this.#caution.render({ id: `${name}-personal`, of: 'comment', change: () => this.#reconsider(id), anyway: () => void this.#send(name) })}
        ${this.#sending.render(language)}
        <p><button part="send-comment" class="button" type="submit" aria-disabled=${this.#sending.pending}>${this.#sending.error ? say.sending.retry : words.send}</button></p>
      </form>
    `;
  }

  #input = (event: Event): void => {
    this.#proof.begin(this.#hub);
    void this.#caution.prepare();
    this.#change({ text: (event.target as HTMLTextAreaElement).value });
  };

  #change(change: Partial<Draft>): void {
    this.#draft = { ...this.#draft, ...change };
    this.#memory.write(this.#draft);
    this.#host.requestUpdate();
  }

  get #hub(): URL {
    return endpointUrl(this.#options.endpoint, this.#host.baseURI);
  }

  async #submit(event: Event, name: string): Promise<void> {
    event.preventDefault();
    if (this.#sending.pending) return;
    const { length } = this.#draft.text.trim();
    const [least, most] = commentLimits.text;
    this.#fault = length === 0 ? 'required' : length < least ? 'too-short' : length > most ? 'too-long' : undefined;
    this.#caution.forget();
    if (this.#fault) await this.#focus(`${name}-comment`);
    else if (await this.#caution.holds([this.#draft.text])) await this.#focus(`${name}-personal`);
    else await this.#send(name);
  }

  #reconsider(id: string): void {
    this.#caution.forget();
    void this.#focus(id);
  }

  async #send(name: string): Promise<void> {
    this.#caution.forget();
    const { idea, accepted, language } = this.#options;
    const { key, id, text } = this.#draft;
    const draft = { id, text: text.trim(), lang: language.tag };
    if (!this.#host.dispatchEvent(new CommentSendEvent(idea, draft))) return;
    const comment = await this.#sending.send(async (signal) => {
      const hub = this.#hub;
      return this.#proof.send(hub, (headers) => sendComment(hub, idea, { ...draft, key }, { signal, headers }));
    });
    if (!comment) {
      const { error } = this.#sending;
      if (await this.#keep(draft, name)) return;
      if (error?.reason === 'invalid') this.#fault = error.fields[0]?.code ?? 'not-valid';
      // Under the old id another text has arrived; only a new one can bring this.
      if (error?.reason === 'conflict') this.#change({ id: newId() });
      if (this.#fault) await this.#focus(`${name}-comment`);
      return;
    }
    this.#clear();
    accepted(comment, key);
    this.#host.dispatchEvent(new CommentAcceptEvent(comment));
  }

  async #keep(draft: Omit<CommentDraft, 'key'>, name: string): Promise<boolean> {
    const { idea, language, outbox, kept } = this.#options;
    const { id, text } = draft;
    const { key } = this.#draft;
    const label = `${language.say.ideasOpened.label}: ${text.length > longest ? `${text.slice(0, longest)}…` : text}`;
    if (!(await outbox.keep({ kind: 'comment', id, path: commentsPath(idea), body: { ...draft, key }, label, about: idea }, this.#sending.error, waitingId(name, id)))) return false;
    this.#clear();
    this.#sending.forget();
    kept(id, key);
    return true;
  }

  #clear(): void {
    this.#memory.write(undefined);
    this.#draft = empty();
  }

  async #focus(id: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById(id)?.focus();
  }
}
