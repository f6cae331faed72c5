import { nothing, type LitElement, type ReactiveController } from 'lit';
import type { Letter } from '../model/letter.js';
import type { SinkError } from '../sinks/sink.js';
import type { Language } from './language.js';
import { Memory } from './memory.js';
import type { News } from './outbox.store.js';

type Opened = typeof import('./outbox.opened.js');

interface OutboxOptions {
  readonly kind: Letter['kind'];
  /** The address of the hub as it is sent to; empty where none is allowed. */
  readonly hub: () => string;
  /** Which of them are the host's own, where there are several for one hub. */
  readonly of?: (letter: Letter) => boolean;
  readonly language: Language;
  /** A letter has arrived, sent by this page or by another one of this browser. */
  readonly arrived: (letter: Letter, answer: unknown) => void;
  /** The reader takes a letter back, to change it or to throw it away. */
  readonly back: (letter: Letter) => void;
}

/** Whether this browser has letters at all: without any, nothing of all this is loaded. */
export const marked = new Memory<true>('local', 'outbox', (value): value is true => value === true);

/** What could not be sent is kept on this device until it has arrived, shown, and can be taken back. */
export class Outbox implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: OutboxOptions;
  #opened: Opened | undefined;
  #channel: BroadcastChannel | undefined;
  #letters: readonly Letter[] = [];

  constructor(host: LitElement, options: OutboxOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    if (marked.read()) void this.#open().catch(() => {});
  }

  hostDisconnected(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Keeps an answer that did not arrive, where it may arrive later. False where it may not, or where this browser keeps nothing. */
  async keep(letter: Pick<Letter, 'id' | 'path' | 'body' | 'label'>, error: SinkError | undefined): Promise<boolean> {
    if (error?.reason !== 'unreachable' && error?.reason !== 'limited') return false;
    try {
      const { newLetter } = await this.#open();
      await newLetter({ ...letter, kind: this.#options.kind, hub: this.#options.hub() }, error.retryAfter);
      await this.#read();
      await this.#host.updateComplete;
      // What was written is gone from the form: here is where it went.
      (this.#host.renderRoot as ParentNode).querySelector<HTMLElement>('#waiting')?.focus();
      return true;
    } catch {
      return false;
    }
  }

  /** The letters that wait, with when they go out next and the way to take them back. */
  render(): unknown {
    const own = this.#letters.filter(this.#of);
    return own.length > 0 && this.#opened ? this.#opened.letters(own, this.#options.language, this.#back) : nothing;
  }

  #of = (letter: Letter): boolean => this.#options.of?.(letter) ?? true;

  async #open(): Promise<Opened> {
    const opened = await import('./outbox.opened.js');
    if (!this.#opened) this.#host.shadowRoot?.adoptedStyleSheets.push(opened.outboxStyles.styleSheet!);
    this.#opened = opened;
    this.#options.language.teach({ outbox: opened.outbox });
    if (!this.#channel && this.#host.isConnected) {
      this.#channel = opened.newsChannel();
      this.#channel.addEventListener('message', ({ data }: MessageEvent<News>) => void this.#heard(data.arrived));
    }
    opened.startPost();
    await this.#read();
    return opened;
  }

  async #heard(arrived: News['arrived']): Promise<void> {
    const letter = this.#letters.find(({ id }) => id === arrived?.id);
    await this.#read();
    if (letter && this.#of(letter)) this.#options.arrived(letter, arrived!.answer);
  }

  async #read(): Promise<void> {
    const { kind, hub } = this.#options;
    const all = await this.#opened!.readLetters();
    marked.write(all.length > 0 ? true : undefined);
    this.#letters = all.filter((letter) => letter.kind === kind && letter.hub === hub());
    this.#host.requestUpdate();
  }

  #back = async (id: string): Promise<void> => {
    const letter = await this.#opened!.takeBack(id);
    await this.#read();
    if (letter) this.#options.back(letter);
  };
}
