import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8', '.geojson': 'application/geo+json', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2',
};

export interface StaticServer {
  readonly origin: string;
  close(): Promise<void>;
}

interface StaticOptions {
  /** Path prefix → folder; the longest prefix wins. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Answers that are no files. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
  /** Sends everything as brotli, as a production server does. */
  readonly brotli?: boolean;
}

/** A real HTTP server on a free loopback port. */
export async function startStatic({ folders = {}, answer, brotli = false }: StaticOptions): Promise<StaticServer> {
  const compressed = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    if (await answer?.(request, response)) return;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const prefix = Object.keys(folders).filter((each) => pathname.startsWith(each)).sort((a, b) => b.length - a.length)[0];
    const file = prefix === undefined ? undefined : join(folders[prefix]!, normalize(decodeURIComponent(pathname.slice(prefix.length)) || 'index.html'));
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const headers = { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
    if (!brotli) {
      response.writeHead(200, headers);
      createReadStream(file).pipe(response);
      return;
    }
    const body = compressed.get(file) ?? brotliCompressSync(readFileSync(file));
    compressed.set(file, body);
    response.writeHead(200, { ...headers, 'content-encoding': 'br', 'content-length': body.length });
    response.end(body);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    }),
  };
}
