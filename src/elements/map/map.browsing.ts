import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import { mapBrowsing } from '../../i18n/en.map-browsing.js';
import type { Dataset, Places } from '../../model/dataset.js';
import { styles } from './map.browsing.styles.js';
import { onHeadKey, onListKey } from './map.browsing.keys.js';
import { explored } from './map.explored.js';
import { InView } from './map.in-view.js';
import type { List, PlaceList } from './map.list.js';
import { rowAge } from './map.observed.js';
import type { Selection } from './map.selection.js';
import { Sorting, type By } from './map.sorting.js';
import type { Stage } from './map.stage.js';
import { Whereabouts } from './map.whereabouts.js';
import { Window } from './map.window.js';

/** So many of the nearest places the map shows with the reader. */
const nearest = 5;

type Host = ReactiveControllerHost & HTMLElement;

/** The list as one explores it: it scrolls on through all rows, sorts, looks like a table, and begins with what is near. It comes after the map. */
export class Browsing {
  readonly #host: Host;
  readonly #stage: Stage;
  readonly #inView: InView;
  /** Brings what a press would open. */
  readonly prepare: () => unknown;
  readonly window: Window;
  readonly sorting: Sorting;
  readonly whereabouts: Whereabouts;
  #data: Dataset | undefined;
  #list: List | undefined;
  /** The rows that pass the filter, in the order of the data. */
  #filtered: Uint32Array = new Uint32Array();

  /** Which of both it looks like. */
  look: 'list' | 'table' = 'list';

  /** The row that the arrow keys start from, and the heading. */
  active: number | undefined;
  head = 0;

  constructor(host: Host, list: PlaceList, language: Language, stage: Stage, selection: Selection, prepare: () => unknown) {
    this.#host = host;
    this.#stage = stage;
    this.prepare = prepare;
    this.window = new Window(host);
    this.whereabouts = new Whereabouts(host);
    this.sorting = new Sorting(host, language, () => this.whereabouts.distances);
    this.#inView = new InView(host, stage, selection);
    language.teach({ mapBrowsing });
    host.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet!);
    this.#take(list, selection);
  }

  /** Goes on where the list was: with the same rows, as far down, and with the focus where it is; or at what is selected already. */
  #take({ to }: PlaceList, selection: Selection): void {
    this.window.restart(0, to);
    const { scroller } = this.window;
    const [down, focused] = [scroller?.scrollTop ?? 0, this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('.list .entry')];
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      if (this.window.scroller) this.window.scroller.scrollTop += down;
      if (focused) this.entry(Number(focused.dataset['row']))?.focus({ preventScroll: true });
      else if (selection.row !== undefined) selection.set(selection.row);
    });
  }

  restart(): void {
    this.window.restart();
    this.window.scroller?.scrollTo({ top: 0 });
  }

  include(rows: Uint32Array, row: number): void {
    this.active = row;
    this.window.include(this.sorting.rows(rows).indexOf(row));
  }

  /** Scrolls the list, never the page, to a row. */
  scrollTo(row: number): void {
    const [{ scroller }, entry] = [this.window, this.entry(row)];
    if (!scroller || !entry) return;
    const [outer, inner] = [scroller.getBoundingClientRect(), entry.getBoundingClientRect()];
    // A table's heading covers what is right below it.
    const top = outer.top + (scroller.querySelector('thead')?.getBoundingClientRect().height ?? 0);
    if (inner.top < top) scroller.scrollTop -= top - inner.top + 8;
    else if (inner.bottom > outer.bottom) scroller.scrollTop += inner.bottom - outer.bottom + 8;
  }

  entry(row: number | undefined): HTMLElement | null {
    return this.window.scroller?.querySelector<HTMLElement>(`[data-row="${row}"]`) ?? null;
  }

  /** What of the map is in view, as a list of names. */
  renderView(options: Parameters<InView['render']>[0]): unknown {
    return this.#inView.render(options);
  }

  render(options: List): TemplateResult {
    this.#adopt(options.data);
    this.#filtered = options.rows;
    const rows = this.sorting.rows(options.rows);
    this.window.fit(rows.length);
    const { from, to } = this.window;
    const shown = rows.subarray(from, to);
    const active = this.active !== undefined && shown.includes(this.active) ? this.active : shown[0];
    const { whereabouts } = this;
    const list = { ...options, rows, active, away: whereabouts.distances && ((row: number) => whereabouts.away(row, options.language)), age: rowAge(options.data, options.language) };
    this.#list = list;
    return explored(list, this);
  }

  turn(look: 'list' | 'table'): void {
    this.look = look;
    const row = this.active;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => row !== undefined && this.scrollTo(row));
  }

  /** Sorts anew and begins at the beginning. */
  sort = (by: By, down = false): void => {
    this.restart();
    void this.sorting.sort(by, down);
  };

  sortOrTurn = (by: By): void => this.sort(by, this.sorting.isBy(by) && !this.sorting.down);

  /** The reader pressed “near me”, or presses it again to undo it. */
  near = async (): Promise<void> => {
    const { whereabouts, sorting } = this;
    const { places } = this.#data ?? {};
    if (!places) return;
    if (whereabouts.position || whereabouts.asking) {
      whereabouts.forget();
      if (sorting.by === 'distance') this.sort(undefined);
    } else if (await whereabouts.find(places)) {
      this.restart();
      await sorting.sort('distance');
    }
    this.#stage.drawing?.here(whereabouts.position, sorting.rows(this.#filtered).slice(0, nearest));
  };

  /** Puts the focus on an entry, wherever it is. */
  async go(place: number): Promise<void> {
    const rows = this.#list!.rows;
    this.active = rows[Math.max(0, Math.min(rows.length - 1, place))];
    if (this.active === undefined) return;
    this.window.include(rows.indexOf(this.active));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const entry = this.entry(this.active);
    entry?.focus({ preventScroll: true });
    // WebKit would scroll to what has the focus a moment later: by then the list has gone back to the rows where it stands.
    entry?.scrollIntoView({ block: 'nearest' });
  }

  #adopt(data: Dataset): void {
    const before = this.#data;
    if (data === before) return;
    this.#data = data;
    const isNewer = Boolean(before && data.live && data.about.download === before.about.download);
    this.sorting.take(data, isNewer);
    if (!before || data.places === before.places) return;
    if (isNewer && data.places && this.whereabouts.position) void this.#measure(data.places);
    else if (!isNewer || !this.whereabouts.asking) {
      this.whereabouts.forget();
      this.#stage.drawing?.here(undefined);
    }
  }

  /** What moves is measured anew: the reader stays where he is. */
  async #measure(places: Places): Promise<void> {
    const { whereabouts, sorting } = this;
    if ((await whereabouts.again(places)) && sorting.by === 'distance') await sorting.sort('distance', sorting.down);
  }

  /** The button that was pressed moves away or goes: the reader goes on at the first entry that is new. */
  earlier = (): void => {
    const next = this.window.from - 1;
    this.window.backward();
    void this.go(next);
  };

  more = (): void => {
    const next = this.window.to;
    this.window.forward();
    void this.go(next);
  };

  focused = ({ target }: FocusEvent): void => {
    this.prepare();
    const row = (target as HTMLElement).dataset['row'];
    if (row !== undefined && Number(row) !== this.active) {
      this.active = Number(row);
      this.#host.requestUpdate();
    }
  };

  press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#list) return;
    const target = event.target as HTMLElement;
    if (target.matches('.head')) onHeadKey(event, (head) => {
      this.head = head;
      this.#host.requestUpdate();
    });
    else if (target.matches('.entry') || target === this.window.scroller) onListKey(event, this.#list, (place) => void this.go(place));
  };
}
