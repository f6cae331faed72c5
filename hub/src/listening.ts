import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hub } from './index.js';

/** In milliseconds: how long a client may take for the head of a request and for all of it, how long nothing may come or go on a connection, and how often the first two are looked at. */
export const slowest = { head: 20_000, request: 60_000, silence: 120_000, look: 5000 } as const;

interface Listening {
  readonly port: number;
  readonly hostname: string;
  readonly limits?: Readonly<Record<keyof typeof slowest, number>>;
}

/** Answers the world by HTTP. Whoever is too slow is answered 408 and let go, so that connections which only wait, or never read, do not pile up. */
export function listen(hub: Hub, { port, hostname, limits: { head, request, silence, look } = slowest }: Listening): Server {
  const server = serve({
    fetch: (asked, { incoming }) => hub.fetch(asked, { address: incoming.socket.remoteAddress }), port, hostname,
    serverOptions: { headersTimeout: head, requestTimeout: request, connectionsCheckingInterval: look },
  }) as Server;
  return server.setTimeout(silence);
}
