import type { ReactiveController } from 'lit';
import { decoded, hashValue } from '../../controllers/page-link.js';

interface PageOptions {
  /** Shows the commitment that the page's address names; false while there is no plan to look in. */
  readonly reveal: (id: string) => boolean;
  /** Shows everything, because paper cannot be asked for more. */
  readonly printing: () => void;
}

/** What the page around asks of the element: the commitment of `#civic-commitment=ID`, and everything for the printer. */
export class PageRequests implements ReactiveController {
  readonly #options: PageOptions;
  #wanted: string | undefined;

  constructor(options: PageOptions) {
    this.#options = options;
  }

  hostConnected(): void {
    this.#follow();
    window.addEventListener('hashchange', this.#follow);
    window.addEventListener('beforeprint', this.#options.printing);
  }

  hostDisconnected(): void {
    window.removeEventListener('hashchange', this.#follow);
    window.removeEventListener('beforeprint', this.#options.printing);
  }

  hostUpdate(): void {
    if (this.#wanted === undefined || !this.#options.reveal(this.#wanted)) return;
    this.#wanted = undefined;
  }

  #follow = (): void => {
    const value = hashValue('civic-commitment');
    this.#wanted = value && decoded(value);
    this.hostUpdate();
  };
}
