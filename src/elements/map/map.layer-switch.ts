import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { safeWebUrl } from '../../model/safe-url.js';
import { SourceError } from '../../sources/source.js';
import type { Ground } from './map.ground.js';
import type { Layers } from './map.layers.js';
import type { Sheet } from './map.sheet.js';
import { symbolPicture } from './map.symbols.js';

/** Which layers there are, which of them is listed, and what could not be shown. */
export function layerSwitch(layers: Layers, ground: Ground, language: Language): TemplateResult {
  const { say } = language;
  const { sheets, chosen, listable } = layers;
  const listed = listable.length > 1 || (listable.length === 1 && listable[0] !== chosen);
  return html`
    ${sheets.length > 1
      ? html`<div part="layers" class="layers">
          <ul role="list" aria-label=${say.mapLayers.label}>${sheets.map((sheet) => html`<li>${layer(sheet, layers, language)}</li>`)}</ul>
          ${listed
            ? html`<label class="listed">
                <span>${say.mapLayers.listed}</span>
                <select part="listed" @change=${({ target }: Event) => layers.choose(listable[(target as HTMLSelectElement).selectedIndex]!)}>
                  ${listable.map((sheet) => html`<option .selected=${sheet === chosen}>${layers.title(sheet)}</option>`)}
                </select>
              </label>`
            : nothing}
        </div>`
      : nothing}
    <div class="layer-notes" role="status">${sheets.map((sheet) => problem(sheet, layers, language))}${groundProblem(ground, language)}</div>
  `;
}

function layer(sheet: Sheet, layers: Layers, { say }: Language): TemplateResult {
  const { hidden, data } = sheet;
  const title = layers.title(sheet);
  const age = layers.age(sheet);
  const legend = hidden ? undefined : safeWebUrl(data?.tiles?.legend);
  return html`
    <label class="layer">
      <input type="checkbox" .checked=${!hidden} @change=${({ target }: Event) => layers.turn(sheet, (target as HTMLInputElement).checked)} />
      ${data && !hidden ? (data.tiles ? squares : symbolPicture(sheet.symbol)) : nothing}
      <bdi>${title}</bdi>
      ${sheet.loading && !hidden ? html`<span class="quiet">${say.reading.loading}</span>` : nothing}
    </label>
    ${age ? html`<span class="quiet layer-age">${age}</span>` : nothing}
    ${legend ? html`<details class="layer-legend"><summary>${say.map.legend}</summary><img src=${legend} alt=${say.mapLayers.legend(title)} referrerpolicy="no-referrer" loading="lazy" /></details>` : nothing}
  `;
}

/** Pictures of a map, as a picture. */
const squares = html`<svg class="symbol squares" viewBox="-10 -10 20 20" aria-hidden="true">${svg`<path d="M-8-8H-1V-1H-8ZM1-8H8V-1H1ZM-8 1H-1V8H-8ZM1 1H8V8H1Z" />`}</svg>`;

function problem(sheet: Sheet, layers: Layers, language: Language): TemplateResult | typeof nothing {
  const { error, picturesFailed, hidden } = sheet;
  if (hidden || !(error || picturesFailed)) return nothing;
  const { say } = language;
  const sentence = error ? (error instanceof SourceError ? say.failing.failed[error.reason] : say.reading.unreachable) : say.mapLayers.picturesFailed;
  return html`<div class="notice layer-problem">
    <p><b><bdi>${layers.title(sheet)}</bdi></b>: ${sentence}</p>
    ${error && !sheet.isOfMap && error !== true ? html`<button type="button" class="button" @click=${() => layers.again(sheet)}>${say.reading.retry}</button>` : nothing}
    ${webmaster(error, language)}
  </div>`;
}

function groundProblem({ error, failed }: Ground, language: Language): TemplateResult | typeof nothing {
  if (!error && !failed) return nothing;
  return html`<div class="notice layer-problem"><p>${language.say.mapLayers.basemapFailed}</p>${webmaster(error, language)}</div>`;
}

/** What is wrong, in the words of whoever found it. */
function webmaster(error: unknown, { say }: Language): TemplateResult | typeof nothing {
  return error instanceof Error ? html`<details><summary>${say.reading.forWebmaster}</summary><p lang="en" dir="ltr">${error.message}</p></details>` : nothing;
}
