import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Dataset } from '../../model/dataset.js';
import { Haystack } from '../../model/filter-text.js';
import { everything, passing, type Filter, type Passing } from '../../model/filter.js';
import type { Same } from './map.renewing.js';

/** Longer than between two keys of a quick writer, shorter than a wait. */
const pause = 150;

/** What the reader asked for, and the rows that pass. */
export class Filtering implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed: () => void;
  #dataset: Dataset | undefined;
  #haystack: Haystack | undefined;
  #passing: Passing | undefined;
  #filter: Filter = everything;
  #timer = 0;

  /** What is written in the search box, a moment before it takes effect. */
  text = '';

  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Looks at a dataset from now on; at newer values of the same through the filter that is there. */
  take(dataset: Dataset, same?: Same): void {
    const before = this.#dataset;
    if (dataset === before) return;
    this.#dataset = dataset;
    this.#haystack = new Haystack(dataset);
    if (same && before) {
      this.#filter = { text: this.#filter.text, chosen: same.sameChoice(this.#filter.chosen, before, dataset) };
      this.#passing = passing(dataset, this.#filter, this.#haystack);
      return;
    }
    this.text = '';
    this.#apply(everything);
  }

  get rows(): Uint32Array {
    return this.#passing?.rows ?? new Uint32Array();
  }

  /** How many rows there were, of how many, when the reader last asked: what changes by itself need not be said. */
  asked: readonly [shown: number, all: number] = [0, 0];

  get active(): boolean {
    return this.text !== '' || this.chosenCount > 0;
  }

  get chosenCount(): number {
    return [...this.#filter.chosen.values()].reduce((sum, codes) => sum + codes.size, 0);
  }

  isChosen(column: number, code: number): boolean {
    return this.#filter.chosen.get(column)?.has(code) ?? false;
  }

  counts(column: number): Uint32Array {
    return this.#passing?.counts(column) ?? new Uint32Array();
  }

  /** The first search of a large dataset folds all its text: begun when the reader turns to the box, it is done by then. */
  prepare = (): void => {
    if (this.#haystack?.prepare()) setTimeout(this.prepare);
  };

  search(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#apply({ ...this.#filter, text }), pause);
  }

  choose(column: number, code: number, on: boolean): void {
    const codes = new Set(this.#filter.chosen.get(column));
    if (on) codes.add(code);
    else codes.delete(code);
    this.#apply({ text: this.text, chosen: new Map([...this.#filter.chosen, [column, codes]]) });
  }

  clear = (): void => {
    this.text = '';
    this.#apply(everything);
  };

  #apply(filter: Filter): void {
    clearTimeout(this.#timer);
    this.#filter = filter;
    if (this.#dataset && this.#haystack) this.#passing = passing(this.#dataset, filter, this.#haystack);
    this.asked = [this.rows.length, this.#dataset?.length ?? 0];
    this.#changed();
    this.#host.requestUpdate();
  }
}
