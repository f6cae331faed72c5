import { numberColumn, type RawColumn } from './columns.js';
import type { Column } from './dataset.js';
import { grown, reserved } from './growing.js';

const encoder = new TextEncoder();

/** A column that grows by values as JSON has them. Numbers stay numbers; text is kept as bytes. */
export class ValueColumn {
  readonly name: string;
  #numbers: Float64Array = new Float64Array(0);
  /** How many rows have a number, or none that is written down. */
  #counted = 0;
  #bytes: Uint8Array | undefined;
  #used = 0;
  /** Row `r` is the bytes from `#offsets[r]` to `#offsets[r + 1]`, as long as rows come in their order; the last is `#last`. */
  #offsets = new Uint32Array(1);
  #last = -1;
  /** Where rows begin that did not come in their order; then `#offsets[r + 1]` is no more than where they end. */
  #starts: Uint32Array | undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** Makes room for `times` as much as has come with so many rows. */
  expect(rows: number, times: number): void {
    const all = Math.ceil(rows * times);
    if (this.#counted > 0) this.#numbers = reserved(this.#numbers, all);
    if (!this.#bytes) return;
    this.#bytes = reserved(this.#bytes, Math.ceil(this.#used * times));
    this.#offsets = reserved(this.#offsets, all + 1);
  }

  set(row: number, value: string | number | boolean): void {
    if (typeof value === 'number') return this.setNumber(row, value);
    const text = String(value).trim();
    const bytes = this.#room(row, text.length * 3);
    this.#used += encoder.encodeInto(text, bytes.subarray(this.#used)).written;
    this.#offsets[row + 1] = this.#used;
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
    this.#offsets[row + 1] = to;
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
    if (this.#last < rows - 1) this.#room(rows - 1, 0);
    return { name: this.name, bytes: this.#bytes.subarray(0, this.#used), starts: (this.#starts ?? this.#offsets).subarray(0, rows), ends: this.#offsets.subarray(1, rows + 1) };
  }

  /** The bytes, with room for `length` more, which are the text of `row`. */
  #room(row: number, length: number): Uint8Array {
    if (row + 2 > this.#offsets.length) this.#offsets = grown(this.#offsets, row + 2);
    // A row that is written again begins where it began.
    if (row === this.#last && !this.#starts) this.#used = this.#offsets[row]!;
    if (row < this.#last) this.#starts ??= this.#offsets.slice();
    if (this.#starts) this.#starts = grown(this.#starts, row + 1);
    for (let each = this.#last + 1; each <= row; each += 1) {
      this.#offsets[each + 1] = this.#used;
      if (this.#starts) this.#starts[each] = this.#used;
    }
    if (this.#starts) this.#starts[row] = this.#used;
    this.#last = Math.max(this.#last, row);
    if (!this.#bytes || this.#used + length > this.#bytes.length) this.#bytes = grown(this.#bytes ?? new Uint8Array(0), this.#used + length);
    return this.#bytes;
  }
}
