import { CellColumn, isPlainNumber } from '../../model/columns-cells.js';
import { powers } from '../../model/columns-number.js';
import type { Problems } from '../../model/problems.js';

const [quote, newline, carriageReturn, blank, tab, zero, minus, point, comma] = [0x22, 0x0a, 0x0d, 0x20, 0x09, 0x30, 0x2d, 0x2e, 0x2c];

/**
 * Cuts delimited text into records while it comes, and writes each cell into its column. Follows RFC 4180, and forgives
 * what people write: blanks around fields, any line ending, a quote that is never closed.
 */
export class CsvRecords {
  readonly columns: readonly CellColumn[];
  /** How many records became rows. */
  rows = 0;
  /** How many records there were, blank ones included. */
  read = 0;
  /** The numbers of the records that were left out, ascending from 1. */
  readonly left: number[] = [];
  readonly #delimiter: number;
  /** Tabs around a field are blanks, unless they are what is between fields. */
  readonly #otherBlank: number;
  readonly #problems: Problems;
  /** What `#quoted` found: the field, and where the text goes on. */
  #start = 0;
  #end = 0;
  #after = 0;
  #isDoubled = false;

  constructor(delimiter: number, fields: number, problems: Problems) {
    this.#delimiter = delimiter;
    this.#otherBlank = delimiter === tab ? blank : tab;
    this.#problems = problems;
    this.columns = Array.from({ length: fields }, () => new CellColumn());
  }

  /** Makes room for `times` as much as has come. */
  expect(times: number): void {
    for (const column of this.columns) column.expect(this.rows, times);
  }

  /**
   * Reads what is whole of `bytes` from `from` on, where the next record begins there; returns where the first that is
   * not whole begins. `bytes` ends with a byte that is no line ending; `isAll` says that nothing follows it.
   */
  take(bytes: Uint8Array, from: number, isAll: boolean): number {
    const { columns } = this;
    const fields = columns.length;
    const limit = bytes.length;
    const view = new DataView(bytes.buffer, bytes.byteOffset, limit);
    const delimiter = this.#delimiter;
    const otherBlank = this.#otherBlank;
    let record = from;
    // Local variables and one long loop, for this looks at every byte of the file.
    while (record < limit) {
      const row = this.rows;
      let at = record;
      let field = 0;
      let isFilled = false;
      let isMore = false;
      for (;;) {
        while (at < limit && (bytes[at] === blank || bytes[at] === otherBlank)) at += 1;
        const column = columns[field];
        const quoting = at < limit && bytes[at] === quote ? this.#quoted(bytes, at, isAll) : undefined;
        if (quoting === 'cut off') return record;
        let start = at;
        let isNumber = false;
        if (quoting === 'closed') {
          start = this.#start;
          at = this.#after;
        } else if (column?.isPlain) {
          const isNegative = at < limit && bytes[at] === minus;
          if (isNegative) at += 1;
          const first = at;
          let mantissa = 0;
          let mark = -1;
          for (; at < limit; at += 1) {
            const byte = bytes[at]!;
            const digit = byte - zero;
            if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
            else if ((byte === point || byte === comma) && byte !== delimiter && mark < 0) mark = at;
            else break;
          }
          const byte = at < limit ? bytes[at] : newline;
          if (byte === delimiter || byte === newline || byte === carriageReturn) {
            if (at === limit && !isAll) return record;
            if (isPlainNumber(bytes, first, at, mark, isNegative && mantissa === 0)) {
              const decimals = mark < 0 ? 0 : at - mark - 1;
              const value = mantissa / powers[decimals]!;
              column.number(row, isNegative ? -value : value, decimals, mark < 0 ? 0 : bytes[mark]!);
              isNumber = true;
            }
          }
        }
        const isText = quoting !== 'closed' && column && !column.isPlain;
        if (isText) at = column.textUntil(row, bytes, view, at, delimiter);
        else if (quoting !== 'closed' && !isNumber) {
          for (; at < limit; at += 1) {
            const byte = bytes[at]!;
            if (byte === delimiter || byte === newline || byte === carriageReturn) break;
          }
        }
        if (at >= limit && !isAll) return record;
        if (isNumber) isFilled = true;
        else if (isText) isFilled ||= column.has(row);
        else {
          let end = quoting === 'closed' ? this.#end : at;
          while (end > start && (bytes[end - 1] === blank || bytes[end - 1] === tab)) end -= 1;
          if (end > start) {
            isFilled = true;
            if (column) column.text(row, bytes, start, end, quoting === 'closed' && this.#isDoubled);
            else isMore = true;
          } else column?.nothing(row);
        }
        field += 1;
        if (at < limit && bytes[at] === delimiter) at += 1;
        else break;
      }
      record = bytes[at] === carriageReturn && bytes[at + 1] === newline ? at + 2 : at + 1;
      this.#count(field, isFilled, isMore, fields);
    }
    return limit;
  }

  /** Blank records are left out, ragged ones kept, both are reported. */
  #count(found: number, isFilled: boolean, isMore: boolean, fields: number): void {
    this.read += 1;
    if (!isFilled) {
      this.#problems.note('blank', this.read, true);
      this.left.push(this.read);
      return;
    }
    if (isMore || found < fields) this.#problems.note('ragged', this.read);
    for (let field = found; field < fields; field += 1) this.columns[field]!.nothing(this.rows);
    this.rows += 1;
  }

  /** A field in quotes; `undefined` where they are never closed, and the quote is a letter like others. */
  #quoted(bytes: Uint8Array, opening: number, isAll: boolean): 'closed' | 'cut off' | undefined {
    let closing = bytes.indexOf(quote, opening + 1);
    this.#isDoubled = false;
    while (closing >= 0 && bytes[closing + 1] === quote) {
      this.#isDoubled = true;
      closing = bytes.indexOf(quote, closing + 2);
    }
    let at = closing + 1;
    if (closing < 0) return isAll ? undefined : 'cut off';
    while (at < bytes.length && (bytes[at] === blank || bytes[at] === this.#otherBlank)) at += 1;
    if (!isAll && at === bytes.length) return 'cut off';
    if (at < bytes.length && bytes[at] !== this.#delimiter && bytes[at] !== newline && bytes[at] !== carriageReturn) return undefined;
    this.#start = opening + 1;
    this.#end = closing;
    while (this.#start < closing && bytes[this.#start] === blank) this.#start += 1;
    this.#after = at;
    return 'closed';
  }
}
