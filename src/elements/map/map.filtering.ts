import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Dataset } from '../../model/dataset.js';
import type { Haystack } from '../../model/filter-text.js';
import type { FilterState } from '../../model/filter-state.js';
import type { Filter, Passing } from '../../model/filter.js';
import type { Same } from './map.renewing.js';

type Sieve = typeof import('./map.sieve.js');

const everything: Filter = { text: '', chosen: new Map() };

/** Longer than between two keys of a quick writer, shorter than a wait. */
const pause = 150;

/** What the reader asked for, and the rows that pass. */
export class Filtering implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed: () => void;
  #dataset: Dataset | undefined;
  #all: Uint32Array = new Uint32Array();
  #sieve: Sieve | undefined;
  #loading: Promise<void> | undefined;
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
    this.#all = dataset.statistics?.rows ?? new Uint32Array(dataset.length).map((_, row) => row);
    this.#haystack = undefined;
    this.#passing = undefined;
    if (same && before) {
      this.#filter = { text: this.#filter.text, chosen: same.sameChoice(this.#filter.chosen, before, dataset) };
      this.#sift();
      return;
    }
    this.apply(everything);
  }

  /** What is asked for, by names and values. */
  get state(): FilterState {
    return (this.#dataset && this.#sieve?.stateOf(this.#filter, this.#dataset)) ?? {};
  }

  /** Looks at some rows alone: those of one year. */
  within(rows: Uint32Array): void {
    this.#all = rows;
    this.#show();
  }

  /** How many rows there are to search in. */
  get all(): number {
    return this.#all.length;
  }

  get rows(): Uint32Array {
    return this.#passing?.rows ?? this.#all;
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

  /** How many rows each choice would leave; `undefined` until what counts is there. */
  counts(column: number): Uint32Array | undefined {
    if (!this.#passing) void this.load().then(() => this.#host.requestUpdate());
    return this.#passing?.counts(column);
  }

  /** The first search of a large dataset folds all its text: begun when the reader turns to the box, it is done by then. */
  prepare = async (): Promise<void> => {
    await this.load();
    if (this.#haystack?.prepare()) setTimeout(() => void this.prepare());
  };

  search(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.apply({ ...this.#filter, text }), pause);
  }

  choose(column: number, code: number, on: boolean): void {
    const codes = new Set(this.#filter.chosen.get(column));
    if (on) codes.add(code);
    else codes.delete(code);
    this.apply({ text: this.text, chosen: new Map([...this.#filter.chosen, [column, codes]]) });
  }

  clear = (): void => {
    this.apply(everything);
  };

  apply(filter: Filter): void {
    clearTimeout(this.#timer);
    this.#filter = filter;
    this.text = filter.text;
    if (filter === everything || this.#sieve) this.#show();
    else void this.load().then(() => filter === this.#filter && this.#show());
  }

  #show(): void {
    this.#sift();
    this.asked = [this.rows.length, this.all];
    this.#changed();
    this.#host.requestUpdate();
  }

  #sift(): void {
    if (!this.#dataset || !this.#sieve) return;
    this.#haystack ??= new this.#sieve.Haystack(this.#dataset);
    this.#passing = this.#sieve.passing(this.#dataset, this.#filter, this.#haystack, this.#all);
  }

  /** What searches and counts comes when a reader turns to it: until then all rows pass. */
  load = (): Promise<void> =>
    (this.#loading ??= import('./map.sieve.js').then(
      (sieve) => {
        this.#sieve = sieve;
        this.#sift();
      },
      () => void (this.#loading = undefined),
    ));
}
