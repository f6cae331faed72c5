import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { hubUrl } from '../../controllers/hub.js';
import type { Language } from '../../controllers/language.js';
import type { Idea } from '../../model/idea.js';
import { readIdea } from '../../sources/hub.js';

/** The one idea that the page's address leads to, above the others: it may be on no page of theirs. */
export class LinkedIdea {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #id: string | undefined;
  #idea: Idea | 'failed' | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  /** Reads it when it is another than before; `undefined` shows none. */
  show(id: string | undefined, endpoint: string): void {
    if (id === this.#id) return;
    this.#id = id;
    this.#idea = undefined;
    if (id) void this.#read(id, endpoint);
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

  async #read(id: string, endpoint: string): Promise<void> {
    const idea = await readIdea(hubUrl(endpoint, this.#host.baseURI), id, {}).catch(() => 'failed' as const);
    if (id !== this.#id) return;
    this.#idea = idea;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const title = this.#host.shadowRoot?.getElementById('linked-title');
    title?.focus({ preventScroll: true });
    title?.scrollIntoView({ block: 'center' });
  }
}
