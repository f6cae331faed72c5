import { html, nothing, type TemplateResult } from 'lit';
import { safeWebUrl } from '../../src/model/safe-url.js';
import type { HeldRating } from '../src/rating-holds.js';
import { decideRatings } from './deciding.js';
import { focusNext } from './focus.js';
import { bulk, listing } from './listing.js';
import { ratingAnswers, scoreOf } from './rating-answers.js';
import type { Desk } from './state.js';

/** The address of a page as a link. */
export function subjectLink(subject: string): TemplateResult {
  const href = safeWebUrl(subject);
  return html`<bdi dir="ltr" class="subject">${href === undefined ? subject : html`<a href=${href} target="_blank" rel="noopener noreferrer">${subject}</a>`}</bdi>`;
}

/** Ratings that do not count before somebody has looked at them. */
export function ratingsTab(desk: Desk): TemplateResult {
  const { words } = desk.speech;
  const list = desk.lists.ratings;
  const decide = (status: 'counted' | 'deleted') => (ids: readonly string[]): unknown => focusNext(desk, ids, () => decideRatings(desk, ids, status));
  return html`
    ${bulk(desk, list, [{ label: words.act.count, kind: 'primary', act: decide('counted') }, { label: words.act.delete, act: decide('deleted') }])}
    ${listing(desk, 'ratings', list, (rating) => ratingCard(desk, rating, decide))}
  `;
}

function ratingCard(desk: Desk, rating: HeldRating, decide: (status: 'counted' | 'deleted') => (ids: readonly string[]) => unknown): TemplateResult {
  const { words, day: dayOf } = desk.speech;
  const { id, subject, comment, lang, doubts, day } = rating;
  const list = desk.lists.ratings;
  const said = scoreOf(desk, rating);
  return html`
    <article class="card" id="card-${id}" tabindex="-1" aria-labelledby="title-${id}">
      ${desk.mayDecide ? html`<label class="tick"><input type="checkbox" aria-label=${words.idea.select(`${said} ${subject}`)} .checked=${list.chosen.has(id)} @change=${(event: Event) => list.choose(id, (event.target as HTMLInputElement).checked)}></label>` : nothing}
      <div class="what">
        <p class="meta"><time datetime=${day}>${dayOf(day)}</time></p>
        <h2 id="title-${id}">${said} ${subjectLink(subject)}</h2>
        ${ratingAnswers(desk, rating)}
        <p class="text ${comment === undefined ? 'quiet' : ''}" dir="auto" lang=${comment === undefined ? nothing : lang ?? nothing}>${comment ?? words.rating.noComment}</p>
        <p class="facts why"><span class="label">${words.why.label}</span> ${doubts.map((doubt) => html`<span class="doubt">${words.why.doubts[doubt]}</span> `)}</p>
      </div>
      ${desk.mayDecide ? html`<div class="deeds">
        <button type="button" class="button primary" @click=${() => decide('counted')([id])}>${words.act.count}</button>
        <button type="button" class="button" @click=${() => decide('deleted')([id])}>${words.act.delete}</button>
      </div>` : nothing}
    </article>
  `;
}
