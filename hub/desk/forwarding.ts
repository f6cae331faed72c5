import { html, nothing, type TemplateResult } from 'lit';
import { safeWebUrl } from '../../src/model/safe-url.js';
import type { ModeratedIdea } from '../src/idea-doubts.js';
import { sendAgain } from './deciding.js';
import { open } from './session.js';
import type { Desk } from './state.js';

/** What became of an idea in the city's other system, and what a person can do about it. */
export function forwarding(desk: Desk, { id, forwarded, forwarding: way }: ModeratedIdea): TemplateResult | typeof nothing {
  const { words: { forward: words }, moment } = desk.speech;
  if (forwarded) {
    const href = safeWebUrl(forwarded.url);
    const name = html`<bdi>${forwarded.id}</bdi>`;
    return html`<p class="facts"><span class="label">${words.there}</span> ${href === undefined ? name : html`<a href=${href} target="_blank" rel="noopener noreferrer">${name}</a>`}</p>`;
  }
  if (!way) return nothing;
  const { code, detail, next } = way;
  const isStopped = code === 'uncertain' || (code !== undefined && next === undefined);
  const why = code === undefined ? words.why.none : code === 'unreachable' && next === undefined ? words.why.givenUp : words.why[code];
  return html`
    <div class="forward facts" data-stopped=${isStopped}>
      <p>${why} ${code === 'unreachable' && next ? html`<time datetime=${next}>${moment(next)}</time> ` : nothing}${detail ? html`<bdi class="quiet">${code === 'refused' ? detail : `(${detail})`}</bdi>` : nothing}</p>
      ${isStopped && desk.mayDecide ? html`<button type="button" class="button" @click=${() => sendAgain(desk, [id])}>${words.again}</button>` : nothing}
    </div>
  `;
}

/** Says that there are ideas which did not get there, and leads to them. */
export function stoppedForwards(desk: Desk): TemplateResult | typeof nothing {
  const { forward: words } = desk.speech.words;
  const stopped = desk.waiting?.forwards ?? 0;
  if (stopped === 0 || desk.search.forwarding) return nothing;
  const show = (): Promise<void> => {
    Object.assign(desk.search, { q: '', status: '', category: '', id: '', forwarding: 'stopped' });
    desk.lists.all.clear();
    return open(desk, 'all');
  };
  return html`<p class="stopped">${words.stopped(stopped)} <button type="button" class="button" @click=${show}>${words.show}</button></p>`;
}
