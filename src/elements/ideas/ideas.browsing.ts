import { nothing, type ReactiveControllerHost } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { PhaseStates } from '../../controllers/phase.js';
import { Reading } from '../../controllers/reading.js';
import type { HubInfo } from '../../model/hub.js';
import type { Idea, IdeaPage } from '../../model/idea.js';
import type { IdeaQuery } from '../../sources/hub.js';
import { isElsewhere, keepingOf, type Keeping, type Kept } from './ideas.keeper.js';
import type { Instead } from './ideas.platform.js';

interface Browsed {
  readonly page: IdeaPage;
  readonly narrowed: boolean;
}

interface Options {
  readonly states: PhaseStates;
  readonly language: Language;
  /** The question whose answers are shown, if it is one's alone. */
  readonly challenge: () => string;
  /** Resolves when what stands above the ideas is there, too. */
  readonly beside: (info: HubInfo) => Promise<void>;
}

const limit = 12;

/** The ideas that the reader chose to see: the first page in step with the choice, further ones on request. */
export class Browsing {
  readonly #host: ReactiveControllerHost & HTMLElement & Kept;
  readonly #options: Options;
  #instead: Instead | undefined;
  readonly reading: Reading<Browsed>;
  #info: { readonly of: string; readonly info: HubInfo } | undefined;
  #further: { readonly of: IdeaPage; ideas: readonly Idea[]; next: string | undefined } | undefined;

  /** Whether people comment here. */
  discussed = false;

  query: IdeaQuery = { sort: 'newest' };

  /** Whether the next page is on its way, or did not come. */
  further: 'idle' | 'loading' | 'failed' = 'idle';

  constructor(host: ReactiveControllerHost & HTMLElement & Kept, options: Options) {
    this.#host = host;
    this.#options = options;
    this.reading = new Reading<Browsed>(host, {
      states: options.states,
      language: options.language,
      // Systems have texts in several languages, and are asked once ours is known.
      what: () => {
        const elsewhere = isElsewhere(host);
        const { ready, tag } = options.language;
        return [ready || !elsewhere ? host.endpoint : '', this.query, options.challenge(), host.system, host.takePart, elsewhere && tag];
      },
      read: (_, { signal }) => this.#read(signal),
      empty: ({ page, narrowed }) => page.total === 0 && !narrowed,
      openable: false,
    });
  }

  /** What the hub says of itself, once it was read; it outlives a search that fails. */
  get info(): HubInfo | undefined {
    return this.#info?.info;
  }

  get page(): IdeaPage | undefined {
    return this.reading.value?.page;
  }

  get ideas(): readonly Idea[] {
    const { page } = this;
    if (!page) return [];
    const further = this.#further?.of === page ? this.#further.ideas : [];
    // While someone pages, new ideas may push others onto the next page: each is shown once.
    return [...new Map([...page.ideas, ...further].map((idea) => [idea.id, idea])).values()];
  }

  /** How many the next page brings. */
  get rest(): number {
    const { page, ideas } = this;
    return page && this.#next ? Math.max(1, page.uncounted ? 0 : Math.min(limit, page.total - ideas.length)) : 0;
  }

  /** Who keeps the ideas. Throws `SourceError`. */
  keeping = (): Promise<Keeping> => keepingOf(this.#host, this.#options.language);

  /** What stands instead of what we say of a hub, where none keeps the ideas; `undefined` where it is the same. */
  instead(what: keyof Instead, idea?: Idea): unknown {
    if (!isElsewhere(this.#host)) return undefined;
    return this.#instead ? this.#instead[what](this, this.#options.language, idea) : nothing;
  }

  choose(change: Partial<IdeaQuery>): void {
    this.query = { ...this.query, ...change };
    this.further = 'idle';
    this.#host.requestUpdate();
  }

  async more(): Promise<void> {
    const { page } = this;
    if (!page || this.further === 'loading') return;
    this.further = 'loading';
    this.#host.requestUpdate();
    try {
      const { keeper } = await this.keeping();
      const next = await keeper.read({ ...this.query, challenge: this.#options.challenge(), limit, cursor: this.#next }, {});
      if (this.page === page) this.#further = { of: page, ideas: [...this.ideas.slice(page.ideas.length), ...next.ideas], next: next.next };
      this.further = 'idle';
    } catch {
      this.further = 'failed';
    }
    this.#host.requestUpdate();
  }

  get #next(): string | undefined {
    return this.#further && this.#further.of === this.page ? this.#further.next : this.page?.next;
  }

  async #read(signal: AbortSignal | undefined): Promise<Browsed> {
    const { q, category, status } = this.query;
    const { endpoint, system, takePart } = this.#host;
    const of = `${endpoint} ${system} ${takePart}`;
    const { keeper, instead } = await this.keeping();
    this.#instead = instead;
    const known = this.#info?.of === of ? this.#info.info : keeper.info({ signal });
    const about = async (): Promise<void> => {
      const info = await known;
      this.#info = { of, info };
      await this.#options.beside(info);
    };
    // What a system lets people do is known, though its ideas cannot be read.
    const [page] = await Promise.all([keeper.read({ ...this.query, challenge: this.#options.challenge(), limit }, { signal }), about()]);
    this.discussed ||= page.ideas.some(({ comments }) => comments !== undefined);
    return { page, narrowed: Boolean(q || category || status) };
  }
}
