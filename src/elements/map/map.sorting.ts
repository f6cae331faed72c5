import type { ReactiveControllerHost } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Dataset } from '../../model/dataset.js';
import { among, orderBy, orderByNumber, type Order } from '../../model/order.js';
import { inSlices } from '../../sources/slices.js';

/** What rows are sorted by: a column's name, or how far away they are. */
export type By = { readonly column: string } | 'distance' | undefined;

/** The order in which rows are listed; worked out once for all rows, so that filters cost no second sort. */
export class Sorting {
  readonly #host: ReactiveControllerHost;
  readonly #language: Language;
  readonly #distances: () => Float64Array | undefined;
  #data: Dataset | undefined;
  #order: Order | undefined;
  /** Whether the order is that of the data before. */
  #isStale = false;
  #working: AbortController | undefined;
  #kept: { readonly some: Uint32Array; readonly order: Order; readonly down: boolean; readonly rows: Uint32Array } | undefined;

  by: By;

  /** From the greatest to the least. */
  down = false;

  constructor(host: ReactiveControllerHost, language: Language, distances: () => Float64Array | undefined) {
    this.#host = host;
    this.#language = language;
    this.#distances = distances;
  }

  /** Whether it is still being sorted. */
  get busy(): boolean {
    return this.#working !== undefined;
  }

  isBy(by: By): boolean {
    return typeof by === 'object' && typeof this.by === 'object' ? by.column === this.by.column : by === this.by;
  }

  /**
   * Newer data is sorted by the same column, other data not at all. Until it is, newer values of the same rows keep the order
   * that was there; how far these are away is measured first, and said by another `sort`.
   */
  take(data: Dataset, isNewer: boolean): void {
    const { by } = this;
    const isFirst = !this.#data;
    this.#data = data;
    if (this.#order?.rows.length !== data.length || !isNewer) this.#order = undefined;
    this.#isStale = true;
    if (isFirst || by === undefined || (isNewer && by === 'distance')) return;
    void this.sort(by === 'distance' ? undefined : data.columns.some(({ name }) => name === by.column) ? by : undefined, this.down);
  }

  /** Some rows in the order that is there; until it is, in that of the data. */
  rows(some: Uint32Array): Uint32Array {
    if (!this.#order) return some;
    const { down } = this;
    if (this.#kept?.some !== some || this.#kept.order !== this.#order || this.#kept.down !== down) {
      this.#kept = { some, order: this.#order, down, rows: among(this.#order, some, down) };
    }
    return this.#kept.rows;
  }

  /** Sorts; resolves when it is done, or was overtaken. */
  async sort(by: By, down = false): Promise<void> {
    const isSame = this.isBy(by) && !this.#isStale && this.#order && by !== 'distance';
    const isStale = this.isBy(by) && this.#isStale;
    [this.by, this.down, this.#isStale] = [by, down, false];
    this.#working?.abort();
    this.#working = undefined;
    if (!isSame && !isStale) this.#order = undefined;
    this.#host.requestUpdate();
    const work = isSame ? undefined : this.#work(by);
    if (!work) return;
    const working = (this.#working = new AbortController());
    const order = await inSlices(work, working.signal).catch(() => undefined);
    if (working !== this.#working) return;
    this.#working = undefined;
    this.#order = order;
    this.#host.requestUpdate();
  }

  #work(by: By): Generator<void, Order> | undefined {
    if (by === undefined || !this.#data) return undefined;
    if (by === 'distance') {
      const distances = this.#distances();
      return distances && orderByNumber(distances);
    }
    const column = this.#data.columns.find(({ name }) => name === by.column);
    return column && orderBy(column, this.#data.length, new Intl.Collator(this.#language.tag));
  }
}
