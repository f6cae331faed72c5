import { fillingReader } from './filling.js';
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
  const reader = stream.getReader();
  const seen: Uint8Array[] = [];
  let length = 0;
  let isAll = false;
  while (length < wanted && !isAll) {
    const { done, value } = await watched(reader.read());
    isAll = done;
    if (value?.length) length += seen.push(value) && value.length;
  }
  reader.releaseLock();
  const filling = fillingReader(stream);
  return { seen, length, isAll, body: filling ? resumedBytes([...seen], filling, watched) : resumed([...seen], stream.getReader(), watched) };
}

type Watch = <T>(reading: Promise<T>) => Promise<T>;

function resumed(seen: Uint8Array[], reader: ReadableStreamDefaultReader<Uint8Array>, watched: Watch): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = seen.shift();
      if (next) return controller.enqueue(next);
      const { done, value } = await watched(reader.read());
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  }, { highWaterMark: 0 });
}

/** The same for a stream that fills the memory of who reads it. */
function resumedBytes(seen: Uint8Array[], reader: ReadableStreamBYOBReader, watched: Watch): ReadableStream<Uint8Array> {
  return new ReadableStream({
    type: 'bytes',
    async pull(controller) {
      const next = seen.shift();
      if (next) return controller.enqueue(next as Uint8Array<ArrayBuffer>);
      const request = controller.byobRequest;
      const view = (request?.view as Uint8Array<ArrayBuffer> | undefined) ?? new Uint8Array(enough);
      const { done, value } = await watched(reader.read(new Uint8Array(view.buffer, view.byteOffset, view.byteLength)));
      if (done) controller.close();
      if (request) request.respondWithNewView(value ?? new Uint8Array(0));
      else if (!done) controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** All bytes of a stream in one array. */
export async function allBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    chunks.push(value);
    length += value.length;
  }
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
