import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import type { Filtering } from './map.filtering.js';
import type { Special } from './map.special.js';

interface Count {
  readonly data: Dataset;
  readonly filtering: Filtering;
  readonly special: Special;
  readonly language: Language;
}

/** How many places are shown, of how many; what changes by itself is announced only when the reader asked for something, and what plays not at all. */
export function count({ data, filtering, special: { partly, cut, time }, language }: Count): TemplateResult {
  const { say, number } = language;
  const words = (shown: number, all: number): unknown => {
    if (partly && filtering.active) return partly.found(shown, data, language);
    if (all === 0) return nothing;
    if (shown === 0) return say.map.nothing;
    return data.statistics && cut ? cut.count(shown, all, language) : say.map.shown(number(shown), all);
  };
  const now = words(filtering.rows.length, Math.max(filtering.all, data.report.total ?? 0));
  const role = time?.isPlaying ? nothing : 'status';
  return data.live
    ? html`<p part="count" class="shown quiet">${now}</p><p class="visually-hidden" role=${role}>${words(...filtering.asked)}</p>`
    : html`<p part="count" class="shown quiet" role=${role}>${now}</p>`;
}
