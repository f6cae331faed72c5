import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../controllers/language.js';
import type { Column, Dataset } from '../../model/dataset.js';
import { ago } from './map.ago.js';
import { heading, type Fields } from './map.fields.js';
import { icon } from './map.icons.js';
import { entry } from './map.list.js';
import { moment, openNow, related } from './map.moments.js';
import { rowSymbol, type Symbols } from './map.symbols.js';
import { filledOnce, templateOf } from './map.template.js';
import { pictureOf, valueView } from './map.links.js';
import { freeOf, valueText } from './map.values.js';
import { way } from './map.ways.js';

export interface Panel {
  readonly data: Dataset;
  readonly fields: Fields;
  readonly symbols: Symbols;
  readonly language: Language;
  readonly close: () => void;
}

interface Detail extends Panel {
  readonly choose: (row: number) => void;
  /** The element, which may hold the page's own template, and its choice of who shows the way. */
  readonly host: HTMLElement & { readonly route: string };
}

/** Everything that is known of one place. */
export function detail(row: number, options: Detail): TemplateResult {
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

/** Those that do not come vanish. */
function pictures(row: number, title: string, { data, language: { say } }: Detail): unknown {
  return repeat(picturesOf(data, row), (address) => address, (address) => html`
    <img class="picture" src=${address} alt=${say.mapOpened.picture(title)} loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${({ target }: Event) => (target as HTMLElement).setAttribute('hidden', '')} />`);
}

/** A cell may hold several addresses. */
function picturesOf({ columns, roles }: Dataset, row: number): string[] {
  const value = columns[roles.image ?? -1]?.value(row);
  if (typeof value !== 'string') return [];
  const found = value.split(/[\s;|,]+(?=https?:)/).map(pictureOf).filter((address) => address !== undefined);
  return [...new Set(found)].slice(0, 6);
}

function facts(row: number, { data, fields, language }: Detail): TemplateResult[] {
  const { columns, roles } = data;
  const [start, end] = [roles.start, roles.end].map((index) => columns[index ?? -1]?.value(row));
  const free = freeOf(data, row, language);
  const hasPicture = picturesOf(data, row).length > 0;
  const view = (column: Column): unknown => {
    const role = fields.role(column);
    if ((role === 'image' && hasPicture) || (role === 'capacity' && free) || (role === 'end' && typeof start === 'number')) return undefined;
    if (role === 'free' && free) return html`<bdi>${free}</bdi>${places(row, data, language)}`;
    if (role === 'start' && typeof start === 'number') return moment(start, typeof end === 'number' ? end : undefined, language);
    const value = valueView(column, role, row, language);
    return value !== undefined && role === 'hours' ? html`${openNow(String(column.value(row)), language)}${value}` : value;
  };
  return fields.others.flatMap((column) => {
    const value = view(column);
    return value === undefined ? [] : [html`<div><dt><bdi>${heading(column)}</bdi></dt><dd>${value}</dd></div>`];
  });
}

/** How full it is, at a glance, and how old that is. */
function places(row: number, { columns, roles, live }: Dataset, { tag }: Language): TemplateResult {
  const [free, all] = [roles.free, roles.capacity].map((index) => Number(columns[index ?? -1]?.value(row)));
  return html`<meter part="free" min="0" max=${all!} .value=${free!} aria-hidden="true"></meter>${live?.at === undefined ? nothing : html`<span class="quiet">${ago(Date.now() - live.at, tag)}</span>`}`;
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
        return html`<li><button type="button" class="entry" @click=${() => choose(other)}><span class="entry-text"><span><bdi>${fields.title(other) ?? nothing}</bdi></span><span class="facts">${moment(Number(columns[roles.start!]!.value(other)), typeof end === 'number' ? end : undefined, language)}</span></span></button></li>`;
      })}
    </ul>
  `;
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
