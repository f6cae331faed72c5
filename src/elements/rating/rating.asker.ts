import type { ReactiveControllerHost } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { PhaseStates } from '../../controllers/phase.js';
import { direction, spoken } from '../../i18n/index.js';
import type { Asking } from './rating.asking.js';
import type { OwnProfile, explain } from './rating.askings.js';
import { simpleAsking } from './rating.simple.js';

interface Options {
  readonly language: Language;
  readonly states: PhaseStates;
}

/** Knows what is asked. The simple profile is there; any other comes when it is named. */
export class Asker {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  #profile: string | OwnProfile | undefined;
  #tag = '';

  /** Undefined while it is on its way, and where what the page names is none. */
  asking: Asking | undefined;

  #loading: Promise<unknown> = Promise.resolve();

  /** Tells the webmaster what is wrong with the profile that the page names. */
  explanation: ReturnType<typeof explain> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
  }

  /** Asks by this profile; to be told at each update, because the language decides on the words. */
  adopt(profile: string | OwnProfile): void {
    const { language } = this.#options;
    if (profile !== this.#profile || (language.tag !== this.#tag && language.tag !== this.asking?.speech?.tag)) {
      this.#profile = profile;
      if (this.asking?.speech) {
        // The page's own language, over which it was spoken.
        language.hostDisconnected();
        language.hostConnected();
      }
      this.#tag = language.tag;
      this.#load(profile);
    }
    this.#speak();
  }

  /** What is asked once that is known, also where the page's language has changed meanwhile; rejects where it is nothing. */
  async settled(): Promise<Asking> {
    for (;;) {
      const loading = this.#loading;
      await loading;
      if (loading === this.#loading && this.asking) return this.asking;
    }
  }

  #load(profile: string | OwnProfile): void {
    this.explanation = undefined;
    const isSimple = profile === 'simple' && !this.#host.querySelector(':scope > script[type="application/json"]');
    this.asking = isSimple ? simpleAsking : undefined;
    this.#loading = Promise.resolve();
    if (isSimple) return;
    const tag = this.#tag;
    const isCurrent = (): boolean => profile === this.#profile && tag === this.#tag;
    this.#loading = import('./rating.askings.js').then(async ({ askingOf, explain, ratingOpened }) => {
      this.#options.language.teach({ ratingOpened });
      try {
        const asking = await askingOf(profile, this.#host, spoken(tag));
        if (isCurrent()) this.asking = asking;
      } catch (error) {
        if (isCurrent()) this.explanation = explain(error);
        throw error;
      }
    });
    // Whoever waits for it hears of a failure, too.
    this.#loading.catch(() => undefined).then(() => this.#host.requestUpdate());
  }

  /** Over what the page's language says. */
  #speak(): void {
    const { language, states } = this.#options;
    const speech = this.asking?.speech;
    if (!speech || !language.ready) return;
    language.tag = speech.tag;
    language.say = speech.say;
    states.toggle('rtl', direction(speech.tag) === 'rtl');
  }
}
