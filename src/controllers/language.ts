import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { direction, messages, spoken, type English, type Messages } from '../i18n/index.js';
import type { PhaseStates } from './phase.js';

/** Speaks the language of the nearest `lang`, through shadow roots too, and follows when the page changes it. */
export class Language implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #states: PhaseStates;
  #english: English;
  #observer: MutationObserver | undefined;

  /** Made once for each way to write: a map writes a hundred numbers a frame, and making what writes them takes longer than writing. */
  readonly #formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

  /** The tag in force for numbers and dates, such as `it` or `de-AT`. */
  tag = 'en';

  /** The sentences in that language, or in English where we do not speak it. */
  say: Messages;

  /** False until the sentences are there; an element shows nothing of its own before, so that no English flashes by. */
  ready = false;

  /** `english` is what the host itself says in English; the other languages are loaded when they are needed. */
  constructor(host: ReactiveControllerHost & HTMLElement, states: PhaseStates, english: English = {}) {
    this.#host = host;
    this.#states = states;
    this.#english = english;
    this.say = messages('en', english) as Messages;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#adopt());
    for (const root of roots(this.#host)) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    this.#adopt();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** A number as the language writes it. */
  number = (value: number, options?: Intl.NumberFormatOptions): string => this.#format(Intl.NumberFormat, options).format(value);

  /** What writes moments, and spans of them, in one way. */
  moments = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => this.#format(Intl.DateTimeFormat, options);

  /** A day as the language writes it; `value` is milliseconds since 1970 or an ISO date, of which only the given part is shown. */
  date = (value: number | string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string => {
    if (typeof value === 'string') {
      if (/^\d{4}$/.test(value)) return value;
      if (/^\d{4}-\d{2}$/.test(value)) return this.moments({ year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(`${value}-01T00:00Z`));
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return this.moments({ ...options, timeZone: 'UTC' }).format(Date.parse(`${value}T00:00Z`));
    }
    const time = typeof value === 'number' ? value : Date.parse(value);
    return Number.isNaN(time) ? String(value) : this.moments(options).format(time);
  };

  /** English sentences that came later than the element; every other language has them already. */
  teach(more: English): void {
    this.#english = { ...this.#english, ...more };
    this.say = { ...more, ...this.say };
  }

  #format<Options, Format extends Intl.NumberFormat | Intl.DateTimeFormat>(Kind: new (tag: string, options?: Options) => Format, options?: Options): Format {
    const key = JSON.stringify([Kind.name, this.tag, options]);
    const format = this.#formats.get(key) ?? new Kind(this.tag, options);
    this.#formats.set(key, format);
    return format as Format;
  }

  #adopt(): void {
    const tag = nearestLang(this.#host);
    if (tag === this.tag && this.ready) return;
    const found = messages(tag, this.#english);
    if (!(found instanceof Promise)) {
      this.#speak(tag, found);
      return;
    }
    // A language that does not arrive must not leave the element mute.
    found.catch(() => messages('en', this.#english)).then((say) => {
      if (nearestLang(this.#host) === tag) this.#speak(tag, say);
    });
  }

  #speak(tag: string, say: Messages): void {
    this.tag = canonical(tag);
    this.say = say;
    this.ready = true;
    // A page may say lang="ar" and forget dir: what we write ourselves must still run the right way.
    this.#states.toggle('rtl', direction(spoken(tag)) === 'rtl');
    this.#host.requestUpdate();
  }
}

function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function* roots(start: Element): Iterable<Node> {
  for (let node: Node | undefined = start; node; ) {
    const root: Node = node.getRootNode();
    yield root;
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
}

/** The language that holds at an element: the nearest `lang`, or the browser's where nobody says. */
export function nearestLang(start: Element): string {
  for (let node: Element | undefined = start; node; ) {
    const holder: Element | null = node.closest('[lang]:not([lang=""])');
    if (holder) return holder.getAttribute('lang') ?? 'en';
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return navigator.language || 'en';
}
