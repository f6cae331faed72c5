import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { Ticking } from '../../controllers/ticking.js';
import type { Dataset } from '../../model/dataset.js';
import type { RenewingOptions } from './map.renewing.js';

export { mapLive } from '../../i18n/en.map-live.js';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
/** How often the age is told anew. */
const step = 30_000;

/** How old the values are that change by themselves, and what keeps them young; it comes only where there are such. */
export class Age implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ticking: Ticking<Dataset>;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, { read, renewed }: RenewingOptions) {
    this.#host = host;
    this.#ticking = new Ticking<Dataset>(host, { read, renewed });
    host.addController(this);
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

function ago(age: number, tag: string): string {
  const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  if (age < minute) return words.format(0, 'second');
  if (age < hour) return words.format(-Math.floor(age / minute), 'minute');
  return age < 2 * day ? words.format(-Math.floor(age / hour), 'hour') : words.format(-Math.floor(age / day), 'day');
}
