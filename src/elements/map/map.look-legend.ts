import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Classes } from './map.classes.js';
import { heading } from './map.fields.js';
import { legend } from './map.legend.js';
import type { Measure } from './map.look.js';
import type { Sizes } from './map.sizes.js';
import { symbolPicture, type Symbols } from './map.symbols.js';

interface Shown {
  readonly classes: Classes | undefined;
  readonly sizes: Sizes | undefined;
  readonly isHeat: boolean;
  readonly symbols: Symbols;
}

/** What colours, sizes and heat stand for. */
export function lookLegend({ classes, sizes, isHeat, symbols }: Shown): (language: Language) => TemplateResult {
  return (language) => html`
    ${isHeat ? heatScale(language) : classes ? classList(classes, language) : legend(symbols, language)}
    ${sizes ? sizeList(sizes, language) : nothing}
  `;
}

/** The classes with their bounds and how many places are in each. */
function classList({ column, bounds, counts, entries, picture }: Classes, language: Language): TemplateResult {
  const { say, number } = language;
  const written = (value: number): string => amount(column, value, bounds, language);
  return html`
    <p class="legend-title" id="classes"><bdi>${heading(column)}</bdi></p>
    <ul part="legend" class="legend classes" role="list" aria-labelledby="classes">
      ${entries.map(({ symbol }, i) => html`
        <li>
          ${(picture ?? symbolPicture)(symbol)}
          <bdi>${i + 1 < bounds.length ? (bounds[i] === bounds[i + 1] ? written(bounds[i]!) : say.mapLook.range(written(bounds[i]!), written(bounds[i + 1]!))) : say.mapLook.noData}</bdi>
          <span class="quiet">(${number(counts[i]!)})</span>
        </li>`)}
    </ul>
  `;
}

/** A bound as exact as the classes are wide: what is at the ends of all values may have more digits than anybody reads. */
function amount(column: Measure, value: number, bounds: readonly number[], { number, date }: Language): string {
  if (column.type === 'date') return date(value, { dateStyle: 'medium', timeZone: 'UTC' });
  const widths = bounds.slice(1).map((bound, i) => bound - bounds[i]!).filter((width) => width > 0);
  const digits = widths.length > 0 ? 1 - Math.floor(Math.log10(Math.min(...widths))) : 6;
  return number(value, { maximumFractionDigits: Math.min(10, Math.max(0, digits)), useGrouping: Math.abs(value) >= 10_000 });
}

function sizeList({ column, examples, radius }: Sizes, { say, number }: Language): TemplateResult {
  return html`
    <p class="legend-title" id="sizes">${say.mapLook.size(heading(column))}</p>
    <ul part="legend" class="legend sizes" role="list" aria-labelledby="sizes">
      ${examples.map((value) => {
        const r = radius(value);
        return html`<li><svg width=${2 * r + 2} height=${2 * r + 2} aria-hidden="true">${svg`<circle cx=${r + 1} cy=${r + 1} r=${r} />`}</svg> <bdi>${number(value)}</bdi></li>`;
      })}
    </ul>
  `;
}

function heatScale({ say }: Language): TemplateResult {
  return html`
    <p class="legend-title">${say.mapLook.heat}</p>
    <p part="legend" class="legend heat"><bdi>${say.mapLook.few}</bdi> <span class="heat-scale" aria-hidden="true"></span> <bdi>${say.mapLook.many}</bdi></p>
  `;
}
