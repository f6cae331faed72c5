import { ask } from './http.js';
import { refusal } from './refusal.js';
import { allBytes } from './peek.js';
import { SourceError, type Input, type ReadOptions } from './source.js';
import { inTurn } from './turns.js';

/** The bytes of a file, of which not all need be transferred. */
export interface Ranges {
  readonly size: number;
  /** Whether only what is read is transferred. */
  readonly isPartial: boolean;
  /** The bytes from `start` to before `end`, as far as there are any. Throws `SourceError`. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

/** What a server answers that gives ranges of this very file; `undefined` for every other. */
export async function remoteRanges({ address, size: said, head }: Input, options: ReadOptions): Promise<Ranges | undefined> {
  const beginning = Math.min(1024, head.length);
  const first = await answer(address, 0, beginning - 1, options);
  const bytes = first?.status === 206 ? new Uint8Array(await first.arrayBuffer().catch(() => new ArrayBuffer(0))) : undefined;
  // What was unpacked on its way has other bytes than the file, and some servers call every answer a part.
  if (!first || bytes?.length !== beginning || bytes.some((byte, i) => byte !== head[i])) {
    if (!first?.bodyUsed) void first?.body?.cancel();
    return undefined;
  }
  const size = Number(/\/(\d+)$/.exec(first.headers.get('content-range') ?? '')?.[1]) || said || (await rest(address, beginning, options));
  return size ? parts(address, head, size, versionOf(first), options) : undefined;
}

/** How long a file is of which the server does not show it to other sites: what is left of it has a length. */
async function rest(address: URL, from: number, options: ReadOptions): Promise<number | undefined> {
  const response = await answer(address, from, undefined, options);
  void response?.body?.cancel();
  const length = Number(response?.headers.get('content-length'));
  return response?.status === 206 && length > 0 ? from + length : undefined;
}

/** A server that refuses, or a browser that may not ask, is no failure: all bytes are on their way already. */
async function answer(address: URL, from: number, to: number | undefined, { signal }: ReadOptions): Promise<Response | undefined> {
  try {
    return await inTurn(address.host, () => fetch(address, { headers: { range: `bytes=${from}-${to ?? ''}` }, credentials: 'omit', signal: signal ?? null }));
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

/** What differs when a file was replaced, as far as the server shows it. */
const versionOf = ({ headers }: Response): string => headers.get('last-modified') ?? headers.get('etag') ?? '';

function parts(address: URL, head: Uint8Array, size: number, version: string, options: ReadOptions): Ranges {
  let all: Uint8Array | undefined;
  let loaded = 0;
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const [start, end] = [Math.max(0, from), Math.min(to, size)];
    if (start >= end) return new Uint8Array(0);
    if (all || end <= head.length) return (all ?? head).subarray(start, end);
    const response = await ask(address, options, { headers: { range: `bytes=${start}-${end - 1}` } });
    if (!response.ok) throw response.status === 412 || response.status === 416 ? changed(address) : refusal(response, address);
    const bytes = await arrived(response, address, options);
    if (versionOf(response) !== version) throw changed(address);
    loaded += bytes.length;
    options.onProgress?.({ loaded });
    if (response.status === 206) {
      if (bytes.length !== end - start) throw new SourceError('unreadable', `${address.host} answered with ${bytes.length} bytes where ${end - start} of ${address.href} were asked for.`);
      return bytes;
    }
    // Now and then a cache has the whole file, and gives it.
    if (bytes.length !== size) throw changed(address);
    all = bytes;
    return bytes.subarray(start, end);
  };
  return { size, isPartial: true, read };
}

async function arrived(response: Response, address: URL, { signal }: ReadOptions): Promise<Uint8Array> {
  try {
    return await allBytes(response.body ?? new Blob([]).stream());
  } catch (cause) {
    signal?.throwIfAborted();
    throw new SourceError('unreachable', `The connection to ${address.host} broke off while ${address.href} was read.`, { cause });
  }
}

const changed = (address: URL): SourceError => new SourceError('unreadable', `${address.href} was replaced while it was read. Read it again.`);
