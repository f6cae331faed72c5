import { html, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import type { Opening } from './map.opening.js';
import type { Joined } from './map.special.js';

/** Whose data this is, under which licence, how old, where to get it; and, when somebody asks for it, what became of every record. */
export function about({ about: { publisher, licence, updated, page, download, attribution }, report }: Dataset, language: Language, drawn: boolean, opening: Opening, joined: Joined | undefined): TemplateResult {
  const { say, date } = language;
  const words = say.map.about;
  const items: readonly (TemplateResult | undefined)[] = [
    publisher ? html`${words.publisher} <b><bdi>${publisher}</bdi></b>` : undefined,
    attribution && attribution !== publisher ? (joined?.origin(attribution, publisher, language) ?? html`<bdi>${attribution}</bdi>`) : undefined,
    licence ? html`${words.licence}: ${link(licence.url, licence.name, 'license')}` : undefined,
    updated === undefined ? undefined : html`${words.updated(date(updated))}`,
    safeWebUrl(page) ? link(page, words.page) : undefined,
    safeWebUrl(download) ? html`<a part="download" href=${safeWebUrl(download)!} rel="noopener" download>${words.download}</a>` : undefined,
    drawn ? html`${words.basemap} <a href="https://www.naturalearthdata.com/" rel="noopener">Natural Earth</a>` : undefined,
  ];
  return html`
    <div part="about" class="about">
      <ul class="origin" role="list" aria-label=${words.label}>${items.filter((item) => item !== undefined).map((item) => html`<li>${item}</li>`)}</ul>
      <details part="report" class="report" @toggle=${opening.load}>
        <summary>${words.read}</summary>
        ${opening.render((opened) => opened.report(report, language, joined))}
      </details>
    </div>
  `;
}

function link(address: string | undefined, text: string, relation = ''): TemplateResult {
  const safe = safeWebUrl(address);
  return safe ? html`<a href=${safe} rel=${`${relation} noopener`.trim()}><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`;
}
