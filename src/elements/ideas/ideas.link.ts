import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { decoded, hashAddress, hashValue } from '../../controllers/page-link.js';

/** What the page's address asks for: an idea, and with it perhaps the key of its author. */
export interface Linked {
  readonly id: string;
  readonly key?: string | undefined;
}

/** An id, and behind a dot perhaps a key: 128 random bits are no fewer characters. */
const pattern = /^(.+?)(?:\.([\w-]{22,}))?$/;

/** Follows `#civic-idea=ID`, `#civic-idea=ID.KEY` and `#civic-challenge=ID` in the page's address. A fragment is not sent to any server. */
export class Link implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  linked: Linked | undefined;

  /** The challenge whose answers are asked for. */
  challenge = '';

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
    const [, id, key] = pattern.exec(hashValue('civic-idea') ?? '') ?? [];
    this.linked = id ? { id: decoded(id), key } : undefined;
    this.challenge = decoded(hashValue('civic-challenge') ?? '');
    this.#host.requestUpdate();
  };
}

/** The address of this page that leads to an idea; with the key it is its author's alone. */
export function ideaAddress({ id, key }: Linked): string {
  return `${location.origin}${hashAddress('civic-idea', id)}${key ? `.${key}` : ''}`;
}

/** The address of this page that leads to a challenge, or from it to all ideas. */
export const challengeAddress = (id = ''): string => hashAddress('civic-challenge', id);
