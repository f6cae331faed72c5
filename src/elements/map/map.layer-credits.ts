import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { About } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';
import type { Ground } from './map.ground.js';
import { named } from './map.icon.js';
import { icon } from './map.icons.js';
import type { Layers } from './map.layers.js';

/** So many letters fit on the narrowest map. */
const short = 36;

interface Credit {
  readonly text: string;
  readonly page: string | undefined;
}

/**
 * Whose work the map shows, on the map: the ground first. On a narrow map two lines of it are seen, of which a button shows
 * the rest; who tabs into it sees all.
 */
export function layerCredits(layers: Layers, ground: Ground, { say }: Language, isOpen: boolean, toggle: () => void): TemplateResult | typeof nothing {
  const credits = creditsOf(layers, ground);
  if (credits.length === 0) return nothing;
  const isShort = credits.map(({ text }) => text).join('  ').length < short;
  return html`
    <div part="attribution" class=${isShort ? 'credits short' : isOpen ? 'credits open' : 'credits'}>
      <ul role="list" aria-label=${say.mapLayers.credits}>${credits.map(({ text, page }) => html`<li>${page ? html`<a href=${page} rel="noopener"><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`}</li>`)}</ul>
      <button type="button" class="button icon" aria-expanded=${isOpen} title=${say.mapLayers.allCredits} @click=${toggle}>${icon(isOpen ? 'minus' : 'plus')}${named(say.mapLayers.allCredits)}</button>
    </div>
  `;
}

/** Who has made the ground and the layers that are seen, each once. */
function creditsOf({ sheets, hasGround }: Layers, { about }: Ground): readonly Credit[] {
  const all = [
    ...(hasGround && about ? [{ text: about.attribution, page: safeWebUrl(about.page) }] : []),
    ...sheets.filter(({ hidden }) => !hidden).flatMap(({ data }) => {
      const text = data?.about.attribution ?? data?.about.publisher;
      return text ? [{ text, page: safeWebUrl(data?.about.page) }] : [];
    }),
  ];
  return all.filter(({ text }, i) => all.findIndex((credit) => credit.text === text) === i);
}

/** The ground and the layers that are not listed, each with who made it, licence and page. */
export function layerOrigins(layers: Layers, { about }: Ground, language: Language): TemplateResult {
  const { say } = language;
  const others = layers.sheets.filter((sheet) => sheet !== layers.chosen && !sheet.hidden && sheet.data);
  return html`<div part="origins" class="about origins">
    ${others.map((sheet) => origin(html`<b><bdi>${layers.title(sheet)}</bdi></b>`, sheet.data!.about, language))}
    ${about && layers.hasGround ? about.title ? origin(html`${say.map.about.basemap} <b><bdi>${about.title}</bdi></b>`, about, language) : origin(html`${say.map.about.basemap} <bdi>${about.attribution}</bdi>`, { ...about, attribution: undefined }, language) : nothing}
  </div>`;
}

function origin(name: TemplateResult, { attribution, publisher, licence, page }: About, { say }: Language): TemplateResult {
  const by = attribution ?? publisher;
  const address = safeWebUrl(page);
  const terms = safeWebUrl(licence?.url);
  return html`<ul class="origin" role="list">
    <li>${name}</li>
    ${by ? html`<li><bdi>${by}</bdi></li>` : nothing}
    ${licence ? html`<li>${say.map.about.licence}: ${terms ? html`<a href=${terms} rel="license noopener"><bdi>${licence.name}</bdi></a>` : html`<bdi>${licence.name}</bdi>`}</li>` : nothing}
    ${address ? html`<li><a href=${address} rel="noopener">${say.map.about.page}</a></li>` : nothing}
  </ul>`;
}
