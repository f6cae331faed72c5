import { numberColumn, type RawColumn } from './columns.js';
import type { Column } from './dataset.js';
import { grown } from './growing.js';

const encoder = new TextEncoder();

/** A column that grows by values as JSON has them. Numbers stay numbers; text is kept as bytes. */
export class ValueColumn {
  readonly name: string;
  #numbers: Float64Array = new Float64Array(0);
  /** How many rows have a number, or none that is written down. */
  #counted = 0;
  #bytes: Uint8Array | undefined;
  #starts = new Uint32Array(0);
  #ends = new Uint32Array(0);
  #used = 0;

  constructor(name: string) {
    this.name = name;
  }

  set(row: number, value: string | number | boolean): void {
    if (typeof value === 'number') return this.setNumber(row, value);
    const text = String(value).trim();
    const bytes = this.#room(row, text.length * 3);
    this.#used += encoder.encodeInto(text, bytes.subarray(this.#used)).written;
    this.#ends[row] = this.#used;
  }

  setNumber(row: number, value: number): void {
    if (row >= this.#numbers.length) this.#numbers = grown(this.#numbers, row + 1);
    for (; this.#counted < row; this.#counted += 1) this.#numbers[this.#counted] = Number.NaN;
    if (this.#counted === row) this.#counted += 1;
    this.#numbers[row] = value;
  }

  /** Text that is UTF-8 already, without blanks around it. */
  setBytes(row: number, from: Uint8Array, start: number, end: number): void {
    const bytes = this.#room(row, end - start);
    let to = this.#used;
    if (end - start > 64) {
      bytes.set(from.subarray(start, end), to);
      to += end - start;
    } else for (let at = start; at < end; at += 1) bytes[to++] = from[at]!;
    this.#used = to;
    this.#ends[row] = to;
  }

  /** The numbers as they are, or cells of which the type is still to be found. */
  finish(rows: number): Column | RawColumn {
    if (!this.#bytes) {
      if (rows > 0 && this.#counted < rows) this.setNumber(rows - 1, Number.NaN);
      return numberColumn(this.name, this.#numbers.subarray(0, rows));
    }
    for (let row = 0; row < this.#counted; row += 1) {
      if (!Number.isNaN(this.#numbers[row]!)) this.set(row, String(this.#numbers[row]));
    }
    this.#starts = grown(this.#starts, rows);
    this.#ends = grown(this.#ends, rows);
    return { name: this.name, bytes: this.#bytes.subarray(0, this.#used), starts: this.#starts.subarray(0, rows), ends: this.#ends.subarray(0, rows) };
  }

  /** The bytes, with room for `length` more, which are the text of `row`. */
  #room(row: number, length: number): Uint8Array {
    if (!this.#bytes || this.#used + length > this.#bytes.length) this.#bytes = grown(this.#bytes ?? new Uint8Array(0), this.#used + length);
    if (row >= this.#starts.length) {
      this.#starts = grown(this.#starts, row + 1);
      this.#ends = grown(this.#ends, row + 1);
    }
    this.#starts[row] = this.#used;
    return this.#bytes;
  }
}
