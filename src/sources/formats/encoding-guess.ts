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

/** What text is in that is not UTF-8: what the server says, else Shift_JIS or windows-1252 by the looks of the bytes. */
export function guessedEncoding(head: Uint8Array, charset: string | undefined): string {
  return known(charset) ?? (isJapanese(head) ? 'shift_jis' : 'windows-1252');
}

/** The beginning of strictly decoded text; `undefined` where the bytes are not in this encoding. */
export function strictText(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
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
