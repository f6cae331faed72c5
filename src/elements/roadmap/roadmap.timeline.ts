import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Commitment, Milestone } from '../../model/commitment.js';
import { milestoneLateness } from '../../model/lateness.js';
import { isClosed, nextMilestone } from '../../model/roadmap.js';
import { icon, milestoneMarks } from './roadmap.icons.js';
import { latenessWords } from './roadmap.words.js';

/** The steps of a commitment, in the publisher's order, each with what was promised for when and what came of it. */
export function timeline(commitment: Commitment, today: string, language: Language): TemplateResult {
  const next = nextMilestone(commitment);
  return html`
    <ol part="timeline" class="timeline">
      ${commitment.milestones.map((milestone) => step(milestone, milestone === next, !isClosed(commitment), today, language))}
    </ol>
  `;
}

function step(milestone: Milestone, next: boolean, open: boolean, today: string, language: Language): TemplateResult {
  const { say, date } = language;
  const { title, description, status, dueDate, dateMet } = milestone;
  const known = milestoneLateness(milestone, today);
  // A closed commitment has no open steps: whether one of them was ever met we do not know.
  const lateness = open || status === 'met' ? known : undefined;
  return html`
    <li part="milestone" class=${milestoneMarks[status]} aria-current=${next ? 'step' : nothing}>
      ${icon(milestoneMarks[status])}
      <div>
        <p class="step"><bdi>${title}</bdi> ${next ? html`<span class="next">${say.roadmap.next}</span>` : nothing}</p>
        ${description ? html`<p><bdi>${description}</bdi></p>` : nothing}
        <p class="facts quiet">
          <span>${dateMet && status === 'met' ? html`${say.roadmap.met} <time datetime=${dateMet}>${date(dateMet)}</time>` : say.roadmap.milestone[status]}</span>
          ${dueDate ? html`<span>${say.roadmap.due} <time datetime=${dueDate}>${date(dueDate)}</time></span>` : nothing}
          ${lateness ? html`<span class=${lateness.kind === 'overdue' ? 'badge late' : ''}>${lateness.kind === 'overdue' ? icon('late') : nothing} ${latenessWords(lateness, language)}</span>` : nothing}
        </p>
      </div>
    </li>
  `;
}
