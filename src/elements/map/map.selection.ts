import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PlaceList } from './map.list.js';
import type { Stage } from './map.stage.js';

interface SelectionOptions {
  readonly list: PlaceList;
  readonly stage: Stage;
  /** The rows that are listed. */
  readonly rows: () => Uint32Array;
  /** The reader, not the page, selected a row or closed its details. */
  readonly changed: (row: number | undefined) => void;
}

const page = 50;

/** The one row that list, map and details show, and where the focus goes with it. */
export class Selection implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: SelectionOptions;
  #opener: (() => HTMLElement | null | undefined) | undefined;

  row: number | undefined;

  /** Rows at one spot, of which the reader has to choose. */
  spot: Uint32Array | undefined;

  /** How many of them are listed. */
  spotShown = page;

  constructor(host: ReactiveControllerHost & HTMLElement, options: SelectionOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#opener = undefined;
  }

  /** Whether there is something to show beside list and map. */
  get open(): boolean {
    return this.row !== undefined || this.spot !== undefined;
  }

  /** Shows a row in list, map and details and leaves the focus where it is; `undefined` closes the details. */
  set(row: number | undefined): void {
    this.spot = undefined;
    this.row = row;
    if (row !== undefined) this.#options.list.include(this.#options.rows(), row);
    void this.#show();
  }

  /** The reader chose from the list of places, or from those at one spot. */
  choose = (row: number, opener: () => HTMLElement | null | undefined = () => this.#options.list.entry(row) ?? this.#options.list.browsing?.window.scroller): void => {
    const fromSpot = this.spot !== undefined;
    if (!fromSpot) this.#opener = opener;
    this.#choose(row);
  };

  /** The reader pointed at the map. */
  pick = (rows: Uint32Array): void => {
    this.#opener = () => this.#map;
    if (rows.length === 1) {
      this.#choose(rows[0]!);
      return;
    }
    this.row = undefined;
    this.spot = rows;
    this.spotShown = page;
    void this.#enter();
  };

  moreAtSpot = (): void => {
    this.spotShown += page;
    this.#host.requestUpdate();
  };

  close = (): void => {
    const { row } = this;
    this.set(undefined);
    const opener = this.#opener?.() ?? this.#map;
    opener?.focus({ preventScroll: true });
    if (row !== undefined) this.#options.changed(undefined);
  };

  #choose(row: number): void {
    this.set(row);
    void this.#enter();
    this.#options.changed(row);
  }

  get #map(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.canvas-holder');
  }

  async #show(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.row === undefined) return;
    this.#options.list.browsing?.scrollTo(this.row);
    this.#options.stage.drawing?.reveal(this.row);
  }

  /** Moves the focus into the details: the reader asked for them. */
  async #enter(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const heading = this.#host.shadowRoot?.querySelector<HTMLElement>('#detail-heading');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'nearest' });
  }
}
