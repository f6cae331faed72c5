import type { ReactiveControllerHost } from 'lit';
import type { Idea } from '../../model/idea.js';
import { endpointUrl } from '../../sinks/endpoints.js';
import { sendSupport } from '../../sinks/hub.js';
import { SinkError, type SinkReason } from '../../sinks/sink.js';
import { IdeaSupportEvent } from './ideas.events.js';
import { ownSupport, supporter } from './ideas.own.js';

interface Support {
  /** What the reader wants and sees at once. */
  wanted: boolean;
  /** What the hub has said last. */
  given: boolean;
  supports: number;
  sending: boolean;
  failed: SinkReason | undefined;
}

/** Support for ideas: shown at once, sent behind, and taken back on the page where it did not arrive. */
export class Supporting {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #endpoint: () => string;
  readonly #known = new Map<string, Support>();

  /** Called with what came of it, to be said to those who do not see the button. */
  readonly #tell: (idea: Idea, supported: boolean, failed: SinkReason | undefined) => void;

  constructor(host: ReactiveControllerHost & HTMLElement, endpoint: () => string, tell: (idea: Idea, supported: boolean, failed: SinkReason | undefined) => void) {
    this.#host = host;
    this.#endpoint = endpoint;
    this.#tell = tell;
  }

  /** Whether this browser supports an idea, how many do, and why the last change did not arrive. */
  of({ id, supports }: Idea): { readonly supported: boolean; readonly supports: number; readonly failed: SinkReason | undefined } {
    const known = this.#known.get(id);
    if (!known) return { supported: this.#remembered.includes(id), supports, failed: undefined };
    const change = Number(known.wanted) - Number(known.given);
    return { supported: known.wanted, supports: Math.max(0, known.supports + change), failed: known.failed };
  }

  async toggle(idea: Idea): Promise<void> {
    const now = this.of(idea);
    const support = this.#known.get(idea.id) ?? { wanted: now.supported, given: now.supported, supports: idea.supports, sending: false, failed: undefined };
    this.#known.set(idea.id, support);
    support.wanted = !support.wanted;
    support.failed = undefined;
    this.#host.requestUpdate();
    // Whoever changes their mind while it is on its way is heard afterwards.
    if (support.sending) return;
    support.sending = true;
    while (support.wanted !== support.given && !support.failed) await this.#send(idea, support);
    support.sending = false;
    this.#tell(idea, support.given, support.failed);
    this.#host.requestUpdate();
  }

  async #send(idea: Idea, support: Support): Promise<void> {
    const on = support.wanted;
    try {
      const { supports } = await sendSupport(endpointUrl(this.#endpoint(), this.#host.baseURI), idea.id, supporter(), on);
      support.given = on;
      support.supports = supports;
      this.#remember(idea.id, on);
      this.#host.dispatchEvent(new IdeaSupportEvent(idea, on, supports));
    } catch (error) {
      support.wanted = support.given;
      support.failed = error instanceof SinkError ? error.reason : 'refused';
    }
  }

  get #remembered(): readonly string[] {
    return ownSupport(this.#endpoint()).read() ?? [];
  }

  #remember(id: string, on: boolean): void {
    const others = this.#remembered.filter((each) => each !== id);
    ownSupport(this.#endpoint()).write(on ? [...others, id] : others);
  }
}
