import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';

type Opened = typeof import('./map.opened.js');

/** Where a reader presses for what comes on demand: at what is opened, at what can be taken along, or at what searches and filters. */
type Place = 'opened' | 'saving' | 'filters';

/** Brings in what comes on demand, and says it where that does not come: details and report, above all. */
export class Opening {
  readonly #host: LitElement;
  readonly #language: Language;
  readonly #missing = new Set<Place>();
  #loading: Promise<Opened | undefined> | undefined;
  #opened: Opened | undefined;

  constructor(host: LitElement, language: Language) {
    this.#host = host;
    this.#language = language;
  }

  /** Brings what the reader asked for, or `undefined` where it does not come; asked for again, it is tried again. */
  async ask<Part>(place: Place, part: () => Promise<Part | undefined>): Promise<Part | undefined> {
    // A sentence that goes and comes again is read out again.
    if (this.#missing.delete(place)) this.#host.requestUpdate();
    const found = await part().catch(() => undefined);
    if (!found) {
      this.#missing.add(place);
      this.#host.requestUpdate();
    }
    return found;
  }

  /** What did not come, and the way on. */
  missing(place: Place): TemplateResult | typeof nothing {
    return this.#missing.has(place) ? html`<p class="notice" role="alert">${this.#language.say.reading.unreachable}</p>` : nothing;
  }

  /** Resolves when there is something to show, if only that nothing came. */
  load = async (): Promise<void> => void (await this.ask('opened', this.prepare));

  /** The same where nobody pressed for it yet: what does not come then is not said, and asked for again when somebody does. */
  prepare = (): Promise<Opened | undefined> => (this.#loading ??= this.#load());

  /** What `draw` makes of it, once it is there. */
  render(draw: (opened: Opened) => unknown): unknown {
    return this.#opened ? draw(this.#opened) : this.missing('opened');
  }

  async #load(): Promise<Opened | undefined> {
    try {
      const opened = await import('./map.opened.js');
      this.#host.shadowRoot?.adoptedStyleSheets.push(opened.styles.styleSheet!);
      this.#language.teach({ mapOpened: opened.mapOpened });
      this.#opened = opened;
      this.#host.requestUpdate();
    } catch {
      this.#loading = undefined;
    }
    return this.#opened;
  }
}
