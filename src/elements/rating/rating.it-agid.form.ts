import { html, nothing, render, type TemplateResult } from 'lit';
import { steps } from '../../i18n/rating.it-agid.js';
import { codesOf, type RatingQuestion } from '../../model/rating-profile.js';
import { wordsOf, type PageForm } from './rating.asking.js';
import type { Form } from './rating.form.js';
import { sheet } from './rating.it-agid.styles.js';

const positive = ['4', '5'];

/**
 * The valuation of the Italian model (criteria C.SI.2.5 and C.SI.2.6). Its validator looks for `data-element` in the page
 * and clicks, so the form stands there, slotted; both lists of reasons are there from the start and one is seen.
 */
export class ItalianForm implements PageForm {
  readonly #container = document.createElement('div');
  #form: Form | undefined;
  #step: 1 | 2 = 1;

  constructor(host: HTMLElement) {
    this.#container.className = 'civic-agid';
    this.#container.slot = 'form';
    this.#container.lang = 'it';
    this.#container.dir = 'ltr';
    host.append(this.#container);
  }

  show(form: Form): void {
    const root = this.#container.getRootNode() as Document | ShadowRoot;
    if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    this.#form = form;
    render(this.#card(form), this.#container);
  }

  remove(): void {
    this.#container.remove();
  }

  #card(form: Form): TemplateResult {
    const { group, wording, draft, asking, answering } = form;
    const [score] = codesOf(draft.answers['score']);
    const isPositive = positive.includes(score ?? '');
    return html`
      <form data-element="feedback" novalidate @submit=${this.#next}>
        ${answering?.summary(form)}
        <fieldset part="question" class="stars">
          <legend><h2 data-element="feedback-title">${wordsOf(wording, 'score').label}</h2></legend>
          ${[1, 2, 3, 4, 5].map(
            (star) => html`
              <label class=${star <= Number(score ?? 0) ? 'lit' : ''} data-element="feedback-rate-${star}">
                <input type="radio" name=${group} .value=${String(star)} .checked=${score === String(star)} @change=${() => this.#rate(String(star))} />
                <svg viewBox="0 0 24 24" role="img" aria-label=${steps.star(star)}><path d="m12 2.8 2.8 6 6.5.8-4.8 4.5 1.3 6.5L12 17.4l-5.8 3.2 1.3-6.5-4.8-4.5 6.5-.8z" /></svg>
              </label>
            `,
          )}
        </fieldset>
        <div ?hidden=${!score || this.#step !== 1}>
          ${asking.profile.questions.map((question) => (question.field === 'reasons' ? this.#reasons(form, question, score !== undefined && (question.code === 'high') === isPositive) : nothing))}
        </div>
        <div ?hidden=${!score || this.#step !== 2}>${this.#detail(form)}</div>
        <div ?hidden=${!score}>
          ${answering?.state()}
          <p class="row">
            <button class="button" type="button" @click=${this.#back}>${steps.back}</button>
            <button class="button primary" type="submit" aria-disabled=${answering?.pending ?? false}>${steps.next}</button>
          </p>
        </div>
      </form>
    `;
  }

  #reasons({ group, wording, draft, answer }: Form, { code, options = [] }: RatingQuestion, isSeen: boolean): TemplateResult {
    const { label, options: words = {} } = wordsOf(wording, code);
    const [given] = codesOf(draft.answers[code]);
    return html`
      <fieldset ?hidden=${!isSeen} data-element="feedback-rating-${code === 'high' ? 'positive' : 'negative'}">
        <legend><span data-element="feedback-rating-question">${label}</span> <span class="step">1/2</span></legend>
        ${options.map(
          (option) => html`
            <label class="choice" data-element="feedback-rating-answer">
              <input type="radio" name="${group}-${code}" .value=${option.code} .checked=${given === option.code} @change=${() => answer(code, [option.code])} />
              ${words[option.code]}
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #detail({ group, wording, draft, answer }: Form): TemplateResult {
    const { label, hint } = wordsOf(wording, 'comment');
    return html`
      <fieldset>
        <legend><span>${label}</span> <span class="step">2/2</span></legend>
        <label>
          ${steps.detail}
          <textarea rows="3" maxlength="200" aria-describedby="${group}-most" data-element="feedback-input-text" .value=${String(draft.answers['comment'] ?? '')} @input=${(event: Event) => answer('comment', (event.target as HTMLTextAreaElement).value)}></textarea>
        </label>
        <small id="${group}-most">${hint}</small>
      </fieldset>
    `;
  }

  /** Drawn at once: the validator looks right after its click. */
  #rate(score: string | undefined): void {
    const form = this.#form!;
    const codes = score === undefined ? [] : [score];
    form.answer('score', codes);
    this.#step = 1;
    this.show({ ...form, draft: { ...form.draft, answers: { ...form.draft.answers, score: codes } } });
  }

  #next = (event: Event): void => {
    if (this.#step === 2) {
      this.#form!.send(event);
      return;
    }
    event.preventDefault();
    if (!this.#form!.draft.answers['score']?.length) return;
    this.#go(2, 'textarea');
  };

  #back = (): void => {
    if (this.#step === 2) {
      this.#go(1, 'fieldset[data-element]:not([hidden]) input');
      return;
    }
    this.#rate(undefined);
    this.#container.querySelector('input')?.focus();
  };

  #go(step: 1 | 2, focus: string): void {
    this.#step = step;
    this.show(this.#form!);
    this.#container.querySelector<HTMLElement>(focus)?.focus();
  }
}
