import type { IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import { Problem } from './problem.js';
import { freshUntil, mostOfOne, RelayCache, type Kept } from './relay-cache.js';
import { askRelayed, relayDefaults, relayedUrl, tooLarge, tooSlow, type RelayRules } from './relay-request.js';

/** How many answers are relayed at the same moment. */
const mostAtOnce = 8;

/**
 * `GET /relay?url=`: hands on open data of hosts that the configuration names and that do not let other sites read it.
 * It sends on no cookie, no address and no header of who asks, keeps small answers for as long as their sender says, and
 * asks whether they still hold.
 */
export function relayRoutes(rules: Pick<RelayRules, 'hosts'> & Partial<RelayRules>): Hono {
  const all: RelayRules = { ...relayDefaults, ...rules };
  const cache = new RelayCache();
  let running = 0;
  return new Hono().get('/relay', async ({ req }) => {
    const url = relayedUrl(req.query('url'), all);
    const kept = cache.find(url.href);
    if (kept && kept.fresh > Date.now()) return answer(kept, req.header('if-none-match'));
    if (running >= mostAtOnce) throw new Problem(503, 'Too much is being relayed. Ask again in a moment.', { headers: { 'retry-after': '2' } });
    let isOver = false;
    const over = (): void => {
      if (!isOver) running -= 1;
      isOver = true;
    };
    running += 1;
    try {
      const response = await relayed(url, kept, req.header('if-none-match'), all, cache, over);
      // Nobody reads the body of an answer that is asked for its headers alone.
      if (req.method === 'HEAD') await response.body?.cancel();
      return response;
    } catch (error) {
      over();
      throw error;
    }
  });
}

async function relayed(url: URL, kept: Kept | undefined, known: string | undefined, rules: RelayRules, cache: RelayCache, over: () => void): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort();
    over();
  }, rules.patience);
  const conditions = { ...(kept?.etag && { 'if-none-match': kept.etag }), ...(kept?.modified && { 'if-modified-since': kept.modified }) };
  const { message } = await askRelayed(url, rules, conditions, stop.signal).catch((error: unknown) => {
    clearTimeout(timer);
    throw error;
  });
  const fresh = freshUntil(message.headers['cache-control'], Date.now());
  const done = (): void => {
    clearTimeout(timer);
    over();
  };
  if (message.statusCode === 304 && kept) {
    message.resume();
    done();
    const renewed: Kept = { ...kept, fresh: fresh ?? 0 };
    cache.keep(url.href, renewed);
    return answer(renewed, known);
  }
  if (message.statusCode !== 200) {
    message.destroy();
    done();
    // Its status as it is, without its words: those are a page for people.
    return new Response(null, { status: message.statusCode && message.statusCode >= 400 ? message.statusCode : 502, headers: { 'cache-control': 'no-store' } });
  }
  const about = { type: message.headers['content-type'] ?? 'application/octet-stream', etag: message.headers.etag, modified: message.headers['last-modified'] };
  const keep = (body: Uint8Array<ArrayBuffer>): void => {
    if (fresh !== undefined) cache.keep(url.href, { ...about, body, fresh });
  };
  return new Response(streamed(message, url, rules, stop, keep, done), { headers: headersOf(about, message.headers['content-length']) });
}

/** The body as it comes, counted, and collected where it is small enough to be kept. */
function streamed(message: IncomingMessage, url: URL, { limit }: RelayRules, stop: AbortController, keep: (body: Uint8Array<ArrayBuffer>) => void, done: () => void): ReadableStream<Uint8Array> {
  let collected: Uint8Array[] | undefined = [];
  let length = 0;
  const source = message[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done: ended, value } = await source.next();
        if (ended) {
          if (collected) keep(joined(collected, length));
          done();
          controller.close();
          return;
        }
        length += value.length;
        if (length > limit) throw tooLarge(url, limit);
        if (length > mostOfOne) collected = undefined;
        collected?.push(value);
        controller.enqueue(value);
      } catch (error) {
        message.destroy();
        done();
        // Whoever reads finds the answer broken off, never a part that looks whole.
        controller.error(stop.signal.aborted ? tooSlow(url) : error);
      }
    },
    cancel() {
      message.destroy();
      done();
    },
  });
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function answer(kept: Kept, known: string | undefined): Response {
  if (known !== undefined && known === kept.etag) return new Response(null, { status: 304, headers: headersOf(kept) });
  return new Response(kept.body, { headers: headersOf(kept, String(kept.body.length)) });
}

function headersOf({ type, etag, modified }: Pick<Kept, 'type' | 'etag' | 'modified'>, length?: string): Record<string, string> {
  return {
    'content-type': type,
    // Opened by itself it is a file to be saved, not a page of the hub's own.
    'content-disposition': 'attachment',
    ...(etag && { etag }),
    ...(modified && { 'last-modified': modified }),
    ...(length && { 'content-length': length }),
  };
}
