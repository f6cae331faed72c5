import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Idea } from '../../model/idea.js';
import type { Keeping } from './ideas.keeper.js';

/** The one idea that the page's address leads to, above the others: it may be on no page of theirs. */
export class LinkedIdea {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #keeping: () => Promise<Keeping>;
  #id: string | undefined;
  #idea: Idea | 'failed' | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, keeping: () => Promise<Keeping>) {
    this.#host = host;
    this.#keeping = keeping;
  }

  /** Reads it when it is another than before; `undefined` shows none. */
  show(id: string | undefined): void {
    if (id === this.#id) return;
    this.#id = id;
    this.#idea = undefined;
    if (id) void this.#read(id);
  }

  render({ say }: Language, card: (idea: Idea) => unknown): TemplateResult {
    const idea = this.#idea;
    return html`
      <div role="status">${idea === 'failed' ? html`<p class="notice">${say.ideas.linkedGone}</p>` : nothing}</div>
      ${typeof idea === 'object'
        ? html`<div part="linked" class="panel"><h3 class="over" id="linked">${say.ideas.linked}</h3>${card(idea)}</div>`
        : nothing}
    `;
  }

  async #read(id: string): Promise<void> {
    const idea = await this.#keeping().then(({ keeper }) => keeper.one(id, {})).catch(() => 'failed' as const);
    if (id !== this.#id) return;
    this.#idea = idea;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const title = this.#host.shadowRoot?.getElementById('linked-title');
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'center' });
  }
}
