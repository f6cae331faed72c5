import type { Context } from 'hono';
import * as v from 'valibot';
import type { FieldError, FieldErrorCode } from '../../src/model/hub.js';
import { jsonFault } from './json-fault.js';
import { Problem } from './problem.js';

/** In bytes. The longest idea with every character in four bytes is a quarter of it. */
const limit = 64 * 1024;

/** The body of a request, as the schema understands it. Throws `Problem` 400, 413, 415 or 422. */
export async function readBody<S extends v.GenericSchema>({ req }: Context, schema: S): Promise<v.InferOutput<S>> {
  const type = typeOf(req);
  if (type !== 'application/json') throw new Problem(415, `Send JSON as “content-type: application/json”, not “${type}”.`);
  const text = await readText(req.raw);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Problem(400, `The body is not JSON. At ${jsonFault(text)}.`);
  }
  return checked(schema, body);
}

/** The media type of a request, without parameters. */
export const typeOf = (req: Context['req']): string => (req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

/** What was sent, as the schema understands it. Throws `Problem` 422. */
export function checked<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const errors = result.issues.map(fieldError);
  throw new Problem(422, errors.map(({ path, message }) => `${path || 'The body'}: ${message}`).join(' '), { errors });
}

/** Throws `Problem` 400 or 413. */
export async function readText(request: Request): Promise<string> {
  const tooLarge = (): Problem => new Problem(413, `The body has more than ${limit} bytes.`);
  if (Number(request.headers.get('content-length')) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > limit) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    // Whoever sent it is gone or was too slow, which is no failure of ours.
    throw new Problem(400, 'The connection ended before the body did.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Problem(400, 'The body is not UTF-8.');
  }
}

/** Our own checks say their code before the message, as in `too-long: …`; what a schema says of a type is named here. */
export function fieldError(issue: v.BaseIssue<unknown>): FieldError {
  const path = (issue.path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  const own = /^(required|too-short|too-long|out-of-range|not-valid|unknown): (.*)$/s.exec(issue.message);
  if (own) return { path, code: own[1] as FieldErrorCode, message: own[2]! };
  const isAbsent = issue.kind === 'schema' && issue.received === 'undefined';
  return isAbsent ? { path, code: 'required', message: 'This field is required.' } : { path, code: 'not-valid', message: `${issue.message}.` };
}
