import { html, nothing, type TemplateResult } from 'lit';
import type { ModeratedIdea } from '../src/idea-doubts.js';
import { decideIdeas, type Deed } from './deciding.js';
import { focusNext } from './focus.js';
import { forwarding } from './forwarding.js';
import { ideaEditor } from './idea-editor.js';
import { cardKeys } from './keys.js';
import type { List } from './list.js';
import { askToErase } from './questions.js';
import { similarIdeas, toggleSimilar } from './similar-ideas.js';
import type { Desk } from './state.js';

/** In characters: longer texts are folded. */
const short = 420;

/** One idea with all that a moderator has to know of it, and what can be done. */
export function ideaCard(desk: Desk, list: List<ModeratedIdea>, idea: ModeratedIdea): TemplateResult {
  const { words, ago, moment } = desk.speech;
  const { id, title, text, lang, status, category, supports, created, answer, commitments } = idea;
  const isLong = text.length > short;
  return html`
    <article class="card" id="card-${id}" tabindex="0" aria-labelledby="title-${id}" data-status=${status} @keydown=${cardKeys(desk, list, idea)}>
      ${desk.mayDecide ? html`<label class="tick"><input type="checkbox" aria-label=${words.idea.select(title)} .checked=${list.chosen.has(id)} @change=${(event: Event) => list.choose(id, (event.target as HTMLInputElement).checked)}></label>` : nothing}
      <div class="what">
        <p class="meta">
          <span class="badge" data-status=${status}>${words.status[status]}</span>
          ${category === undefined ? nothing : html`<span dir="auto">${desk.categoryName(category)}</span>`}
          <time datetime=${created} title=${moment(created)}>${ago(created)}</time>
          ${supports > 0 ? html`<span>${words.idea.supports(supports)}</span>` : nothing}
          ${desk.drafts.has(id) ? html`<span class="badge" data-status="draft">${words.idea.draft}</span>` : nothing}
        </p>
        <h2 id="title-${id}" dir="auto" lang=${lang ?? nothing}>${title}</h2>
        <p class="text" dir="auto" lang=${lang ?? nothing} data-folded=${isLong && !desk.whole.has(id)}>${text}</p>
        ${isLong ? html`<button type="button" class="button quiet small" aria-expanded=${desk.whole.has(id)} @click=${() => toggle(desk, desk.whole, id)}>${desk.whole.has(id) ? words.idea.lessText : words.idea.wholeText}</button>` : nothing}
        ${place(desk, idea)}
        ${why(desk, idea)}
        ${answer
          ? html`<div class="answer"><p class="label"><bdi>${answer.by ? words.idea.answerBy(answer.by) : words.idea.answer}</bdi> <time class="quiet" datetime=${answer.at}>${moment(answer.at)}</time></p><p class="text" dir="auto">${answer.text}</p></div>`
          : nothing}
        ${commitments ? html`<p class="facts"><span class="label">${words.idea.commitments}</span> ${commitments.map((each) => html`<code>${each}</code> `)}</p>` : nothing}
        ${forwarding(desk, idea)}
      </div>
      ${desk.mayDecide ? html`<div class="deeds">${deeds(desk, idea)}</div>` : nothing}
      <div class="deeds further">${furtherDeeds(desk, idea)}</div>
      ${desk.similar.has(id) ? similarIdeas(desk, id) : nothing}
      ${desk.editing.has(id) && desk.mayDecide ? ideaEditor(desk, idea) : nothing}
    </article>
  `;
}

function place({ speech }: Desk, { place: at }: ModeratedIdea): TemplateResult | typeof nothing {
  if (!at) return nothing;
  const { lon, lat, address } = at;
  const isPoint = lon !== undefined && lat !== undefined;
  const point = isPoint ? `${lat.toFixed(5)}, ${lon.toFixed(5)}` : '';
  return html`<p class="facts place">
    ${address === undefined ? nothing : html`<span dir="auto">${address}</span>`}
    ${isPoint ? html`<a href="https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}" target="_blank" rel="noopener noreferrer" aria-label=${speech.words.idea.map(point)}><bdi dir="ltr">${point}</bdi></a>` : nothing}
  </p>`;
}

/** Why it waits, unless all do. */
function why({ info, speech }: Desk, { status, doubts }: ModeratedIdea): TemplateResult | typeof nothing {
  const { why: words } = speech.words;
  if (status !== 'held') return nothing;
  if (doubts) return html`<p class="facts why"><span class="label">${words.label}</span> ${doubts.map((doubt) => html`<span class="doubt">${words.doubts[doubt]}</span> `)}</p>`;
  return info?.moderation === 'before' ? nothing : html`<p class="facts quiet">${words.hidden}</p>`;
}

function toggle(desk: Desk, set: Set<string>, id: string): Promise<void> {
  if (!set.delete(id)) set.add(id);
  return desk.changed();
}

/** What becomes of it, as it stands. */
function deeds(desk: Desk, { id, status }: ModeratedIdea): TemplateResult {
  const { act } = desk.speech.words;
  const decide = (deed: Deed) => (): unknown => focusNext(desk, [id], () => decideIdeas(desk, [id], deed));
  return html`
    ${status === 'held' || status === 'declined' ? html`<button type="button" class="button primary" @click=${decide('published')}>${act.publish}</button>` : nothing}
    ${status === 'declined' ? nothing : html`<button type="button" class="button" @click=${decide('declined')}>${act.decline}</button>`}
    ${status === 'held' ? nothing : html`<button type="button" class="button" @click=${decide('hidden')}>${act.hide}</button>`}
  `;
}

/** What else can be done, and what opens below it. */
function furtherDeeds(desk: Desk, idea: ModeratedIdea): TemplateResult {
  const { act } = desk.speech.words;
  const { id } = idea;
  return html`
    ${desk.mayDecide ? html`<button type="button" class="button quiet" aria-expanded=${desk.editing.has(id)} @click=${() => toggle(desk, desk.editing, id)}>${act.edit}</button>` : nothing}
    <button type="button" class="button quiet" aria-expanded=${desk.similar.has(id)} @click=${() => toggleSimilar(desk, idea)}>${act.similar}</button>
    ${desk.mayDecide ? html`<button type="button" class="button bad" @click=${() => askToErase(desk, [id])}>${act.erase}</button>` : nothing}
  `;
}
