import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Wording } from '../../i18n/wording.js';
import { codesOf, scoreQuestion, type RatingOption, type RatingQuestion } from '../../model/rating-profile.js';
import type { RatingAnswer } from '../../model/rating.js';
import type { Answering } from './rating.answering.js';
import { wordsOf, type Asking } from './rating.asking.js';
import type { RatingDraft } from './rating.draft.js';

export interface Form {
  /** What its answers are called together. */
  readonly group: string;
  readonly draft: RatingDraft;
  readonly asking: Asking;
  readonly wording: Wording;
  readonly language: Language;
  /** Undefined until it has come. */
  readonly answering: Answering | undefined;
  /** Whether somebody wants to send it and what does that cannot be had. */
  readonly stranded: boolean;
  readonly answer: (question: string, answer: RatingAnswer) => void;
  readonly send: (event: Event) => void;
}

/** The question of the score; what else is asked once there is one. Nothing is sent before the button. */
export function form(options: Form): TemplateResult {
  const { draft, asking, wording, language: { say }, answering, stranded, send } = options;
  const question = scoreQuestion(asking.profile);
  return html`
    <form part="form" novalidate @submit=${send}>
      ${answering?.summary(options)} ${score(options, question)} ${codesOf(draft.answers[question.code]).length > 0 ? answering?.further(options) : nothing}
      ${answering?.state()}
      <div role="alert">${stranded ? html`<p class="notice">${say.rating.away}</p>` : nothing}</div>
      <button part="send" class="button primary" type="submit" aria-disabled=${answering?.pending ?? false}>${answering?.failed ? say.sending.retry : wording.send ?? say.rating.send}</button>
    </form>
  `;
}

/** The control of a question, or the first of several. */
export const idOf = ({ code, options }: RatingQuestion): string => (options ? `${code}-${options[0]!.code}` : code);

/** The ids of what is said about a group: its hint and its error, where they are. */
export const described = (id: string, hint: string | undefined, isWrong = false): string | typeof nothing =>
  [...(hint ? [`${id}-hint`] : []), ...(isWrong ? [`${id}-error`] : [])].join(' ') || nothing;

function score(form: Form, question: RatingQuestion): TemplateResult {
  const { wording, asking, answering } = form;
  const { label, hint } = wordsOf(wording, question.code);
  const id = idOf(question);
  return html`
    <fieldset part="question" class="field" aria-describedby=${described(id, hint, answering?.has(id, form))}>
      <legend><slot name="question">${label}</slot></legend>
      ${hint ? html`<p id="${id}-hint" class="hint">${hint}</p>` : nothing} ${answering?.beside(id, form)}
      ${asking.list ? choices(form, question) : cards(form, question)}
    </fieldset>
  `;
}

/** One of them covers its card: it is what is clicked, focused and read. */
export function cards(form: Form, question: RatingQuestion): TemplateResult {
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

export function choices(form: Form, question: RatingQuestion): TemplateResult {
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
