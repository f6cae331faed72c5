import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset, DateColumn } from '../../model/dataset.js';
import { facts, pictures } from './map.facts.js';
import type { Fields } from './map.fields.js';
import { icon } from './map.icons.js';
import { entry } from './map.list.js';
import { moment, related } from './map.moments.js';
import { rowSymbol, type Symbols } from './map.symbols.js';
import type { Selection } from './map.selection.js';
import { filledOnce, templateOf } from './map.template.js';
import { valueText } from './map.values.js';
import { way } from './map.ways.js';

export interface Panel {
  readonly data: Dataset;
  readonly fields: Fields;
  readonly symbols: Symbols;
  readonly language: Language;
  readonly close: () => void;
}

interface Chosen extends Panel {
  /** The element, which may hold the page's own template, and its choice of who shows the way. */
  readonly host: HTMLElement & { readonly route: string };
}

interface Detail extends Chosen {
  readonly choose: (row: number) => void;
}

/** What is known of the place that is selected, or what there is to select at one spot. */
export function details({ row, spot, spotShown, choose, moreAtSpot }: Selection, options: Chosen): TemplateResult {
  return spot ? group(spot, { ...options, choose, shown: spotShown, more: moreAtSpot }) : detail(row!, { ...options, choose });
}

/** Everything that is known of one place. */
function detail(row: number, options: Detail): TemplateResult {
  const { data, fields, symbols, language, host } = options;
  const title = fields.title(row) ?? language.say.map.place(language.number(row + 1));
  const template = templateOf(host);
  const content = template
    ? filledOnce(template, row, data, language.tag, (column) => valueText(column, fields.role(column), row, language))
    : html`<slot name="detail">${pictures(row, title, options)}<dl>${facts(row, options)}</dl>${others(row, options)}</slot>`;
  return panel(html`${rowSymbol(symbols, row)} <bdi>${title}</bdi>`, options, html`
    ${data.places ? way(row, data.places, host.route, language) : nothing}
    ${content}
  `);
}

function others(row: number, { data, fields, language, choose }: Detail): TemplateResult | typeof nothing {
  const rows = related(row, data);
  if (rows.length === 0) return nothing;
  const { columns, roles } = data;
  return html`
    <h4>${language.say.mapOpened.events.others}</h4>
    <ul class="related" role="list">
      ${rows.map((other) => {
        const end = columns[roles.end ?? -1]?.value(other);
        return html`<li><button type="button" class="entry" @click=${() => choose(other)}><span class="entry-text"><span><bdi>${fields.title(other) ?? nothing}</bdi></span><span class="facts">${moment(columns[roles.start!] as DateColumn, Number(columns[roles.start!]!.value(other)), typeof end === 'number' ? end : undefined, language)}</span></span></button></li>`;
      })}
    </ul>
  `;
}

/** Places that lie so close together that no zoom tells them apart. */
function group(rows: Uint32Array, options: Panel & { readonly choose: (row: number) => void; readonly shown: number; readonly more: () => void }): TemplateResult {
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
