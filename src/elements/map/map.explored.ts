import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { bar, notice } from './map.bar.js';
import type { Browsing } from './map.browsing.js';
import { entry, type List } from './map.list.js';
import { table } from './map.table.js';

/** The list, or the table, with its bar, and with room for the rows that are not in the page. */
export function explored(list: List, browsing: Browsing): TemplateResult {
  const { rows, title, data, language: { say } } = list;
  const { window: { from, to, scrolled }, look, sorting, head, sortOrTurn } = browsing;
  const isTable = look === 'table';
  const turn = (count: number, part: 'earlier' | 'more'): unknown =>
    count > 0 ? html`<button part=${part === 'more' ? 'more' : nothing} type="button" tabindex="-1" class="button quiet turn" @click=${browsing[part]}>${(part === 'more' ? say.map.more : say.mapBrowsing.earlier)(Math.min(50, count))}</button>` : nothing;
  return html`
    <div class="side">
      <div class="bar">${data.length > 1 ? bar(list, browsing) : nothing}</div>
      ${notice(list, browsing)}
      <div
        class="list"
        role=${isTable ? 'region' : nothing}
        aria-label=${isTable ? say.mapBrowsing.table(title) : nothing}
        tabindex=${isTable ? 0 : -1}
        @scroll=${{ handleEvent: scrolled, passive: true }}
        @keydown=${browsing.press}
        @focusin=${browsing.focused}
        @pointerover=${browsing.prepare}
      >
        <div class="room"></div>
        ${turn(from, 'earlier')}
        ${isTable ? table({ ...list, from, to, sorting, head, sort: sortOrTurn }) : html`
          <ol part="list" role="list" aria-label=${say.map.list(title)}>
            ${repeat(rows.subarray(from, to), (row) => row, (row, i) => html`<li class="item" data-place=${from + i} aria-posinset=${from + i + 1} aria-setsize=${rows.length}>${entry(row, list)}</li>`)}
          </ol>`}
        ${turn(rows.length - to, 'more')}
        <div class="room"></div>
      </div>
    </div>
  `;
}
