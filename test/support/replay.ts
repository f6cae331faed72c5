import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** What a portal answers; `undefined` is what it does not know. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes out as JSON, text as it is. */
  readonly body: unknown;
}

/** An API as its servers answer it. `origin` is where it is asked. */
export type Api = (url: URL, origin: string) => Reply | undefined;

/** What servers do beside answering. */
export interface Manners {
  /** Milliseconds before each answer. */
  readonly delay?: number;
  /** Paths that begin so are closed to other sites. */
  readonly closed?: string;
  /** The first answer to a path that contains this: busy, tired, an error, or one that breaks off in the middle. */
  readonly first?: { readonly path: string; readonly is: 'busy' | 'tired' | 'broken' };
}

export interface Replay {
  readonly origin: string;
  /** What was asked, in its order. */
  readonly asked: readonly URL[];
  /** How many requests it had to bear at the same moment. */
  readonly atOnce: () => number;
  close(): Promise<void>;
}

/** A server of our own on a loopback port, with the answers and the manners of a portal. */
export async function startReplay(api: Api, manners: Manners = {}): Promise<Replay> {
  const asked: URL[] = [];
  let [now, most, failed] = [0, 0, false];
  const server = createServer((request: IncomingMessage, response) => {
    const origin = `http://${request.headers.host}`;
    const url = new URL(request.url ?? '/', origin);
    now += 1;
    most = Math.max(most, now);
    response.on('close', () => (now -= 1));
    if (!manners.closed || !url.pathname.startsWith(manners.closed)) {
      response.setHeader('access-control-allow-origin', '*').setHeader('access-control-allow-headers', '*');
    }
    if (request.method !== 'GET') return void response.writeHead(204).end();
    asked.push(url);
    const { first } = manners;
    const fails = first && !failed && url.pathname.includes(first.path) ? first.is : undefined;
    if (fails) failed = true;
    setTimeout(() => {
      if (fails === 'busy') return void response.writeHead(429, { 'retry-after': '0' }).end('Too many requests');
      if (fails === 'tired') return void response.writeHead(503, { 'retry-after': '0' }).end('<html>Maintenance</html>');
      const { status = 200, headers = {}, body } = api(url, origin) ?? { status: 404, body: '<!doctype html><title>Not found</title>' };
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const type = typeof body !== 'string' ? 'application/json' : body.startsWith('<') ? 'text/html' : 'text/csv; charset=utf-8';
      response.writeHead(status, { 'content-type': type, ...headers });
      if (fails !== 'broken') return void response.end(text);
      response.write(text.slice(0, text.length / 2), () => response.destroy());
    }, manners.delay ?? 0);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    atOnce: () => most,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}

const shared = fileURLToPath(new URL('../../../shared/data/open-data/', import.meta.url));

/** An answer that was recorded from a real server, where ../shared/data is beside the checkout; else our own. */
export function recorded<T>(file: string, own: () => T): T {
  return existsSync(shared + file) ? (JSON.parse(readFileSync(shared + file, 'utf8').replace(/^\ufeff/, '')) as T) : own();
}

export type Row = Readonly<Record<string, unknown>>;

/** So many trees in a grid of a thousand columns, a hundredth of a degree apart, of four kinds. */
export const trees = (count: number): readonly Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: i + 1, name: `Tree ${i + 1}`, kind: ['Oak', 'Lime', 'Elm', 'Ash'][i % 4]!, lon: 5 + (i % 1000) / 100, lat: 45 + Math.floor(i / 1000) / 100 }));

/** Rows as databases give them that were not asked for an order: each time begins elsewhere. */
export function unordered<T>(rows: readonly T[], request: number): readonly T[] {
  const start = rows.length === 0 ? 0 : (request * 7) % rows.length;
  return [...rows.slice(start), ...rows.slice(0, start)];
}

/** How many rows have each value. */
export function countsOf(rows: readonly Row[], column: string): readonly (readonly [value: unknown, count: number])[] {
  const counts = new Map<unknown, number>();
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
