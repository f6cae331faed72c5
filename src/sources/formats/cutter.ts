const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const tab = 0x09;

/**
 * Cuts delimited text into fields without making a string of any: each is two offsets into `bytes`, which change where
 * quotes are doubled. Follows RFC 4180, and forgives what people write: blanks around fields, any line ending, a quote
 * that is never closed.
 */
export class Cutter {
  readonly #bytes: Uint8Array;
  readonly #delimiter: number;
  /** Where the next field begins. */
  at = 0;
  /** The field that was read last. */
  start = 0;
  end = 0;

  constructor(bytes: Uint8Array, delimiter: number) {
    this.#bytes = bytes;
    this.#delimiter = delimiter;
  }

  get done(): boolean {
    return this.at >= this.#bytes.length;
  }

  /** Reads one field; true where it is the last of its record. */
  next(): boolean {
    const bytes = this.#bytes;
    const delimiter = this.#delimiter;
    let { at } = this;
    while (this.#isBlank(at)) at += 1;
    if (bytes[at] === quote && this.#quoted(at)) at = this.at;
    else {
      this.start = at;
      for (; at < bytes.length; at += 1) {
        const byte = bytes[at]!;
        if (byte === delimiter || byte === newline || byte === carriageReturn) break;
      }
      this.end = at;
    }
    while (this.end > this.start && (bytes[this.end - 1] === blank || bytes[this.end - 1] === tab)) this.end -= 1;
    this.at = at + 1;
    if (at < bytes.length && bytes[at] === delimiter) return false;
    if (bytes[at] === carriageReturn && bytes[at + 1] === newline) this.at += 1;
    return true;
  }

  #isBlank(at: number): boolean {
    const byte = this.#bytes[at];
    return byte === blank || (byte === tab && this.#delimiter !== tab);
  }

  /** A field in quotes; false where they are never closed, and the quote is a letter like others. */
  #quoted(opening: number): boolean {
    const bytes = this.#bytes;
    let closing = bytes.indexOf(quote, opening + 1);
    let doubled = false;
    while (closing >= 0 && bytes[closing + 1] === quote) {
      doubled = true;
      closing = bytes.indexOf(quote, closing + 2);
    }
    if (closing < 0) return false;
    let at = closing + 1;
    while (this.#isBlank(at)) at += 1;
    if (at < bytes.length && bytes[at] !== this.#delimiter && bytes[at] !== newline && bytes[at] !== carriageReturn) return false;
    this.start = opening + 1;
    this.end = doubled ? this.#undouble(opening + 1, closing) : closing;
    while (this.start < this.end && bytes[this.start] === blank) this.start += 1;
    this.at = at;
    return true;
  }

  /** Writes `a""b` as `a"b` in its own place; the new end. */
  #undouble(start: number, end: number): number {
    const bytes = this.#bytes;
    let to = start;
    for (let from = start; from < end; from += 1, to += 1) {
      bytes[to] = bytes[from]!;
      if (bytes[from] === quote) from += 1;
    }
    return to;
  }
}
