import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Bin } from '../../model/facet-bins.js';
import type { Facet } from '../../model/facet.js';
import { rangeName } from './map.facet-words.js';
import { named } from './map.icon.js';
import { icon } from './map.icons.js';

export interface Histogram {
  readonly facet: Facet;
  /** What the facet is called. */
  readonly name: string;
  readonly counts: Uint32Array;
  readonly ranges: readonly Bin[];
  readonly language: Language;
  readonly set: (ranges: readonly Bin[]) => void;
}

/** Bars of which a pointer brushes some, and below them for each range two sliders, which keys move. */
export function histogram(options: Histogram): TemplateResult {
  const { facet, counts, ranges, language, set } = options;
  const bins = facet.bins!;
  const greatest = Math.max(1, ...counts.subarray(1));
  const isOn = ([first, end]: Bin): boolean => ranges.length === 0 || ranges.some(([from, below]) => from < end && first < below);
  const shown = ranges.length > 0 ? ranges : [[bins[0]![0], bins.at(-1)![1]] as const];
  return html`
    <div class="histogram">
      <svg class="histogram-bars" viewBox="0 0 ${bins.length} 100" preserveAspectRatio="none" aria-hidden="true" @pointerdown=${(event: PointerEvent) => brush(event, options)}>
        ${bins.map((bin, i) => {
          const height = counts[i + 1]! > 0 ? Math.max(2, (100 * counts[i + 1]!) / greatest) : 0;
          return svg`<rect class=${isOn(bin) ? 'on' : 'off'} x=${i + 0.06} width="0.88" y=${100 - height} height=${height}></rect>`;
        })}
      </svg>
      ${shown.map((range, i) => sliders(range, i, options))}
    </div>
    ${ranges.length > 0 ? html`<button type="button" class="button quiet" @click=${() => set([...ranges, freeRange(bins, ranges)])}>${language.say.mapExplorer.add}</button>` : nothing}
  `;
}

function sliders(range: Bin, nth: number, { facet, name, ranges, language, set }: Histogram): TemplateResult {
  const { say } = language;
  const bins = facet.bins!;
  const [low, high] = [startOf(bins, range), endOf(bins, range)];
  const words = rangeName(facet, range, language);
  const isAll = ranges.length === 0;
  const replace = (next: Bin): void => {
    const others = ranges.filter((_, i) => i !== nth);
    // All of it is no condition.
    const isWhole = others.length === 0 && next[0] <= bins[0]![0] && next[1] >= bins.at(-1)![1];
    set(isWhole ? [] : ranges.length > 0 ? ranges.map((each, i) => (i === nth ? next : each)) : [next]);
  };
  const move = (end: 'from' | 'to') => ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const at = end === 'from' ? Math.min(Number(input.value), high - 1) : Math.max(Number(input.value), low + 1);
    input.value = String(at);
    replace(end === 'from' ? [bins[at]![0], range[1]] : [range[0], bins[at - 1]![1]]);
  };
  const slider = (end: 'from' | 'to', at: number): TemplateResult => html`
    <input type="range" class=${end} min="0" max=${bins.length} step="1" .value=${String(at)} aria-label=${say.mapExplorer[end](name)} aria-valuetext=${words} @input=${move(end)} />
  `;
  return html`
    <div class="sliders">
      <svg class="track" viewBox="0 0 ${bins.length} 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${bins.length} height="1"></rect><rect class="on" x=${low} width=${high - low} height="1"></rect></svg>
      ${slider('from', low)} ${slider('to', high)}
    </div>
    <p class="range-row">
      <bdi>${isAll ? html`${say.mapExplorer.every} <span class="quiet">${`(${words})`}</span>` : words}</bdi>
      ${isAll ? nothing : html`<button type="button" class="button icon quiet" title=${say.mapExplorer.remove(words)} @click=${(event: Event) => remove(event, () => set(ranges.filter((_, i) => i !== nth)))}>${icon('close')}${named(say.mapExplorer.remove(words))}</button>`}
    </p>
  `;
}

/** The button that was pressed goes away: the reader goes on at the sliders of what is left. */
function remove({ target }: Event, act: () => void): void {
  const histogram = (target as Element).closest('.histogram');
  act();
  histogram?.querySelector<HTMLElement>('.from')?.focus();
}

function startOf(bins: readonly Bin[], [from]: Bin): number {
  const next = bins.findIndex(([first]) => first > from);
  return next < 0 ? bins.length - 1 : Math.max(0, next - 1);
}

function endOf(bins: readonly Bin[], range: Bin): number {
  const end = bins.findIndex(([, last]) => last >= range[1]);
  return Math.max(startOf(bins, range) + 1, end < 0 ? bins.length : end + 1);
}

/** The middle of the widest stretch of bars that no range has. */
function freeRange(bins: readonly Bin[], ranges: readonly Bin[]): Bin {
  const isFree = bins.map(([first, end]) => !ranges.some(([from, below]) => from < end && first < below));
  let [best, length] = [0, 0];
  for (let i = 0, run = 0; i < bins.length; i += 1) {
    run = isFree[i] ? run + 1 : 0;
    if (run > length) [best, length] = [i - run + 1, run];
  }
  const margin = Math.floor(length / 4);
  return [bins[best + margin]![0], bins[Math.max(best + margin, best + length - margin - 1)]![1]];
}

/** Follows the pointer from one bar to another; what it brushes takes the place of the last range. */
function brush(event: PointerEvent, { facet, ranges, set }: Histogram): void {
  const chart = event.currentTarget as SVGElement;
  const bins = facet.bins!;
  if (event.button !== 0) return;
  event.preventDefault();
  const { left, width } = chart.getBoundingClientRect();
  const isTurned = getComputedStyle(chart).direction === 'rtl';
  const binAt = ({ clientX }: PointerEvent): number => {
    const part = (clientX - left) / width;
    return Math.max(0, Math.min(bins.length - 1, Math.floor((isTurned ? 1 - part : part) * bins.length)));
  };
  const start = binAt(event);
  const before = ranges.slice(0, -1);
  const follow = (moved: PointerEvent): void => {
    const [low, high] = [Math.min(start, binAt(moved)), Math.max(start, binAt(moved))];
    set([...before, [bins[low]![0], bins[high]![1]]]);
  };
  chart.setPointerCapture(event.pointerId);
  chart.addEventListener('pointermove', follow);
  for (const end of ['pointerup', 'pointercancel'] as const) chart.addEventListener(end, () => chart.removeEventListener('pointermove', follow), { once: true });
  follow(event);
}
