import { powers } from '../../model/columns-number.js';

const [newline, quote, backslash, minus, plus, point, zero, comma] = [0x0a, 0x22, 0x5c, 0x2d, 0x2b, 0x2e, 0x30, 0x2c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];
const decoder = new TextDecoder();
const words = { true: new TextEncoder().encode('true'), false: new TextEncoder().encode('false'), null: new TextEncoder().encode('null') };

/**
 * Reads JSON token by token out of UTF-8 bytes, without making objects of it. Whatever is not plain ends in `false`: then
 * `isCutOff` says whether the bytes ended within it, and everything else is somebody else's to judge.
 */
export class JsonCursor {
  bytes: Uint8Array = new Uint8Array(0);
  view: DataView = new DataView(new ArrayBuffer(0));
  /** Where the bytes end. */
  limit = 0;
  at = 0;
  /** How many lines ended so far, and where the last began, if it began within the bytes. */
  lines = 0;
  line = -1;
  /** The text that was read last lies between these, still escaped where it says so. */
  start = 0;
  end = 0;
  isEscaped = false;
  /** The number that was read last. */
  value = 0;

  /** Begins with other bytes. */
  open(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.limit = bytes.length;
    this.at = 0;
    this.line = -1;
  }

  get isCutOff(): boolean {
    return this.at >= this.limit;
  }

  /** Passes over blanks; the byte that follows, or -1 at the end. */
  peek(): number {
    const { bytes, limit } = this;
    let { at } = this;
    let byte = -1;
    for (; at < limit; at += 1) {
      byte = bytes[at]!;
      if (byte > 0x20) break;
      if (byte === newline) {
        this.lines += 1;
        this.line = at + 1;
      } else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) break;
    }
    this.at = at;
    return at < limit ? byte : -1;
  }

  /** Passes over blanks and one sign. */
  sign(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.at += 1;
    return true;
  }

  /** Reads text in quotes, which begins here. */
  text(): boolean {
    const { bytes, limit } = this;
    let at = this.at + 1;
    this.start = at;
    this.isEscaped = false;
    for (; at < limit; at += 1) {
      const byte = bytes[at]!;
      if (byte === quote) {
        this.end = at;
        this.at = at + 1;
        return true;
      }
      if (byte === backslash) {
        this.isEscaped = true;
        at += 1;
      } else if (byte < 0x20) {
        this.at = at;
        return false;
      }
    }
    this.at = limit;
    return false;
  }

  /** Reads a number, which begins here. */
  number(): boolean {
    const { bytes, limit } = this;
    const { at: start } = this;
    let at = start;
    const isNegative = bytes[at] === minus;
    if (isNegative) at += 1;
    const first = at;
    let mantissa = 0;
    let decimals = 0;
    let byte = at < limit ? bytes[at]! : 0;
    for (; byte >= zero && byte <= zero + 9; byte = at < limit ? bytes[at]! : 0) {
      mantissa = mantissa * 10 + (byte - zero);
      at += 1;
    }
    let isNumber = at > first && (at === first + 1 || bytes[first] !== zero);
    if (byte === point) {
      const mark = at;
      at += 1;
      byte = at < limit ? bytes[at]! : 0;
      for (; byte >= zero && byte <= zero + 9; byte = at < limit ? bytes[at]! : 0) {
        mantissa = mantissa * 10 + (byte - zero);
        at += 1;
      }
      decimals = at - mark - 1;
      isNumber &&= decimals > 0;
    }
    const isLong = (byte | 0x20) === 0x65;
    if (isLong) {
      at += 1;
      if (at < limit && (bytes[at] === minus || bytes[at] === plus)) at += 1;
      const power = at;
      while (at < limit && bytes[at]! >= zero && bytes[at]! <= zero + 9) at += 1;
      isNumber &&= at > power;
    }
    this.at = at;
    // What ends with the bytes may go on behind them.
    if (!isNumber || at >= limit) return false;
    if (isLong || mantissa > Number.MAX_SAFE_INTEGER || decimals > 22) this.value = Number(decoder.decode(bytes.subarray(start, at)));
    else {
      const value = decimals > 0 ? mantissa / powers[decimals]! : mantissa;
      this.value = isNegative ? -value : value;
    }
    return true;
  }

  /** Reads one of the three words that JSON has, which begins here. */
  word(word: keyof typeof words): boolean {
    const letters = words[word];
    for (let i = 0; i < letters.length; i += 1) {
      if (this.at >= this.limit || this.bytes[this.at] !== letters[i]) return false;
      this.at += 1;
    }
    return true;
  }

  /** Passes over a list or an object, which begins here, by its brackets alone; it is between `start` and `end`. */
  nested(): boolean {
    const { at: start } = this;
    const end = this.endOfItem(true);
    if (end < 0) return false;
    this.start = start;
    this.end = this.at = end;
    return true;
  }

  /** Where the comma or the bracket behind what begins here is, or, of what `isNested`, where its own last bracket ends; -1 where that has not come. */
  endOfItem(isNested: boolean): number {
    const { bytes, limit } = this;
    let depth = 0;
    for (let { at } = this; at < limit; at += 1) {
      const byte = bytes[at]!;
      if (byte === quote) {
        for (at += 1; at < limit && bytes[at] !== quote; at += 1) if (bytes[at] === backslash) at += 1;
      } else if (byte === openBrace || byte === openBracket) depth += 1;
      else if (byte === closeBrace || byte === closeBracket) {
        if (depth === 0) return at;
        depth -= 1;
        if (isNested && depth === 0) return at + 1;
      } else if (byte === newline && isNested) {
        this.lines += 1;
        this.line = at + 1;
      } else if (byte === comma && depth === 0) return at;
    }
    if (isNested) this.at = limit;
    return -1;
  }
}
