import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../controllers/language.js';
import type { CategoryColumn, Dataset } from '../../model/dataset.js';
import { heading } from './map.fields.js';
import type { Filtering } from './map.filtering.js';
import { icon } from './map.icons.js';

/** How many values of a column are shown before the reader asks for the others. */
const first = 12;

/** How much of the choice of categories is open. */
export type Facet = 'closed' | 'first' | 'all';

interface Filters {
  readonly data: Dataset;
  readonly title: string;
  readonly filtering: Filtering;
  readonly language: Language;
  readonly facet: Facet;
  readonly open: (facet: Facet) => void;
  readonly clear: () => void;
}

interface Value {
  readonly code: number;
  readonly label: string;
  readonly count: number;
}

/** The search box and the choice of categories, each with the number of places that it would leave. */
export function filters(options: Filters): TemplateResult {
  const { title, filtering, language: { say }, clear } = options;
  const typed = ({ target }: InputEvent): void => filtering.search((target as HTMLInputElement).value);
  return html`
    <form part="filters" class="filters" role="search" aria-label=${say.map.filters.label(title)} @submit=${(event: Event) => event.preventDefault()}>
      <div class="search">
        <label class="visually-hidden" for="search">${say.map.filters.search}</label>
        ${icon('search')}
        <input id="search" type="search" autocomplete="off" placeholder=${say.map.filters.search} .value=${live(filtering.text)} @focus=${filtering.prepare} @input=${typed} />
      </div>
      ${categoryButton(options)}
      ${filtering.active ? html`<button part="clear" type="button" class="button quiet" @click=${clear}>${say.map.filters.clear}</button>` : nothing}
      ${options.facet === 'closed' ? nothing : categoryValues(options)}
    </form>
  `;
}

function categoryColumn({ columns, roles }: Dataset): CategoryColumn | undefined {
  const column = columns[roles.category ?? -1];
  return column?.type === 'category' && column.labels.length > 1 ? column : undefined;
}

function categoryButton({ data, filtering, language: { say }, facet, open }: Filters): TemplateResult | typeof nothing {
  const column = categoryColumn(data);
  if (!column) return nothing;
  const chosen = filtering.chosenCount;
  return html`
    <button part="facet" type="button" class="button facet" aria-expanded=${facet === 'closed' ? 'false' : 'true'} @click=${() => open(facet === 'closed' ? 'first' : 'closed')}>
      <bdi>${heading(column)}</bdi> ${chosen > 0 ? html`<span class="badge">${say.map.filters.chosen(chosen)}</span>` : nothing}
    </button>
  `;
}

function categoryValues({ data, filtering, language: { say, number }, facet, open }: Filters): TemplateResult | typeof nothing {
  const column = categoryColumn(data);
  if (!column) return nothing;
  const index = data.columns.indexOf(column);
  const values = ranked(column, filtering.counts(index), say.map.filters.none);
  const shown = values.filter(({ code }, place) => facet === 'all' || place < first || filtering.isChosen(index, code));
  const rest = values.length - first;
  return html`
    <fieldset class="facet-values">
      <legend class="visually-hidden">${heading(column)}</legend>
      <div class="values">
        ${repeat(shown, ({ code }) => code, ({ code, label, count }) => html`
          <label class="value">
            <input type="checkbox" .checked=${live(filtering.isChosen(index, code))} @change=${({ target }: Event) => filtering.choose(index, code, (target as HTMLInputElement).checked)} />
            <span class="value-name"><bdi>${label}</bdi></span> <span class="quiet count">${number(count)}</span>
          </label>
        `)}
      </div>
      ${rest > 0
        ? html`<button type="button" class="button quiet" aria-expanded=${facet === 'all' ? 'true' : 'false'} @click=${() => open(facet === 'all' ? 'first' : 'all')}>${facet === 'all' ? say.map.filters.fewer : say.map.filters.more(rest)}</button>`
        : nothing}
    </fieldset>
  `;
}

const orders = new WeakMap<Uint32Array, readonly number[]>();

/** The values of a column with their counts now, in an order that does not change under the reader's hand: most frequent in the whole data first. */
function ranked({ codes, labels }: CategoryColumn, counts: Uint32Array, none: string): Value[] {
  let order = orders.get(codes);
  if (!order) {
    const totals = new Uint32Array(labels.length + 1);
    for (const code of codes) totals[code]! += 1;
    // Rows without a value come last, however many they are.
    order = [...totals.keys()].filter((code) => totals[code]! > 0).sort((a, b) => Number(a === 0) - Number(b === 0) || totals[b]! - totals[a]!);
    orders.set(codes, order);
  }
  return order.map((code) => ({ code, label: code === 0 ? none : labels[code - 1]!, count: counts[code] ?? 0 }));
}
