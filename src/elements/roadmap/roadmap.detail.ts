import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { hashAddress } from '../../controllers/page-link.js';
import type { Commitment } from '../../model/commitment.js';
import { outward } from './roadmap.overview.js';
import { timeline } from './roadmap.timeline.js';
import { moneyWords } from './roadmap.words.js';

/** How a commitment leads to the ideas that it came from. */
export interface IdeaLinks {
  /** The address of the page that has the ideas; empty where it is this one. */
  readonly page: string;
  /** What an idea is called, where that is known. */
  readonly titleOf: (idea: string) => string | undefined;
  readonly follow: (event: Event, idea: string) => void;
}

/** What opens beneath a commitment. Whatever is not known is not there. */
export function detail(commitment: Commitment, today: string, language: Language, links: IdeaLinks): TemplateResult {
  const { say, date, number } = language;
  const words = say.roadmap;
  const { description, milestones, evidence, ideas, sdg, ogp, source, startDate, completedDate, updated, theme, id } = commitment;
  const fact = (name: string, value: unknown) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing);
  return html`
    ${description ? html`<p class="description"><bdi>${description}</bdi></p>` : nothing}
    ${milestones.length > 0 ? html`<h4>${words.milestones}</h4> ${timeline(commitment, today, language)}` : nothing}
    <dl class="more">
      ${fact(words.filters.theme, theme && html`<bdi>${theme}</bdi>`)}
      ${fact(words.start, startDate && date(startDate))}
      ${fact(words.completed, completedDate && date(completedDate))}
      ${fact(words.budget, budget(commitment, language))}
      ${fact(words.evidence, evidence.length > 0 ? html`<ul>${evidence.map((link) => html`<li>${outward(link)}</li>`)}</ul>` : undefined)}
      ${fact(
        words.ideas,
        ideas.length > 0
          ? html`<ul>${ideas.map((idea, i) => html`<li><a href=${hashAddress('civic-idea', idea, links.page)} @click=${(event: Event) => links.follow(event, idea)}><bdi>${links.titleOf(idea) ?? words.idea(number(i + 1))}</bdi></a></li>`)}</ul>`
          : undefined,
      )}
      ${fact(words.sdg, sdg.join(' · '))}
      ${fact(words.ogp, ogp)}
    </dl>
    <p class="links quiet">
      <a href=${hashAddress('civic-commitment', id)}>${words.link}</a>
      ${source ? html`<span>${words.published}: ${outward(source)}</span>` : nothing}
      ${updated ? html`<span>${words.updated(date(updated))}</span>` : nothing}
    </p>
  `;
}

/** Planned and spent, and their ratio where they are in one currency. */
function budget({ planned, spent }: Commitment, language: Language): TemplateResult | undefined {
  const { say, number } = language;
  if (!planned && !spent) return undefined;
  const share = planned && spent && planned.currency === spent.currency && planned.amount > 0 ? spent.amount / planned.amount : undefined;
  return html`
    ${planned ? html`<span class="money">${say.roadmap.planned} <b>${moneyWords(planned, language)}</b></span>` : nothing}
    ${spent ? html`<span class="money">${say.roadmap.spent} <b>${moneyWords(spent, language)}</b></span>` : nothing}
    ${share === undefined ? nothing : html`<span class="money quiet">${say.roadmap.spentOf(number(share, { style: 'percent', maximumFractionDigits: 0 }))}</span>`}
  `;
}
