import { ask } from '../http.js';
import { refusal } from '../refusal.js';
import { peek } from '../peek.js';
import { SourceError, type Input, type ReadOptions } from '../source.js';
import { isObject, text, type Json } from './answer.js';
import { Mismatch } from './mismatch.js';

/** What an OGC API answers in JSON, and the grid that it says it is in. */
export interface OgcAnswer {
  readonly input: Input;
  readonly crs: string | undefined;
}

const accept = 'application/geo+json, application/json;q=0.9, */*;q=0.1';

/** Asks an OGC API for JSON. Throws `Mismatch` where a page comes, and `SourceError` with the service's own words where it says no. */
export async function askOgc(url: URL, options: ReadOptions): Promise<OgcAnswer> {
  const response = await ask(url, options, { headers: { accept } });
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (!response.ok) {
    const said: unknown = await response.json().catch(() => undefined);
    options.signal?.throwIfAborted();
    throw failure(response, url, said);
  }
  const input: Input = { address: url, type, charset: undefined, ...(await peek(response.body ?? new Blob([]).stream(), url)) };
  if (!/^[\s\u00ef\u00bb\u00bf]*[{[]/.test(String.fromCharCode(...input.head.subarray(0, 200)))) {
    void input.body.cancel().catch(() => undefined);
    throw new Mismatch(`${url.href} does not answer with JSON.`);
  }
  return { input, crs: response.headers.get('content-crs')?.replace(/[<>]/g, '') };
}

/** A document that is small by its kind. */
export async function askOgcDocument(url: URL, options: ReadOptions): Promise<Json> {
  const { input } = await askOgc(url, options);
  const document: unknown = await new Response(input.body).json().catch(() => undefined);
  options.signal?.throwIfAborted();
  if (!isObject(document)) throw new Mismatch(`${url.href} does not answer with an object.`);
  return document;
}

/** By OGC API a code and a description, by RFC 9457 a title and a detail. */
function failure(response: Response, url: URL, said: unknown): SourceError {
  const plain = refusal(response, url);
  if (!isObject(said)) return plain;
  const words = [text(said['code']) ?? text(said['title']), text(said['description']) ?? text(said['detail'])].filter(Boolean).join(': ');
  return words ? new SourceError(plain.reason, `${plain.message.slice(0, -1)}: ${words}.`, { cause: response.status }) : plain;
}
