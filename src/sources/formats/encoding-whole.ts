import { inSlices } from '../slices.js';
import { markedEncoding } from './encoding.js';

const block = 1_048_576;

export interface Decoded {
  /** The text as UTF-8, without a byte order mark. */
  readonly bytes: Uint8Array;
  /** The encoding that it came in, such as `utf-8` or `windows-1252`. */
  readonly encoding: string;
  /** How many bytes, by its beginning, the encoding does not know; each is now U+FFFD. */
  readonly broken: number;
}

/** Any bytes as UTF-8. What is not strictly UTF-8 is taken as what the server says, as Shift_JIS, or as windows-1252. */
export async function toUtf8(bytes: Uint8Array, charset: string | undefined, signal: AbortSignal | undefined): Promise<Decoded> {
  const marked = markedEncoding(bytes.subarray(0, 4096));
  if ((!marked || marked === 'utf-8') && (await inSlices(isUtf8(bytes), signal))) {
    return { bytes: bytes.subarray(marked ? 3 : 0), encoding: 'utf-8', broken: 0 };
  }
  return (await import('./encoding-legacy.js')).legacyToUtf8(bytes, marked, charset, signal);
}

function* isUtf8(bytes: Uint8Array): Generator<void, boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += block) {
      decoder.decode(bytes.subarray(at, at + block), { stream: true });
      yield;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
