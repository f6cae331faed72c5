import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { HubInfo, Platform } from '../../model/hub.js';
import { ideaStatuses, type IdeaPage, type IdeaSort, type IdeaStatus } from '../../model/idea.js';
import type { IdeaQuery } from '../../sources/hub.js';
import { categoryWords } from './ideas.words.js';

interface Filters {
  readonly query: IdeaQuery;
  readonly info: HubInfo;
  readonly page: IdeaPage | undefined;
  /** Whether people comment here. */
  readonly discussed: boolean;
  readonly language: Language;
  readonly choose: (change: Partial<IdeaQuery>) => void;
  /** Like `choose`, but waits until the reader pauses. */
  readonly search: (event: Event) => void;
}

const published = ideaStatuses.filter((status) => status !== 'held' && status !== 'withdrawn');
const sorts: readonly IdeaSort[] = ['newest', 'supported', 'discussed'];

/** Search, category, status and order: native controls, each choice with how many ideas it would leave. */
export function filters({ query, info, page, discussed, language, choose, search }: Filters): TemplateResult {
  // Systems that are no hubs can be asked for less.
  const offered = info.platform?.filters;
  const lacks = (filter: Platform['filters'][number]): boolean => offered?.includes(filter) === false;
  const { say } = language;
  const words = say.ideas;
  const { counts } = page ?? {};
  const chosen = (event: Event): string | undefined => (event.target as HTMLSelectElement).value || undefined;
  const categories = info.ideas.categories.map(({ code }) => option(code, categoryWords(code, info, language) ?? code, query.category, counts?.category, language));
  return html`
    <form part="filters" class="filters" role="search" ?hidden=${offered?.length === 0} @submit=${(event: Event) => event.preventDefault()}>
      <div class="field search" ?hidden=${lacks('q')}>
        <label for="search">${words.search}</label>
        <input id="search" type="search" autocomplete="off" .value=${query.q ?? ''} @input=${search} />
      </div>
      ${categories.length > 0 && !lacks('category')
        ? html`
            <div class="field">
              <label for="filter-category">${words.category}</label>
              <select id="filter-category" @change=${(event: Event) => choose({ category: chosen(event) })}>
                <option value="" ?selected=${!query.category}>${words.all}</option>
                ${categories}
              </select>
            </div>
          `
        : nothing}
      <div class="field" ?hidden=${lacks('status')}>
        <label for="filter-status">${words.statusLabel}</label>
        <select id="filter-status" @change=${(event: Event) => choose({ status: chosen(event) as IdeaStatus | undefined })}>
          <option value="" ?selected=${!query.status}>${words.all}</option>
          ${(info.platform?.statuses ?? published).map((status) => option(status, words.status[status], query.status, counts?.status, language))}
        </select>
      </div>
      <div class="field" ?hidden=${lacks('sort')}>
        <label for="sort">${words.sort}</label>
        <select id="sort" @change=${(event: Event) => choose({ sort: chosen(event) as IdeaSort | undefined })}>
          ${sorts.filter((sort) => sort !== 'discussed' || discussed).map((sort) => html`<option value=${sort} ?selected=${query.sort === sort}>${words.sorts[sort]}</option>`)}
        </select>
      </div>
    </form>
  `;
}

function option(value: string, label: string, chosen: string | undefined, counts: Readonly<Record<string, number>> | undefined, { number }: Language): TemplateResult {
  return html`<option value=${value} ?selected=${chosen === value}>${label}${counts ? ` (${number(counts[value] ?? 0)})` : ''}</option>`;
}
