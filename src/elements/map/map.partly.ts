import { html, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { mapPartly } from '../../i18n/en.map-partly.js';
import type { CategoryColumn, Dataset } from '../../model/dataset.js';
import type { Item } from './map.facet-words.js';

export const words = { mapPartly };

/** How many of what was read pass a search or a choice: of the rest of the source nobody here knows. */
export function found(shown: number, { length, report: { total = 0 } }: Dataset, { say, number }: Language): string {
  return shown === 0 ? say.mapPartly.nothing(number(length), total) : say.mapPartly.found(number(shown), number(length), total);
}

/** The values of a column with what the whole source has of each, the most frequent there first; `undefined` where it did not count. */
export function counted(own: readonly Item[], column: CategoryColumn, { report: { groups } }: Dataset): readonly Item[] | undefined {
  if (groups?.column !== column.name) return undefined;
  const whole = new Map(groups.counts.map(({ label, count }) => [label.trim(), count]));
  const known = own.map((value) => ({ ...value, whole: value.code === 0 ? undefined : whole.get(value.label) }));
  const read = new Set(own.map(({ label }) => label));
  const others = [...whole].filter(([label]) => !read.has(label)).map(([label, count], i) => ({ code: -1 - i, label, count: 0, whole: count }));
  return [...known, ...others].sort((a, b) => (b.whole ?? 0) - (a.whole ?? 0));
}

/** What the two numbers of a value count. */
export function note({ report: { total = 0 } }: Dataset, { say }: Language): TemplateResult {
  return html`<p class="explorer-note bars-note quiet">${say.mapPartly.counted(total)}</p>`;
}

export function figures(whole: number | undefined, here: number, { say, number }: Language): TemplateResult {
  return html`${whole === undefined ? '' : html`<b>${number(whole)}</b> · `}${say.mapPartly.here(number(here))}`;
}
