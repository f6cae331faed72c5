import { fillingFrom, streamOf } from './filling.js';
import { peek } from './peek.js';
import { SourceError, type Input, type ReadOptions } from './source.js';
import { inTurn } from './turns.js';

/** An address as it was given, against the page. */
export function sourceUrl(address: string | URL): URL {
  const base = globalThis.document?.baseURI;
  const text = String(address).trim();
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new SourceError('unknown', `“${text}” is not an http(s) address.`);
  // A secure page may not read from an insecure one, other than its own machine; most servers answer to both.
  if (globalThis.location?.protocol === 'https:' && url.protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) url.protocol = 'https:';
  return url;
}

/** The server's answer, whatever it says, once it has time for us. Throws `SourceError` where there is none. */
export async function ask(address: URL, options: ReadOptions, init?: RequestInit): Promise<Response> {
  const { signal } = options;
  for (let tries = 0; ; tries += 1) {
    const response = await inTurn(address.host, () => send(address, options, init));
    signal?.throwIfAborted();
    const isBusy = response.status === 429 || response.status === 503;
    if (!isBusy || !(await (await import('./patience.js')).waited(response, tries))) return response;
    signal?.throwIfAborted();
  }
}

async function send(address: URL, options: ReadOptions, init: RequestInit | undefined): Promise<Response> {
  const { signal } = options;
  signal?.throwIfAborted();
  try {
    return await fetch(address, { ...init, credentials: 'omit', signal: signal ?? null });
  } catch (cause) {
    signal?.throwIfAborted();
    return (await import('./silence.js')).afterSilence(address, options, cause);
  }
}

/** The bytes behind an address; before they come, `begun` is told about how many, or 0. Throws `SourceError` for every answer that is not one. */
export async function open(address: URL, options: ReadOptions, begun?: (bytes: number) => void): Promise<Input> {
  const response = await ask(address, options);
  if (!response.ok) throw (await import('./refusal.js')).refusal(response, address);
  begun?.(expected(response));
  const content = response.headers.get('content-type') ?? '';
  const [type = ''] = content.split(';');
  return {
    // What a relay hands on comes from where it was asked for.
    address: response.url && !(options.relay && response.url.startsWith(options.relay)) ? new URL(response.url) : address,
    type: type.trim().toLowerCase(),
    size: sizeOf(response),
    charset: /charset="?([\w-]+)/i.exec(content)?.[1]?.toLowerCase(),
    ...(await peek(counted(response, options), address)),
  };
}

/** What was compressed is longer than it says, and other sites need not say that they compress. */
function sizeOf({ type, headers }: Response): number | undefined {
  const honest = type !== 'cors' && !headers.get('content-encoding');
  return honest ? Number(headers.get('content-length')) || undefined : undefined;
}

/** Tables and maps are at least four times as long as what is sent of them. */
function expected({ headers }: Response): number {
  return Number(headers.get('content-length')) * (headers.get('content-encoding') ? 4 : 1);
}

/** The body, which tells how far it has come. */
function counted(response: Response, { onProgress }: ReadOptions): ReadableStream<Uint8Array> {
  const body = response.body ?? new Blob([]).stream();
  if (!onProgress) return body;
  const { next, leave } = fillingFrom(body);
  const total = sizeOf(response);
  let loaded = 0;
  // Who shows what is large gets ready for it at once.
  onProgress({ loaded, total });
  return streamOf({
    async next(into) {
      const value = await next(into);
      if (value) onProgress({ loaded: (loaded += value.length), total });
      return value;
    },
    leave,
  });
}
