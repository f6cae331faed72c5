import type { LitElement, ReactiveController } from 'lit';
import type { Dataset } from '../../model/dataset.js';
import type { Facet } from '../../model/facet.js';
import type { Condition, FilterState } from '../../model/filter-state.js';
import type { Sieve as Sifting } from '../../model/filter-sieve.js';
import type { Haystack } from '../../model/filter-text.js';
import type { Filter, Passing } from '../../model/filter.js';
import type { Explorer } from './map.explorer.js';
import type { Opening } from './map.opening.js';
import type { Same } from './map.renewing.js';

type Sieve = typeof import('./map.sieve.js');

const everything: Filter = { text: '', chosen: new Map() };

/** Longer than between two keys of a quick writer, shorter than a wait. */
const pause = 150;

/** What the reader asked for, and the rows that pass. */
export class Filtering implements ReactiveController {
  readonly #host: LitElement;
  readonly #opening: Opening;
  readonly #changed: () => void;
  #dataset: Dataset | undefined;
  #all: Uint32Array = new Uint32Array();
  #sieve: Sieve | undefined;
  #loading: Promise<Sieve | undefined> | undefined;
  #haystack: Haystack | undefined;
  #sifting: Sifting | undefined;
  #passing: Passing | undefined;
  #timer = 0;
  /** What the page asks, until it is known what that means. */
  #said: FilterState | undefined;

  /** What is asked. */
  filter: Filter = everything;

  /** How many things that are, besides the words. */
  conditions = 0;

  /** What the page asked that is not in the data. */
  ignored: readonly Condition[] = [];

  /** What shows all that can be asked, once somebody turned to it. */
  explorer: Explorer | undefined;

  /** What is written in the search box, a moment before it takes effect. */
  text = '';

  constructor(host: LitElement, opening: Opening, changed: () => void) {
    this.#host = host;
    this.#opening = opening;
    this.#changed = changed;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Looks at a dataset from now on; at newer values of the same, or at all of what it has the first rows of, through the filter that is there. */
  take(dataset: Dataset, same?: Same, goesOn?: boolean): void {
    const before = this.#dataset;
    if (dataset === before) return;
    // What the reader asked of the first rows he asks of all.
    if (goesOn && this.active) this.#said = this.filters;
    this.#dataset = dataset;
    this.#all = dataset.statistics?.rows ?? everyRow(dataset.length);
    this.#haystack = this.#sifting = this.#passing = undefined;
    if (same && before) {
      this.filter = same.sameFilter(this.filter, before, dataset);
      this.#sift();
      return;
    }
    this.text = '';
    this.ignored = [];
    this.#apply(everything);
    if (this.#said) this.filters = this.#said;
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

  /** The rows that are searched in. */
  get among(): Uint32Array {
    return this.#all;
  }

  get rows(): Uint32Array {
    return this.#passing?.rows ?? this.#all;
  }

  /** How many rows there were, of how many, when the reader last asked: what changes by itself need not be said. */
  asked: readonly [shown: number, all: number] = [0, 0];

  get active(): boolean {
    return this.text !== '' || this.conditions > 0;
  }

  /** The same by names and values. */
  get filters(): FilterState {
    return this.#said ?? (this.#dataset && this.#sieve?.toState({ ...this.filter, text: this.text }, this.#dataset)) ?? {};
  }

  set filters(state: FilterState) {
    this.#said = state;
    void this.load().then(() => {
      if (this.#said !== state || !this.#dataset || !this.#sieve) return;
      this.#said = undefined;
      void this.#apply(this.#sieve.adopt(this, state, this.#dataset));
    });
  }

  /** How many rows each choice would leave; `undefined` until what counts is there. */
  counts(facet: Facet): Uint32Array | undefined {
    if (!this.#passing) void this.load().then(() => this.#host.requestUpdate());
    return this.#passing?.counts(facet);
  }

  /** The first search of a large dataset folds all its text: begun when the reader turns to the box, it is done by then. */
  prepare = async (): Promise<void> => {
    await this.#bring();
    if (this.#haystack?.prepare()) setTimeout(() => void this.prepare());
  };

  search(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.ask({ ...this.filter, text }), pause);
  }

  clear = (): void => {
    this.text = '';
    this.ignored = [];
    this.ask(everything);
  };

  /** The reader asks for something else. */
  ask(filter: Filter): void {
    this.#said = undefined;
    void this.#apply({ ...filter, text: this.text }).then(() => this.#sieve?.tell(this.#host, this));
  }

  /** Opens what shows all that can be asked, or closes it; only brings it in where something is asked already. */
  explore = async (turns = true): Promise<void> => {
    await this.load();
    const { explorer } = this.#sieve ?? {};
    if (explorer) this.explorer ??= await this.#opening.ask('filters', () => explorer(this.#host, this, this.#opening));
    if (turns) this.explorer?.turn();
    this.#host.requestUpdate();
  };

  async #apply(filter: Filter): Promise<void> {
    clearTimeout(this.#timer);
    this.filter = filter;
    if (filter !== everything && !this.#sieve) await this.load();
    if (filter === this.filter) this.#show();
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
    this.#sifting ??= new this.#sieve.Sieve(this.#dataset, this.#haystack);
    this.#passing = this.#sifting.sift(this.filter, this.#all);
    this.conditions = this.#sieve.conditions(this.filter);
  }

  /** What searches and counts comes when a reader turns to it: until then all rows pass. */
  load = async (): Promise<void> => void (await this.#opening.ask('filters', this.#bring));

  #bring = (): Promise<Sieve | undefined> =>
    (this.#loading ??= import('./map.sieve.js').then(
      (sieve) => {
        this.#sieve = sieve;
        this.#sift();
        return sieve;
      },
      () => (this.#loading = undefined),
    ));
}

/** A loop: a function for each of a million rows takes several times as long. */
function everyRow(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) rows[row] = row;
  return rows;
}
