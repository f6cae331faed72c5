/** Of the standard RFC 8878: the two codes that Zstandard is made of, and the bits that they are read from. */

/** What a state of Finite State Entropy stands for: a symbol, and the state that follows: `base` and as many bits as `bits`. */
export interface FseTable {
  readonly log: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

/** What the next `log` bits stand for in Huffman's code: a symbol, of which `bits` are used up. */
export interface HuffmanTable {
  readonly log: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
}

export class Damaged extends Error {}

const highestBit = (value: number): number => 31 - Math.clz32(value);

/** `count` bits, up to 31, from the bit `at` on, the lowest first; before and behind the bytes there are zeros. */
export function bitsAt(bytes: Uint8Array, at: number, count: number): number {
  const byte = at >> 3;
  // Nearly always.
  if (at >= 0 && count <= 24 && byte + 3 < bytes.length) return (((bytes[byte]! | (bytes[byte + 1]! << 8) | (bytes[byte + 2]! << 16) | (bytes[byte + 3]! << 24)) >>> (at & 7)) & ((1 << count) - 1));
  if (count === 0 || at + count <= 0) return 0;
  if (at < 0) return bitsAt(bytes, 0, count + at) * 2 ** -at;
  let value = 0;
  for (let i = 4; i >= 0; i -= 1) value = value * 256 + (bytes[byte + i] ?? 0);
  return Math.floor(value / 2 ** (at & 7)) % 2 ** count;
}

/** Bits that are read from the end towards the beginning; the highest bit of the last byte marks where they begin. */
export class BackwardBits {
  readonly #bytes: Uint8Array;
  /** How many bits are left; less than none where more were taken. */
  left: number;

  constructor(bytes: Uint8Array) {
    const last = bytes.at(-1);
    if (!last) throw new Damaged('bits without a beginning');
    this.#bytes = bytes;
    this.left = (bytes.length - 1) * 8 + highestBit(last);
  }

  take(count: number): number {
    this.left -= count;
    return bitsAt(this.#bytes, this.left, count);
  }
}

/** The table that `counts` say, of which -1 is less than one: RFC 8878, 4.1.1. */
export function fseTable(counts: readonly number[], log: number): FseTable {
  const size = 1 << log;
  const [symbols, bits, bases] = [new Uint8Array(size), new Uint8Array(size), new Uint16Array(size)];
  const next = counts.map((count) => Math.abs(count));
  let high = size - 1;
  counts.forEach((count, symbol) => {
    if (count !== -1) return;
    symbols[high] = symbol;
    high -= 1;
  });
  let at = 0;
  // The step and the size have no divisor in common: each place is met once.
  const step = (size >> 1) + (size >> 3) + 3;
  counts.forEach((count, symbol) => {
    for (let i = 0; i < count; i += 1) {
      symbols[at] = symbol;
      do at = (at + step) & (size - 1);
      while (at > high);
    }
  });
  for (let state = 0; state < size; state += 1) {
    const number = next[symbols[state]!]!;
    next[symbols[state]!] = number + 1;
    bits[state] = log - highestBit(number);
    bases[state] = (number << bits[state]!) - size;
  }
  return { log, symbols, bits, bases };
}

/** The table that is described at the beginning of the bytes, and how many of them describe it. */
export function readFse(bytes: Uint8Array, most: number, longest: number): readonly [table: FseTable, used: number] {
  const log = bitsAt(bytes, 0, 4) + 5;
  if (log > longest) throw new Damaged('a table that is too large');
  const counts: number[] = [];
  let at = 4;
  for (let rest = 1 << log; rest > 0; ) {
    if (counts.length > most || at > bytes.length * 8) throw new Damaged('a table of too many symbols');
    const width = highestBit(rest + 1) + 1;
    const below = 2 ** (width - 1) - 1;
    const threshold = 2 ** width - 2 - rest;
    const value = bitsAt(bytes, at, width);
    const isShort = (value & below) < threshold;
    at += isShort ? width - 1 : width;
    const count = (isShort ? value & below : value > below ? value - threshold : value) - 1;
    counts.push(count);
    rest -= Math.abs(count);
    if (rest < 0) throw new Damaged('a table that adds up to too much');
    for (let more = count === 0 ? 3 : 0; more === 3; ) {
      more = bitsAt(bytes, at, 2);
      at += 2;
      for (let i = 0; i < more; i += 1) counts.push(0);
      if (counts.length > most + 1) throw new Damaged('a table of too many symbols');
    }
  }
  if (counts.length > most + 1) throw new Damaged('a table of too many symbols');
  return [fseTable(counts, log), Math.ceil(at / 8)];
}

/** The code that is described at the beginning of the bytes, and how many of them describe it: RFC 8878, 4.2.1. */
export function readHuffman(bytes: Uint8Array): readonly [table: HuffmanTable, used: number] {
  const head = bytes[0] ?? 0;
  const isPlain = head >= 128;
  const used = 1 + (isPlain ? (head - 126) >> 1 : head);
  if (used > bytes.length) throw new Damaged('a code that ends too early');
  const weights = isPlain ? Array.from({ length: head - 127 }, (_, i) => (i & 1 ? bytes[1 + (i >> 1)]! & 15 : bytes[1 + (i >> 1)]! >> 4)) : packedWeights(bytes.subarray(1, used));
  const sum = weights.reduce((all, weight) => all + (weight > 0 ? 2 ** (weight - 1) : 0), 0);
  if (sum === 0 || sum >= 2048) throw new Damaged('a code without symbols');
  const log = highestBit(sum) + 1;
  const rest = 2 ** log - sum;
  // The last weight is not written: it is what is missing.
  if ((rest & (rest - 1)) !== 0) throw new Damaged('a code that does not add up');
  weights.push(highestBit(rest) + 1);
  const [symbols, bits] = [new Uint8Array(1 << log), new Uint8Array(1 << log)];
  let at = 0;
  for (let weight = 1; weight <= log; weight += 1) {
    weights.forEach((each, symbol) => {
      if (each !== weight) return;
      const end = at + 2 ** (weight - 1);
      symbols.fill(symbol, at, end);
      bits.fill(log + 1 - weight, at, end);
      at = end;
    });
  }
  return [{ log, symbols, bits }, used];
}

/** Weights that are packed themselves, by two states in turn. */
function packedWeights(bytes: Uint8Array): number[] {
  const [table, used] = readFse(bytes, 12, 6);
  const bits = new BackwardBits(bytes.subarray(used));
  const states: [number, number] = [bits.take(table.log), bits.take(table.log)];
  const weights: number[] = [];
  for (let turn: 0 | 1 = 0; weights.length < 255; turn = turn ? 0 : 1) {
    const state = states[turn];
    weights.push(table.symbols[state]!);
    states[turn] = table.bases[state]! + bits.take(table.bits[state]!);
    if (bits.left >= 0) continue;
    weights.push(table.symbols[states[turn ? 0 : 1]]!);
    if (weights.length > 255) break;
    return weights;
  }
  throw new Damaged('a code of too many symbols');
}
