import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Commitment } from '../../model/commitment.js';
import { commitmentLateness } from '../../model/lateness.js';
import { isLate, overdueMilestones, progressOf } from '../../model/roadmap.js';
import { detail, type IdeaLinks } from './roadmap.detail.js';
import { icon } from './roadmap.icons.js';
import { latenessWords } from './roadmap.words.js';

interface EntryOptions {
  readonly open: boolean;
  readonly today: string;
  readonly links: IdeaLinks;
  readonly language: Language;
  /** Called when the details are opened or closed, by the reader or by the browser's own search. */
  readonly toggle: (commitment: Commitment, open: boolean) => void;
}

/** One commitment: what was promised, by whom, until when, and how it stands; the rest opens. Its place in the list makes its ids. */
export function entry(commitment: Commitment, place: number, { open, today, links, language, toggle }: EntryOptions): TemplateResult {
  const { say } = language;
  const late = isLate(commitment, today);
  // `until-found` lets the browser's own search look into closed details, and open them.
  return html`
    <li part="commitment" class="commitment ${commitment.status} ${late ? 'late' : ''}">
      <h3>
        <button id="title-${place}" class="title" type="button" aria-expanded=${open} aria-controls="detail-${place}" @click=${() => toggle(commitment, !open)}>
          <span><bdi>${commitment.title}</bdi></span>
          <svg class="chevron" viewBox="0 0 20 20" aria-hidden="true"><path d="m5 7.5 5 5 5-5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" /></svg>
        </button>
      </h3>
      <p class="facts">
        <span part="commitment-status" class="badge ${commitment.status}">${icon(commitment.status)} ${say.roadmap.status[commitment.status]}</span>
        ${standing(commitment, today, language)}
      </p>
      ${commitment.responsible ? html`<p class="responsible"><span class="quiet">${say.roadmap.responsible}</span> <bdi>${commitment.responsible}</bdi></p>` : nothing}
      ${commitment.reason ? html`<p part="reason" class="reason"><strong>${say.roadmap.reason}</strong> <bdi>${commitment.reason}</bdi></p>` : nothing}
      ${progress(commitment, language)}
      <div id="detail-${place}" part="detail" class="detail" hidden=${open ? nothing : 'until-found'} @beforematch=${() => toggle(commitment, true)}>
        ${detail(commitment, today, language, links)}
      </div>
    </li>
  `;
}

/** The due date and what became of it. */
function standing(commitment: Commitment, today: string, language: Language): TemplateResult {
  const { say, date } = language;
  const lateness = commitmentLateness(commitment, today);
  const steps = overdueMilestones(commitment, today).length;
  return html`
    ${lateness?.kind === 'overdue' ? html`<span class="badge late">${icon('late')} ${latenessWords(lateness, language)}</span>` : nothing}
    ${steps > 0 && lateness?.kind !== 'overdue' ? html`<span class="badge late">${icon('late')} ${say.roadmap.lateSteps(steps)}</span>` : nothing}
    ${lateness && lateness.kind !== 'overdue' ? html`<span>${latenessWords(lateness, language)}</span>` : nothing}
    ${commitment.dueDate ? html`<span class="quiet">${lateness?.kind === 'due' ? nothing : say.roadmap.due} <time datetime=${commitment.dueDate}>${date(commitment.dueDate)}</time></span>` : nothing}
  `;
}

/** The bar, with the share as it is stated and the steps that it follows from otherwise. */
function progress(commitment: Commitment, { say, number }: Language): TemplateResult | typeof nothing {
  const share = progressOf(commitment);
  if (share === undefined || commitment.status === 'cancelled') return nothing;
  const { milestones } = commitment;
  const met = milestones.filter(({ status }) => status === 'met').length;
  const stated = commitment.progress !== undefined || commitment.status === 'completed';
  return html`
    <p class="progress">
      <progress max="1" value=${share} aria-label=${say.roadmap.progress(commitment.title)}></progress>
      ${stated ? html`<span>${number(share, { style: 'percent', maximumFractionDigits: 0 })}</span>` : nothing}
      ${milestones.length > 1 ? html`<span class="quiet">${say.roadmap.steps(number(met), milestones.length)}</span>` : nothing}
    </p>
  `;
}
