import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset, Problem, Report } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';

/** Whose data this is, under which licence, how old, where to get it, and what became of every record. */
export function about({ about: { publisher, licence, updated, page, download, attribution }, report }: Dataset, language: Language, drawn: boolean): TemplateResult {
  const { say, date } = language;
  const words = say.map.about;
  const items: readonly (TemplateResult | undefined)[] = [
    publisher ? html`${words.publisher} <b><bdi>${publisher}</bdi></b>` : undefined,
    attribution && attribution !== publisher ? html`<bdi>${attribution}</bdi>` : undefined,
    licence ? html`${words.licence}: ${link(licence.url, licence.name, 'license')}` : undefined,
    updated === undefined ? undefined : html`${words.updated(date(updated))}`,
    safeWebUrl(page) ? link(page, words.page) : undefined,
    safeWebUrl(download) ? html`<a part="download" href=${safeWebUrl(download)!} rel="noopener" download>${words.download}</a>` : undefined,
    drawn ? html`${words.basemap} <a href="https://www.naturalearthdata.com/" rel="noopener">Natural Earth</a>` : undefined,
  ];
  return html`
    <div part="about" class="about">
      <ul class="origin" role="list" aria-label=${words.label}>${items.filter((item) => item !== undefined).map((item) => html`<li>${item}</li>`)}</ul>
      ${read(report, language)}
    </div>
  `;
}

function link(address: string | undefined, text: string, relation = ''): TemplateResult {
  const safe = safeWebUrl(address);
  return safe ? html`<a href=${safe} rel=${`${relation} noopener`.trim()}><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`;
}

function read(report: Report, { say, number }: Language): TemplateResult {
  const words = say.map.about;
  const facts = ([
    ['format', report.format.toUpperCase()],
    ['portal', report.portal],
    ['encoding', report.encoding],
    ['delimiter', report.delimiter === '\t' ? words.delimiters.tab : report.delimiter === ' ' ? words.delimiters.space : report.delimiter],
    ['crs', report.crs && report.guessedCrs ? `${report.crs} (${words.guessed})` : report.crs],
  ] as const).filter(([, value]) => value);
  return html`
    <details part="report" class="report">
      <summary>${words.read}</summary>
      <p>${words.rows(report.read, number(report.kept), number(report.located))} ${report.total === undefined || report.total <= report.read ? nothing : words.total(report.total)}</p>
      ${report.problems.length > 0 ? html`<ul class="problems">${report.problems.map((problem) => html`<li>${sentence(problem, say.map.about, number)}</li>`)}</ul>` : nothing}
      <dl class="facts-of-file">${facts.map(([name, value]) => html`<div><dt>${words.facts[name]}</dt><dd><bdi>${value}</bdi></dd></div>`)}</dl>
    </details>
  `;
}

function sentence({ reason, count, rows, dropped }: Problem, words: Language['say']['map']['about'], number: (value: number) => string): TemplateResult {
  const first = rows.map(number).join(', ');
  return html`
    ${words.problems[reason](count)} ${dropped ? words.dropped : words.kept}
    ${rows.length > 0 ? html`<span class="quiet">${rows.length < count ? words.whichOfMore(first) : words.which(first)}.</span>` : nothing}
  `;
}
