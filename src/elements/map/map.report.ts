import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Problem, Report } from '../../model/dataset.js';
import type { Joined } from './map.special.js';

/** How the data was read, and what became of every record; `joined` says it of shapes. */
export function report(all: Report, language: Language, joined?: Joined): TemplateResult {
  const { read, kept, located, total, problems, ...file } = all;
  const { say, number } = language;
  const words = say.mapOpened;
  const facts = ([
    ['format', file.format.toUpperCase()],
    ['portal', file.portal],
    ['encoding', file.encoding],
    ['delimiter', file.delimiter === '\t' ? words.delimiters.tab : file.delimiter === ' ' ? words.delimiters.space : file.delimiter],
    ['crs', file.crs && file.guessedCrs ? `${file.crs} (${words.guessed})` : file.crs],
  ] as const).filter(([, value]) => value);
  const plain = problems.filter(isPlain);
  return html`
    <p>${words.rows(read, number(kept), number(located))} ${total === undefined || total <= read ? nothing : words.total(total)}</p>
    ${plain.length > 0 ? html`<ul class="problems">${plain.map((problem) => html`<li>${sentence(problem, language)}</li>`)}</ul>` : nothing}
    ${joined?.joinReport(all, language) ?? nothing}
    <dl class="facts-of-file">${facts.map(([name, value]) => html`<div><dt>${words.facts[name]}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
  `;
}

type PlainProblem = Problem & { readonly reason: Exclude<Problem['reason'], 'no-shape'> };

/** What concerns shapes is said with them. */
const isPlain = (problem: Problem): problem is PlainProblem => problem.reason !== 'no-shape';

function sentence({ reason, count, rows, dropped }: PlainProblem, { say, number, tag }: Language): TemplateResult {
  const words = say.mapOpened;
  const first = new Intl.ListFormat(tag, { type: 'unit', style: 'short' }).format(rows.map((row) => number(row)));
  // What the source did not give was neither left out nor shown here.
  const fate = reason === 'beyond-limit' ? nothing : dropped ? words.dropped : words.kept;
  return html`
    ${words.problems[reason](count)} ${fate}
    ${rows.length > 0 ? html`<span class="quiet">${rows.length < count ? words.whichOfMore(first) : words.which(first)}.</span>` : nothing}
  `;
}
