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
