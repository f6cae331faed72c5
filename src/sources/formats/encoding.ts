import { inSlices } from '../slices.js';

const block = 1_048_576;

export interface Decoded {
  /** The text as UTF-8, without a byte order mark. */
  readonly bytes: Uint8Array;
  /** The encoding that it came in, such as `utf-8` or `windows-1252`. */
  readonly encoding: string;
  /** How many bytes, by its beginning, the encoding does not know; each is now U+FFFD. */
  readonly broken: number;
}

/** The beginning of a file as text, for recognition; a character that is cut in two at its end does no harm. */
export async function textOf(head: Uint8Array, charset: string | undefined): Promise<string> {
  return new TextDecoder(await encodingOf(head, charset)).decode(head, { stream: true });
}

/** The encoding of a file, by its first bytes. */
export async function encodingOf(head: Uint8Array, charset: string | undefined): Promise<string> {
  const marked = markedEncoding(head);
  if (marked || strictText(head, 'utf-8') !== undefined) return marked ?? 'utf-8';
  return (await import('./encoding-legacy.js')).guessedEncoding(head, charset);
}

/** Any bytes as UTF-8. What is not strictly UTF-8 is taken as what the server says, as Shift_JIS, or as windows-1252. */
export async function toUtf8(bytes: Uint8Array, charset: string | undefined, signal: AbortSignal | undefined): Promise<Decoded> {
  const marked = markedEncoding(bytes.subarray(0, 4096));
  if ((!marked || marked === 'utf-8') && (await inSlices(isUtf8(bytes), signal))) {
    return { bytes: bytes.subarray(marked ? 3 : 0), encoding: 'utf-8', broken: 0 };
  }
  return (await import('./encoding-legacy.js')).legacyToUtf8(bytes, marked, charset, signal);
}

/** What the first bytes say by themselves: a byte order mark, or the zeros of UTF-16; `undefined` if nothing. */
export function markedEncoding(head: Uint8Array): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i += 1) if (head[i] === 0) zeros[i & 1]! += 1;
  if (zeros[1]! * 4 > head.length) return 'utf-16le';
  return zeros[0]! * 4 > head.length ? 'utf-16be' : undefined;
}

/** Strictly decoded text, of which only the beginning is there unless it is said to be whole; `undefined` where the bytes are not in this encoding. */
export function strictText(bytes: Uint8Array, encoding: string, isBeginning = true): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isBeginning });
  } catch {
    return undefined;
  }
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
