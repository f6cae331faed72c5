import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Column } from '../../model/dataset.js';
import { heading } from './map.fields.js';
import type { List } from './map.list.js';
import type { By, Sorting } from './map.sorting.js';
import { rowSymbol } from './map.symbols.js';
import { valueText } from './map.values.js';

/** So many columns are shown: what is wider nobody scrolls through, and the details have all. */
const mostColumns = 30;

export interface Table extends List {
  readonly from: number;
  readonly to: number;
  readonly sorting: Sorting;
  /** The one heading that the Tab key comes to. */
  readonly head: number;
  readonly sort: (by: By) => void;
}

/** Columns that say something to a reader, in the publisher's order. */
export function tableColumns({ fields, data }: Pick<List, 'fields' | 'data'>): Column[] {
  const silent = new Set([data.roles.image, data.roles.longitude, data.roles.latitude, data.roles.geometry]);
  return fields.others.filter((column) => !silent.has(data.columns.indexOf(column))).slice(0, mostColumns);
}

/** The same rows as the list, with their columns beside each other. */
export function table(options: Table): TemplateResult {
  const { rows, from, to, title, away, language: { say }, fields } = options;
  const columns = tableColumns(options);
  const name = fields.named;
  const heads: readonly Head[] = [
    { by: name && { column: name.name }, text: name ? heading(name) : say.mapBrowsing.name },
    ...(away ? [{ by: 'distance', text: say.mapBrowsing.distance, isFigure: true } as const] : []),
    ...columns.map((column) => ({ by: { column: column.name }, text: heading(column), isFigure: column.type === 'number' })),
  ];
  return html`
    <table part="table" aria-rowcount=${rows.length + 1}>
      <caption class="visually-hidden">${say.mapBrowsing.table(title)}</caption>
      <thead><tr aria-rowindex="1">${heads.map((each, i) => head(each, i, options))}</tr></thead>
      <tbody>${repeat(rows.subarray(from, to), (row) => row, (row, i) => line(row, from + i, columns, options))}</tbody>
    </table>
  `;
}

interface Head {
  readonly by: By;
  readonly text: string;
  readonly isFigure?: boolean;
}

function head({ by, text, isFigure }: Head, i: number, { sorting, sort, head: stop }: Table): TemplateResult {
  const isBy = by !== undefined && sorting.isBy(by);
  if (by === undefined) return html`<th scope="col"><span class="head"><bdi>${text}</bdi></span></th>`;
  return html`
    <th scope="col" class=${isFigure ? 'figure' : nothing} aria-sort=${isBy ? (sorting.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="head" tabindex=${i === stop ? 0 : -1} @click=${() => sort(by)}><bdi>${text}</bdi></button>
    </th>
  `;
}

function line(row: number, place: number, columns: readonly Column[], { fields, symbols, selected, active, choose, away, language }: Table): TemplateResult {
  const { say, number } = language;
  const isSelected = row === selected;
  return html`
    <tr class="item" data-place=${place} aria-rowindex=${place + 2} ?data-selected=${isSelected} @click=${() => choose(row)}>
      <th scope="row">
        <button part="entry" type="button" class="entry" data-row=${row} tabindex=${row === active ? 0 : -1} aria-current=${isSelected ? 'true' : nothing}>
          ${rowSymbol(symbols, row)} <span class="entry-title"><bdi>${fields.title(row) ?? say.map.place(number(row + 1))}</bdi></span>
        </button>
      </th>
      ${away ? html`<td class="figure">${away(row) ?? nothing}</td>` : nothing}
      ${columns.map((column) => html`<td class=${column.type === 'number' ? 'figure' : nothing}><bdi>${valueText(column, fields.role(column), row, language) ?? nothing}</bdi></td>`)}
    </tr>
  `;
}
