import { remoteRanges, type Ranges } from './ranges-remote.js';
import { SourceError, type Input, type ReadOptions } from './source.js';

export type { Ranges } from './ranges-remote.js';

/** Bytes up to which a file is read whole: it would be here before other answers. */
const enough = 20_000_000;
/** Bytes after which a server is asked how many there are, if it does not say so. */
const beginning = 2_000_000;
/** More bytes than a page can hold in one array beside what it makes of them. */
const largest = 1_000_000_000;

/** The bytes of an input: by ranges where it is large and its server gives them, else all of them. Throws `SourceError`. */
export async function rangesOf(input: Input, options: ReadOptions): Promise<Ranges> {
  const { address, size = 0, member, body } = input;
  const chunks: Uint8Array[] = [];
  const reader = body.getReader();
  // Other sites need not say how long a file is: then its beginning is taken, which is all of most files.
  if (size <= enough && (await take(reader, chunks, size > 0 ? enough : beginning))) return whole(joined(chunks));
  const partial = member === undefined ? await remoteRanges(input, options) : undefined;
  if (partial && partial.size > enough) {
    void reader.cancel().catch(() => undefined);
    return partial;
  }
  if (size <= largest && (await take(reader, chunks, largest))) return whole(joined(chunks));
  void reader.cancel().catch(() => undefined);
  throw new SourceError('too-large', `${address.href} has more than ${largest / 1e6} MB, and ${address.host} gives it as a whole or not at all. A server that answers requests for ranges of bytes (206), and lets other sites ask for them (Access-Control-Allow-Headers: Range), would let a page read a part.`);
}

/** What lies beside the bytes that were asked for comes along, in blocks of which the last are kept. */
export function inBlocks(ranges: Ranges, block: number): Ranges {
  if (!ranges.isPartial) return ranges;
  const kept = new Map<number, Promise<Uint8Array>>();
  const blockAt = (number: number): Promise<Uint8Array> => {
    const bytes = kept.get(number) ?? ranges.read(number * block, (number + 1) * block);
    kept.delete(number);
    kept.set(number, bytes);
    // The order of a map is that of its use: what was not used for long goes.
    if (kept.size > 24) kept.delete(kept.keys().next().value!);
    return bytes;
  };
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    const [first, last] = [Math.floor(start / block), Math.floor((Math.min(end, ranges.size) - 1) / block)];
    if (last > first) return last - first > 4 ? ranges.read(start, end) : cut(joined(await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => blockAt(first + i)))), start - first * block, end - start);
    return cut(await blockAt(first), start - first * block, end - start);
  };
  return { ...ranges, read };
}

const cut = (bytes: Uint8Array, start: number, length: number): Uint8Array => bytes.subarray(start, start + Math.max(0, length));

/** One answer for several spans, in their order, as long as what lies between them is little. */
export function merged(spans: readonly (readonly [start: number, end: number])[], gap: number): [start: number, end: number][] {
  const all: [number, number][] = [];
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && start - last[1] <= gap) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}

function whole(bytes: Uint8Array): Ranges {
  return { size: bytes.length, isPartial: false, read: async (start, end) => bytes.subarray(start, end) };
}

/** Takes chunks until there are `enough` bytes; whether that was all. */
async function take(reader: ReadableStreamDefaultReader<Uint8Array>, chunks: Uint8Array[], enough: number): Promise<boolean> {
  let length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  while (length < enough) {
    const { done, value } = await reader.read();
    if (done) return true;
    chunks.push(value);
    length += value.length;
  }
  return false;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
