import { allBytes } from '../peek.js';
import type { Input } from '../source.js';
import { markedEncoding, strictText } from './encoding.js';
import type { Encoded } from './utf8-stream.js';

/** Bytes up to which a whole text is looked at before any of it is read. */
const small = 1_000_000;
/** Small enough that no piece keeps the page from answering. */
const piece = 131_072;

/** The text of a file as UTF-8, in pieces, without a byte order mark: a small one that is UTF-8 already needs nothing more. */
export async function* textPieces(input: Pick<Input, 'head' | 'body' | 'charset' | 'size'>, found: Encoded): AsyncGenerator<Uint8Array, void> {
  let { body } = input;
  if (input.size! < small) {
    const bytes = await allBytes(body);
    const marked = markedEncoding(bytes.subarray(0, 4096));
    if ((!marked || marked === 'utf-8') && strictText(bytes, 'utf-8', false) !== undefined) {
      for (let at = marked ? 3 : 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
      return;
    }
    body = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  }
  yield* (await import('./utf8-stream.js')).utf8Pieces({ ...input, body }, found);
}
