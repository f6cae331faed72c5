import { html, nothing, type TemplateResult } from 'lit';
import { counter } from '../../controllers/counter.js';
import type { Controls } from '../../controllers/faults.js';
import { pathOf } from '../../model/rating-check.js';
import { askedQuestions, type RatingQuestion } from '../../model/rating-profile.js';
import type { Answering } from './rating.answering.js';
import { wordsOf } from './rating.asking.js';
import { cards, choices, described, idOf, type Form } from './rating.form.js';

/** Which field of a rating belongs to which control. */
export function controlsOf({ asking, draft, wording }: Form): Controls {
  return askedQuestions(asking.profile, draft.answers).map((question) => ({
    path: pathOf(question),
    id: idOf(question),
    label: wordsOf(wording, question.code).label,
    ...(question.field === 'score' && { sentence: wording.choose }),
  }));
}

/** A question after the score. */
export const further = (form: Form, question: RatingQuestion, answering: Answering): TemplateResult =>
  question.kind === 'text' ? text(form, question, answering) : listed(form, question, answering);

function listed(form: Form, question: RatingQuestion, answering: Answering): TemplateResult {
  const { wording, language } = form;
  const id = idOf(question);
  const { label, hint = question.kind === 'several' ? language.say.rating.several : undefined } = wordsOf(wording, question.code);
  return html`
    <fieldset part="reasons" class="field" aria-describedby=${described(id, hint, answering.has(id, form))}>
      <legend>${label}</legend>
      ${hint ? html`<p id="${id}-hint" class="hint">${hint}</p>` : nothing} ${answering.beside(id, form)}
      ${question.kind === 'scale' ? cards(form, question) : choices(form, question)}
    </fieldset>
  `;
}

function text(form: Form, { code, length = 0 }: RatingQuestion, answering: Answering): TemplateResult {
  const { draft, wording, language, answer } = form;
  const { label, hint = language.say.rating.private } = wordsOf(wording, code);
  const given = String(draft.answers[code] ?? '');
  const wrong = answering.has(code, form);
  return html`
    <div class="field">
      <label for=${code}>${label}</label>
      <p id="${code}-hint" class="hint">${hint}</p>
      ${answering.beside(code, form)}
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
