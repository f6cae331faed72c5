import { html, nothing, type TemplateResult } from 'lit';
import { ideaStatuses } from '../../src/model/idea.js';
import type { ModeratedIdea } from '../src/idea-doubts.js';
import { sendDraft } from './deciding.js';
import type { Draft } from './drafts.js';
import { cardOf, focusNext } from './focus.js';
import type { Desk } from './state.js';

/** The fields of an idea that the city fills in. What is typed is kept with each key, and sent at once, as one decision. */
export function ideaEditor(desk: Desk, idea: ModeratedIdea): TemplateResult {
  const { act, edit, status } = desk.speech.words;
  const { id } = idea;
  const draft = desk.drafts.of(idea);
  const set = (name: keyof Draft) => (event: Event): void => {
    desk.drafts.change(id, { [name]: (event.target as HTMLInputElement).value });
    void desk.changed();
  };
  const send = (event: Event): void => {
    event.preventDefault();
    void focusNext(desk, [id], () => sendDraft(desk, idea));
  };
  const close = async (): Promise<void> => {
    desk.editing.delete(id);
    await desk.changed();
    cardOf(id)?.focus();
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') void close();
  };
  const hint = (name: string, text: string): TemplateResult => html`<span class="hint" id="${name}-hint-${id}">${text}</span>`;
  return html`
    <form class="editor" @submit=${send} @keydown=${escape}>
      <div class="field grow">
        <label for="text-${id}">${edit.text}</label>${hint('text', edit.textHint)}
        <textarea id="text-${id}" rows="5" maxlength="4000" dir="auto" aria-describedby="text-hint-${id}" .value=${draft.text} @input=${set('text')}></textarea>
      </div>
      <div class="fields">
        <div class="field">
          <label for="by-${id}">${edit.by}</label>${hint('by', edit.byHint)}
          <input id="by-${id}" maxlength="200" dir="auto" autocomplete="organization" aria-describedby="by-hint-${id}" .value=${draft.by} @input=${set('by')}>
        </div>
        <div class="field">
          <label for="status-${id}">${edit.status}</label>
          <select id="status-${id}" @change=${set('status')}>
            ${ideaStatuses.filter((each) => each !== 'withdrawn').map((each) => html`<option value=${each} .selected=${draft.status === each}>${status[each]}</option>`)}
          </select>
        </div>
        ${desk.info && desk.info.ideas.categories.length > 0 ? html`<div class="field">
          <label for="category-${id}">${edit.category}</label>
          <select id="category-${id}" @change=${set('category')}>
            <option value="" .selected=${draft.category === ''}>${edit.none}</option>
            ${desk.info.ideas.categories.map(({ code }) => html`<option value=${code} .selected=${draft.category === code}>${desk.categoryName(code)}</option>`)}
          </select>
        </div>` : nothing}
        <div class="field">
          <label for="commitments-${id}">${edit.commitments}</label>${hint('commitments', edit.commitmentsHint)}
          <input id="commitments-${id}" dir="ltr" autocapitalize="off" autocomplete="off" spellcheck="false" aria-describedby="commitments-hint-${id}" .value=${draft.commitments} @input=${set('commitments')}>
        </div>
      </div>
      <div class="deeds">
        <button class="button primary">${act.save}</button>
        <button type="button" class="button" @click=${close}>${act.cancel}</button>
      </div>
    </form>
  `;
}
