import { inSlices } from '../slices.js';
import { guessedEncoding, markedEncoding, strictText } from './encoding-guess.js';

const block = 1_048_576;

export interface Decoded {
  /** The text as UTF-8, without a byte order mark. */
  readonly bytes: Uint8Array;
  /** The encoding that it came in, such as `utf-8` or `windows-1252`. */
  readonly encoding: string;
  /** How many characters were bytes that the encoding does not know; each is now U+FFFD. */
  readonly broken: number;
}

/** The beginning of a file as text, for recognition; a character that is cut in two at its end does no harm. */
export function textOf(head: Uint8Array, charset: string | undefined): string {
  return strictText(head, markedEncoding(head) ?? 'utf-8') ?? new TextDecoder(guessedEncoding(head, charset)).decode(head, { stream: true });
}

/** Any bytes as UTF-8. What is not strictly UTF-8 is taken as what the server says, as Shift_JIS, or as windows-1252. */
export async function toUtf8(bytes: Uint8Array, charset: string | undefined, signal: AbortSignal | undefined): Promise<Decoded> {
  const declared = markedEncoding(bytes.subarray(0, 4096));
  if (!declared || declared === 'utf-8') {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    if (await inSlices(isUtf8(bytes), signal)) return { bytes: bytes.subarray(start), encoding: 'utf-8', broken: 0 };
    const broken = damage(bytes.subarray(0, block * 8));
    if (broken > 0) return { bytes: await inSlices(recoded(bytes.subarray(start), 'utf-8'), signal), encoding: 'utf-8', broken };
  }
  const encoding = declared ?? guessedEncoding(bytes.subarray(0, 65_536), charset);
  return { bytes: await inSlices(recoded(bytes, encoding), signal), encoding, broken: 0 };
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

/** How many bytes are broken in what is plainly UTF-8 otherwise; 0 where it is another encoding. */
function damage(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes, { stream: true });
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const sound = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return broken * 10 <= sound ? broken : 0;
}

function* recoded(bytes: Uint8Array, encoding: string): Generator<void, Uint8Array> {
  const [decoder, encoder] = [new TextDecoder(encoding), new TextEncoder()];
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length; at += block) {
    const chunk = encoder.encode(decoder.decode(bytes.subarray(at, at + block), { stream: at + block < bytes.length }));
    chunks.push(chunk);
    length += chunk.length;
    yield;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
