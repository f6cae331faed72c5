import { numberColumn, type RawColumn } from './columns.js';
import type { Column } from './dataset.js';
import { grown } from './growing.js';

const encoder = new TextEncoder();

/** A column that grows by values as JSON has them. Numbers stay numbers; text is kept as bytes. */
export class ValueColumn {
  readonly name: string;
  #numbers: Float64Array | undefined;
  #bytes: Uint8Array<ArrayBuffer> | undefined;
  #starts = new Uint32Array(0);
  #ends = new Uint32Array(0);
  #used = 0;

  constructor(name: string) {
    this.name = name;
  }

  set(row: number, value: string | number | boolean): void {
    if (typeof value === 'number') {
      const filled = this.#numbers?.length ?? 0;
      if (row >= filled) this.#numbers = grown(this.#numbers ?? new Float64Array(0), row + 1).fill(Number.NaN, filled);
      this.#numbers![row] = value;
    } else this.#write(row, String(value).trim());
  }

  /** The numbers as they are, or cells of which the type is still to be found. */
  finish(rows: number): Column | RawColumn {
    if (!this.#bytes) return numberColumn(this.name, padded(this.#numbers ?? new Float64Array(0), rows));
    this.#numbers?.forEach((value, row) => {
      if (!Number.isNaN(value)) this.#write(row, String(value));
    });
    this.#starts = grown(this.#starts, rows);
    this.#ends = grown(this.#ends, rows);
    return { name: this.name, bytes: this.#bytes.slice(0, this.#used), starts: this.#starts.subarray(0, rows), ends: this.#ends.subarray(0, rows) };
  }

  #write(row: number, text: string): void {
    this.#bytes = grown(this.#bytes ?? new Uint8Array(0), this.#used + text.length * 3);
    this.#starts = grown(this.#starts, row + 1);
    this.#ends = grown(this.#ends, row + 1);
    this.#starts[row] = this.#used;
    this.#used += encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written;
    this.#ends[row] = this.#used;
  }
}

function padded(values: Float64Array, rows: number): Float64Array {
  if (values.length >= rows) return values.slice(0, rows);
  const all = new Float64Array(rows).fill(Number.NaN);
  all.set(values);
  return all;
}
