import { SourceError, type ReadOptions } from '../source.js';

/** The text behind an address: UTF-8 or UTF-16 by its mark, UTF-8 where it is valid, else windows-1252. Throws `SourceError`. */
export async function readText(address: URL, { signal }: ReadOptions): Promise<string> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'omit', ...(signal ? { signal } : {}) });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new SourceError('unreachable', `No answer from ${address.host}.`, { cause });
  }
  if (response.status === 404 || response.status === 410) throw new SourceError('not-found', `${address.href} answered ${response.status}.`);
  if (!response.ok) throw new SourceError('refused', `${address.href} answered ${response.status}.`);
  return decoded(new Uint8Array(await response.arrayBuffer()));
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
