import { html, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';

interface Warning {
  readonly id: string;
  /** What may be personal data, as it stands in the text. */
  readonly found: readonly string[];
  /** What is asked. */
  readonly question: string;
  readonly language: Language;
  readonly reconsider: () => void;
  readonly sendAnyway: () => void;
}

/** It warns and does not forbid: a club's address may well belong into what is written. */
export function personalWarning({ id, found, question, language: { say }, reconsider, sendAnyway }: Warning): TemplateResult {
  const words = say.ideas.form;
  return html`
    <div id=${id} part="personal" class="notice warn" role="group" aria-labelledby="${id}-title" tabindex="-1">
      <h3 id="${id}-title">${words.personal}</h3>
      <p>${question}</p>
      <ul>${found.map((each) => html`<li><bdi>${each}</bdi></li>`)}</ul>
      <p class="row">
        <button class="button" type="button" @click=${reconsider}>${words.change}</button>
        <button part="anyway" class="button quiet" type="button" @click=${sendAnyway}>${words.anyway}</button>
      </p>
    </div>
  `;
}
