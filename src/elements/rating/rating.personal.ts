import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.js';

export { ratingOpened } from '../../i18n/en.rating-opened.js';
export { personalParts } from '../../model/personal-data.js';

interface Ways {
  readonly change: () => void;
  readonly anyway: () => void;
}

/** It warns and does not forbid: the number of an office may well belong into a comment. */
export function warning(data: readonly string[], { ratingOpened: { personal } }: Messages, { change, anyway }: Ways): TemplateResult {
  return html`
    <div part="personal" class="notice warn personal" role="group" aria-label=${personal.title} tabindex="-1">
      <p><strong>${personal.title}</strong></p>
      <p>${personal.text}</p>
      <ul>${data.map((each) => html`<li><bdi>${each}</bdi></li>`)}</ul>
      <p class="row">
        <button class="button" type="button" @click=${change}>${personal.change}</button>
        <button part="anyway" class="button quiet" type="button" @click=${anyway}>${personal.anyway}</button>
      </p>
    </div>
  `;
}
