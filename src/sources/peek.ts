import { SourceError, type Input } from './source.js';

const enough = 65_536;

/** The first bytes of a stream, and the whole of it as if nobody had looked; what is gzipped is unpacked first. */
export async function peek(stream: ReadableStream<Uint8Array>, address: URL): Promise<Pick<Input, 'head' | 'body'>> {
  const reader = stream.getReader();
  const seen: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  while (length < enough && !ended) {
    const { done, value } = await interrupted(reader.read(), address);
    ended = done;
    if (value?.length) length += seen.push(value) && value.length;
  }
  const head = joined(seen, length);
  let next = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next < seen.length) return controller.enqueue(seen[next++]!);
      const { done, value } = ended ? { done: true, value: undefined } : await interrupted(reader.read(), address);
      if (done) controller.close();
      else if (value) controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  if (head[0] !== 0x1f || head[1] !== 0x8b) return { head: head.subarray(0, enough), body };
  return peek(body.pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>), address);
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
