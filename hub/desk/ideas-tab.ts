import { html, nothing, type TemplateResult } from 'lit';
import { ideaStatuses } from '../../src/model/idea.js';
import { decideIdeas } from './deciding.js';
import { ideaCard } from './idea-card.js';
import { bulk, listing } from './listing.js';
import { focusNext } from './focus.js';
import { stoppedForwards } from './forwarding.js';
import { askToErase } from './questions.js';
import type { Desk } from './state.js';

function ideaBulk(desk: Desk, name: 'waiting' | 'all'): TemplateResult | typeof nothing {
  const { words } = desk.speech;
  const decide = (deed: 'published' | 'declined') => (ids: readonly string[]): unknown => focusNext(desk, ids, () => decideIdeas(desk, ids, deed));
  return bulk(desk, desk.lists[name], [
    { label: words.act.publish, kind: 'primary', act: decide('published') },
    { label: words.act.decline, act: decide('declined') },
    { label: words.act.erase, kind: 'bad', act: (ids) => askToErase(desk, ids) },
  ]);
}

/** The queue. */
export function waitingTab(desk: Desk): TemplateResult {
  const list = desk.lists.waiting;
  const isOld = list.phase === 'ready' && list.total !== undefined && desk.waiting !== undefined && desk.waiting.ideas !== list.total;
  return html`
    ${isOld ? html`<p class="renewed"><button type="button" class="button quiet" @click=${() => list.load()}>${desk.speech.words.renewed}</button></p>` : nothing}
    ${desk.info?.moderation === 'before' && list.entries.length > 0 ? html`<p class="quiet">${desk.speech.words.why.all}</p>` : nothing}
    ${stoppedForwards(desk)}
    ${ideaBulk(desk, 'waiting')}
    ${listing(desk, 'waiting', list, (idea) => ideaCard(desk, list, idea))}
  `;
}

/** All ideas but those that were erased, with a search. */
export function allTab(desk: Desk): TemplateResult {
  const { words } = desk.speech;
  const { search, lists: { all: list } } = desk;
  const set = (name: 'q' | 'status' | 'category') => (event: Event): void => void (search[name] = (event.target as HTMLInputElement).value);
  const choose = (name: 'status' | 'category') => (event: Event): void => {
    set(name)(event);
    void list.load();
  };
  const ask = (event: Event): void => {
    event.preventDefault();
    void list.load();
  };
  const showAll = (): void => {
    Object.assign(search, { id: '', forwarding: '' });
    void list.load();
  };
  return html`
    ${stoppedForwards(desk)}
    ${search.id || search.forwarding
      ? html`<p class="row">${search.id ? words.search.one : words.forward.only} <button type="button" class="button quiet" @click=${showAll}>${words.search.all}</button></p>`
      : html`
        <form class="search" role="search" @submit=${ask}>
          <label class="field grow"><span>${words.search.words}</span><input type="search" name="q" maxlength="200" .value=${search.q} @input=${set('q')}></label>
          <label class="field"><span>${words.search.status}</span><select name="status" @change=${choose('status')}>
            <option value="">${words.search.any}</option>
            ${ideaStatuses.filter((status) => status !== 'withdrawn').map((status) => html`<option value=${status} .selected=${search.status === status}>${words.status[status]}</option>`)}
          </select></label>
          ${desk.info && desk.info.ideas.categories.length > 0 ? html`<label class="field"><span>${words.search.category}</span><select name="category" @change=${choose('category')}>
            <option value="">${words.search.any}</option>
            ${desk.info.ideas.categories.map(({ code }) => html`<option value=${code} .selected=${search.category === code}>${desk.categoryName(code)}</option>`)}
          </select></label>` : nothing}
          <button class="button">${words.search.go}</button>
        </form>
        <p class="found quiet" role="status">${list.phase === 'ready' && list.total !== undefined ? words.found(list.total) : nothing}</p>`}
    ${ideaBulk(desk, 'all')}
    ${listing(desk, 'all', list, (idea) => ideaCard(desk, list, idea))}
  `;
}
