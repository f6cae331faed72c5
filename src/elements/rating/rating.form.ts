import { html, nothing, type TemplateResult } from 'lit';
import { counter } from '../../controllers/counter.js';
import type { Controls, Faults } from '../../controllers/faults.js';
import type { Language } from '../../controllers/language.js';
import type { Sending } from '../../controllers/sending.js';
import type { Wording } from '../../i18n/wording.js';
import { askedQuestions, codesOf, pathOf, type RatingOption, type RatingQuestion } from '../../model/rating-profile.js';
import type { RatingAnswer } from '../../model/rating.js';
import { wordsOf, type Asking } from './rating.asking.js';
import type { RatingDraft } from './rating.draft.js';

export interface Form {
  /** What its answers are called together. */
  readonly group: string;
  readonly draft: RatingDraft;
  readonly asking: Asking;
  readonly wording: Wording;
  readonly language: Language;
  readonly faults: Faults;
  readonly sending: Sending;
  /** What has to be thought over before it is sent. */
  readonly caution: unknown;
  readonly answer: (question: string, answer: RatingAnswer) => void;
  readonly send: (event: Event) => void;
}

/** The question of the score; what else is asked once there is one. Nothing is sent before the button. */
export function form(options: Form): TemplateResult {
  const { draft, asking, wording, language, faults, sending, caution, send } = options;
  const { say } = language;
  const asked = askedQuestions(asking.profile, draft.answers);
  const isScored = asked.some(({ field, code }) => field === 'score' && codesOf(draft.answers[code]).length > 0);
  const controls: Controls = asked.map((question) => ({
    path: pathOf(question),
    id: idOf(question),
    label: wordsOf(wording, question.code).label,
    ...(question.field === 'score' && { sentence: wording.choose }),
  }));
  return html`
    <form part="form" novalidate @submit=${send}>
      ${faults.summary(controls, language)}
      ${asked.map((each) => (each.field === 'score' ? score(options, controls, each) : !isScored ? nothing : each.kind === 'text' ? text(options, controls, each) : further(options, controls, each)))}
      ${caution} ${sending.render(language)}
      <button part="send" class="button primary" type="submit" aria-disabled=${sending.pending}>${sending.error ? say.sending.retry : wording.send ?? say.rating.send}</button>
    </form>
  `;
}

/** The control of a question, or the first of several. */
const idOf = ({ code, options }: RatingQuestion): string => (options ? `${code}-${options[0]!.code}` : code);

function score(form: Form, controls: Controls, question: RatingQuestion): TemplateResult {
  const { wording, asking, language, faults } = form;
  const { label, hint } = wordsOf(wording, question.code);
  const id = idOf(question);
  return html`
    <fieldset part="question" class="field" aria-describedby="${hint ? `${id}-hint` : ''} ${faults.has(id, controls) ? `${id}-error` : ''}">
      <legend><slot name="question">${label}</slot></legend>
      ${hint ? html`<p id="${id}-hint" class="hint">${hint}</p>` : nothing} ${faults.beside(id, controls, language)}
      ${asking.list ? choices(form, question) : cards(form, question)}
    </fieldset>
  `;
}

function further(form: Form, controls: Controls, question: RatingQuestion): TemplateResult {
  const { wording, language, faults } = form;
  const id = idOf(question);
  const { label, hint = question.kind === 'several' ? language.say.rating.several : undefined } = wordsOf(wording, question.code);
  return html`
    <fieldset part="reasons" class="field" aria-describedby="${hint ? `${id}-hint` : ''} ${faults.has(id, controls) ? `${id}-error` : ''}">
      <legend>${label}</legend>
      ${hint ? html`<p id="${id}-hint" class="hint">${hint}</p>` : nothing} ${faults.beside(id, controls, language)}
      ${question.kind === 'scale' ? cards(form, question) : choices(form, question)}
    </fieldset>
  `;
}

/** One of them covers its card: it is what is clicked, focused and read. */
function cards(form: Form, question: RatingQuestion): TemplateResult {
  const { wording, asking, language } = form;
  const { options = {}, ends } = wordsOf(wording, question.code);
  return html`
    <div class="scores">
      ${question.options!.map(
        (option) => html`
          <label part="score" class="score">
            ${input(form, question, option)}
            ${question.kind === 'scale' ? html`<span class="number">${language.number(option.value!)}</span>` : question.field === 'score' ? asking.picture?.(option) : nothing}
            ${options[option.code] ? html`<span class="word">${options[option.code]}</span>` : nothing}
            <svg class="tick" viewBox="0 0 20 20" aria-hidden="true"><path d="m4.5 10.5 3.7 3.7 7.3-8" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" /></svg>
          </label>
        `,
      )}
    </div>
    ${ends ? html`<p class="ends hint" aria-hidden="true"><span>${ends[0]}</span> <span>${ends[1]}</span></p>` : nothing}
  `;
}

function choices(form: Form, question: RatingQuestion): TemplateResult {
  const { options = {} } = wordsOf(form.wording, question.code);
  return html`${question.options!.map((option) => html`<label class="choice">${input(form, question, option)} <span>${options[option.code] ?? option.code}</span></label>`)}`;
}

function input({ group, draft, answer }: Form, { code, kind, required }: RatingQuestion, option: RatingOption): TemplateResult {
  const given = codesOf(draft.answers[code]);
  const toggle = ({ target }: Event): void => {
    const rest = kind === 'several' ? given.filter((each) => each !== option.code) : [];
    answer(code, (target as HTMLInputElement).checked ? [...rest, option.code] : rest);
  };
  return html`
    <input
      id="${code}-${option.code}"
      type=${kind === 'several' ? 'checkbox' : 'radio'}
      name="${group}-${code}"
      ?required=${required}
      .value=${option.code}
      .checked=${given.includes(option.code)}
      @change=${toggle}
    />
  `;
}

function text({ draft, wording, language, faults, answer }: Form, controls: Controls, { code, length = 0 }: RatingQuestion): TemplateResult {
  const { label, hint = language.say.rating.private } = wordsOf(wording, code);
  const given = String(draft.answers[code] ?? '');
  const wrong = faults.has(code, controls);
  return html`
    <div class="field">
      <label for=${code}>${label}</label>
      <p id="${code}-hint" class="hint">${hint}</p>
      ${faults.beside(code, controls, language)}
      <textarea
        id=${code}
        rows="4"
        aria-describedby="${code}-hint ${code}-left ${wrong ? `${code}-error` : ''}"
        aria-invalid=${wrong ? 'true' : nothing}
        .value=${given}
        @input=${(event: Event) => answer(code, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
      ${counter(`${code}-left`, given.trim().length, length, language)}
    </div>
  `;
}
