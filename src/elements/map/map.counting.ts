import type { Facet } from '../../model/facet.js';

/** Of so many rows each column is counted in a task of its own: together they would keep the page from answering. */
const many = 200_000;

/** Says which facets are counted now, and which in a later task. What was counted once is counted again quickly. */
export class Counting {
  readonly #counted = new WeakSet<Facet>();
  readonly #next: () => void;
  #isBusy = false;

  /** `next` is told when it is another's turn. */
  constructor(next: () => void) {
    this.#next = next;
  }

  /** Whether it is a facet's turn, of so many rows; then it is taken as counted. */
  isDue(facet: Facet, rows: number): boolean {
    if (rows < many || this.#counted.has(facet)) return true;
    if (this.#isBusy) return false;
    this.#isBusy = true;
    this.#counted.add(facet);
    setTimeout(() => {
      this.#isBusy = false;
      this.#next();
    });
    return true;
  }
}
