import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset } from '../../model/dataset.js';
import type { Special } from './map.special.js';

/** How many places are shown, of how many; what changes by itself is announced only when the reader asked for something, and what plays not at all. */
export function count(data: Dataset, { partly, cut, time, renewing, with: [, language, filtering] }: Special): TemplateResult {
  const { say, number } = language;
  const words = (shown: number, all: number): unknown => {
    if (partly && filtering.active) return partly.found(shown, data, language);
    if (all === 0) return nothing;
    if (shown === 0) return say.map.nothing;
    return data.statistics && cut ? cut.count(shown, all, language) : say.map.shown(number(shown), all);
  };
  const now = words(filtering.rows.length, Math.max(filtering.all, data.report.total ?? 0));
  const role = time?.isPlaying ? nothing : 'status';
  return html`<p part="count" class="shown quiet" role=${data.live ? nothing : role}>${now}</p>${renewing?.render(data, role, words(...filtering.asked))}`;
}
