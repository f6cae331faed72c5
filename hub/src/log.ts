import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';

declare module 'hono' {
  interface ContextVariableMap {
    /** What a request is called in the log and in the header X-Request-Id of its answer. */
    requestId: string;
  }
}

/** The pattern of the path that was asked for, which has nothing personal in it; a hyphen for a path that is not there. */
export function routeOf(context: Context): string {
  return matchedRoutes(context).filter(({ method }) => method !== 'ALL').at(-1)?.path.replace(/\{[^/]*\}/g, '') ?? '-';
}

/** Names each request, by the name that a proxy gave it if that is a number and no word: words could be about somebody. */
export const requestId: MiddlewareHandler = async (context, next) => {
  const given = context.req.header('x-request-id') ?? '';
  context.set('requestId', /^[0-9a-f-]{8,64}$/i.test(given) ? given : randomUUID());
  await next();
  context.res.headers.set('x-request-id', context.get('requestId'));
};

/** One line of JSON a request: what was asked by the pattern of its path, never by its address, so that nothing personal is written. */
export const requestLog: MiddlewareHandler = async (context, next) => {
  const started = performance.now();
  await next();
  const line = {
    time: new Date().toISOString(), request: context.get('requestId'), method: context.req.method, route: routeOf(context), status: context.res.status, ms: Math.round(performance.now() - started),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Something that we did not foresee, for who runs the hub; whoever asked learns nothing of our insides. */
export function logFailure(error: Error, context?: Context): void {
  const { name, stack = '' } = error;
  const code = (error as { code?: unknown }).code;
  // What PostgreSQL says of values that do not fit (classes 22 and 23) has the values in it.
  const message = /^2[23]...$/.test(String(code)) ? 'A value does not fit.' : error.message;
  const trace = stack.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('at ')).slice(0, 7);
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), request: context?.get('requestId'), error: name, code, message, stack: trace })}\n`);
}
