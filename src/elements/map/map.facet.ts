import { html, nothing, type TemplateResult } from 'lit';
import type { CategoryColumn } from '../../model/dataset.js';
import { chosenOf, withCode } from './map.asking.js';
import { heading } from './map.fields.js';
import type { Filters } from './map.filters.js';

/** How many values of a column are shown before the reader asks for the others. */
const first = 12;

export interface Value {
  /** Below 0: of what was read nothing has it. */
  readonly code: number;
  readonly label: string;
  readonly count: number;
  /** How many the whole source has, where it counted. */
  readonly whole?: number | undefined;
}

/** The values of a column to choose from, each with the number of places that it would leave. */
export function facetValues(column: CategoryColumn, { data, filtering, language, opening, partly }: Filters): TemplateResult | typeof nothing {
  const { say, number } = language;
  const all = opening.facet === 'all';
  const index = data.columns.indexOf(column);
  const facet = { column: index, kind: 'values' } as const;
  const chosen = chosenOf(filtering.filter, facet);
  const counts = filtering.counts(index);
  if (!counts) return nothing;
  const own = ranked(column, counts, say.mapOpened.values.none);
  const values = partly?.counted(own, column, data) ?? own;
  // Each keeps its turn when others are hidden, so that no checkbox becomes another's.
  const isShown = (code: number, place: number): boolean => all || place < first || chosen.has(code);
  const rest = values.length - first;
  return html`
    <fieldset class="facet-values">
      <legend class="visually-hidden">${heading(column)}</legend>
      ${values === own ? nothing : partly?.note(data, language)}
      <div class="values">
        ${values.map(({ code, label, count, whole }, place) => isShown(code, place) ? html`
          <label class="value">
            <input type="checkbox" ?disabled=${code < 0} .checked=${chosen.has(code)} @change=${({ target }: Event) => filtering.ask(withCode(filtering.filter, facet, code, (target as HTMLInputElement).checked))} />
            <span class="value-name"><bdi>${label}</bdi></span> <span class="quiet count">${values === own ? number(count) : partly?.figures(whole, count, language)}</span>
          </label>
        ` : nothing)}
      </div>
      ${rest > 0
        ? html`<button type="button" class="button quiet" aria-expanded=${all ? 'true' : 'false'} @click=${() => opening.turn(all ? 'first' : 'all')}>${all ? say.mapOpened.values.fewer : say.mapOpened.values.more(rest)}</button>`
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
