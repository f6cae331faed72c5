import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Item } from './map.facet-words.js';

interface Bars {
  readonly items: readonly Item[];
  readonly chosen: ReadonlySet<number>;
  readonly language: Language;
  readonly choose: (code: number, on: boolean) => void;
}

/** A bar as long as the count is of the greatest. */
const bar = (count: number, greatest: number): TemplateResult =>
  html`<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${greatest > 0 ? (100 * count) / greatest : 0} height="1"></rect>`}</svg>`;

const greatestOf = (items: readonly Item[]): number => Math.max(0, ...items.map(({ count }) => count));

/** Values one below the other, each a checkbox with its name, its count and a bar. */
export function bars({ items, chosen, language: { number }, choose }: Bars): TemplateResult {
  const greatest = greatestOf(items);
  return html`
    <div class="bars">
      ${items.map(({ code, label, count }) => html`
        <label class="bar-row">
          <input type="checkbox" .checked=${chosen.has(code)} @change=${({ target }: Event) => choose(code, (target as HTMLInputElement).checked)} />
          <span class="bar-name"><bdi>${label}</bdi></span> <span class="quiet count">${number(count)}</span>
          ${bar(count, greatest)}
        </label>
      `)}
    </div>
  `;
}

/** The days of a week or the hours of a day one beside the other. */
export function tiles({ items, chosen, language: { number }, choose, long = ({ label }) => label }: Bars & { readonly long?: (item: Item) => string }): TemplateResult {
  const greatest = greatestOf(items);
  return html`
    <div class="tiles">
      ${items.map((item) => html`
        <label class="tile">
          <input class="visually-hidden" type="checkbox" .checked=${chosen.has(item.code)} @change=${({ target }: Event) => choose(item.code, (target as HTMLInputElement).checked)} />
          <span class="visually-hidden">${long(item)}</span>
          <span aria-hidden="true">${item.label}</span> <span class="quiet tile-count">${number(item.count)}</span>
          ${bar(item.count, greatest)}
        </label>
      `)}
    </div>
  `;
}

/** The same numbers as a table. */
export function table(caption: string, items: readonly Item[], { say, number }: Language): TemplateResult | typeof nothing {
  return html`
    <table class="facet-table">
      <caption class="visually-hidden">${caption}</caption>
      <thead><tr><th scope="col">${say.mapExplorer.value}</th><th scope="col">${say.mapExplorer.places}</th></tr></thead>
      <tbody>${items.map(({ label, count }) => html`<tr><th scope="row"><bdi>${label}</bdi></th><td>${number(count)}</td></tr>`)}</tbody>
    </table>
  `;
}
