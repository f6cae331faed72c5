import { nothing, type ReactiveControllerHost } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { PhaseStates } from '../../controllers/phase.js';
import { Reading } from '../../controllers/reading.js';
import type { HubInfo } from '../../model/hub.js';
import type { Idea, IdeaPage } from '../../model/idea.js';
import type { IdeaQuery } from '../../sources/hub.js';
import { isElsewhere, keeperOf, type Kept, type PlatformView } from './ideas.keeper.js';

interface Browsed {
  readonly page: IdeaPage;
  readonly narrowed: boolean;
}

interface Options {
  readonly states: PhaseStates;
  readonly language: Language;
}

const limit = 12;

/** The ideas that the reader chose to see: the first page in step with the choice, further ones on request. */
export class Browsing {
  readonly #host: ReactiveControllerHost & HTMLElement & Kept;
  readonly #options: Options;
  /** How the system is spoken of that keeps the ideas, where that is no hub. */
  view: PlatformView | undefined;
  readonly reading: Reading<Browsed>;
  #info: { readonly of: string; readonly info: HubInfo } | undefined;
  #further: { readonly of: IdeaPage; ideas: readonly Idea[]; next: string | undefined } | undefined;

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
      what: () => (isElsewhere(host) ? [options.language.ready ? host.endpoint : '', this.query, host.system, host.takePart, options.language.tag] : [host.endpoint, this.query]),
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

  /** What is said below the heading; nothing until it is known what can be done with a system. */
  get lead(): unknown {
    const { say } = this.#options.language;
    if (!isElsewhere(this.#host)) return say.ideas.lead;
    const platform = this.info?.platform;
    return platform && this.view?.lead(platform, this.#options.language);
  }

  /** What stands instead of the button that proposes, where nobody can do so here; `undefined` where they can. */
  get way(): unknown {
    const platform = this.info?.platform;
    if (!isElsewhere(this.#host) || platform?.can.write === 'here') return undefined;
    return (platform && this.view?.way(platform, this.#options.language)) ?? nothing;
  }

  /** How many there are, in words. */
  get count(): string {
    const { page, view } = this;
    const { language } = this.#options;
    if (!page?.total) return language.say.ideas.none;
    return page.uncounted && view ? view.count(this.ideas.length, this.rest > 0, language) : language.say.ideas.found(page.total);
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
      const { keeper } = await keeperOf(this.#host, this.#options.language);
      const next = await keeper.read({ ...this.query, limit, cursor: this.#next }, {});
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
    const of = [endpoint, system, takePart].join(' ');
    const { keeper, view } = await keeperOf(this.#host, this.#options.language);
    this.view = view;
    const known = this.#info?.of === of ? this.#info.info : undefined;
    const asked = async (): Promise<void> => {
      const info = known ?? (await keeper.info({ signal }));
      // What a system lets people do is known, though its ideas cannot be read.
      this.#info = { of, info };
    };
    const [page] = await Promise.all([keeper.read({ ...this.query, limit }, { signal }), asked()]);
    return { page, narrowed: Boolean(q || category || status) };
  }
}
