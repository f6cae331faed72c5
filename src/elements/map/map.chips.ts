import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { CategoryColumn, Dataset } from '../../model/dataset.js';
import { facetOf, type Facet } from '../../model/facet.js';
import type { Filter } from '../../model/filter.js';
import { withCodes, withRanges } from './map.asking.js';
import { facetName, hourSpans, rangeName, weekdaySpans } from './map.facet-words.js';
import type { Filtering } from './map.filtering.js';
import { icon } from './map.icons.js';
import { plainText } from './map.text.js';

export { mapExplorer } from '../../i18n/en.map-explorer.js';

interface Chip {
  readonly name: string | undefined;
  readonly words: string;
  /** The filter without it; `undefined` of the words in the search box. */
  readonly rest: Filter | undefined;
}

/** So many values are named before the others are counted. */
const named = 3;

/** All that is filtered by, each with a button that takes it back, and what was asked that is not in the data. */
export function chips(data: Dataset, filtering: Filtering, language: Language): TemplateResult | typeof nothing {
  const { say } = language;
  const all = [...conditions(data, filtering.filter, language)];
  const ignored = filtering.ignored.map(({ column }) => String(column));
  if (all.length + ignored.length === 0) return nothing;
  return html`
    ${all.length > 0 ? html`
      <ul part="chips" class="chips" role="list" aria-label=${say.mapExplorer.active}>
        ${all.map(({ name, words, rest }) => html`
          <li><button type="button" class="button chip" aria-label=${say.mapExplorer.remove(name ? `${name}: ${words}` : words)} @click=${(event: Event) => takeBack(event, () => withoutIt(filtering, rest))}>
            <span>${name ? html`<bdi>${name}</bdi>: ` : nothing}<bdi class="chip-words">${words}</bdi></span> ${icon('close')}
          </button></li>
        `)}
      </ul>
    ` : nothing}
    ${ignored.length > 0 ? html`<p class="notice ignored" role="status">${say.mapExplorer.ignored(new Intl.ListFormat(language.tag).format(new Set(ignored)))}</p>` : nothing}
  `;
}

/** All that is filtered by, in words alone. */
export function filterWords(data: Dataset, { filter }: Filtering, language: Language): string[] {
  return [...conditions(data, filter, language)].map(({ name, words }) => (name ? `${name}: ${words}` : words));
}

function* conditions(data: Dataset, filter: Filter, language: Language): Generator<Chip> {
  const { say, tag } = language;
  const facet = (index: number, kind: Facet['kind']): Facet => facetOf(data, index, kind)!;
  const list = (words: readonly string[]): string => (words.length > named + 1 ? `${words.slice(0, named).join(', ')} +${language.number(words.length - named)}` : new Intl.ListFormat(tag, { type: 'disjunction' }).format(words));
  const chip = (each: Facet, words: string, rest: Filter): Chip => ({ name: facetName(data, each, language), words, rest });
  const label = (index: number, code: number): string => (code === 0 ? say.mapExplorer.none : plainText((data.columns[index] as CategoryColumn).labels[code - 1]!));
  const none: ReadonlySet<number> = new Set();
  if (filter.text.trim()) yield { name: undefined, words: say.mapExplorer.words(filter.text.trim()), rest: undefined };
  for (const [index, codes] of filter.chosen) if (codes.size > 0) yield chip(facet(index, 'values'), list([...codes].map((code) => label(index, code))), withCodes(filter, facet(index, 'values'), none));
  for (const [index, ranges] of filter.ranges ?? []) {
    const each = facet(index, 'ranges');
    if (each.step === 'each') yield chip(each, list(ranges.map((range) => rangeName(each, range, language))), withRanges(filter, index, []));
    else for (const range of ranges) yield chip(each, rangeName(each, range, language), withRanges(filter, index, ranges.filter((other) => other !== range)));
  }
  for (const [index, codes] of filter.weekdays ?? []) if (codes.size > 0) yield chip(facet(index, 'weekdays'), list(weekdaySpans(codes, language)), withCodes(filter, facet(index, 'weekdays'), none));
  for (const [index, codes] of filter.hours ?? []) if (codes.size > 0) yield chip(facet(index, 'hours'), list(hourSpans(codes, language)), withCodes(filter, facet(index, 'hours'), none));
  if (filter.extent) yield { name: undefined, words: say.mapExplorer.extent, rest: { ...filter, extent: undefined } };
  if (filter.area) yield { name: undefined, words: say.mapExplorer.area, rest: { ...filter, area: undefined } };
}

function withoutIt(filtering: Filtering, rest: Filter | undefined): void {
  if (!rest) filtering.text = '';
  filtering.ask(rest ?? filtering.filter);
}

/** The button that was pressed goes away: the reader goes on at the next, or at the one that opens everything. */
function takeBack({ currentTarget }: Event, act: () => void): void {
  const button = currentTarget as HTMLElement;
  const root = button.getRootNode() as ShadowRoot;
  const place = [...root.querySelectorAll('.chip')].indexOf(button);
  act();
  requestAnimationFrame(() => {
    const left = root.querySelectorAll<HTMLElement>('.chip');
    (left[Math.min(place, left.length - 1)] ?? root.querySelector<HTMLElement>('[part=explore]'))?.focus();
  });
}
