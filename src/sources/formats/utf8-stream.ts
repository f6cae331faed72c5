import { fillingFrom, type Filling } from '../filling.js';
import type { Input } from '../source.js';
import { markedEncoding } from './encoding.js';

/** Small enough that no piece keeps the page from answering. */
const piece = 131_072;
/** How much is looked at, from the first byte on that is not ASCII, to tell what it is. */
const enough = 8_388_608;

/** What a text turned out to be in, which is known for certain when all of it has come. */
export interface Encoded {
  /** Such as `utf-8` or `windows-1252`. */
  encoding: string;
  /** How many characters the encoding does not know; each is now U+FFFD. */
  broken: number;
}

/**
 * The text of a file as UTF-8, in pieces that cut no character in two, without a byte order mark. What is not strictly
 * UTF-8 is taken as what the server says, as Shift_JIS, or as windows-1252. No more of it is held than it takes to tell.
 */
export async function* utf8Pieces({ head, body, charset }: Pick<Input, 'head' | 'body' | 'charset'>, found: Encoded = { encoding: 'utf-8', broken: 0 }): AsyncGenerator<Uint8Array, void> {
  const filling = fillingFrom(body);
  try {
    const marked = markedEncoding(head.subarray(0, 4096));
    const pieces = piecesOf(filling, marked === 'utf-8' ? 3 : 0);
    if (marked && marked !== 'utf-8') return yield* recoded(pieces, (found.encoding = marked));
    const held: Uint8Array[] = [];
    let length = 0;
    for await (const each of pieces) {
      const from = held.length > 0 ? 0 : asciiLength(each);
      if (from > 0) yield each.subarray(0, from);
      if (from === each.length) continue;
      // What is not decided yet is held on to, so it must not change.
      held.push(each.slice(from));
      length += each.length - from;
      if (length >= enough) break;
    }
    if (length === 0) return;
    const legacy = isUtf8(held) ? undefined : (await import('./encoding-legacy.js')).encodingOfBroken(joined(held, length), marked, charset);
    const rest = chained(held, pieces);
    yield* legacy === undefined ? mended(rest, found) : recoded(rest, (found.encoding = legacy));
  } finally {
    filling.leave();
  }
}

/** The pieces of a body. An iteration that ends early does not end the body: another may go on with it. */
function piecesOf({ next }: Filling, skip: number): AsyncIterableIterator<Uint8Array> {
  let [chunk, at, left] = [new Uint8Array(0), 0, skip];
  const iterator: AsyncIterableIterator<Uint8Array> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      while (at >= chunk.length) {
        const bytes = await next();
        if (!bytes) return { done: true, value: undefined };
        at = Math.min(left, bytes.length);
        left -= at;
        chunk = bytes;
      }
      return { done: false, value: chunk.subarray(at, (at += piece)) };
    },
  };
  return iterator;
}

async function* chained(first: Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  while (first.length > 0) yield first.shift()!;
  yield* rest;
}

async function* recoded(pieces: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array, void> {
  const [decoder, encoder] = [new TextDecoder(encoding), new TextEncoder()];
  for await (const each of pieces) yield encoder.encode(decoder.decode(each, { stream: true }));
  yield encoder.encode(decoder.decode());
}

/** UTF-8 as it is, where it is UTF-8; what is broken in it becomes U+FFFD. */
async function* mended(pieces: AsyncIterable<Uint8Array>, found: Encoded): AsyncGenerator<Uint8Array, void> {
  const [strict, lenient, encoder] = [new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }), new TextDecoder('utf-8', { ignoreBOM: true }), new TextEncoder()];
  const mend = (bytes: Uint8Array): Uint8Array => {
    if (asciiLength(bytes) === bytes.length) return bytes;
    try {
      strict.decode(bytes);
      return bytes;
    } catch {
      const text = lenient.decode(bytes);
      found.broken += text.match(/\ufffd/g)?.length ?? 0;
      return encoder.encode(text);
    }
  };
  let rest: Uint8Array | undefined;
  for await (const each of pieces) {
    const bytes = rest ? joined([rest, each], rest.length + each.length) : each;
    const whole = wholeLength(bytes);
    rest = whole < bytes.length ? bytes.slice(whole) : undefined;
    yield mend(bytes.subarray(0, whole));
  }
  if (rest) yield mend(rest);
}

/** How many bytes there are up to a character at the end that is cut in two. */
function wholeLength(bytes: Uint8Array): number {
  const { length } = bytes;
  for (let back = 1; back <= 3 && back <= length; back += 1) {
    const byte = bytes[length - back]!;
    if (byte < 0x80) return length;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? length - back : length;
  }
  return length;
}

/** How many bytes at the beginning are ASCII. */
export function asciiLength(bytes: Uint8Array): number {
  let at = 0;
  const { length } = bytes;
  // Sixteen at a time, from where they may be read so.
  const aligned = (4 - (bytes.byteOffset & 3)) & 3;
  if (length > aligned + 4) {
    while (at < aligned && bytes[at]! < 0x80) at += 1;
    if (at < aligned) return at;
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset + aligned, (length - aligned) >> 2);
    const most = words.length - 4;
    let word = 0;
    while (word <= most && ((words[word]! | words[word + 1]! | words[word + 2]! | words[word + 3]!) & 0x80808080) === 0) word += 4;
    while (word < words.length && (words[word]! & 0x80808080) === 0) word += 1;
    at = aligned + 4 * word;
  }
  while (at < length && bytes[at]! < 0x80) at += 1;
  return at;
}

function isUtf8(held: readonly Uint8Array[]): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const each of held) decoder.decode(each, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const each of pieces) {
    all.set(each, at);
    at += each.length;
  }
  return all;
}
