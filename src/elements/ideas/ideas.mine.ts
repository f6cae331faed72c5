import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { hubUrl } from '../../controllers/hub.js';
import type { Language } from '../../controllers/language.js';
import { Sending } from '../../controllers/sending.js';
import { ideasForm } from '../../i18n/en.ideas-form.js';
import type { Idea } from '../../model/idea.js';
import { endpointUrl } from '../../sinks/endpoints.js';
import { withdrawIdea } from '../../sinks/hub.js';
import { readIdea } from '../../sources/hub.js';
import { answer, badge } from './ideas.card.js';
import { ownIdeas, type OwnIdea } from './ideas.own.js';
import { privateLink } from './ideas.private.js';

interface Options {
  readonly endpoint: string;
  readonly language: Language;
  /** Called when an idea was withdrawn, so that it leaves the public list too. */
  readonly changed: () => void;
}

/** What this browser, or whoever holds the private link, has proposed: where it stands, and a way to withdraw it. */
export class Mine {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  readonly #sending: Sending;
  readonly #read = new Map<string, Idea | 'failed'>();
  #own: readonly OwnIdea[] = [];
  #asked: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    options.language.teach({ ideasForm });
    this.#sending = new Sending(host);
  }

  /** Shows these ideas, and reads where each of them stands now. */
  show(own: readonly OwnIdea[]): void {
    this.#own = own;
    for (const each of own) void this.#look(each);
  }

  render(): TemplateResult {
    const { language } = this.#options;
    const { mine } = language.say.ideasForm;
    return html`
      <section part="mine" class="panel mine" aria-labelledby="mine-title">
        <h3 id="mine-title" tabindex="-1">${mine.title}</h3>
        <p class="hint">${mine.hint}</p>
        <ul>${this.#own.map((own) => this.#entry(own))}</ul>
        ${this.#sending.render(language)}
      </section>
    `;
  }

  #entry(own: OwnIdea): TemplateResult {
    const { language } = this.#options;
    const { mine } = language.say.ideasForm;
    const idea = this.#read.get(own.id);
    const read = typeof idea === 'object' ? idea : undefined;
    return html`
      <li>
        <p class="facts">${read ? badge(read.status, language) : nothing}</p>
        ${read || own.title ? html`<h4 dir="auto">${read?.title ?? own.title}</h4>` : nothing}
        ${idea === 'failed' ? html`<p class="quiet">${mine.unread}</p>` : nothing} ${read?.answer ? answer(read.answer, true, language) : nothing}
        ${read?.status === 'withdrawn' ? html`<p>${mine.withdrawn}</p> ${this.#button(mine.forget, () => this.#forget(own))}` : this.#ways(own, read)}
      </li>
    `;
  }

  #ways(own: OwnIdea, read: Idea | undefined): TemplateResult {
    const { language } = this.#options;
    const { mine } = language.say.ideasForm;
    if (this.#asked === own.id) {
      return html`
        <div part="ask" class="notice warn" role="group" aria-labelledby="ask-${own.id}">
          <p id="ask-${own.id}" tabindex="-1">${mine.ask(read?.title ?? own.title)}</p>
          <p class="row">${this.#button(mine.yes, () => this.#withdraw(own))} ${this.#button(mine.no, () => this.#ask(undefined, `withdraw-${own.id}`))}</p>
        </div>
      `;
    }
    return html`
      <details class="ways">
        <summary>${mine.private}</summary>
        ${privateLink(own, language)}
      </details>
      ${read ? html`<button id="withdraw-${own.id}" part="withdraw" class="button quiet" type="button" @click=${() => this.#ask(own.id, `ask-${own.id}`)}>${mine.withdraw}<span class="visually-hidden"> ${read.title}</span></button>` : nothing}
    `;
  }

  #button(words: string, act: () => unknown): TemplateResult {
    return html`<button class="button" type="button" @click=${act}>${words}</button>`;
  }

  async #ask(id: string | undefined, focus: string): Promise<void> {
    this.#asked = id;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById(focus)?.focus();
  }

  async #withdraw(own: OwnIdea): Promise<void> {
    const { endpoint, changed } = this.#options;
    const hub = (): URL => endpointUrl(endpoint, this.#host.baseURI);
    const done = await this.#sending.send(async (signal) => withdrawIdea(hub(), own.id, own.key, { signal }).then(() => true));
    if (!done) return;
    await this.#look(own);
    changed();
    await this.#ask(undefined, 'mine-title');
  }

  #forget({ id }: OwnIdea): void {
    const memory = ownIdeas(this.#options.endpoint);
    memory.write(memory.read()?.filter((each) => each.id !== id));
    this.#own = this.#own.filter((each) => each.id !== id);
    void this.#ask(undefined, 'mine-title');
  }

  async #look({ id, key }: OwnIdea): Promise<void> {
    const address = hubUrl(this.#options.endpoint, this.#host.baseURI);
    this.#read.set(id, await readIdea(address, id, { key }).catch(() => 'failed' as const));
    this.#host.requestUpdate();
  }
}
