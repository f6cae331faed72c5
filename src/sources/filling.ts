type Bytes = Uint8Array<ArrayBuffer>;

/** Small enough that no piece keeps the page from answering. */
const piece = 131_072;

/** A stream of bytes, piece by piece. */
export interface Filling {
  /** The next bytes, which are there only until more are asked for; `undefined` at the end. */
  readonly next: () => Promise<Bytes | undefined>;
  /** What nobody will read any more need not come. */
  readonly leave: () => void;
}

/**
 * Reads a stream into memory that is used again for each piece, where the stream lets one bring it: else the many pieces
 * that it comes in are left behind for somebody to find.
 */
export function fillingFrom(stream: ReadableStream<Uint8Array>): Filling {
  const own = fillingReader(stream);
  const reader = own ?? stream.getReader();
  let buffer = new ArrayBuffer(own ? piece : 0);
  return {
    async next() {
      const { done, value } = own ? await own.read(new Uint8Array(buffer)) : await (reader as ReadableStreamDefaultReader<Bytes>).read();
      if (own && value) ({ buffer } = value);
      return done ? undefined : value;
    },
    leave: () => void reader.cancel().catch(() => undefined),
  };
}

/** A reader that brings its own memory; `undefined` where the stream knows none. */
export function fillingReader(stream: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return stream.getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}
