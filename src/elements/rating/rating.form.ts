import { html, nothing, type TemplateResult } from 'lit';
import { counter } from '../../controllers/counter.js';
import type { Controls, Faults } from '../../controllers/faults.js';
import type { Language } from '../../controllers/language.js';
import type { Sending } from '../../controllers/sending.js';
import { simpleProfile } from '../../model/rating.js';
import { reasonsOf, type RatingDraft } from './rating.draft.js';

interface Form {
  /** What its answers are called together. */
  readonly group: string;
  readonly draft: RatingDraft;
  readonly label: string;
  readonly language: Language;
  readonly faults: Faults;
  readonly sending: Sending;
  readonly change: (change: Partial<RatingDraft>) => void;
  readonly send: (event: Event) => void;
}

const { min, max, commentLength } = simpleProfile;
const values = Array.from({ length: max - min + 1 }, (_, i) => min + i) as (1 | 2 | 3 | 4 | 5)[];

/** The question with its five answers; reasons and a comment once there is one. Nothing is sent before the button. */
export function form(options: Form): TemplateResult {
  const { draft, language, faults, sending, send } = options;
  const { say } = language;
  const controls = controlsOf(language);
  return html`
    <form part="form" novalidate @submit=${send}>
      ${faults.summary(controls, language)} ${question(options, controls)}
      ${draft.value === undefined ? nothing : html`${reasons(options, draft.value)} ${comment(options, controls)}`}
      ${sending.render(language)}
      <button part="send" class="button primary" type="submit" aria-disabled=${sending.pending}>${sending.error ? say.sending.retry : say.rating.send}</button>
    </form>
  `;
}

function controlsOf({ say: { rating } }: Language): Controls {
  return [
    { path: '/score', id: `score-${min}`, label: rating.question, sentence: rating.choose },
    { path: '/comment', id: 'comment', label: rating.comment },
  ];
}

function question({ group, draft, label, language, faults, change }: Form, controls: Controls): TemplateResult {
  const { say, number } = language;
  const first = `score-${min}`;
  const wrong = faults.has(first, controls);
  return html`
    <fieldset part="question" class="field" aria-describedby="scale ${wrong ? `${first}-error` : ''}">
      <legend><slot name="question">${label ? say.rating.questionAbout(label) : say.rating.question}</slot></legend>
      <p id="scale" class="hint">${say.rating.hint}</p>
      ${faults.beside(first, controls, language)}
      <div class="scores">
        ${values.map(
          (value) => html`
            <label part="score" class="score">
              <input
                id="score-${value}"
                type="radio"
                name=${group}
                required
                .value=${String(value)}
                .checked=${draft.value === value}
                @change=${() => change({ value })}
              />
              <span class="number">${number(value)}</span>
              <span class="word">${say.rating.words[value]}</span>
              <svg class="tick" viewBox="0 0 20 20" aria-hidden="true"><path d="m4.5 10.5 3.7 3.7 7.3-8" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" /></svg>
            </label>
          `,
        )}
      </div>
    </fieldset>
  `;
}

function reasons({ draft, language: { say }, change }: Form, value: number): TemplateResult {
  const { side, codes } = reasonsOf(value);
  const words: Readonly<Record<string, string>> = say.rating[side];
  const toggle = (code: string, on: boolean): void => change({ reasons: on ? [...draft.reasons, code] : draft.reasons.filter((each) => each !== code) });
  return html`
    <fieldset part="reasons" class="field" aria-describedby="several">
      <legend>${side === 'low' ? say.rating.difficult : say.rating.good}</legend>
      <p id="several" class="hint">${say.rating.several}</p>
      ${codes.map(
        (code) => html`
          <label class="choice">
            <input type="checkbox" name="reason" .value=${code} .checked=${draft.reasons.includes(code)} @change=${(event: Event) => toggle(code, (event.target as HTMLInputElement).checked)} />
            <span>${words[code]}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

function comment({ draft, language, faults, change }: Form, controls: Controls): TemplateResult {
  const { say } = language;
  const wrong = faults.has('comment', controls);
  return html`
    <div class="field">
      <label for="comment">${say.rating.comment}</label>
      <p id="private" class="hint">${say.rating.private}</p>
      ${faults.beside('comment', controls, language)}
      <textarea
        id="comment"
        rows="4"
        aria-describedby="private comment-left ${wrong ? 'comment-error' : ''}"
        aria-invalid=${wrong ? 'true' : nothing}
        .value=${draft.comment}
        @input=${(event: Event) => change({ comment: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      ${counter('comment-left', draft.comment.trim().length, commentLength, language)}
    </div>
  `;
}
