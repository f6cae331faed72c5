import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { Ticking } from '../../controllers/ticking.js';
import { mapLive } from '../../i18n/en.map-live.js';
import type { Dataset } from '../../model/dataset.js';
import { ago } from './map.ago.js';


export interface AgeOptions {
  readonly language: Language;
  /** Reads the same again. Rejects where it cannot. */
  readonly read: (signal: AbortSignal) => Promise<Dataset>;
  /** Newer values of the same came. */
  readonly renewed: (data: Dataset) => void;
  /** Whether nobody looks at it now, as at a layer that is switched off. */
  readonly idle?: () => boolean;
}

/** How often the age is told anew. */
const step = 30_000;

/** How old the values are that change by themselves, and what keeps them young; it comes only where there are such. */
export class Age implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ticking: Ticking<Dataset>;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, { language, read, renewed, idle }: AgeOptions) {
    this.#host = host;
    this.#ticking = new Ticking<Dataset>(host, { read, renewed, idle });
    host.addController(this);
    language.teach({ mapLive });
    host.requestUpdate();
  }

  hostConnected(): void {
    this.#timer = setInterval(() => document.visibilityState === 'visible' && this.#host.requestUpdate(), step);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  follow(data: Dataset | undefined): void {
    this.#ticking.follow(data);
  }

  /** “Values of 12:04, 2 minutes ago”. It stands there to be looked up and is not announced. */
  render({ live }: Dataset, { say, date, tag }: Language): TemplateResult {
    const at = Math.min(live?.at ?? this.#ticking.since, Date.now());
    if (at === 0) return html``;
    const isToday = new Date(at).toDateString() === new Date().toDateString();
    const time = date(at, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
    const [before, after = ''] = say.mapLive.age('\u0000', ago(Date.now() - at, tag)).split('\u0000');
    return html`${before}<time part="age" datetime=${new Date(at).toISOString()}>${time}</time>${after} ${this.#ticking.failing ? say.mapLive.stale : nothing}`;
  }
}
