import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { CategoryColumn, Dataset } from '../../model/dataset.js';
import { heading } from './map.fields.js';
import type { Filtering } from './map.filtering.js';
import { drawing } from './map.icon.js';
import type { Opening } from './map.opening.js';
import type { Partly } from './map.special.js';

const glass = 'M8.5 3.5a5 5 0 1 0 0 10a5 5 0 0 0 0-10zM12.2 12.2L17 17';

export interface Filters {
  readonly data: Dataset;
  readonly title: string;
  readonly filtering: Filtering;
  readonly language: Language;
  readonly clear: () => void;
  readonly opening: Opening;
  /** What counts where the source has more than was read. */
  readonly partly: Partly | undefined;
}

/** The search box and the choice of categories, each with the number of places that it would leave. */
export function filters(options: Filters): TemplateResult {
  const { data, title, filtering, language: { say }, clear, opening } = options;
  const column = categoryColumn(data);
  const typed = ({ target }: InputEvent): void => filtering.search((target as HTMLInputElement).value);
  return html`
    <form part="filters" class="filters" role="search" aria-label=${say.map.filters.label(title)} @submit=${(event: Event) => event.preventDefault()}>
      <div class="search">
        <label class="visually-hidden" for="search">${say.map.filters.search}</label>
        ${drawing(glass)}
        <input id="search" type="search" autocomplete="off" placeholder=${say.map.filters.search} .value=${filtering.text} @focus=${filtering.prepare} @input=${typed} />
      </div>
      ${column ? facetButton(column, options) : nothing}
      <button part="explore" type="button" class="button facet" aria-expanded=${filtering.explorer?.isOpen ? 'true' : 'false'} @click=${() => filtering.explore()}>${say.map.filters.explore}</button>
      ${filtering.active ? html`<button part="clear" type="button" class="button quiet" @click=${clear}>${say.map.filters.clear}</button>` : nothing}
      ${column && opening.facet !== 'closed' ? opening.render(({ facetValues }) => facetValues(column, options)) : nothing}
    </form>
  `;
}

/** The column that sorts places, where there is something to choose from. */
function categoryColumn({ columns, roles }: Dataset): CategoryColumn | undefined {
  const column = columns[roles.category ?? -1];
  return column?.type === 'category' && column.labels.length > 1 ? column : undefined;
}

function facetButton(column: CategoryColumn, { data, filtering, language: { say }, opening }: Filters): TemplateResult {
  const closed = opening.facet === 'closed';
  const chosen = filtering.filter.chosen.get(data.columns.indexOf(column))?.size ?? 0;
  return html`
    <button part="facet" type="button" class="button facet" aria-expanded=${closed ? 'false' : 'true'} @click=${() => opening.turn(closed ? 'first' : 'closed')}>
      <bdi>${heading(column)}</bdi> ${chosen > 0 ? html`<span class="badge">${say.map.filters.chosen(chosen)}</span>` : nothing}
    </button>
  `;
}
