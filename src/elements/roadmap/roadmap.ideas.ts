import type { LitElement } from 'lit';

/** No more ideas of one commitment are asked for by name. */
const most = 24;

/** What ideas are called where the plan is that of a hub, which keeps them, too: asked for when a commitment that came from them opens. */
export class IdeaTitles {
  readonly #host: LitElement & { readonly src: string };
  readonly #titles = new Map<string, string>();

  constructor(host: LitElement & { readonly src: string }) {
    this.#host = host;
  }

  /** `undefined` where it is not known: then the link only says where it leads. */
  of = (idea: string): string | undefined => this.#titles.get(`${this.#hub?.href} ${idea}`);

  async read(ideas: readonly string[]): Promise<void> {
    const hub = this.#hub;
    const unknown = ideas.slice(0, most).filter((idea) => this.of(idea) === undefined);
    if (!hub || unknown.length === 0) return;
    const sources = await import('../../sources/hub.js').catch(() => undefined);
    if (!sources) return;
    await Promise.all(unknown.map(async (idea) => {
      // One that is not public has no name here.
      const found = await sources.readIdea(hub, idea, {}).catch(() => undefined);
      if (found) this.#titles.set(`${hub.href} ${idea}`, found.title);
    }));
    this.#host.requestUpdate();
  }

  /** The hub whose plan it is; a file has none. */
  get #hub(): URL | undefined {
    const { src, baseURI } = this.#host;
    if (!/\/v1\/commitments\/?$/.test(src.replace(/[?#].*$/, '')) || !URL.canParse(src, baseURI)) return undefined;
    return new URL(new URL(src, baseURI).href.replace(/v1\/commitments\/?([?#].*)?$/, ''));
  }
}
