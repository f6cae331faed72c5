import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { Coding, CompressedFiles } from './compression.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The file that the path of an address names below a folder; undefined where it would leave the folder or is no text. */
export function fileBelow(folder: string, address: string): string | undefined {
  try {
    const path = decodeURIComponent(address);
    const file = resolve(folder, `.${sep}${path}`);
    return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) && !path.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}

/** `bytes=0-99`, `bytes=100-` or `bytes=-100` of a file: the first and last byte, or what to answer instead. */
export function byteRange(header: string, size: number): { readonly first: number; readonly last: number } | 'whole' | 'unsatisfiable' {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (!from && !to) return 'whole';
  const first = from ? Number(from) : Math.max(0, size - Number(to));
  const last = from && to ? Math.min(Number(to), size - 1) : size - 1;
  if (from && to && Number(to) < first) return 'whole';
  return first < size && first <= last ? { first, last } : 'unsatisfiable';
}

/** The best coding that a client takes; one that it marks with `q=0` it does not take. */
export function acceptedCoding(header: string): Coding | undefined {
  const refused = (name: string): boolean => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(header);
  return (['br', 'gzip'] as const).find((name) => new RegExp(`(^|[\\s,])${name}\\b`).test(header) && !refused(name));
}

/** A file as an answer, with ETag and 304, byte ranges, and a compressed copy where the client takes one. */
export async function fileAnswer(request: Request, file: string, { compressed, caching }: { readonly compressed: CompressedFiles; readonly caching: string }): Promise<Response | undefined> {
  const found = await stat(file).catch(() => undefined);
  const type = types[extname(file)];
  if (!found?.isFile() || !type) return undefined;
  const range = request.headers.get('range');
  // A range counts the bytes of the file itself, so it is answered without a coding.
  const coding = range ? undefined : acceptedCoding(request.headers.get('accept-encoding') ?? '');
  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}${coding ? `-${coding}` : ''}"`;
  const headers = new Headers({ 'content-type': type, 'cache-control': caching, etag, vary: 'Accept-Encoding', 'accept-ranges': 'bytes' });
  if (request.headers.get('if-none-match')?.split(/\s*,\s*/).some((each) => each === etag || each === `W/${etag}`)) return new Response(null, { status: 304, headers });
  const condition = request.headers.get('if-range');
  const wanted = range && (!condition || condition === etag) ? byteRange(range, found.size) : 'whole';
  if (wanted === 'unsatisfiable') {
    headers.set('content-range', `bytes */${found.size}`);
    return new Response(null, { status: 416, headers });
  }
  if (wanted !== 'whole') {
    headers.set('content-range', `bytes ${wanted.first}-${wanted.last}/${found.size}`);
    return body(request, file, headers, wanted.last - wanted.first + 1, { start: wanted.first, end: wanted.last }, 206);
  }
  if (!coding) return body(request, file, headers, found.size);
  headers.set('content-encoding', coding);
  const copy = await compressed.of(file, found.mtimeMs, coding);
  return body(request, copy, headers, (await stat(copy)).size);
}

function body(request: Request, file: string, headers: Headers, length: number, range: { start?: number; end?: number } = {}, status = 200): Response {
  headers.set('content-length', String(length));
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return new Response(Readable.toWeb(createReadStream(file, range)) as ReadableStream<Uint8Array>, { status, headers });
}
