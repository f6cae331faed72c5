import { BackwardBits, bitsAt, Damaged, fseTable, readFse, readHuffman, type FseTable, type HuffmanTable } from './parquet-zstd-entropy.js';

/** What one block leaves to the next. */
interface Frame {
  huffman: HuffmanTable | undefined;
  readonly tables: [FseTable | undefined, FseTable | undefined, FseTable | undefined];
  readonly recent: [number, number, number];
}

interface Output {
  readonly bytes: Uint8Array;
  at: number;
}

/** RFC 8878, 3.1.1.3.2.1: least value and further bits of each code, for the lengths of literals and of matches. */
const rising = (first: number, plain: number, bits: readonly number[]): readonly (readonly [least: number, bits: number])[] => {
  let least = first;
  return [...Array.from({ length: plain }, () => 0), ...bits].map((each) => {
    least += 2 ** each;
    return [least - 2 ** each, each] as const;
  });
};
const literalCodes = rising(0, 16, [1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
const matchCodes = rising(3, 32, [1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
/** The tables of lengths of literals, of distances and of lengths of matches that need not be written, and the limits of those that are. */
const usual = [
  fseTable([4, 3, ...Array.from({ length: 11 }, () => 2), 1, 1, 1, ...Array.from({ length: 9 }, () => 2), 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1], 6),
  fseTable([1, 1, 1, 1, 1, 1, 2, 2, 2, ...Array.from({ length: 15 }, () => 1), -1, -1, -1, -1, -1], 5),
  fseTable([1, 4, 3, 2, 2, 2, 2, 2, 2, ...Array.from({ length: 37 }, () => 1), -1, -1, -1, -1, -1, -1, -1], 6),
] as const;
const limits = [[35, 9], [31, 8], [52, 9]] as const;

/** Undoes Zstandard (RFC 8878) into `length` bytes. Whatever it is given, it ends; throws where that is damaged. */
export function decompressZstd(input: Uint8Array, length: number): Uint8Array {
  const output: Output = { bytes: new Uint8Array(length), at: 0 };
  for (let at = 0; at < input.length; ) {
    const magic = littleEndian(input, at, 4);
    if (magic >>> 4 === 0x184d2a5) at += 8 + littleEndian(input, at + 4, 4);
    else if (magic === 0xfd2fb528) at = readFrame(input, at + 4, output);
    else throw new Damaged('this is no Zstandard');
  }
  if (output.at !== length) throw new Damaged('fewer bytes than there should be');
  return output.bytes;
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  if (at + count > bytes.length) throw new Damaged('it ends too early');
  let value = 0;
  for (let i = count - 1; i >= 0; i -= 1) value = value * 256 + bytes[at + i]!;
  return value;
}

/** Where the frame ends. */
function readFrame(input: Uint8Array, start: number, output: Output): number {
  const head = littleEndian(input, start, 1);
  const isSingle = (head & 0x20) !== 0;
  const dictionary = [0, 1, 2, 4][head & 3]!;
  let at = start + 1 + Number(!isSingle);
  if (dictionary > 0 && littleEndian(input, at, dictionary) > 0) throw new Damaged('its dictionary is missing');
  at += dictionary + (head >> 6 === 0 ? Number(isSingle) : 1 << (head >> 6));
  const frame: Frame = { huffman: undefined, tables: [undefined, undefined, undefined], recent: [1, 4, 8] };
  for (let isLast = false; !isLast; ) {
    const block = littleEndian(input, at, 3);
    isLast = (block & 1) === 1;
    const [type, size] = [(block >> 1) & 3, block >> 3];
    const used = type === 1 ? 1 : size;
    at += 3;
    if (at + used > input.length || type === 3) throw new Damaged('a block that is none');
    if (type === 2) readBlock(input.subarray(at, at + size), frame, output);
    else write(output, type === 1 ? new Uint8Array(size).fill(input[at]!) : input.subarray(at, at + size));
    at += used;
  }
  return at + ((head & 4) === 0 ? 0 : 4);
}

function write(output: Output, bytes: Uint8Array): void {
  if (output.at + bytes.length > output.bytes.length) throw new Damaged('more bytes than there should be');
  output.bytes.set(bytes, output.at);
  output.at += bytes.length;
}

function readBlock(block: Uint8Array, frame: Frame, output: Output): void {
  const [literals, start] = readLiterals(block, frame);
  let at = start;
  const first = littleEndian(block, at, 1);
  at += first < 128 ? 1 : first < 255 ? 2 : 3;
  const count = first < 128 ? first : first < 255 ? ((first - 128) << 8) + littleEndian(block, at - 1, 1) : littleEndian(block, at - 2, 2) + 0x7f00;
  let taken = 0;
  if (count > 0) {
    const modes = littleEndian(block, at, 1);
    at += 1;
    limits.forEach(([most, longest], i) => {
      const mode = (modes >> (6 - 2 * i)) & 3;
      if (mode === 0) frame.tables[i] = usual[i];
      else if (mode === 1) {
        const symbol = littleEndian(block, at, 1);
        if (symbol > most) throw new Damaged('a code that is none');
        frame.tables[i] = { log: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) };
        at += 1;
      } else if (mode === 2) {
        const [table, used] = readFse(block.subarray(at), most, longest);
        frame.tables[i] = table;
        at += used;
      }
    });
    taken = readSequences(new BackwardBits(block.subarray(at)), count, literals, frame, output);
  }
  write(output, literals.subarray(taken));
}

/** The bytes that stand for themselves, and where they end. */
function readLiterals(block: Uint8Array, frame: Frame): readonly [literals: Uint8Array, end: number] {
  const head = littleEndian(block, 0, 1);
  const [type, format] = [head & 3, (head >> 2) & 3];
  if (type < 2) {
    const bytes = format === 1 ? 2 : format === 3 ? 3 : 1;
    const size = Math.floor(littleEndian(block, 0, bytes) / (bytes === 1 ? 8 : 16));
    const end = bytes + (type === 1 ? 1 : size);
    if (end > block.length || size > 131_072) throw new Damaged('literals that end too early');
    return [type === 1 ? new Uint8Array(size).fill(block[bytes]!) : block.subarray(bytes, end), end];
  }
  const bytes = format < 2 ? 3 : format + 2;
  const width = format < 2 ? 1024 : format === 2 ? 16_384 : 262_144;
  const sizes = Math.floor(littleEndian(block, 0, bytes) / 16);
  const [size, packed] = [sizes % width, Math.floor(sizes / width)];
  const end = bytes + packed;
  if (end > block.length || size > 131_072) throw new Damaged('literals that end too early');
  let rest = block.subarray(bytes, end);
  if (type === 2) {
    const [table, used] = readHuffman(rest);
    frame.huffman = table;
    rest = rest.subarray(used);
  }
  const literals = new Uint8Array(size);
  if (!frame.huffman) throw new Damaged('a code that was never told');
  if (format === 0) readStream(rest, frame.huffman, literals);
  else {
    const part = (size + 3) >> 2;
    const ends = [littleEndian(rest, 0, 2), littleEndian(rest, 2, 2), littleEndian(rest, 4, 2)];
    let from = 6;
    for (let i = 0; i < 4; i += 1) {
      const to = i < 3 ? from + ends[i]! : rest.length;
      if (to > rest.length) throw new Damaged('literals that end too early');
      readStream(rest.subarray(from, to), frame.huffman, literals.subarray(Math.min(size, part * i), i < 3 ? Math.min(size, part * (i + 1)) : size));
      from = to;
    }
  }
  return [literals, end];
}

function readStream(bytes: Uint8Array, { log, symbols, bits }: HuffmanTable, into: Uint8Array): void {
  let { left } = new BackwardBits(bytes);
  for (let i = 0; i < into.length; i += 1) {
    const code = bitsAt(bytes, left - log, log);
    into[i] = symbols[code]!;
    left -= bits[code]!;
  }
  if (left !== 0) throw new Damaged('literals that do not end where they should');
}

/** Copies literals and what stood before, in turn; how many literals were taken. */
function readSequences(bits: BackwardBits, count: number, literals: Uint8Array, { tables, recent }: Frame, output: Output): number {
  const [lengths, distances, matches] = tables;
  if (!lengths || !distances || !matches) throw new Damaged('a code that was never told');
  let [length, distance, match] = [bits.take(lengths.log), bits.take(distances.log), bits.take(matches.log)];
  let taken = 0;
  for (let i = 0; i < count; i += 1) {
    const power = distances.symbols[distance]!;
    const said = 2 ** power + bits.take(power);
    const [leastMatch, matchBits] = matchCodes[matches.symbols[match]!]!;
    const copied = leastMatch + bits.take(matchBits);
    const [leastLength, lengthBits] = literalCodes[lengths.symbols[length]!]!;
    const plain = leastLength + bits.take(lengthBits);
    const back = distanceOf(said, plain === 0, recent);
    if (i < count - 1) {
      length = lengths.bases[length]! + bits.take(lengths.bits[length]!);
      match = matches.bases[match]! + bits.take(matches.bits[match]!);
      distance = distances.bases[distance]! + bits.take(distances.bits[distance]!);
    }
    if (bits.left < 0 || taken + plain > literals.length) throw new Damaged('sequences that end too early');
    if (output.at + plain > output.bytes.length) throw new Damaged('more bytes than there should be');
    // Most runs are too short for a call to be worth it.
    for (const end = taken + plain; taken < end; taken += 1) output.bytes[output.at++] = literals[taken]!;
    copy(output, back, copied);
  }
  return taken;
}

/** Small numbers stand for distances that were used before. */
function distanceOf(said: number, isBare: boolean, recent: Frame['recent']): number {
  if (said > 3) {
    [recent[2], recent[1], recent[0]] = [recent[1], recent[0], said - 3];
    return said - 3;
  }
  const which = said - 1 + Number(isBare);
  const [first, second, third] = recent;
  if (which === 0) return first;
  const distance = which === 1 ? second : which === 2 ? third : first - 1;
  [recent[0], recent[1], recent[2]] = [distance, first, which === 1 ? third : second];
  return distance;
}

/** What is copied may be part of what is being written. */
function copy(output: Output, back: number, count: number): void {
  const { bytes, at } = output;
  if (back < 1 || back > at || at + count > bytes.length) throw new Damaged('a match beyond what there is');
  if (back >= count && count > 32) bytes.copyWithin(at, at - back, at - back + count);
  else for (let i = 0; i < count; i += 1) bytes[at + i] = bytes[at + i - back]!;
  output.at = at + count;
}
