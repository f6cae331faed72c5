import { html, nothing, type TemplateResult } from 'lit';
import { listing } from './listing.js';
import { ratingAnswers, scoreOf } from './rating-answers.js';
import { subjectLink } from './ratings-tab.js';
import type { Desk } from './state.js';

/** What people wrote beside ratings, which is for the city's eyes alone. */
export function commentsTab(desk: Desk): TemplateResult {
  const { words, day: dayOf } = desk.speech;
  const list = desk.lists.comments;
  const ask = (event: Event): void => {
    event.preventDefault();
    void list.load();
  };
  return html`
    <form class="search" role="search" @submit=${ask}>
      <label class="field grow"><span>${words.search.subject}</span><input type="url" dir="ltr" placeholder="https://" .value=${desk.subject} @input=${(event: Event) => void (desk.subject = (event.target as HTMLInputElement).value)}></label>
      <button class="button">${words.search.subjectGo}</button>
    </form>
    ${listing(desk, 'comments', list, ({ subject, profile, value, comment, texts, lang, day }) => html`
      <article class="card">
        <div class="what">
          <p class="meta"><span class="badge">${scoreOf(desk, { profile, value })}</span> <time datetime=${day}>${dayOf(day)}</time> ${subjectLink(subject)}</p>
          ${ratingAnswers(desk, { profile, value, answers: texts })}
          ${comment === undefined ? nothing : html`<p class="text" dir="auto" lang=${lang ?? nothing}>${comment}</p>`}
        </div>
      </article>`)}
  `;
}
