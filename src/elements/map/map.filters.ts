import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Filtering } from './map.filtering.js';
import { drawing } from './map.icon.js';
import type { Opening } from './map.opening.js';

const glass = 'M8.5 3.5a5 5 0 1 0 0 10a5 5 0 0 0 0-10zM12.2 12.2L17 17';

export interface Filters {
  readonly title: string;
  readonly filtering: Filtering;
  readonly language: Language;
  readonly clear: () => void;
  readonly opening: Opening;
}

/** The search box, and the button that opens everything that can be filtered by. */
export function filters({ title, filtering, language: { say }, clear, opening }: Filters): TemplateResult {
  const typed = ({ target }: InputEvent): void => filtering.search((target as HTMLInputElement).value);
  return html`
    <form part="filters" class="filters" role="search" aria-label=${say.map.filters.label(title)} @submit=${(event: Event) => event.preventDefault()}>
      <div class="search">
        <label class="visually-hidden" for="search">${say.map.filters.search}</label>
        ${drawing(glass)}
        <input id="search" type="search" autocomplete="off" placeholder=${say.map.filters.search} .value=${filtering.text} @focus=${filtering.prepare} @input=${typed} />
      </div>
      <button part="explore" type="button" class="button explore" aria-expanded=${filtering.explorer?.isOpen ? 'true' : 'false'} @click=${() => filtering.explore()}>${say.map.filters.explore}</button>
      ${filtering.active ? html`<button part="clear" type="button" class="button quiet" @click=${clear}>${say.map.filters.clear}</button>` : nothing}
    </form>
    ${opening.missing('filters')}
  `;
}
