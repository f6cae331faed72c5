import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { heading } from './map.fields.js';
import { symbolPicture, type Symbols } from './map.symbols.js';

/** Which symbol stands for which category; nothing where all places look the same. */
export function legend({ entries, column }: Symbols, { say }: Language): TemplateResult | typeof nothing {
  if (!column || entries.length < 2) return nothing;
  return html`
    <p class="legend-title"><bdi>${heading(column)}</bdi></p>
    <ul part="legend" class="legend" role="list" aria-label=${say.map.legend}>
      ${entries.map(({ symbol, label }) => html`<li>${symbolPicture(symbol)} <bdi>${label ?? say.map.others}</bdi></li>`)}
    </ul>
  `;
}
