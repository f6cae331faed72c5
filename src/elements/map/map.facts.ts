import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../controllers/language.js';
import type { Column, Dataset, DateColumn } from '../../model/dataset.js';
import { ago } from './map.ago.js';
import type { Panel } from './map.detail.js';
import { heading } from './map.fields.js';
import { pictureOf, valueView } from './map.links.js';
import { moment, openNow } from './map.moments.js';
import { ageOf } from './map.observed.js';
import { freeOf } from './map.values.js';

/** The pictures of a row; those that do not come vanish. */
export function pictures(row: number, title: string, { data, language: { say } }: Panel): unknown {
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

/** What each column says of a row, under its heading. */
export function facts(row: number, { data, fields, language }: Panel): TemplateResult[] {
  const { columns, roles } = data;
  const [start, end] = [roles.start, roles.end].map((index) => columns[index ?? -1]?.value(row));
  const free = freeOf(data, row, language);
  const hasPicture = picturesOf(data, row).length > 0;
  const view = (column: Column): unknown => {
    const role = fields.role(column);
    if ((role === 'image' && hasPicture) || (role === 'capacity' && free) || (role === 'end' && typeof start === 'number')) return undefined;
    if (role === 'free' && free) return html`<bdi>${free}</bdi>${places(row, data, language)}`;
    if (role === 'start' && typeof start === 'number') return moment(column as DateColumn, start, typeof end === 'number' ? end : undefined, language);
    const value = valueView(column, role, row, language);
    const age = column.type === 'date' ? ageOf(column, row, data, language) : undefined;
    if (age) return html`${value} <span class="quiet">${age}</span>`;
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
