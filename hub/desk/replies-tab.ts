import { html, nothing, type TemplateResult } from 'lit';
import type { HeldComment } from '../src/comment-list.js';
import { decideReplies } from './deciding.js';
import { focusNext } from './focus.js';
import { bulk, listing } from './listing.js';
import { openIdea } from './session.js';
import type { Desk } from './state.js';

type Decide = (status: 'open' | 'deleted') => (ids: readonly string[]) => unknown;

/** Comments on ideas that nobody sees before somebody has read them. */
export function repliesTab(desk: Desk): TemplateResult {
  const { words } = desk.speech;
  const list = desk.lists.replies;
  const decide: Decide = (status) => (ids) => focusNext(desk, ids, () => decideReplies(desk, ids, status));
  return html`
    ${bulk(desk, list, [{ label: words.act.publish, kind: 'primary', act: decide('open') }, { label: words.act.delete, act: decide('deleted') }])}
    ${listing(desk, 'replies', list, (comment) => replyCard(desk, comment, decide))}
  `;
}

function replyCard(desk: Desk, { id, idea, title, text, created, doubts }: HeldComment, decide: Decide): TemplateResult {
  const { words, ago, moment } = desk.speech;
  const list = desk.lists.replies;
  return html`
    <article class="card" id="card-${id}" tabindex="-1" aria-labelledby="title-${id}">
      ${desk.mayDecide ? html`<label class="tick"><input type="checkbox" aria-label=${words.idea.select(text)} .checked=${list.chosen.has(id)} @change=${(event: Event) => list.choose(id, (event.target as HTMLInputElement).checked)}></label>` : nothing}
      <div class="what">
        <p class="meta"><time datetime=${created} title=${moment(created)}>${ago(created)}</time></p>
        <h2 id="title-${id}" dir="auto">${title}</h2>
        <p class="text" dir="auto">${text}</p>
        ${doubts.length > 0 ? html`<p class="facts why"><span class="label">${words.why.label}</span> ${doubts.map((doubt) => html`<span class="doubt">${words.why.doubts[doubt]}</span> `)}</p>` : nothing}
      </div>
      <div class="deeds">
        ${desk.mayDecide ? html`
          <button type="button" class="button primary" @click=${() => decide('open')([id])}>${words.act.publish}</button>
          <button type="button" class="button" @click=${() => decide('deleted')([id])}>${words.act.delete}</button>
        ` : nothing}
        <button type="button" class="button quiet" @click=${() => openIdea(desk, idea)}>${words.act.show}</button>
      </div>
    </article>
  `;
}
