import type { Dataset } from './dataset.js';
import type { Bin } from './facet-bins.js';
import { neededFacet, type Facet } from './facet.js';
import { failArea, failExtent } from './filter-place.js';
import { searchWords, type Haystack } from './filter-text.js';
import type { Filter, Passing } from './filter.js';

/** In `failed`: the row is none of those that are looked at. */
const outside = 2 ** 31;

/** One thing that is asked of a row. */
interface Criterion {
  /** What is asked, in letters: as long as it is the same, nothing is computed again. */
  readonly said: string;
  /** Sets a bit for each row that fails, and clears it for each that passes. */
  readonly mark: (failed: Uint32Array, bit: number) => void;
}

/**
 * Lets a dataset through one filter after another. Each criterion is one bit a row, so that counts without it cost no second
 * search, and only what changed is computed again.
 */
export class Sieve {
  readonly #dataset: Dataset;
  readonly #haystack: Haystack;
  readonly #failed: Uint32Array;
  readonly #asked = new Map<string, { readonly said: string; readonly bit: number }>();
  readonly #counts = new Map<string, Uint32Array>();
  #among: Uint32Array | undefined;

  constructor(dataset: Dataset, haystack: Haystack) {
    this.#dataset = dataset;
    this.#haystack = haystack;
    this.#failed = new Uint32Array(dataset.length);
  }

  /** What passes; what passed before is then no longer counted. */
  sift(filter: Filter, among?: Uint32Array): Passing {
    const failed = this.#failed;
    const criteria = this.#criteria(filter);
    const changed = new Set<string>();
    for (const [key, { bit }] of this.#asked) {
      if (criteria.has(key)) continue;
      for (let row = 0; row < failed.length; row += 1) failed[row]! &= ~bit;
      this.#asked.delete(key);
      changed.add(key);
    }
    for (const [key, { said, mark }] of criteria) {
      const before = this.#asked.get(key);
      if (before?.said === said) continue;
      const bit = before?.bit ?? this.#freeBit();
      mark(failed, bit);
      this.#asked.set(key, { said, bit });
      changed.add(key);
    }
    if (among !== this.#among) {
      this.#look(among);
      changed.add('among');
    }
    // What is asked of a facet itself changes nothing of its own counts.
    for (const key of this.#counts.keys()) {
      if (changed.size > Number(changed.has(key))) this.#counts.delete(key);
    }
    const rows = indices(failed);
    return { rows, counts: (facet) => this.#count(typeof facet === 'number' ? neededFacet(this.#dataset, facet, 'values') : facet, rows) };
  }

  #look(among: Uint32Array | undefined): void {
    const failed = this.#failed;
    this.#among = among;
    const isPart = among && among.length < failed.length;
    for (let row = 0; row < failed.length; row += 1) failed[row] = isPart ? failed[row]! | outside : failed[row]! & ~outside;
    if (isPart) for (const row of among) failed[row]! &= ~outside;
  }

  #freeBit(): number {
    const used = [...this.#asked.values()].reduce((sum, { bit }) => sum | bit, 0);
    for (let bit = 1; bit > 0; bit <<= 1) if ((used & bit) === 0) return bit;
    throw new RangeError('A filter asks for no more than 31 things.');
  }

  #criteria({ text, chosen, ranges, weekdays, hours, extent, area }: Filter): ReadonlyMap<string, Criterion> {
    const { places } = this.#dataset;
    const criteria = new Map<string, Criterion>();
    const words = searchWords(text);
    if (words.length > 0) {
      criteria.set('text', { said: words.join(' '), mark: (failed, bit) => {
        for (let row = 0; row < failed.length; row += 1) failed[row]! &= ~bit;
        this.#haystack.fail(words, failed, bit);
      } });
    }
    for (const [kind, all] of [['values', chosen], ['weekdays', weekdays], ['hours', hours]] as const) {
      for (const [index, codes] of all ?? []) {
        if (codes.size > 0) criteria.set(`${kind} ${index}`, { said: [...codes].join(), mark: (failed, bit) => markCodes(neededFacet(this.#dataset, index, kind), codes, failed, bit) });
      }
    }
    for (const [index, wanted] of ranges ?? []) {
      if (wanted.length > 0) criteria.set(`ranges ${index}`, { said: wanted.join(';'), mark: (failed, bit) => markRanges(neededFacet(this.#dataset, index, 'ranges'), wanted, failed, bit) });
    }
    if (extent) criteria.set('extent', { said: extent.join(), mark: (failed, bit) => failExtent(places, extent, failed, bit) });
    if (area) criteria.set('area', { said: area.join(), mark: (failed, bit) => failArea(places, area, failed, bit) });
    return criteria;
  }

  #count({ column, kind, codes, size }: Facet, rows: Uint32Array): Uint32Array {
    const key = `${kind} ${column}`;
    const known = this.#counts.get(key);
    if (known) return known;
    const counts = new Uint32Array(size);
    const failed = this.#failed;
    const own = this.#asked.get(key)?.bit ?? 0;
    if (own === 0) {
      for (let i = 0; i < rows.length; i += 1) counts[codes[rows[i]!]!]! += 1;
    } else {
      for (let row = 0; row < failed.length; row += 1) if ((failed[row]! & ~own) === 0) counts[codes[row]!]! += 1;
    }
    this.#counts.set(key, counts);
    return counts;
  }
}

function markCodes({ codes, size }: Facet, chosen: ReadonlySet<number>, failed: Uint32Array, bit: number): void {
  const fails = new Uint32Array(size).fill(bit);
  for (const code of chosen) fails[code] = 0;
  for (let row = 0; row < failed.length; row += 1) failed[row] = (failed[row]! & ~bit) | fails[codes[row]!]!;
}

/** Bins that lie in a range, or in none, are looked up; only what shares a bin with the end of one is compared. */
function markRanges({ codes, size, bins, values }: Facet, ranges: readonly Bin[], failed: Uint32Array, bit: number): void {
  const fails = new Uint32Array(size).fill(bit);
  const unsure = new Uint8Array(size);
  bins!.forEach(([first, end], i) => {
    if (ranges.some(([from, below]) => from <= first && end <= below)) fails[i + 1] = 0;
    else if (ranges.some(([from, below]) => from < end && first < below)) unsure[i + 1] = 1;
  });
  for (let row = 0; row < failed.length; row += 1) {
    const code = codes[row]!;
    let fail = fails[code]!;
    if (unsure[code] && ranges.some(([from, below]) => values![row]! >= from && values![row]! < below)) fail = 0;
    failed[row] = (failed[row]! & ~bit) | fail;
  }
}

function indices(failed: Uint32Array): Uint32Array {
  const rows = new Uint32Array(failed.length);
  let length = 0;
  for (let row = 0; row < failed.length; row += 1) if (failed[row] === 0) rows[length++] = row;
  return rows.subarray(0, length);
}
