import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Plan } from '../../model/commitment.js';

/** What could not be read, so that the webmaster can mend it. The reasons are English, as every message for webmasters. */
export function problems({ problems: found }: Plan, { say, number }: Language): TemplateResult | typeof nothing {
  if (found.length === 0) return nothing;
  return html`
    <details part="problems" class="problems quiet">
      <summary>${say.roadmap.problems(found.length)} (${say.reading.forWebmaster})</summary>
      <ul>
        ${found.map(({ row, reason }) => html`<li>${row > 0 ? say.roadmap.row(number(row)) : say.roadmap.plan} <span lang="en" dir="ltr">${reason}</span></li>`)}
      </ul>
    </details>
  `;
}
