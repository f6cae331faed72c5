import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../controllers/language.js';
import type { Item } from './map.facet-words.js';

interface Bars {
  readonly items: readonly Item[];
  readonly chosen: ReadonlySet<number>;
  readonly language: Language;
  readonly choose: (code: number, on: boolean) => void;
}

/** How many there are to compare: in the whole source, where it counted. */
const sizeOf = ({ whole, count }: Item): number => whole ?? count;

/** A bar as long as the count is of the greatest. */
const bar = (count: number, greatest: number): TemplateResult =>
  html`<svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${greatest > 0 ? (100 * count) / greatest : 0} height="1"></rect>`}</svg>`;

const greatestOf = (items: readonly Item[]): number => Math.max(0, ...items.map(sizeOf));

/** Values one below the other, each a checkbox with its name, its count and a bar. */
export function bars({ items, chosen, language: { number }, choose, figures = ({ count }) => number(count) }: Bars & { readonly figures?: ((item: Item) => unknown) | undefined }): TemplateResult {
  const greatest = greatestOf(items);
  return html`
    <div class="bars">
      ${repeat(items, ({ code }) => code, (item) => {
        const { code, label } = item;
        return html`
        <label class="bar-row">
          <input type="checkbox" ?disabled=${code < 0} .checked=${chosen.has(code)} @change=${({ target }: Event) => choose(code, (target as HTMLInputElement).checked)} />
          <span class="bar-name"><bdi>${label}</bdi></span> <span class="quiet count">${figures(item)}</span>
          ${bar(sizeOf(item), greatest)}
        </label>`;
      })}
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
