import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { startStatic } from '../../support/static-server.js';
import type { DataFile } from './data.js';
import type { Served } from './libraries.js';

const cdn = fileURLToPath(new URL('../../../dist/cdn/', import.meta.url));

export interface Pages {
  /** The page of a library. */
  readonly address: (entry: string) => string;
  /** The bytes of a library that went over the wire since this was asked before: scripts, styles and workers as brotli, without data. */
  readonly transferred: () => number;
  /** What is answered at the data's path. */
  give(file: DataFile): void;
  close(): Promise<void>;
}

/** The map has the same size in every page; `<civic-map>` has its list beside it. */
const page = (entry: string, styled: boolean): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,">
<style>body { margin: 0 } #map { width: ${entry === 'civic' ? '1240px' : '800px; height: 480px'} }</style>
${styled ? `<link rel="stylesheet" href="/lib/${entry}.css">` : ''}
<div id="map"></div>
<script type="module" src="/watch.js"></script>
${entry === 'civic' ? '<script type="module" src="/cdn/civic.js"></script>' : ''}
<script type="module" src="/lib/${entry}.js"></script>`;

/** Serves the pages and counts what they take. */
export async function startPages(libraries: ReadonlyMap<string, Served>): Promise<Pages> {
  let [transferred, data] = [0, undefined as DataFile | undefined];
  // Before anybody asks: what compresses while a page waits is no library's matter.
  const ours = new Map(readdirSync(cdn, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')).map((name) => [`/cdn/${name}`, brotliCompressSync(readFileSync(cdn + name))]));
  const server = await startStatic({
    answer(request, response) {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const send = (type: string, body: Buffer | string, counted: boolean): true => {
        if (counted) transferred += body.length;
        response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(body), ...(type === 'text/css' || type === 'text/javascript' ? { 'content-encoding': 'br' } : {}) }).end(body);
        return true;
      };
      const library = libraries.get(pathname === '/watch.js' ? '/lib/watch.js' : pathname);
      const entry = searchParams.get('library');
      if (entry) return send('text/html', page(entry, libraries.has(`/lib/${entry}.css`)), false);
      // Ours has an adapter that turns its page's buttons: it is no part of it.
      if (library) return send(library.type, library.body, pathname !== '/watch.js' && pathname !== '/lib/civic.js');
      if (pathname === data?.path) return send(data.format === 'csv' ? 'text/csv' : 'application/geo+json', data.body, false);
      const body = ours.get(pathname);
      return body ? send('text/javascript', body, true) : false;
    },
  });
  return {
    address: (entry) => `${server.origin}/?library=${entry}`,
    transferred() {
      const before = transferred;
      transferred = 0;
      return before;
    },
    give: (file) => void (data = file),
    close: () => server.close(),
  };
}
