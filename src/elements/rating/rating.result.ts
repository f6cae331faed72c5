import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Wording } from '../../i18n/wording.js';
import { scored, scoreQuestion } from '../../model/rating-profile.js';
import type { Count, RatingSummary } from '../../model/rating.js';
import { wordsOf, type Asking } from './rating.asking.js';

/** What all answers say together, or why that is not shown yet. */
export function result(summary: RatingSummary, { profile }: Asking, wording: Wording, language: Language): TemplateResult {
  const { say, number, date } = language;
  const { n, mean, max, period, suppressed, minimum, satisfied, together } = summary;
  if (n === 0) return html`<p class="few">${say.rating.none}</p>`;
  if (suppressed || mean === undefined) return html`<p class="few">${say.rating.suppressed(n, number(minimum))}</p>`;
  const tenth = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  // Between two answers, or of faces, a mean has no meaning.
  const isScale = scoreQuestion(profile).kind === 'scale';
  const share = satisfied === undefined ? undefined : say.rating.satisfied(percent(satisfied, language));
  return html`
    <p class="mean"><strong part="mean">${isScale ? say.rating.mean(number(mean, tenth), number(max)) : share}</strong></p>
    ${isScale && share ? html`<p>${share}</p>` : nothing}
    <p class="quiet">
      ${say.rating.answers(n)}${period ? html` · ${say.rating.period(date(period.from), date(period.to))}` : nothing}
    </p>
    ${distribution(summary, profile, wording, language)}
    ${profile.questions.map(({ code, field, options: steps }) => {
      if (!steps || field) return nothing;
      const { label, options = Object.fromEntries(steps.map((step) => [step.code, number(step.value ?? 0)])) } = wordsOf(wording, code);
      return given(label, summary.answers?.find(({ question }) => question === code)?.counts, options, language);
    })}
    ${given(say.rating.reasons, summary.reasons, Object.assign({}, ...profile.questions.map(({ code, field }) => (field === 'reasons' ? wordsOf(wording, code).options : {}))), language)}
    ${together ? html`<p class="quiet">${say.rating.together(percent(together.satisfied, language), together.n)}</p>` : nothing}
    <p part="caveat" class="caveat">${say.rating.caveat}</p>
  `;
}

const percent = (share: number, { number }: Language): string => number(share, { style: 'percent', maximumFractionDigits: 0 });

/** A table whose bars only repeat its numbers. The best score comes first. */
function distribution({ distribution: counts, n }: RatingSummary, profile: Asking['profile'], wording: Wording, language: Language): TemplateResult {
  const { say, number } = language;
  const { code, kind } = scoreQuestion(profile);
  const words = wordsOf(wording, code).options ?? {};
  const share = (count: number): number => (n > 0 ? count / n : 0);
  const rows = counts.flatMap(({ value, count }) => {
    const option = scored(profile, value);
    return option ? [{ value, count, word: words[option.code] }] : [];
  });
  return html`
    <table part="distribution">
      <caption class="visually-hidden">${say.rating.distribution}</caption>
      <thead class="visually-hidden">
        <tr><th scope="col">${say.rating.score}</th><th scope="col">${say.rating.share}</th><th scope="col">${say.rating.number}</th></tr>
      </thead>
      <tbody>
        ${rows.reverse().map(
          ({ value, count, word }) => html`
            <tr>
              <th scope="row">${kind === 'scale' ? html`<b>${number(value)}</b> ` : nothing}<span>${word}</span></th>
              <td class="share">
                <svg class="bar" aria-hidden="true"><rect width="100%" height="100%" class="ground" /><rect width="${share(count) * 100}%" height="100%" class="filled" /></svg>
                <span class="percent">${percent(share(count), language)}</span>
              </td>
              <td class="count">${number(count)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

/** How often each of several answers was given; those that the profile does not have are another version's. */
function given(label: string, counts: readonly Count[] = [], words: Readonly<Record<string, string>> = {}, { number }: Language): TemplateResult | typeof nothing {
  const known = counts.filter(({ code, count }) => count > 0 && words[code]).sort((a, b) => b.count - a.count);
  if (known.length === 0) return nothing;
  return html`
    <details class="given">
      <summary>${label}</summary>
      <ul>${known.map(({ code, count }) => html`<li><span>${words[code]}</span> <b>${number(count)}</b></li>`)}</ul>
    </details>
  `;
}
