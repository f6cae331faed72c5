import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { RatingSummary } from '../../model/rating.js';

/** What all answers say together, or why that is not shown yet. */
export function result(summary: RatingSummary, language: Language): TemplateResult {
  const { say, number, date } = language;
  const { n, mean, max, period, suppressed, minimum } = summary;
  if (n === 0) return html`<p class="few">${say.rating.none}</p>`;
  if (suppressed || mean === undefined) return html`<p class="few">${say.rating.suppressed(n, number(minimum))}</p>`;
  const tenth = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return html`
    <p class="mean"><strong part="mean">${say.rating.mean(number(mean, tenth), number(max))}</strong></p>
    <p class="quiet">
      ${say.rating.answers(n)}${period ? html` · ${say.rating.period(date(period.from), date(period.to))}` : nothing}
    </p>
    ${distribution(summary, language)} ${reasons(summary, language)}
    <p part="caveat" class="caveat">${say.rating.caveat}</p>
  `;
}

/** A table whose bars only repeat its numbers. The best score comes first. */
function distribution({ distribution: counts, n }: RatingSummary, { say, number }: Language): TemplateResult {
  const words: Readonly<Record<number, string>> = say.rating.words;
  const share = (count: number): number => (n > 0 ? count / n : 0);
  return html`
    <table part="distribution">
      <caption class="visually-hidden">${say.rating.distribution}</caption>
      <thead class="visually-hidden">
        <tr><th scope="col">${say.rating.score}</th><th scope="col">${say.rating.share}</th><th scope="col">${say.rating.number}</th></tr>
      </thead>
      <tbody>
        ${[...counts].reverse().map(
          ({ value, count }) => html`
            <tr>
              <th scope="row"><b>${number(value)}</b> <span>${words[value]}</span></th>
              <td class="share">
                <svg class="bar" aria-hidden="true"><rect width="100%" height="100%" class="ground" /><rect width="${share(count) * 100}%" height="100%" class="filled" /></svg>
                <span class="percent">${number(share(count), { style: 'percent', maximumFractionDigits: 0 })}</span>
              </td>
              <td class="count">${number(count)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

function reasons({ reasons: given }: RatingSummary, { say, number }: Language): TemplateResult | typeof nothing {
  const words: Readonly<Record<string, string>> = { ...say.rating.low, ...say.rating.high };
  const known = given.filter(({ code, count }) => count > 0 && words[code]).sort((a, b) => b.count - a.count);
  if (known.length === 0) return nothing;
  return html`
    <details class="given">
      <summary>${say.rating.reasons}</summary>
      <ul>${known.map(({ code, count }) => html`<li><span>${words[code]}</span> <b>${number(count)}</b></li>`)}</ul>
    </details>
  `;
}
