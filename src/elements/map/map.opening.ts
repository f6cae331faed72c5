import { html, nothing, type LitElement } from 'lit';
import type { Language } from '../../controllers/language.js';

/** How much of the choice of categories is open. */
export type Facet = 'closed' | 'first' | 'all';

type Opened = typeof import('./map.opened.js');

/** Brings in what shows the details, the choices and the report: when the map is there, or at once when a reader opens them earlier. */
export class Opening {
  readonly #host: LitElement;
  readonly #language: Language;
  #loading: Promise<void> | undefined;
  #opened: Opened | undefined;
  #failed = false;

  facet: Facet = 'closed';

  constructor(host: LitElement, language: Language) {
    this.#host = host;
    this.#language = language;
  }

  /** Resolves when there is something to show, if only that nothing came; asked for again, it is then tried again. */
  load = (): Promise<void> => (this.#loading ??= this.#load());

  /** The reader wants to see more or less of the categories. */
  turn(facet: Facet): void {
    this.facet = facet;
    this.#host.requestUpdate();
    void this.load();
  }

  /** What `draw` makes of it, once it is there. */
  render(draw: (opened: Opened) => unknown): unknown {
    if (this.#opened) return draw(this.#opened);
    return this.#failed ? html`<p class="notice" role="alert">${this.#language.say.reading.unreachable}</p>` : nothing;
  }

  async #load(): Promise<void> {
    try {
      const opened = await import('./map.opened.js');
      this.#host.shadowRoot?.adoptedStyleSheets.push(opened.styles.styleSheet!);
      this.#language.teach({ mapOpened: opened.mapOpened });
      this.#opened = opened;
    } catch {
      this.#failed = true;
      this.#loading = undefined;
    }
    this.#host.requestUpdate();
  }
}
