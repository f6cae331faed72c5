import { html, nothing, svg, type ReactiveController, type TemplateResult } from 'lit';
import { mapExplorer } from '../../i18n/en.map-explorer.js';
import { mapTime } from '../../i18n/en.map-time.js';
import type { Dataset } from '../../model/dataset.js';
import type { Filter } from '../../model/filter.js';
import { drawing } from './map.icon.js';
import type { Special } from './map.special.js';
import { trackOf, type Track } from './map.time-track.js';
import { styles } from './map.time.styles.js';

/** How long each step is shown while it plays, in milliseconds; longer for those who want little movement. */
const [pace, slowPace] = [700, 1250];
/** Steps that follow each other sooner are one for the history of the page. */
const together = 3000;
const outlines = { play: 'M6 4l10 6l-10 6z', pause: 'M7 4v12M13 4v12' } as const;

/**
 * A slider that steps through the times of the data, and a button that plays them; it never plays by itself. A step is an
 * ordinary filter by that column: list, counts, facets, chips and address follow.
 */
export class Time implements ReactiveController {
  readonly #special: Special;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isFromFirst = false;
  /** The last step that was shown, and when. */
  #step: number | undefined;
  #stepped = 0;
  #asked: Filter | undefined;
  #isFurther = false;
  #said = '';
  #isExplored = false;

  constructor(special: Special) {
    this.#special = special;
    const [host, language] = special.with;
    language.teach({ mapExplorer, mapTime });
    host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet!);
    host.addController(this);
    host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#rest);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#rest);
    this.#stop();
  }

  /** The slider stops in the middle of each bar. */
  hostUpdated(): void {
    const line = this.#special.with[0].shadowRoot?.querySelector<HTMLElement>('.time-line');
    const bars = line?.querySelector('.time-bars')?.childElementCount;
    line?.style.setProperty('--_inset', bars ? `${100 / bars}%` : '16px');
  }

  get isPlaying(): boolean {
    return this.#timer !== undefined;
  }

  /** Whether what is filtered by is a step: the view stays where it is, however little of it there is. */
  get isStep(): boolean {
    return this.#special.with[2].filter === this.#asked;
  }

  /** Whether it is a step soon after another: nobody wants to go back through each of them. */
  get isFurther(): boolean {
    return this.isStep && this.#isFurther;
  }

  /** The rows of all steps of statistics. */
  get over(): Uint32Array | undefined {
    const [{ data, timeBy }] = this.#special.with;
    return data?.statistics && timeBy !== null ? this.#track(data)?.over : undefined;
  }

  render(data: Dataset): TemplateResult | typeof nothing {
    const { with: [, { say }] } = this.#special;
    const track = this.#track(data);
    if (!track) return nothing;
    const { name, steps, at, words, isFromFirst } = track;
    const action = this.isPlaying ? 'pause' : 'play';
    return html`
      <div part="time" class="time" role="group" aria-label=${say.mapTime.label(name)}>
        <button part="play" type="button" class="button icon" aria-label=${say.mapTime[action]} title=${say.mapTime[action]} @click=${this.#turn}>${drawing(outlines[action])}</button>
        <div class="time-line">
          ${this.#bars(track)}
          <input type="range" min="0" max=${steps - 1} step="1" .value=${String(at ?? steps - 1)} class=${at === undefined ? 'all' : nothing} aria-label=${name} aria-valuetext=${words} @input=${this.#slide} />
        </div>
        <p class="time-words"><bdi>${words}</bdi></p>
        ${isFromFirst === undefined ? nothing : html`<label class="time-choice"><input type="checkbox" .checked=${this.#isFromFirst} @change=${this.#widen} /> <span>${say.mapTime.before}</span></label>`}
        <p class="visually-hidden" role="status">${this.#said}</p>
      </div>
    `;
  }

  #track(data = this.#special.with[0].data): Track | undefined {
    const [host, language, filtering] = this.#special.with;
    return data && trackOf(data, host.timeBy ?? '', filtering, this.#special.cut, language);
  }

  /** How many rows each step has, above the slider. */
  #bars({ counts, at, steps }: Track): TemplateResult | typeof nothing {
    if (!counts) return nothing;
    const greatest = Math.max(1, ...counts);
    return html`<svg class="time-bars" viewBox="0 0 ${steps} 100" preserveAspectRatio="none" aria-hidden="true">
      ${Array.from(counts, (count, i) => {
        const height = count > 0 ? Math.max(4, (100 * count) / greatest) : 0;
        const isOn = at === undefined || i === at || (this.#isFromFirst && i < at);
        return svg`<rect class=${isOn ? 'on' : 'off'} x=${i + 0.08} width="0.84" y=${100 - height} height=${height}></rect>`;
      })}
    </svg>`;
  }

  #go(track: Track, step: number): void {
    const [, , filtering] = this.#special.with;
    // What is filtered by can be seen, and taken back, where everything else is.
    if (!this.#isExplored && !filtering.explorer) void filtering.explore(false);
    this.#isExplored = true;
    this.#isFurther = Date.now() - this.#stepped < together;
    this.#stepped = Date.now();
    this.#step = step;
    track.go(step, this.#isFromFirst);
    this.#asked = filtering.filter;
  }

  #slide = ({ target }: Event): void => {
    this.#stop();
    const track = this.#track();
    if (track) this.#go(track, Number((target as HTMLInputElement).value));
  };

  #widen = ({ target }: Event): void => {
    this.#isFromFirst = (target as HTMLInputElement).checked;
    const track = this.#track();
    if (track?.at !== undefined) this.#go(track, track.at);
    this.#special.with[0].requestUpdate();
  };

  #turn = (): void => {
    if (this.isPlaying) this.#stop();
    else this.#play();
  };

  /** From where the slider is, or from the first step where it is at the end. */
  #play(): void {
    const track = this.#track();
    if (!track) return;
    this.#said = '';
    const { at = track.steps - 1, steps } = track;
    this.#go(track, at + 1 < steps ? at + 1 : 0);
    this.#wait();
  }

  #wait(): void {
    const isSlow = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#timer = setTimeout(() => void this.#next(), isSlow ? slowPace : pace);
    this.#special.with[0].requestUpdate();
  }

  async #next(): Promise<void> {
    const timer = this.#timer;
    // A slow machine plays slowly, rather than leaving the page no time.
    await this.#special.with[0].updateComplete;
    if (timer !== this.#timer) return;
    const track = this.#track();
    // Whoever chose another time meanwhile has the last word.
    const next = (this.#step ?? 0) + 1;
    if (!track || track.at !== this.#step || next >= track.steps) this.#stop();
    else {
      this.#go(track, next);
      this.#wait();
    }
  }

  #rest = (): void => {
    if (document.visibilityState === 'hidden') this.#stop();
  };

  /** What was not announced while it played is said once. */
  #stop(): void {
    if (!this.isPlaying) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const [host, { say, number }, filtering] = this.#special.with;
    this.#said = `${this.#track()?.words ?? ''}: ${say.map.shown(number(filtering.rows.length), filtering.all)}`;
    host.requestUpdate();
  }
}
