import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { safeWebUrl } from '../../model/safe-url.js';

/** What the page's address asks for: an idea, and with it perhaps the key of its author. */
export interface Linked {
  readonly id: string;
  readonly key?: string | undefined;
}

const pattern = /^#civic-idea=([\w-]+)(?:\.([\w-]+))?$/;
const asked = /^#civic-challenge=([\w.:-]+)$/;

/** Follows `#civic-idea=ID`, `#civic-idea=ID.KEY` and `#civic-challenge=ID` in the page's address. A fragment is not sent to any server. */
export class Link implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  linked: Linked | undefined;

  /** The challenge whose answers are asked for. */
  challenge: string | undefined;

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
    this.challenge = asked.exec(location.hash)?.[1];
    this.#host.requestUpdate();
  };
}

/** The address of this page that leads to an idea; with the key it is its author's alone. */
export function ideaAddress({ id, key }: Linked): string {
  return `${location.origin}${location.pathname}${location.search}#civic-idea=${id}${key ? `.${key}` : ''}`;
}

/** The address that leads to a commitment on the page that has the roadmap, or on this one. */
export function commitmentAddress(id: string, roadmap: string): string {
  const page = safeWebUrl(roadmap, document.baseURI)?.replace(/#.*$/, '') ?? `${location.pathname}${location.search}`;
  return `${page}#civic-commitment=${encodeURIComponent(id)}`;
}

/** The address of this page that leads to a challenge, or from it to all ideas. */
export function challengeAddress(id = ''): string {
  return `${location.pathname}${location.search}#civic-challenge=${encodeURIComponent(id)}`;
}
