import { html, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Idea } from '../../model/idea.js';
import { badge } from './ideas.card.js';
import { privateLink } from './ideas.private.js';

/** What is said once an idea has arrived: where it stands, and the link by which its author finds it again. Without a key it lies with a system that is no hub. */
export function thanks(idea: Idea, key: string | undefined, language: Language, again: () => void, close: () => void): TemplateResult {
  const words = language.say.ideasForm;
  return html`
    <div part="thanks" class="notice good proposal">
      <h3 id="thanks" tabindex="-1">${words.thanks}</h3>
      ${key === undefined
        ? html`<p>${language.say.platform.arrived}</p>`
        : html`
            <p>${badge(idea.status, language)} ${idea.status === 'held' ? words.held : words.public}</p>
            <p>${words.keep}</p>
            ${privateLink({ id: idea.id, key }, language)}
          `}
      <p class="row">
        <button part="another" class="button" type="button" @click=${again}>${words.another}</button>
        <button part="close" class="button quiet" type="button" @click=${close}>${words.close}</button>
      </p>
    </div>
  `;
}
