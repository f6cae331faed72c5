import { html, nothing, type TemplateResult } from 'lit';
import type { Browsing } from './map.browsing.js';
import { heading } from './map.fields.js';
import { drawing, named } from './map.icon.js';
import type { List } from './map.list.js';
import type { By } from './map.sorting.js';
import { tableColumns } from './map.table.js';

/** How the list is sorted and looks, and where it begins. */
export function bar(list: List, browsing: Browsing): TemplateResult {
  const { language: { say }, data, fields } = list;
  const { sorting, look, whereabouts } = browsing;
  const words = say.mapBrowsing;
  const columns = [...(fields.named ? [fields.named] : []), ...tableColumns(list)];
  const choices: readonly (readonly [By, string])[] = [
    [undefined, words.asIs],
    ...(whereabouts.distances ? [['distance', words.distance] as const] : []),
    ...columns.map((column) => [{ column: column.name }, heading(column)] as const),
  ];
  const chosen = ({ target }: Event): void => browsing.sort(choices[(target as HTMLSelectElement).selectedIndex]![0]);
  const isNear = whereabouts.position !== undefined || whereabouts.asking;
  return html`
    <label class="sort">
      <span>${words.sort}</span>
      <select part="sort" @change=${chosen}>${choices.map(([by, text]) => html`<option .selected=${sorting.isBy(by)}>${text}</option>`)}</select>
    </label>
    ${sorting.by === undefined ? nothing : button(words.reverse, sorting.down ? 'M6 4v12M2.5 12.5L6 16l3.5-3.5M12 5h2M12 10h4M12 15h6' : 'M6 16V4M2.5 7.5L6 4l3.5 3.5M12 5h6M12 10h4M12 15h2', () => browsing.sort(sorting.by, !sorting.down), sorting.down)}
    <span class="looks" role="group" aria-label=${words.look.label}>
      ${button(words.look.list, 'M7.5 5h10M7.5 10h10M7.5 15h10M3 5h.01M3 10h.01M3 15h.01', () => browsing.turn('list'), look === 'list')}
      ${button(words.look.table, 'M2.5 4h15v12h-15zM2.5 8.5h15M8 8.5V16', () => browsing.turn('table'), look === 'table')}
    </span>
    ${data.places?.located ? html`
      <button part="near" type="button" class="button near" aria-pressed=${isNear ? 'true' : 'false'} title=${words.near} @click=${browsing.near}>
        ${drawing('M10 6a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM10 2v4M10 14v4M2 10h4M14 10h4')}<span>${words.near}</span>
      </button>` : nothing}
  `;
}

/** Fewer rows are sorted before anybody has read that they are. */
const many = 10_000;

/** What became of “near me”, and that a long list is still being sorted. */
export function notice({ rows, language: { say } }: List, { whereabouts: { refusal, asking, position }, sorting }: Browsing): TemplateResult {
  const words = say.mapBrowsing;
  const text = refusal ? words.refusal[refusal] : asking ? words.asking : sorting.busy && rows.length > many ? words.sorting : position ? words.there : nothing;
  return html`<p class=${text === nothing ? 'said' : 'said told'} role="status">${text}</p>`;
}

function button(name: string, path: string, act: () => void, isPressed: boolean): TemplateResult {
  return html`<button type="button" class="button icon" title=${name} aria-pressed=${isPressed ? 'true' : 'false'} @click=${act}>${drawing(path)}${named(name)}</button>`;
}
