import { encodingOf } from './encoding.js';
import type { Input } from '../source.js';

/** Small enough that no piece keeps the page from answering. */
const piece = 131_072;

/** The text of a file in pieces, without a byte order mark. JSON is UTF-8, but not everybody knows. */
export async function* textOfBody({ head, body, charset }: Input): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(await encodingOf(head, charset));
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.length; at += piece) yield decoder.decode(value.subarray(at, at + piece), { stream: true });
    }
    yield decoder.decode();
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
