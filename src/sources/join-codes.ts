import { folded } from '../model/filter-text.js';
import type { Column } from '../model/dataset.js';

const digits = /^\d+$/;
/** In `#loose`: more than one code is as like. */
const ambiguous = -1;

/** A value as it is compared where nothing is the same: without case, accents, signs between words, and zeros at its beginning. */
function looseKey(value: string): string {
  return digits.test(value) ? value.replace(/^0+(?=\d)/, '') : folded(value).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** The different values of a column, each with the rows that have it. */
export class Codes {
  readonly column: Column;
  readonly rows: number[][] = [];
  readonly values: string[] = [];
  readonly #exact = new Map<string, number>();
  #loose: Map<string, number> | undefined;
  /** How long all codes of digits are, where some begin with 0; else 0. */
  #width: number | undefined;

  private constructor(column: Column) {
    this.column = column;
  }

  /** Yields so that its caller may pause. */
  static *of(column: Column, rows: readonly number[]): Generator<void, Codes> {
    const codes = new Codes(column);
    for (let i = 0; i < rows.length; i += 1) {
      if ((i & 4095) === 4095) yield;
      codes.#add(rows[i]!, column.value(rows[i]!));
    }
    return codes;
  }

  #add(row: number, value: number | string | undefined): void {
    if (value === undefined) return;
    const text = String(value).trim();
    let code = this.#exact.get(text);
    if (code === undefined) {
      code = this.values.push(text) - 1;
      this.rows.push([]);
      this.#exact.set(text, code);
    }
    this.rows[code]!.push(row);
  }

  /** Which of these codes a code of the other column means: the same, else the only one that is much like it; `undefined` for none. */
  find(value: string, others: Codes): { readonly code: number; readonly isLoose: boolean } | undefined {
    const same = this.#exact.get(value);
    if (same !== undefined) return { code: same, isLoose: false };
    // Whoever lost a zero lost it from codes of one length: without such a length, 7 is not 007.
    if (digits.test(value) && value.length > (this.width || others.width)) return undefined;
    const key = looseKey(value);
    const code = key === '' ? undefined : this.#likeness().get(key);
    return code === undefined || code === ambiguous ? undefined : { code, isLoose: true };
  }

  get width(): number {
    if (this.#width === undefined) {
      const codes = this.values.filter((value) => digits.test(value));
      const length = codes[0]?.length ?? 0;
      this.#width = codes.some((code) => code.length > 1 && code.startsWith('0')) && codes.every((code) => code.length === length) ? length : 0;
    }
    return this.#width;
  }

  #likeness(): Map<string, number> {
    if (this.#loose) return this.#loose;
    this.#loose = new Map();
    for (const [code, value] of this.values.entries()) {
      const key = looseKey(value);
      this.#loose.set(key, this.#loose.has(key) ? ambiguous : code);
    }
    return this.#loose;
  }
}
