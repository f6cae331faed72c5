import { open } from '../http.js';
import { allBytes } from '../peek.js';
import type { ReadOptions } from '../source.js';

/** The text behind an address, whatever its encoding. Throws `SourceError`. */
export async function readText(address: URL, options: ReadOptions): Promise<string> {
  const { body, charset } = await open(address, options);
  const bytes = await allBytes(body);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // UTF-16 without a mark passes for UTF-8, with a zero beside each letter.
    if (!text.includes('\0')) return text;
  } catch {
    // It is in another encoding; which, is for the reader of encodings to say.
  }
  const { toUtf8 } = await import('../formats/encoding-whole.js');
  return new TextDecoder().decode((await toUtf8(bytes, charset, options.signal)).bytes);
}
