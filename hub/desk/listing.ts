import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { noticeOf } from './faults.js';
import type { List } from './list.js';
import type { Desk, TabName } from './state.js';

/** The entries of a list, or what stands in their place, and what brings more of them. */
export function listing<T extends { readonly id: string }>(desk: Desk, name: TabName, list: List<T>, entry: (entry: T) => TemplateResult): TemplateResult {
  const { words } = desk.speech;
  const failed = list.failure === undefined ? undefined : noticeOf(list.failure, words);
  return html`
    ${list.entries.length > 0 ? html`<ol class="entries" role="list">${repeat(list.entries, ({ id }) => id, (each) => html`<li>${entry(each)}</li>`)}</ol>` : nothing}
    ${failed
      ? html`<div class="void" role="alert"><p>${failed.text}</p><button type="button" class="button" @click=${() => list.load()}>${words.retry}</button></div>`
      : list.phase !== 'ready'
        ? html`<p class="void quiet">${list.entries.length > 0 ? nothing : words.reading}</p>`
        : list.entries.length === 0 ? html`<p class="void quiet">${words.empty[name]}</p>` : nothing}
    ${list.next && !failed ? html`<p class="more"><button type="button" class="button" ?disabled=${list.phase === 'reading'} @click=${() => list.load({ more: true })}>${words.more}</button></p>` : nothing}
  `;
}

interface Deed {
  readonly label: string;
  readonly act: (ids: readonly string[]) => unknown;
  readonly kind?: 'primary' | 'bad';
}

/** As many as the hub decides on at once. */
const most = 200;

/** The box that ticks all that are shown, and what is done with those that are ticked. */
export function bulk<T extends { readonly id: string }>(desk: Desk, list: List<T>, deeds: readonly Deed[]): TemplateResult | typeof nothing {
  const { words } = desk.speech;
  if (!desk.mayDecide || list.entries.length === 0) return nothing;
  const all = list.entries.slice(0, most).map(({ id }) => id);
  const { size } = list.chosen;
  const toggle = (event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    list.chosen.clear();
    if (checked) for (const id of all) list.chosen.add(id);
    void desk.changed();
  };
  return html`
    <div class="bulk" data-chosen=${size > 0}>
      <label class="tick"><input type="checkbox" .checked=${size > 0 && size === all.length} .indeterminate=${size > 0 && size < all.length} @change=${toggle}> <span>${size > 0 ? words.bulk.chosen(size) : words.bulk.all}</span></label>
      ${size > 0 ? html`<div class="deeds" role="group" aria-label=${words.bulk.chosen(size)}>${deeds.map(({ label, act, kind }) => html`<button type="button" class="button ${kind ?? ''}" @click=${() => act([...list.chosen])}>${label}</button>`)}</div>` : nothing}
    </div>
  `;
}
