import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import { heading, type Fields } from './map.fields.js';
import { icon } from './map.icons.js';
import { entry } from './map.list.js';
import { rowSymbol, type Symbols } from './map.symbols.js';
import { pictureOf, valueView } from './map.links.js';
import { freeOf } from './map.values.js';

export interface Panel {
  readonly data: Dataset;
  readonly fields: Fields;
  readonly symbols: Symbols;
  readonly language: Language;
  readonly close: () => void;
}

/** Everything that is known of one place. */
export function detail(row: number, options: Panel): TemplateResult {
  const { data, fields, symbols, language } = options;
  const { say, number } = language;
  const title = fields.title(row) ?? say.map.place(number(row + 1));
  const picture = pictureOf(data.columns[data.roles.image ?? -1]?.value(row));
  const free = freeOf(data, row, language);
  const facts = fields.others.flatMap((column) => {
    const role = fields.role(column);
    const isTold = (role === 'image' && picture) || (role === 'capacity' && free);
    const value = isTold ? undefined : role === 'free' && free ? html`<bdi>${free}</bdi>` : valueView(column, role, row, language);
    return value === undefined ? [] : [html`<div><dt><bdi>${heading(column)}</bdi></dt><dd>${value}</dd></div>`];
  });
  return panel(html`${rowSymbol(symbols, row)} <bdi>${title}</bdi>`, options, html`
    ${picture ? html`<img class="picture" src=${picture} alt=${say.mapOpened.picture(title)} loading="lazy" decoding="async" referrerpolicy="no-referrer" />` : nothing}
    <dl>${facts}</dl>
  `);
}

/** Places that lie so close together that no zoom tells them apart. */
export function group(rows: Uint32Array, options: Panel & { readonly choose: (row: number) => void; readonly shown: number; readonly more: () => void }): TemplateResult {
  const { data, fields, language: { say }, shown, more } = options;
  // Values of one place have its name.
  const name = data.statistics && fields.title(rows[0]!);
  return panel(name && rows.every((row) => fields.title(row) === name) ? html`<bdi>${name}</bdi>` : say.mapOpened.group(rows.length), options, html`
    <ol class="group" role="list">
      ${[...rows.subarray(0, shown)].map((row) => html`<li>${entry(row, { ...options, selected: undefined })}</li>`)}
    </ol>
    ${shown < rows.length ? html`<button type="button" class="button quiet turn" @click=${more}>${say.map.more(Math.min(50, rows.length - shown))}</button>` : nothing}
  `);
}

function panel(title: unknown, { language: { say }, close }: Panel, content: TemplateResult): TemplateResult {
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return html`
    <section part="detail" class="detail" aria-labelledby="detail-heading" @keydown=${escape}>
      <div class="detail-head">
        <h3 id="detail-heading" tabindex="-1">${title}</h3>
        <button part="close" type="button" class="button quiet icon" aria-label=${say.mapOpened.close} @click=${close}>${icon('close')}</button>
      </div>
      ${content}
    </section>
  `;
}
