import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Commitment } from '../../model/commitment.js';
import { choices, matching, type RoadmapFilter } from '../../model/roadmap-filter.js';
import { roadmapSorts, type RoadmapSort } from '../../model/roadmap.js';
import { icon, statusOrder } from './roadmap.icons.js';

interface FilterOptions {
  readonly filter: RoadmapFilter;
  readonly sort: RoadmapSort;
  readonly today: string;
  readonly language: Language;
  /** Called with what changed. */
  readonly choose: (change: RoadmapFilter) => void;
  readonly order: (sort: RoadmapSort) => void;
  readonly reset: () => void;
}

/** The choices above the list. Each says how many commitments it would leave; a choice that the plan does not offer is not there. */
export function filters(commitments: readonly Commitment[], options: FilterOptions): TemplateResult {
  const { filter, sort, language: { say }, choose, order, reset } = options;
  const words = say.roadmap.filters;
  const active = Object.values(filter).some(Boolean);
  return html`
    <form part="filters" class="filters" role="search" aria-label=${words.label} @submit=${(event: Event) => event.preventDefault()}>
      ${marks(commitments, options)}
      <div class="fields">
        <div class="field search">
          <label for="search">${words.search}</label>
          <input id="search" type="search" autocomplete="off" .value=${filter.text ?? ''} @input=${({ target }: InputEvent) => choose({ text: (target as HTMLInputElement).value })} />
        </div>
        ${selection('theme', commitments, options)} ${selection('responsible', commitments, options)}
        <div class="field">
          <label for="sort">${words.sort}</label>
          <select id="sort" .value=${sort} @change=${({ target }: Event) => order((target as HTMLSelectElement).value as RoadmapSort)}>
            ${roadmapSorts.map((each) => html`<option value=${each} ?selected=${each === sort}>${words.sorts[each]}</option>`)}
          </select>
        </div>
        ${active ? html`<button part="reset" class="button quiet reset" type="button" @click=${reset}>${words.reset}</button>` : nothing}
      </div>
    </form>
  `;
}

/** The statuses of the plan, and lateness, as buttons that stay pressed. They are the legend of the bar, too. */
function marks(commitments: readonly Commitment[], { filter, today, language: { say, number }, choose }: FilterOptions): TemplateResult {
  const counts = choices(commitments, filter, 'status', today);
  const late = matching(commitments, { ...filter, late: true }, today).length;
  const anyLate = matching(commitments, { late: true }, today).length > 0;
  return html`
    <div class="marks" role="group" aria-label=${say.roadmap.filters.status}>
      ${statusOrder.filter((status) => counts.has(status)).map(
        (status) => html`
          <button class="button mark ${status}" type="button" aria-pressed=${filter.status === status} @click=${() => choose({ status: filter.status === status ? undefined : status })}>
            ${icon(status)} ${say.roadmap.status[status]} <span class="count">${number(counts.get(status)!)}</span>
          </button>
        `,
      )}
      ${anyLate
        ? html`
            <button class="button mark late" type="button" aria-pressed=${Boolean(filter.late)} @click=${() => choose({ late: !filter.late })}>
              ${icon('late')} ${say.roadmap.late} <span class="count">${number(late)}</span>
            </button>
          `
        : nothing}
    </div>
  `;
}

function selection(key: 'theme' | 'responsible', commitments: readonly Commitment[], options: FilterOptions): TemplateResult | typeof nothing {
  const { filter, today, language: { say, tag, number }, choose } = options;
  const counts = choices(commitments, filter, key, today);
  if (counts.size < 2) return nothing;
  const values = [...counts.keys()].sort(new Intl.Collator(tag).compare);
  return html`
    <div class="field">
      <label for=${key}>${say.roadmap.filters[key]}</label>
      <select id=${key} .value=${filter[key] ?? ''} @change=${({ target }: Event) => choose({ [key]: (target as HTMLSelectElement).value || undefined })}>
        <option value="">${say.roadmap.filters.all}</option>
        ${values.map((value) => html`<option value=${value} ?selected=${value === filter[key]}>${value} (${number(counts.get(value)!)})</option>`)}
      </select>
    </div>
  `;
}
