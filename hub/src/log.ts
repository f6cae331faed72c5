import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';

/** One line of JSON a request: what was asked by the pattern of its path, never by its address, so that nothing personal is written. */
export const requestLog: MiddlewareHandler = async (context, next) => {
  const started = performance.now();
  await next();
  const route = matchedRoutes(context).filter(({ method }) => method !== 'ALL').at(-1)?.path.replace(/\{[^/]*\}/g, '') ?? '-';
  const line = { time: new Date().toISOString(), method: context.req.method, route, status: context.res.status, ms: Math.round(performance.now() - started) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Something that we did not foresee, for who runs the hub; whoever asked learns nothing of our insides. */
export function logFailure(error: Error): void {
  const { name, message, stack = '' } = error;
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), error: name, message, stack: stack.split('\n').slice(1, 8).map((line) => line.trim()) })}\n`);
}
