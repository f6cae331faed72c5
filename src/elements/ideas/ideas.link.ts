import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the page's address asks for: an idea, and with it perhaps the key of its author. */
export interface Linked {
  readonly id: string;
  readonly key?: string | undefined;
}

const pattern = /^#civic-idea=([\w-]+)(?:\.([\w-]+))?$/;

/** Follows `#civic-idea=ID` and `#civic-idea=ID.KEY` in the page's address. A fragment is not sent to any server. */
export class Link implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  linked: Linked | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#follow();
    window.addEventListener('hashchange', this.#follow);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#follow);
  }

  #follow = (): void => {
    const [, id, key] = pattern.exec(location.hash) ?? [];
    this.linked = id ? { id, key } : undefined;
    this.#host.requestUpdate();
  };
}

/** The address of this page that leads to an idea; with the key it is its author's alone. */
export function ideaAddress({ id, key }: Linked): string {
  return `${location.origin}${location.pathname}${location.search}#civic-idea=${id}${key ? `.${key}` : ''}`;
}

/** The address of this page that leads to a commitment, where the page has a roadmap. */
export function commitmentAddress(id: string): string {
  return `${location.pathname}${location.search}#civic-commitment=${encodeURIComponent(id)}`;
}
