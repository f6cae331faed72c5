import { powers } from './columns-number.js';
import { numberColumn, type RawColumn } from './columns.js';
import type { Column } from './dataset.js';
import { grown, reserved } from './growing.js';

const [zero, minus, point, comma, quote, blank, tab, newline, carriageReturn] = [0x30, 0x2d, 0x2e, 0x2c, 0x22, 0x20, 0x09, 0x0a, 0x0d];
/** As many digits as a number holds whatever they are: more of them would not come back out of it. */
export const exactDigits = 15;
const encoder = new TextEncoder();

/**
 * A column that grows by cells of delimited text. As long as each is a plain number, such as `-12.50`, numbers are all
 * that is kept, with how many decimals each was written with, so that their text can be had back when a later cell is
 * none. A row may be written again until the next one is.
 */
export class CellColumn {
  #isPlain = true;
  #isEmpty = true;
  /** NaN where nothing stands. */
  #values: Float64Array = new Float64Array(0);
  /** How many decimals each number was written with: mostly as many as every other. */
  #decimals = 0;
  #eachDecimals: Uint8Array | undefined;
  /** What stands before decimals; 0 where no cell has any. */
  #mark = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);
  /** Row `r` is the bytes from `#offsets[r]` to `#offsets[r + 1]`. */
  #offsets: Uint32Array = new Uint32Array(0);

  /** Whether all cells so far are plain numbers. */
  get isPlain(): boolean {
    return this.#isPlain;
  }

  /** Makes room for `times` as much as has come with so many rows. */
  expect(rows: number, times: number): void {
    const all = Math.ceil(rows * times);
    if (!this.#isPlain) {
      this.#room(Math.ceil(this.#offsets[rows]! * times), reserved);
      this.#offsets = reserved(this.#offsets, all + 1);
    } else if (!this.#isEmpty) {
      this.#values = reserved(this.#values, all);
      if (this.#eachDecimals) this.#eachDecimals = reserved(this.#eachDecimals, all);
    }
  }

  /** A plain number; `mark` is what stands before its decimals, if it has any. */
  number(row: number, value: number, decimals: number, mark: number): void {
    if (decimals > 0) {
      if (this.#mark === 0) this.#mark = mark;
      else if (this.#mark !== mark) {
        this.#toText(row);
        return this.#write(row, plainText(value, decimals, mark));
      }
    }
    if (row >= this.#values.length) this.#values = grown(this.#values, row + 1);
    if (this.#isEmpty) {
      this.#isEmpty = false;
      this.#values.fill(Number.NaN, 0, row);
      this.#decimals = decimals;
    }
    this.#values[row] = value;
    if (this.#eachDecimals || decimals !== this.#decimals) this.#differs(row, decimals);
  }

  #differs(row: number, decimals: number): void {
    this.#eachDecimals ??= new Uint8Array(this.#values.length).fill(this.#decimals, 0, row);
    this.#eachDecimals = grown(this.#eachDecimals, row + 1);
    this.#eachDecimals[row] = decimals;
  }

  /** The text between two offsets; where `isDoubled`, a quote stands for each two. */
  text(row: number, bytes: Uint8Array, start: number, end: number, isDoubled: boolean): void {
    if (this.#isPlain) {
      if (this.#isNumber(row, bytes, start, end)) return;
      this.#toText(row);
    }
    this.#isEmpty = false;
    if (row + 2 > this.#offsets.length) this.#offsets = grown(this.#offsets, row + 2);
    let to = this.#offsets[row]!;
    this.#room(to + end - start);
    const own = this.#bytes;
    if (end - start > 64 && !isDoubled) {
      own.set(bytes.subarray(start, end), to);
      to += end - start;
    } else {
      for (let from = start; from < end; from += 1, to += 1) {
        own[to] = bytes[from]!;
        if (isDoubled && bytes[from] === quote) from += 1;
      }
    }
    this.#offsets[row + 1] = to;
  }

  /**
   * The text from an offset to what is between fields or records, without blanks behind it, where the column is not plain;
   * returns where it ends. `view` is of the same bytes as `bytes`.
   */
  textUntil(row: number, bytes: Uint8Array, view: DataView, start: number, delimiter: number): number {
    if (row + 2 > this.#offsets.length) this.#offsets = grown(this.#offsets, row + 2);
    const from = this.#offsets[row]!;
    const limit = bytes.length;
    const delimiters = delimiter * 0x01010101;
    let own = this.#bytes;
    let ownView = this.#view;
    let at = start;
    let to = from;
    for (;;) {
      // Four at a time, as long as none of them is below 14, as line ends are, or the delimiter.
      for (const last = Math.min(limit, at + own.length - to) - 4; at <= last; at += 4, to += 4) {
        const word = view.getInt32(at);
        const marks = word ^ delimiters;
        if ((((word - 0x0e0e0e0e) & ~word) | ((marks - 0x01010101) & ~marks)) & 0x80808080) break;
        ownView.setInt32(to, word);
      }
      for (const last = Math.min(limit, at + own.length - to); at < last; at += 1, to += 1) {
        const byte = bytes[at]!;
        if (byte === delimiter || byte === newline || byte === carriageReturn) break;
        own[to] = byte;
      }
      if (to < own.length || at === limit) break;
      this.#room(to + 64);
      own = this.#bytes;
      ownView = this.#view;
    }
    while (to > from && (own[to - 1] === blank || own[to - 1] === tab)) to -= 1;
    this.#offsets[row + 1] = to;
    return at;
  }

  /** Whether a row of a column that is not plain has anything. */
  has(row: number): boolean {
    return this.#offsets[row + 1]! > this.#offsets[row]!;
  }

  nothing(row: number): void {
    if (!this.#isPlain) {
      if (row + 2 > this.#offsets.length) this.#offsets = grown(this.#offsets, row + 2);
      this.#offsets[row + 1] = this.#offsets[row]!;
    } else if (!this.#isEmpty) {
      if (row >= this.#values.length) this.#values = grown(this.#values, row + 1);
      this.#values[row] = Number.NaN;
    }
  }

  /** The numbers, or cells of which the type is still to be found; `undefined` where no row has anything. `decimal` is the mark that is expected. */
  finish(name: string, rows: number, decimal: '.' | ','): Column | RawColumn | undefined {
    if (this.#isEmpty) return undefined;
    if (this.#isPlain && this.#isCertain(rows, decimal.charCodeAt(0))) return numberColumn(name, this.#values.subarray(0, rows));
    if (this.#isPlain) this.#toText(rows);
    const offsets = this.#offsets;
    return { name, bytes: this.#bytes.subarray(0, offsets[rows]), starts: offsets.subarray(0, rows), ends: offsets.subarray(1, rows + 1) };
  }

  /** `1.234` where a comma is expected may be a thousand. */
  #isCertain(rows: number, decimal: number): boolean {
    if (this.#mark === 0 || this.#mark === decimal) return true;
    if (!this.#eachDecimals) return this.#decimals !== 0 && this.#decimals !== 3;
    return this.#eachDecimals.subarray(0, rows).some((decimals, row) => decimals !== 0 && decimals !== 3 && !Number.isNaN(this.#values[row]!));
  }

  /** From here on everything is kept as it is written. */
  #toText(rows: number): void {
    this.#isPlain = false;
    this.#offsets = new Uint32Array(Math.max(64, this.#values.length + 1, rows + 1));
    if (this.#isEmpty) return;
    for (let row = 0; row < rows; row += 1) {
      const value = this.#values[row]!;
      if (Number.isNaN(value)) this.#offsets[row + 1] = this.#offsets[row]!;
      else this.#write(row, plainText(value, this.#eachDecimals ? this.#eachDecimals[row]! : this.#decimals, this.#mark));
    }
    this.#values = new Float64Array(0);
    this.#eachDecimals = undefined;
  }

  #write(row: number, text: string): void {
    const at = this.#offsets[row]!;
    if (row + 2 > this.#offsets.length) this.#offsets = grown(this.#offsets, row + 2);
    this.#room(at + text.length);
    this.#offsets[row + 1] = at + encoder.encodeInto(text, this.#bytes.subarray(at)).written;
  }

  #room(length: number, made: typeof grown = grown): void {
    if (length <= this.#bytes.length) return;
    this.#bytes = made(this.#bytes, length);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Takes a cell that is a plain number after all, such as one in quotes. */
  #isNumber(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    const isNegative = bytes[start] === minus;
    const first = isNegative ? start + 1 : start;
    let [mantissa, mark] = [0, -1];
    for (let at = first; at < end; at += 1) {
      const byte = bytes[at]!;
      if (byte >= zero && byte <= zero + 9) mantissa = mantissa * 10 + byte - zero;
      else if ((byte === point || byte === comma) && mark < 0) mark = at;
      else return false;
    }
    if (!isPlainNumber(bytes, first, end, mark, isNegative && mantissa === 0)) return false;
    const decimals = mark < 0 ? 0 : end - mark - 1;
    const value = mantissa / powers[decimals]!;
    this.number(row, isNegative ? -value : value, decimals, mark < 0 ? 0 : bytes[mark]!);
    return true;
  }
}

/** Whether digits from `first` to `end`, with a decimal mark at `mark` or none where it is negative, are written as programs write numbers. */
export function isPlainNumber(bytes: Uint8Array, first: number, end: number, mark: number, isNegativeZero: boolean): boolean {
  const whole = mark < 0 ? end : mark;
  if (whole === first || mark === end - 1 || end - first > exactDigits + (mark < 0 ? 0 : 1) || isNegativeZero) return false;
  // What begins with a 0 is a code.
  return bytes[first] !== zero || whole === first + 1;
}

function plainText(value: number, decimals: number, mark: number): string {
  const text = value.toFixed(decimals);
  return mark === comma ? text.replace('.', ',') : text;
}
