import { html, nothing, type TemplateResult } from 'lit';
import type { Caution } from '../../controllers/caution.js';
import { counter } from '../../controllers/counter.js';
import type { Controls, Faults } from '../../controllers/faults.js';
import type { Language } from '../../controllers/language.js';
import type { Sending } from '../../controllers/sending.js';
import type { HubInfo } from '../../model/hub.js';
import { ideaLimits } from '../../model/idea.js';
import type { Draft } from './ideas.own.js';
import { place, type Placing } from './ideas.place.js';
import { similar, type Similar } from './ideas.similar.js';
import type { Supporting } from './ideas.supporting.js';
import { categoryWords } from './ideas.words.js';

export interface Form {
  readonly draft: Draft;
  readonly info: HubInfo | undefined;
  readonly language: Language;
  readonly faults: Faults;
  readonly sending: Sending;
  readonly similar: Similar;
  readonly placing: Placing;
  readonly supporting: Supporting;
  readonly caution: Caution;
  readonly change: (change: Partial<Draft>) => void;
  readonly send: (event: Event) => void;
  readonly sendAnyway: () => void;
  readonly reconsider: () => void;
  readonly close: () => void;
  readonly discard: () => void;
}

/** What is asked of someone who proposes. Only title and text are needed. */
export function form(options: Form): TemplateResult {
  const { draft, language, faults, sending, caution, send, close, change, discard } = options;
  const { say } = language;
  const controls = controlsOf(language);
  return html`
    <form part="form" class="proposal" novalidate aria-labelledby="form-title" @submit=${send}>
      <h3 id="form-title">${say.ideas.propose}</h3>
      ${faults.summary(controls, language)} ${written(options, controls, 'title')}
      ${similar(options.similar.found, options.supporting, language, discard)} ${written(options, controls, 'text')}
      ${categories(options, controls)} ${place(draft, options.placing, faults, controls, language, change)}
      ${caution.render({ id: 'personal', of: 'idea', change: options.reconsider, anyway: options.sendAnyway })} ${sending.render(language)}
      <p class="row">
        <button part="send" class="button primary" type="submit" aria-disabled=${sending.pending}>${sending.error ? say.sending.retry : say.ideasForm.send}</button>
        <button part="close" class="button quiet" type="button" @click=${close}>${say.ideasForm.close}</button>
      </p>
      <p class="hint">${say.ideasForm.closeHint}</p>
    </form>
  `;
}

function controlsOf({ say: { ideasForm } }: Language): Controls {
  const { title, text, category, address, point, over } = ideasForm;
  return [
    { path: '/title', id: 'title', label: title },
    { path: '/text', id: 'text', label: text },
    { path: '/category', id: 'category', label: category },
    { path: '/place/address', id: 'address', label: address },
    { path: '/place', id: 'point', label: point },
    // Nothing in the form mends a deadline that is over: the question itself says more.
    { path: '/challenge', id: 'challenge-title', label: title, sentence: over },
  ];
}

function written({ draft, language, faults, change }: Form, controls: Controls, id: 'title' | 'text'): TemplateResult {
  const { say, number } = language;
  const words = say.ideasForm;
  const [least, most] = ideaLimits[id];
  const wrong = faults.has(id, controls);
  const described = `${id}-hint ${id}-left ${wrong ? `${id}-error` : ''}`;
  const input = (event: Event): void => change({ [id]: (event.target as HTMLInputElement).value });
  const invalid = wrong ? 'true' : nothing;
  return html`
    <div class="field">
      <label for=${id}>${words[id]}</label>
      <p id="${id}-hint" class="hint">${id === 'title' ? words.titleHint(number(least), number(most)) : words.textHint(number(least))}</p>
      ${faults.beside(id, controls, language)}
      ${id === 'title'
        ? html`<input id="title" type="text" required autocomplete="off" dir="auto" aria-describedby=${described} aria-invalid=${invalid} .value=${draft.title} @input=${input} />`
        : html`<textarea id="text" rows="6" required dir="auto" aria-describedby=${described} aria-invalid=${invalid} .value=${draft.text} @input=${input}></textarea>`}
      ${counter(`${id}-left`, draft[id].trim().length, most, language)}
    </div>
  `;
}

function categories({ draft, info, language, faults, change }: Form, controls: Controls): TemplateResult | typeof nothing {
  if (!info || info.ideas.categories.length === 0) return nothing;
  const words = language.say.ideasForm;
  return html`
    <div class="field">
      <label for="category">${words.category}</label>
      ${faults.beside('category', controls, language)}
      <select id="category" aria-invalid=${faults.has('category', controls) ? 'true' : nothing} @change=${(event: Event) => change({ category: (event.target as HTMLSelectElement).value })}>
        <option value="" ?selected=${draft.category === ''}>${words.noCategory}</option>
        ${info.ideas.categories.map(({ code }) => html`<option value=${code} ?selected=${draft.category === code}>${categoryWords(code, info, language)}</option>`)}
      </select>
    </div>
  `;
}
