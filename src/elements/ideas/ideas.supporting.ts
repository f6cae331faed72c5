import type { ReactiveControllerHost } from 'lit';
import { allowedHub } from '../../controllers/hub.js';
import type { Language } from '../../controllers/language.js';
import type { Outbox } from '../../controllers/outbox.js';
import type { Idea } from '../../model/idea.js';
import type { Letter } from '../../model/letter.js';
import { endpointUrl } from '../../sinks/endpoints.js';
import { sendSupport, supportHeaders, supportPath, type Support as Answer } from '../../sinks/hub.js';
import { SinkError, type SinkReason } from '../../sinks/sink.js';
import { IdeaSupportEvent } from './ideas.events.js';
import { ownSupport, supporter } from './ideas.own.js';

interface Options {
  readonly endpoint: () => string;
  readonly outbox: Outbox;
  readonly language: Language;
  /** Says what came of it to those who do not see the button. */
  readonly tell: (words: string) => void;
}

interface Support {
  /** What the reader wants and sees at once. */
  wanted: boolean;
  /** What the hub has said last. */
  given: boolean;
  supports: number;
  sending: boolean;
  failed: SinkReason | undefined;
}

/** Support for ideas: shown at once, sent behind, kept where it may arrive later, and else taken back on the page. */
export class Supporting {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  readonly #known = new Map<string, Support>();

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
  }

  /** Whether this browser supports an idea, how many do, why the last change did not arrive, and what is said of one that waits. */
  of(idea: Idea): { readonly supported: boolean; readonly supports: number; readonly failed: SinkReason | undefined; readonly unsent: string | undefined } {
    const { wanted, given, supports, failed } = this.#at(idea);
    const letter = this.#waiting(idea.id);
    return { supported: wanted, supports: Math.max(0, supports + Number(wanted) - Number(given)), failed, unsent: letter && this.#options.outbox.said(letter) };
  }

  async toggle(idea: Idea): Promise<void> {
    const support = this.#at(idea);
    this.#known.set(idea.id, support);
    support.wanted = !support.wanted;
    support.failed = undefined;
    this.#host.requestUpdate();
    // Whoever changes their mind while it is on its way is heard afterwards.
    if (support.sending) return;
    support.sending = true;
    while (support.wanted !== (this.#kept(idea.id) ?? support.given) && !support.failed) await this.#send(idea, support);
    support.sending = false;
    this.#tell(idea, support);
    this.#host.requestUpdate();
  }

  /** What waited has arrived. */
  arrived({ about = '' }: Letter, { supported, supports }: Answer): void {
    this.#remember(about, supported);
    const known = this.#known.get(about) ?? { wanted: supported, given: supported, supports, sending: false, failed: undefined };
    this.#known.set(about, Object.assign(known, { given: supported, supports }, known.sending ? {} : { wanted: supported }));
    this.#host.requestUpdate();
  }

  /** What waited does not go out any more: it is again as the hub has said last. */
  back({ about = '' }: Letter): void {
    const support = this.#known.get(about);
    if (support) support.wanted = support.given;
    this.#host.requestUpdate();
  }

  /** What is known of one; a wish that waits, from before a reload or from another page, is what the reader wants. */
  #at({ id, supports }: Idea): Support {
    const given = this.#remembered.includes(id);
    const support = this.#known.get(id) ?? { wanted: given, given, supports, sending: false, failed: undefined };
    return support.sending ? support : Object.assign(support, { wanted: this.#kept(id) ?? support.wanted });
  }

  async #send(idea: Idea, support: Support): Promise<void> {
    const { endpoint, outbox, language } = this.#options;
    const { id, title } = idea;
    const on = support.wanted;
    const { supported, unsupported } = language.say.ideas;
    const letter = {
      kind: 'support', id: `support ${allowedHub(endpoint(), this.#host.baseURI)} ${id}`, path: supportPath(id), method: on ? 'PUT' : 'DELETE', headers: supportHeaders(supporter()), about: id,
      label: on ? supported(title) : unsupported(title),
    } as const;
    try {
      // Where an earlier wish waits, the last one goes out in its place: sent beside it, it might arrive before it.
      if (this.#waiting(id) && (await outbox.put(letter))) return;
      const { supports } = await sendSupport(endpointUrl(endpoint(), this.#host.baseURI), id, supporter(), on);
      support.given = on;
      support.supports = supports;
      this.#remember(id, on);
      this.#host.dispatchEvent(new IdeaSupportEvent(idea, on, supports));
    } catch (error) {
      const failure = error instanceof SinkError ? error : new SinkError('refused', String(error));
      if (await outbox.keep(letter, failure, '')) return;
      support.wanted = support.given;
      support.failed = failure.reason;
    }
  }

  #tell(idea: Idea, { wanted, failed }: Support): void {
    const { outbox, sending, ideas } = this.#options.language.say;
    const waits = this.#waiting(idea.id) ? ` ${outbox.title}. ${outbox.kept}` : '';
    this.#options.tell(failed ? sending.failed[failed] : `${wanted ? ideas.supported(idea.title) : ideas.unsupported(idea.title)}${waits}`);
  }

  #waiting(idea: string): Letter | undefined {
    return this.#options.outbox.letters.find(({ kind, about }) => kind === 'support' && about === idea);
  }

  /** The wish that waits, if one does. */
  #kept(idea: string): boolean | undefined {
    const letter = this.#waiting(idea);
    return letter && letter.method === 'PUT';
  }

  get #remembered(): readonly string[] {
    return ownSupport(this.#options.endpoint()).read() ?? [];
  }

  #remember(id: string, on: boolean): void {
    const others = this.#remembered.filter((each) => each !== id);
    ownSupport(this.#options.endpoint()).write(on ? [...others, id] : others);
  }
}
