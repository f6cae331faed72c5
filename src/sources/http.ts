import { peek } from './peek.js';
import { SourceError, type Input, type ReadOptions } from './source.js';

/** An address as it was given, against the page. */
export function sourceUrl(address: string | URL): URL {
  const base = globalThis.document?.baseURI;
  const text = String(address).trim();
  if (!URL.canParse(text, base)) throw new SourceError('unknown', `“${text}” is not an address.`);
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol)) throw new SourceError('unknown', `Data is read from http(s) addresses alone, not from “${text}”.`);
  // A secure page may not read from an insecure one, other than its own machine; most servers answer to both.
  if (globalThis.location?.protocol === 'https:' && url.protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) url.protocol = 'https:';
  return url;
}

/** The server's answer, whatever it says. Throws `SourceError` where there is none. */
export async function ask(address: URL, { signal }: ReadOptions): Promise<Response> {
  try {
    return await fetch(address, { credentials: 'omit', signal: signal ?? null });
  } catch (cause) {
    signal?.throwIfAborted();
    throw await silence(address, signal, cause);
  }
}

/** The bytes behind an address. Throws `SourceError` for every answer that is not one. */
export async function open(address: URL, options: ReadOptions): Promise<Input> {
  const response = await ask(address, options);
  if (!response.ok) throw refusal(response, address);
  const content = response.headers.get('content-type') ?? '';
  const [type = ''] = content.split(';');
  return {
    address: response.url ? new URL(response.url) : address,
    type: type.trim().toLowerCase(),
    size: sizeOf(response),
    charset: /charset="?([\w-]+)/i.exec(content)?.[1]?.toLowerCase(),
    ...(await peek(counted(response, options), address)),
  };
}

/** What a status that says no means. */
export function refusal({ status, statusText }: Response, address: URL): SourceError {
  const answer = `${address.href} answered ${status}${statusText ? ` ${statusText}` : ''}.`;
  return new SourceError(status === 404 || status === 410 ? 'not-found' : 'refused', answer);
}

/** The browser does not say why there is no answer; an answer that nobody may read says that the server is there. */
async function silence(address: URL, signal: AbortSignal | undefined, cause: unknown): Promise<SourceError> {
  const here = globalThis.location?.origin;
  if (here && here !== address.origin) {
    try {
      await fetch(address, { mode: 'no-cors', method: 'HEAD', credentials: 'omit', signal: signal ?? null });
      const advice = `It must send the header “Access-Control-Allow-Origin: *” with ${address.href}; or put a copy of the file on this site.`;
      return new SourceError('cors', `${address.host} answers, but does not let ${here} read it. ${advice}`, { cause });
    } catch {
      signal?.throwIfAborted();
    }
  }
  return new SourceError('unreachable', `No answer from ${address.href}. Either the server is down, or this page’s Content-Security-Policy lacks “connect-src ${address.origin}”.`, { cause });
}

/** What was compressed is longer than it says, and other sites need not say that they compress. */
function sizeOf({ type, headers }: Response): number | undefined {
  const honest = type !== 'cors' && !headers.get('content-encoding');
  return honest ? Number(headers.get('content-length')) || undefined : undefined;
}

/** The body, which tells how far it has come. */
function counted(response: Response, { onProgress }: ReadOptions): ReadableStream<Uint8Array> {
  const body = response.body ?? new Blob([]).stream();
  if (!onProgress) return body;
  const total = sizeOf(response);
  let loaded = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        loaded += chunk.length;
        onProgress({ loaded, total });
        controller.enqueue(chunk);
      },
    }),
  );
}
