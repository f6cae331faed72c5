import { fillingFrom, streamOf } from './filling.js';
import { SourceError, type Input } from './source.js';

const enough = 65_536;

/** The first bytes of a stream, and the whole of it as if nobody had looked; what is gzipped is unpacked first. */
export async function peek(stream: ReadableStream<Uint8Array>, address: URL): Promise<Pick<Input, 'head' | 'body' | 'size'>> {
  const { seen, length, isAll, body } = await lookAhead(stream, enough, (reading) => interrupted(reading, address));
  const head = joined(seen, length);
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const unpacked = await peek(body.pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>), address);
    // Whoever said how many bytes there are meant those that came over the wire.
    return { size: undefined, ...unpacked };
  }
  return { head: head.subarray(0, enough), body, ...(isAll && { size: length }) };
}

export interface Beginning {
  /** What has come: at least as much as was asked for, or all there is. */
  readonly seen: readonly Uint8Array[];
  readonly length: number;
  readonly isAll: boolean;
  /** The whole stream, what was seen included. */
  readonly body: ReadableStream<Uint8Array>;
}

/** Waits until so many bytes of a stream are there, without taking them from it. `watched` may tell why a reading fails. */
export async function lookAhead(stream: ReadableStream<Uint8Array>, wanted: number, watched: Watch = (reading) => reading): Promise<Beginning> {
  const { next, leave } = fillingFrom(stream);
  const seen: Uint8Array<ArrayBuffer>[] = [];
  let [length, isAll] = [0, false];
  while (length < wanted && !isAll) {
    const value = await watched(next());
    isAll = !value;
    if (value) length += seen.push(value.slice()) && value.length;
  }
  const rest = [...seen];
  return { seen, length, isAll, body: streamOf({ next: async (into) => rest.shift() ?? (isAll ? undefined : watched(next(into))), leave }) };
}

type Watch = <T>(reading: Promise<T>) => Promise<T>;

/** All bytes of a stream in one array. */
export async function allBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const { seen, length } = await lookAhead(body, Infinity);
  return joined(seen, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** A connection that breaks off, or content that is not what its `Content-Encoding` says, ends in a TypeError. */
async function interrupted<T>(reading: Promise<T>, address: URL): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new SourceError('unreachable', `The connection to ${address.host} broke off while ${address.href} was read.`, { cause });
  }
}
