import { inSlices } from '../slices.js';
import { strictText } from './encoding.js';
import { encodingByLanguage } from './encoding-languages.js';
import type { Decoded } from './encoding-whole.js';

const block = 1_048_576;

/** What is not strictly UTF-8, as UTF-8. `marked` is what the first bytes say themselves. */
export async function legacyToUtf8(bytes: Uint8Array, marked: string | undefined, charset: string | undefined, signal: AbortSignal | undefined): Promise<Decoded> {
  const broken = !marked || marked === 'utf-8' ? damage(bytes.subarray(0, block * 8)) : 0;
  const encoding = broken > 0 ? 'utf-8' : (marked ?? guessedEncoding(bytes.subarray(0, 65_536), charset));
  return { bytes: await inSlices(recoded(bytes, encoding), signal), encoding, broken };
}

/** The encoding of text that is not strictly UTF-8, by a sample of it; `undefined` where it is UTF-8 but for some bytes. */
export function encodingOfBroken(sample: Uint8Array, marked: string | undefined, charset: string | undefined): string | undefined {
  return marked === 'utf-8' || damage(sample) > 0 ? undefined : guessedEncoding(sample.subarray(0, 65_536), charset);
}

/** What text is in that is not UTF-8: what the server says, else what its language was written in, or windows-1252 by the looks of the bytes. */
export function guessedEncoding(head: Uint8Array, charset: string | undefined): string {
  const said = known(charset);
  // Latin-1 is what servers say that were told nothing.
  if (said && said !== 'windows-1252') return said;
  return encodingByLanguage(head) ?? said ?? (isJapanese(head) ? 'shift_jis' : 'windows-1252');
}

/** The name of an encoding other than UTF-8 that a server claims, if there is such a one. */
function known(charset: string | undefined): string | undefined {
  try {
    const { encoding } = new TextDecoder(charset);
    return encoding === 'utf-8' ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** Japanese read as windows-1252 is one accent after the other; European text has letters between them. */
function isJapanese(bytes: Uint8Array): boolean {
  const text = strictText(bytes, 'shift_jis');
  if (!text || /[\ue000-\uf8ff]/.test(text) || !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text)) return false;
  let [high, pairs] = [0, 0];
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i]! < 0x80) continue;
    high += 1;
    if (bytes[i - 1]! >= 0x80) pairs += 1;
  }
  return pairs * 5 > high;
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
