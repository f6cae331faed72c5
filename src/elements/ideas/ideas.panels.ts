import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Outbox } from '../../controllers/outbox.js';
import type { HubInfo } from '../../model/hub.js';
import type { Idea, IdeaDraft } from '../../model/idea.js';
import type { Linked } from './ideas.link.js';
import type { Mine } from './ideas.mine.js';
import { draftMemory, ownIdeas, type OwnIdea } from './ideas.own.js';
import type { Proposing } from './ideas.proposing.js';
import type { Supporting } from './ideas.supporting.js';

interface Options {
  readonly language: Language;
  readonly outbox: Outbox;
  readonly supporting: Supporting;
  readonly endpoint: () => string;
  /** The question that a new idea answers, or nothing. */
  readonly challenge: () => string;
  readonly info: () => HubInfo | undefined;
  /** What stands instead of our button; `undefined` where people can propose here. */
  readonly way: () => unknown;
  readonly backdrop: () => string;
  /** Called when the public list may have changed. */
  readonly changed: () => void;
}

/** The form and the list of one's own ideas. Both are loaded when they are wanted: most visitors only read. */
export class Panels {
  readonly #host: LitElement;
  readonly #options: Options;
  #proposing: Proposing | undefined;
  #mine: Mine | undefined;
  #of: string | undefined;
  #followed: string | undefined;
  #open = false;

  constructor(host: LitElement, options: Options) {
    this.#host = host;
    this.#options = options;
  }

  /** Whether an idea is one of this browser's own. */
  owns(id: string): boolean {
    return this.#own.some((each) => each.id === id);
  }

  /** Opens what is at hand: a draft that is not sent, and the ideas of one's own. */
  follow(linked: Linked | undefined): void {
    const { endpoint, challenge, language } = this.#options;
    if (!language.ready) return;
    const place = `${endpoint()} ${challenge()}`;
    if (this.#of !== place) {
      this.#of = place;
      this.#proposing = this.#mine = this.#followed = undefined;
      this.#open = false;
      if (draftMemory(endpoint(), challenge()).read()) void this.#show();
    }
    const own = this.#all(linked);
    const wanted = own.map(({ id }) => id).join(' ');
    if (wanted === this.#followed) return;
    this.#followed = wanted;
    if (own.length > 0) void this.#showMine(own, own.some(({ id }) => id === linked?.id));
  }

  /** Whether the form stands open. */
  get open(): boolean {
    return this.#open;
  }

  button(): unknown {
    const way = this.#options.way();
    if (this.#open || way !== undefined) return way ?? nothing;
    const { ideas } = this.#options.language.say;
    const words = draftMemory(this.#options.endpoint(), this.#options.challenge()).read() ? ideas.resume : ideas.propose;
    return html`<button id="propose" part="propose" class="button primary" type="button" @click=${() => this.#show('title')}>${words}</button>`;
  }

  render(): TemplateResult {
    return html`
      ${this.#open && this.#proposing ? html`<div class="panel">${this.#proposing.render()}</div>` : nothing}
      ${this.#mine?.render() ?? nothing}
    `;
  }

  /** Opens the form with what was taken back. */
  async resume(idea: IdeaDraft): Promise<void> {
    const { draftOf } = await import('./ideas.draft.js');
    const { endpoint, challenge } = this.#options;
    draftMemory(endpoint(), challenge()).write(draftOf(idea));
    this.#proposing = undefined;
    await this.#show('title');
  }

  get #own(): readonly OwnIdea[] {
    return ownIdeas(this.#options.endpoint()).read() ?? [];
  }

  /** This browser's own, and the one whose private link was opened. */
  #all(linked: Linked | undefined): readonly OwnIdea[] {
    const own = this.#own;
    if (!linked?.key || own.some(({ id }) => id === linked.id)) return own;
    return [{ id: linked.id, key: linked.key, title: '' }, ...own];
  }

  async #show(focus?: string): Promise<void> {
    const { endpoint, challenge, changed: _, ...rest } = this.#options;
    const { Proposing: Form } = await import('./ideas.proposing.js');
    await this.#dress();
    this.#proposing ??= new Form(this.#host, { ...rest, endpoint: endpoint(), challenge: challenge(), accepted: this.arrived, close: this.#close, put: this.#put });
    this.#open = true;
    if (focus) this.#proposing.focus(focus);
    this.#host.requestUpdate();
  }

  async #showMine(own: readonly OwnIdea[], ledHere: boolean): Promise<void> {
    const { endpoint, language, changed } = this.#options;
    const { Mine: List } = await import('./ideas.mine.js');
    await this.#dress();
    this.#mine ??= new List(this.#host, { endpoint: endpoint(), language, changed });
    this.#mine.show(own);
    this.#host.requestUpdate();
    if (!ledHere) return;
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById('mine-title')?.focus();
  }

  /** Their looks come with them. */
  async #dress(): Promise<void> {
    const { panelStyles } = await import('./ideas.panel.styles.js');
    const root = this.#host.shadowRoot;
    const sheets = panelStyles.map(({ styleSheet }) => styleSheet).filter((sheet) => sheet !== undefined);
    if (root) root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
  }

  /** An idea has arrived: it is one of this browser's own from now on. */
  arrived = ({ id, title }: Idea, key: string): void => {
    const { endpoint, changed, info } = this.#options;
    // Each open page hears of what waited. What lies with another system can neither be followed nor withdrawn by a key.
    if (!info()?.platform) ownIdeas(endpoint()).write([{ id, key, title }, ...this.#own.filter((each) => each.id !== id)]);
    changed();
    this.#host.requestUpdate();
  };

  #put = (): void => {
    this.#open = false;
    this.#host.requestUpdate();
  };

  #close = async (): Promise<void> => {
    this.#open = false;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.getElementById('propose')?.focus();
  };
}
