import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/index.js';

export { personal } from '../i18n/en.personal.js';
export { personalParts } from '../model/personal-data.js';
export { cautionStyles } from '../styles/caution.styles.js';

interface Warning {
  readonly id?: string;
  readonly of: 'idea' | 'comment' | 'rating';
  /** What may be personal data, as it stands in the text. */
  readonly found: readonly string[];
  readonly change: () => void;
  readonly anyway: () => void;
}

/** It warns and does not forbid: a club's address may well belong into what is written. */
export function warning({ id, of, found, change, anyway }: Warning, { personal }: Messages): TemplateResult {
  return html`
    <div id=${id ?? nothing} part="personal" class="notice personal" role="group" aria-label=${personal.title} tabindex="-1">
      <p><strong>${personal.title}</strong></p>
      <p>${personal[of]}</p>
      <ul>${found.map((each) => html`<li><bdi>${each}</bdi></li>`)}</ul>
      <p class="row">
        <button class="button" type="button" @click=${change}>${personal.change}</button>
        <button part="anyway" class="button quiet" type="button" @click=${anyway}>${personal.anyway}</button>
      </p>
    </div>
  `;
}
