import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { mapJoined } from '../../i18n/en.map-joined.js';
import type { Report } from '../../model/dataset.js';

export { Cut } from './map.cut.js';

export const words = { mapJoined };

/** Whose the shapes are; the publisher of the data is named already. */
export function origin(attribution: string, publisher: string | undefined, { say }: Language): TemplateResult {
  const before = `${publisher} · `;
  const isKnown = attribution.startsWith(before);
  return html`${isKnown ? say.mapJoined.by.shapes : say.mapJoined.by.both} <bdi>${isKnown ? attribution.slice(before.length) : attribution}</bdi>`;
}

/** Which columns brought rows and shapes together, and what of both has nothing of the other. */
export function joinReport({ join, problems }: Report, { say, number, tag }: Language): TemplateResult | typeof nothing {
  if (!join) return nothing;
  const said = say.mapJoined;
  const list = (texts: readonly string[]): string => new Intl.ListFormat(tag, { type: 'unit', style: 'short' }).format(texts);
  const { read, kept, located } = join.shapes;
  const missing = problems.find(({ reason }) => reason === 'no-shape');
  const rows = list(missing?.rows.map((row) => number(row)) ?? []);
  return html`
    <p>${said.on(...join.on)} ${join.isLoose ? said.loose : nothing}</p>
    <ul class="problems">
      <li>${said.shapes} ${say.mapOpened.rows(read, number(kept), number(located))}</li>
      ${missing ? html`<li>${said.noShape(missing.count)} ${say.mapOpened.kept} ${rows ? html`<span class="quiet">${missing.rows.length < missing.count ? say.mapOpened.whichOfMore(rows) : say.mapOpened.which(rows)}.</span>` : nothing}</li>` : nothing}
      ${join.unnamed > 0 ? html`<li>${said.unnamed(join.unnamed)} <span class="quiet"><bdi>${list(join.examples)}</bdi>${join.examples.length < join.unnamed ? ' …' : nothing}</span></li>` : nothing}
    </ul>
  `;
}
