import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { CommitmentStatus, Link, Plan } from '../../model/commitment.js';
import { lateness } from '../../model/lateness.js';
import { tally } from '../../model/roadmap.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { statusOrder } from './roadmap.icons.js';
import { linkWords, tallyWords } from './roadmap.words.js';

/** The plan as a whole: what it is, how far it has come in words and as a bar, and where that is published. */
export function overview(plan: Plan, label: string, today: string, language: Language): TemplateResult {
  const { say, date } = language;
  const counts = tally(plan.commitments, today);
  const title = label || plan.title;
  return html`
    <header part="overview" class="overview">
      <slot name="heading">${title ? html`<h2><bdi>${title}</bdi></h2>` : nothing}</slot>
      ${plan.publisher ? html`<p class="publisher quiet"><bdi>${plan.publisher}</bdi></p>` : nothing}
      ${plan.description ? html`<p class="about"><bdi>${plan.description}</bdi></p>` : nothing}
      <p part="summary" class="summary">${tallyWords(counts, plan.commitments.length, language)}</p>
      ${bar(counts, plan.commitments.length)}
      ${stale(plan, today, language)}
      <p class="origin quiet">
        ${plan.updated ? html`<span>${say.roadmap.updated(date(plan.updated))}</span>` : nothing}
        ${plan.source ? html`<span>${say.roadmap.source}: ${outward(plan.source)}</span>` : nothing}
        ${plan.licence ? html`<span>${say.roadmap.licence}: ${outward(plan.licence)}</span>` : nothing}
      </p>
    </header>
  `;
}

/** Says when nobody has kept the plan up for half a year: a promise is then late by what was last heard of it. */
function stale({ updated }: Plan, today: string, { say, number }: Language): TemplateResult | typeof nothing {
  const age = lateness(updated, undefined, today);
  if (age?.kind !== 'overdue' || !(age.unit === 'year' || (age.unit === 'month' && age.amount >= 6))) return nothing;
  return html`<p part="stale" class="stale">${say.roadmap.stale(number(age.amount, { style: 'unit', unit: age.unit, unitDisplay: 'long' }))}</p>`;
}

/** A link to elsewhere, or its words alone where its address is none that a page may open. */
export function outward(link: Link): TemplateResult {
  const address = safeWebUrl(link.url);
  return address ? html`<a href=${address} rel="noopener external"><bdi>${linkWords(link)}</bdi></a>` : html`<bdi>${linkWords(link)}</bdi>`;
}

/** One strip a status, as long as its share; the sentence above it says the same, so it is hidden from those who hear that. */
function bar(counts: Readonly<Record<CommitmentStatus, number>>, total: number): TemplateResult {
  let from = 0;
  const strips = statusOrder.map((status) => {
    const start = from;
    from += counts[status];
    return counts[status] > 0 ? svg`<rect class=${status} x="${(100 * start) / total}%" width="${(100 * counts[status]) / total}%" height="100%"/>` : nothing;
  });
  return html`<svg part="bar" class="bar" aria-hidden="true">${strips}</svg>`;
}
