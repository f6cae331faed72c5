import { nothing, type LitElement, type ReactiveController } from 'lit';
import type { Letter, Unsent } from '../model/letter.js';
import type { SinkError } from '../sinks/sink.js';
import type { Language } from './language.js';
import { Memory } from './memory.js';
import type { News } from './outbox.store.js';

type Opened = typeof import('./outbox.opened.js');

interface OutboxOptions {
  readonly kinds: readonly Letter['kind'][];
  /** The address of the hub as it is sent to; empty where none is allowed. */
  readonly hub: () => string;
  /** Which of them are the host's own, where there are several for one hub. */
  readonly of?: (letter: Letter) => boolean;
  readonly language: Language;
  /** A letter has arrived, sent by this page or by another one of this browser. */
  readonly arrived: (letter: Letter, answer: unknown) => void;
  /** The reader takes a letter back, to change it or to throw it away. Where it rejects, the letter stays. */
  readonly back: (letter: Letter) => unknown;
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
    addEventListener('storage', this.#wake);
    this.#wake();
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#wake);
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** What waits of the host's kinds and for its hub. */
  get letters(): readonly Letter[] {
    return this.#letters;
  }

  /**
   * Keeps an answer that did not arrive, where it may arrive later, and moves to where it is shown, by the id of that; an
   * empty one moves nowhere. False where it may not arrive, or where this browser keeps nothing.
   */
  async keep(letter: Unsent, error: SinkError | undefined, focus = 'waiting'): Promise<boolean> {
    const mayArrive = error?.reason === 'unreachable' || error?.reason === 'limited';
    if (!mayArrive || !(await this.put(letter, error.retryAfter))) return false;
    await this.#host.updateComplete;
    // What was written is gone from the form: here is where it went.
    this.#host.shadowRoot?.getElementById(focus)?.focus();
    return true;
  }

  /** Keeps a letter, in place of an earlier one with its id. `wait` is in seconds. False where this browser keeps nothing. */
  async put(letter: Unsent, wait?: number): Promise<boolean> {
    try {
      const { newLetter } = await this.#open();
      await newLetter({ ...letter, hub: this.#options.hub() }, wait);
      await this.#read();
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

  /** What happens next with one of them, and the ways to send it at once or to take it back. */
  ways(letter: Letter): unknown {
    return this.#opened?.ways(letter, this.#options.language, this.#back);
  }

  /** That one of them was not sent yet, and what happens next. */
  said(letter: Letter): string {
    const { language } = this.#options;
    return `${language.say.outbox.title} · ${this.#opened!.next(letter, language)}`;
  }

  #of = (letter: Letter): boolean => this.#options.of?.(letter) ?? true;

  /** Another page of this browser may be the first that keeps something. */
  #wake = (): void => {
    if (marked.read() && !this.#channel) void this.#open().catch(() => {});
  };

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
    const { kinds, hub } = this.#options;
    const all = await this.#opened!.readLetters();
    marked.write(all.length > 0 ? true : undefined);
    this.#letters = all.filter((letter) => kinds.includes(letter.kind) && letter.hub === hub());
    this.#host.requestUpdate();
  }

  #back = async (id: string): Promise<void> => {
    const { takeBack, writeLetter } = this.#opened!;
    const letter = await takeBack(id);
    if (!letter) return;
    await this.#read();
    try {
      await this.#options.back(letter);
    } catch {
      // What it would stand in did not come over the net.
      await writeLetter(letter);
      await this.#read();
    }
  };
}
