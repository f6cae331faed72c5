import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import { safeWebUrl } from '../../model/safe-url.js';

/** What stands in the list's place where a source gives pictures instead of rows: what they show, their key, its other layers. */
export function pictures({ tiles, about: { description }, report }: Dataset, { say }: Language, failed: boolean): TemplateResult {
  const legend = safeWebUrl(tiles?.legend);
  const others = report.choices ?? [];
  return html`
    <div part="pictures" class="pictures">
      ${failed ? html`<p class="notice" role="alert">${say.mapOpened.picturesFailed}</p>` : nothing}
      <p>${say.mapOpened.pictures}</p>
      ${description ? html`<p><bdi>${description}</bdi></p>` : nothing}
      ${legend ? html`<img src=${legend} alt=${say.map.legend} referrerpolicy="no-referrer" loading="lazy" />` : nothing}
      ${others.length > 0
        ? html`<details>
            <summary>${say.mapOpened.otherLayers(others.length)}</summary>
            <ul>${others.slice(0, 200).map(({ name, title }) => html`<li><bdi>${title ?? name}</bdi>${title && title !== name ? html` <code dir="ltr">${name}</code>` : nothing}</li>`)}</ul>
          </details>`
        : nothing}
    </div>
  `;
}
