import { SourceError, type ReadOptions } from './source.js';

/**
 * What follows when a browser does not say why there is no answer: the same through the page's relay, if it has one.
 * Throws `SourceError`; an answer that nobody may read says that the server is there.
 */
export async function afterSilence(address: URL, { signal, relay }: ReadOptions, cause: unknown): Promise<Response> {
  const here = globalThis.location?.origin;
  if (here && here !== address.origin) {
    if (relay) {
      const relayed = await throughRelay(address, relay, signal).catch(() => undefined);
      if (relayed) return relayed;
    }
    try {
      await fetch(address, { mode: 'no-cors', method: 'HEAD', credentials: 'omit', signal: signal ?? null });
    } catch {
      signal?.throwIfAborted();
      throw unreachable(address, cause);
    }
    const advice = `It must send the header “Access-Control-Allow-Origin: *” with ${address.href}; or put a copy of the file on this site, or name a civic-hub that may relay it (relay="https://hub…").`;
    throw new SourceError('cors', `${address.host} answers, but does not let ${here} read it. ${advice}`, { cause });
  }
  throw unreachable(address, cause);
}

function unreachable(address: URL, cause: unknown): SourceError {
  return new SourceError('unreachable', `No answer from ${address.href}. Either the server is down, or this page’s Content-Security-Policy lacks “connect-src ${address.origin}”.`, { cause });
}

/** The same through a hub; `undefined` where it does not relay that host. */
export async function throughRelay(address: URL, relay: string, signal: AbortSignal | undefined): Promise<Response | undefined> {
  const url = new URL('v1/relay', relay.endsWith('/') ? relay : `${relay}/`);
  url.searchParams.set('url', address.href);
  const response = await fetch(url, { credentials: 'omit', signal: signal ?? null });
  // What the hub itself refuses says nothing about the data.
  return response.headers.get('content-type')?.startsWith('application/problem+json') ? undefined : response;
}
