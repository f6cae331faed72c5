type Bytes = Uint8Array<ArrayBuffer>;

/** Small enough that no piece keeps the page from answering. */
const piece = 131_072;

/** Bytes, piece by piece. */
export interface Filling {
  /**
   * The next bytes, which are there only until more are asked for; `undefined` at the end. Who brings memory for them may
   * keep them: they are in it, or in memory of their own.
   */
  readonly next: (into?: ArrayBuffer) => Promise<Bytes | undefined>;
  /** What nobody will read any more need not come. */
  readonly leave: () => void;
}

/** The streams that were made of fillings: who reads pieces need not have them made into a stream and back. */
const fillings = new WeakMap<ReadableStream, Filling>();

/** The same as a stream, for those who need one. */
export function streamOf(filling: Filling): ReadableStream<Bytes> {
  const stream = new ReadableStream<Bytes>({
    async pull(controller) {
      const value = await filling.next();
      if (value) controller.enqueue(value.slice());
      else controller.close();
    },
    cancel: filling.leave,
  }, { highWaterMark: 0 });
  fillings.set(stream, filling);
  return stream;
}

/**
 * Reads a stream into memory that is used again for each piece, where the stream lets one bring it: else the many pieces
 * that it comes in are left behind for somebody to find.
 */
export function fillingFrom(stream: ReadableStream<Uint8Array>): Filling {
  return fillings.get(stream) ?? read(stream);
}

function read(stream: ReadableStream<Uint8Array>): Filling {
  let own: ReadableStreamBYOBReader | undefined;
  try {
    own = stream.getReader({ mode: 'byob' });
  } catch {
    // It knows no memory but its own.
  }
  const reader = own ?? stream.getReader();
  let buffer = new ArrayBuffer(own ? piece : 0);
  return {
    async next(into) {
      const { done, value } = own ? await own.read(new Uint8Array(into ?? buffer)) : await (reader as ReadableStreamDefaultReader<Bytes>).read();
      if (own && value && !into) ({ buffer } = value);
      return done ? undefined : value;
    },
    leave: () => void reader.cancel().catch(() => undefined),
  };
}
