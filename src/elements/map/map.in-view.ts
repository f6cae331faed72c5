import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.js';
import type { Panel } from './map.detail.js';
import type { Selection } from './map.selection.js';
import type { Stage } from './map.stage.js';

/** So many names a person listens to. */
const most = 20;

/** So many of them, nearest to the middle, are told when the map was moved. */
const told = 3;

/** What the map shows at the moment, as names: whoever does not see it hears what is there, and chooses from it. It is seen when it has the focus. */
export class InView implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #stage: Stage;
  readonly #selection: Selection;
  #rows: readonly number[] = [];
  /** The rows on the map of which they are, or soon will be, some. */
  #among: Uint32Array | undefined;
  #place = 0;
  /** Whether the map was moved by who has its focus: he hears where it came to rest. */
  #isByHand = false;

  constructor(host: ReactiveControllerHost & HTMLElement, stage: Stage, selection: Selection) {
    this.#host = host;
    this.#stage = stage;
    this.#selection = selection;
    host.addController(this);
  }

  hostUpdated(): void {
    const { drawing } = this.#stage;
    if (!drawing) return;
    drawing.moved = this.#rest;
    if (drawing.rows === this.#among) return;
    this.#among = drawing.rows;
    // All rows are looked through: where they are others, and not in the task that shows them.
    setTimeout(this.#look);
  }

  render({ fields, language: { say, number, tag } }: Pick<Panel, 'fields' | 'language'>): TemplateResult | typeof nothing {
    const rows = this.#rows;
    if (!this.#stage.drawing) return nothing;
    const name = (row: number): string => fields.title(row) ?? say.map.place(number(row + 1));
    const names = new Intl.ListFormat(tag, { type: 'unit' }).format(rows.slice(0, told).map(name));
    const seen = `${number(rows.length)}${rows.length < most ? '' : '+'}${names && ` (${names})`}`;
    return html`<p class="visually-hidden" role="status">${this.#isByHand ? `${say.mapBrowsing.inView}: ${seen}` : nothing}</p>${rows.length > 0 ? this.#list(name, say) : nothing}`;
  }

  #list(name: (row: number) => string, say: Messages): TemplateResult {
    const rows = this.#rows;
    const place = Math.min(this.#place, rows.length - 1);
    return html`
      <div part="in-view" class="in-view" role="listbox" tabindex="0" aria-label=${say.mapBrowsing.inView} aria-activedescendant=${`in-view-${place}`} @keydown=${this.#press}>
        ${rows.map((row, i) => html`
          <div id=${`in-view-${i}`} role="option" aria-selected=${i === place ? 'true' : 'false'} @click=${() => this.#choose(i)}><bdi>${name(row)}</bdi></div>`)}
      </div>
    `;
  }

  /** The map came to rest. */
  #rest = (): void => {
    this.#isByHand = Boolean(this.#host.shadowRoot?.activeElement?.closest('.map, .zoom, .pan'));
    this.#look();
    this.#host.requestUpdate();
  };

  /** Other rows may be in view. */
  #look = (): void => {
    const rows = this.#stage.drawing?.inView(most) ?? [];
    if (rows.length === this.#rows.length && rows.every((row, i) => row === this.#rows[i])) return;
    this.#rows = rows;
    this.#place = 0;
    this.#host.requestUpdate();
  };

  #choose(place: number): void {
    const row = this.#rows[place];
    if (row === undefined) return;
    this.#place = place;
    this.#selection.choose(row, () => this.#host.shadowRoot?.querySelector<HTMLElement>('.in-view'));
  }

  #press = (event: KeyboardEvent): void => {
    const last = this.#rows.length - 1;
    const place = Math.min(this.#place, last);
    if (event.key === 'Enter' || event.key === ' ') this.#choose(place);
    else {
      const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: last }[event.key];
      if (to === undefined) return;
      this.#place = Math.max(0, Math.min(last, to));
      this.#host.requestUpdate();
      void this.#host.updateComplete.then(() => this.#host.shadowRoot?.querySelector(`#in-view-${this.#place}`)?.scrollIntoView({ block: 'nearest' }));
    }
    event.preventDefault();
  };
}
