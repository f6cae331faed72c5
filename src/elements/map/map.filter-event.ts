import type { FilterState } from '../../model/filter-state.js';

/** The reader searched, chose or drew something, or took it back. */
export class FilterChangeEvent extends Event {
  /** What is asked now, as `filters` has it. */
  readonly filters: FilterState;

  /** How many rows pass. */
  readonly rows: number;

  /** How many there are to choose from. */
  readonly all: number;

  constructor(filters: FilterState, rows: number, all: number) {
    super('civic-filter-change', { bubbles: true, composed: true });
    this.filters = filters;
    this.rows = rows;
    this.all = all;
  }
}
