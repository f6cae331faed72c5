import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import type { Browsing } from './map.browsing.js';
import { heading, type Fields } from './map.fields.js';
import { rowSymbol, type Symbols } from './map.symbols.js';
import { freeOf, valueText } from './map.values.js';

/** So many are there at once: nobody sees more before what scrolls on is there. */
const first = 15;
const page = 50;

export interface List {
  readonly data: Dataset;
  readonly fields: Fields;
  readonly symbols: Symbols;
  readonly rows: Uint32Array;
  readonly selected: number | undefined;
  readonly title: string;
  readonly language: Language;
  readonly choose: (row: number) => void;
  /** The one entry that the Tab key comes to, where there are arrow keys for the others. */
  readonly active?: number | undefined;
  /** How far a row is away, where that is known. */
  readonly away?: ((row: number) => string | undefined) | undefined;
  /** How old what a row says is, where values change by themselves. */
  readonly age?: ((row: number) => string | undefined) | undefined;
}

/** The map's equal: the same rows as a list, a page at a time. */
export class PlaceList implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  /** How many rows are shown. */
  to = first;

  /** What scrolls on, sorts and looks like a table, once it is there. */
  browsing: Browsing | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.restart();
  }

  /** Shows the beginning again, because other rows are listed. */
  restart = (): void => {
    this.to = first;
    this.browsing?.restart();
    this.#list?.scrollTo({ top: 0 });
  };

  /** Puts a row into the shown part of the list. */
  include(rows: Uint32Array, row: number): void {
    this.browsing?.include(rows, row);
  }

  entry(row: number): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(`.list [data-row="${row}"]`) ?? null;
  }

  focus(): void {
    this.#list?.querySelector<HTMLElement>('.entry:not([tabindex="-1"])')?.focus();
  }

  render(options: List): TemplateResult {
    if (this.browsing) return this.browsing.render(options);
    const { rows, title, language: { say } } = options;
    const to = Math.min(this.to, rows.length);
    return html`
      <div class="side"><div class="bar"></div>
      <div class="list">
        <ol part="list" role="list" aria-label=${say.map.list(title)}>
          ${[...rows.subarray(0, to)].map((row) => html`<li>${entry(row, options)}</li>`)}
        </ol>
        ${to < rows.length ? html`<button part="more" type="button" class="button quiet turn" @click=${() => this.#more(rows[to]!)}>${say.map.more(Math.min(page, rows.length - to))}</button>` : nothing}
      </div></div>
    `;
  }

  get #list(): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.list') ?? null;
  }

  /** The button that was pressed moves away or goes: the reader goes on at the first entry that is new. */
  async #more(next: number): Promise<void> {
    this.to += page;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.entry(next)?.focus();
  }
}

/** One row as a button: what it is called, what kind of place it is, and two or three things about it. */
export function entry(row: number, { data, fields, symbols, selected, language, choose, active, away, age }: Omit<List, 'rows' | 'title'>): TemplateResult {
  const { say, number } = language;
  const kind = data.columns[data.roles.category ?? -1]?.value(row);
  const free = freeOf(data, row, language);
  const distance = away?.(row);
  const facts = fields.telling.flatMap((column) => {
    const role = fields.role(column);
    if (free && (role === 'free' || role === 'capacity')) return role === 'free' ? [html` <span class="fact"><bdi>${free}</bdi></span>`] : [];
    const text = valueText(column, role, row, language);
    return text === undefined ? [] : [html` <span class="fact">${role === 'address' ? nothing : html`<span class="fact-name"><bdi>${heading(column)}</bdi></span> `}<bdi>${text}</bdi></span>`];
  });
  const since = age?.(row);
  if (since) facts.push(html` <span class="fact">${since}</span>`);
  return html`
    <button part="entry" type="button" class="entry" data-row=${row} tabindex=${active === undefined || row === active ? nothing : -1} aria-current=${row === selected ? 'true' : nothing} @click=${() => choose(row)}>
      ${rowSymbol(symbols, row)}
      <span class="entry-text">
        <span class="entry-title"><bdi>${fields.title(row) ?? say.map.place(number(row + 1))}</bdi></span>
        ${kind === undefined ? nothing : html`<span class="kind"><bdi>${kind}</bdi></span>`}
        ${distance || facts.length > 0 ? html`<span class="facts">${distance ? html`<span class="away">${distance}</span> ` : nothing}${facts}</span>` : nothing}
      </span>
    </button>
  `;
}
