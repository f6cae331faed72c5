import { ask, refusal } from './http.js';
import { allBytes } from './peek.js';
import { SourceError, type Input, type ReadOptions } from './source.js';
import { inTurn } from './turns.js';

/** Bytes below which a file is read whole: it would be here before a second answer. */
const small = 2_000_000;
/** More bytes than a page can hold in one array beside what it makes of them. */
const largest = 1_000_000_000;
/** The bytes of a file, of which not all need be transferred. */
export interface Ranges {
  readonly size: number;
  /** Whether only what is read is transferred. */
  readonly isPartial: boolean;
  /** The bytes from `start` to before `end`, as far as there are any. Throws `SourceError`. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

/** The bytes of an input: by ranges where it is large and its server gives them, else all of them. Throws `SourceError`. */
export async function rangesOf(input: Input, options: ReadOptions): Promise<Ranges> {
  const { address, size, member, body } = input;
  const chunks: Uint8Array[] = [];
  const reader = body.getReader();
  // Other sites need not say how long a file is: then its beginning is taken, which is all of most files.
  if (!(size! > small) && (await take(reader, chunks, small))) return whole(joined(chunks));
  const partial = member === undefined ? await remote(input, options) : undefined;
  if (partial) {
    void reader.cancel().catch(() => undefined);
    return partial;
  }
  if (!(size! > largest) && (await take(reader, chunks, largest))) return whole(joined(chunks));
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

/** What a server answers that gives ranges of this very file; `undefined` for every other. */
async function remote({ address, size: said, head }: Input, options: ReadOptions): Promise<Ranges | undefined> {
  const beginning = Math.min(1024, head.length);
  const first = await answer(address, 0, beginning - 1, options);
  const bytes = first?.status === 206 ? new Uint8Array(await first.arrayBuffer().catch(() => new ArrayBuffer(0))) : undefined;
  // What was unpacked on its way has other bytes than the file, and some servers call every answer a part.
  if (!first || bytes?.length !== beginning || bytes.some((byte, i) => byte !== head[i])) {
    if (!first?.bodyUsed) void first?.body?.cancel();
    return undefined;
  }
  const size = Number(/\/(\d+)$/.exec(first.headers.get('content-range') ?? '')?.[1]) || said || (await rest(address, beginning, options));
  return size ? parts(address, head, size, versionOf(first), options) : undefined;
}

/** How long a file is of which the server does not show it to other sites: what is left of it has a length. */
async function rest(address: URL, from: number, options: ReadOptions): Promise<number | undefined> {
  const response = await answer(address, from, undefined, options);
  void response?.body?.cancel();
  const length = Number(response?.headers.get('content-length'));
  return response?.status === 206 && length > 0 ? from + length : undefined;
}

/** A server that refuses, or a browser that may not ask, is no failure: all bytes are on their way already. */
async function answer(address: URL, from: number, to: number | undefined, { signal }: ReadOptions): Promise<Response | undefined> {
  try {
    return await inTurn(address.host, () => fetch(address, { headers: { range: `bytes=${from}-${to ?? ''}` }, credentials: 'omit', signal: signal ?? null }));
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

/** What differs when a file was replaced, as far as the server shows it. */
const versionOf = ({ headers }: Response): string => headers.get('last-modified') ?? headers.get('etag') ?? '';

function parts(address: URL, head: Uint8Array, size: number, version: string, options: ReadOptions): Ranges {
  let all: Uint8Array | undefined;
  let loaded = 0;
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const [start, end] = [Math.max(0, from), Math.min(to, size)];
    if (start >= end) return new Uint8Array(0);
    if (all || end <= head.length) return (all ?? head).subarray(start, end);
    const response = await ask(address, options, { headers: { range: `bytes=${start}-${end - 1}` } });
    if (!response.ok) throw response.status === 412 || response.status === 416 ? changed(address) : refusal(response, address);
    const bytes = await arrived(response, address, options);
    if (versionOf(response) !== version) throw changed(address);
    loaded += bytes.length;
    options.onProgress?.({ loaded });
    if (response.status === 206) {
      if (bytes.length !== end - start) throw new SourceError('unreadable', `${address.host} answered with ${bytes.length} bytes where ${end - start} of ${address.href} were asked for.`);
      return bytes;
    }
    // Now and then a cache has the whole file, and gives it.
    if (bytes.length !== size) throw changed(address);
    all = bytes;
    return bytes.subarray(start, end);
  };
  return { size, isPartial: true, read };
}

async function arrived(response: Response, address: URL, { signal }: ReadOptions): Promise<Uint8Array> {
  try {
    return await allBytes(response.body ?? new Blob([]).stream());
  } catch (cause) {
    signal?.throwIfAborted();
    throw new SourceError('unreachable', `The connection to ${address.host} broke off while ${address.href} was read.`, { cause });
  }
}

const changed = (address: URL): SourceError => new SourceError('unreadable', `${address.href} was replaced while it was read. Read it again.`);

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
