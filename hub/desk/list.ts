import { failureOf, type Failure } from './hub.js';

/** One page of a list, as the hub answers it. */
export interface Page<T> {
  readonly entries: readonly T[];
  readonly next?: string | undefined;
  readonly total?: number | undefined;
}

/** What a tab shows: read page by page, with what is ticked, and what became of reading it. */
export class List<T extends { readonly id: string }> {
  entries: readonly T[] = [];
  next: string | undefined;
  total: number | undefined;
  phase: 'new' | 'reading' | 'ready' = 'new';
  failure: Failure | undefined;
  /** Ids of what is ticked. */
  readonly chosen = new Set<string>();
  readonly #read: (cursor: string | undefined) => Promise<Page<T>>;
  readonly #changed: () => void;
  #turn = 0;

  constructor(read: (cursor: string | undefined) => Promise<Page<T>>, changed: () => void) {
    this.#read = read;
    this.#changed = changed;
  }

  /** Reads it from its beginning, or the page after those that are there. What failed stands in `failure`, and what was there stays. */
  async load({ more = false } = {}): Promise<void> {
    const turn = (this.#turn += 1);
    this.phase = 'reading';
    this.failure = undefined;
    this.#changed();
    try {
      const { entries, next, total } = await this.#read(more ? this.next : undefined);
      // Another search was asked for meanwhile.
      if (turn !== this.#turn) return;
      const known = new Set(entries.map(({ id }) => id));
      this.entries = more ? [...this.entries.filter(({ id }) => !known.has(id)), ...entries] : entries;
      this.next = next;
      this.total = total;
      this.#forgetGone();
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.failure = failureOf(thrown);
    }
    this.phase = 'ready';
    this.#changed();
  }

  /** Puts what was read anew in its place; `undefined` takes it out. */
  update(ids: readonly string[], fresh: (id: string) => T | undefined): void {
    const before = this.entries.length;
    this.entries = this.entries.flatMap((entry) => (ids.includes(entry.id) ? (fresh(entry.id) ?? []) : entry));
    if (this.total !== undefined) this.total -= before - this.entries.length;
    this.#forgetGone();
  }

  choose(id: string, yes: boolean): void {
    if (yes) this.chosen.add(id);
    else this.chosen.delete(id);
    this.#changed();
  }

  /** As if nobody had looked at it. */
  clear(): void {
    this.#turn += 1;
    Object.assign(this, { entries: [], next: undefined, total: undefined, phase: 'new', failure: undefined });
    this.chosen.clear();
  }

  #forgetGone(): void {
    for (const id of this.chosen) if (!this.entries.some((entry) => entry.id === id)) this.chosen.delete(id);
  }
}
