import type { Context, MiddlewareHandler } from 'hono';
import { Problem } from './problem.js';

const reads = new Set(['GET', 'HEAD']);

/**
 * Who may do what from a page of another site. What is public is public to every page; answers are taken from the
 * city's own pages alone, so that no other site makes its visitors answer. Programs, which send no `Origin`, are no page.
 */
export function originRules(allowed: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header('origin');
    const isPreflight = context.req.method === 'OPTIONS' && context.req.header('access-control-request-method') !== undefined;
    const method = isPreflight ? context.req.header('access-control-request-method')! : context.req.method;
    const isRead = reads.has(method) || method === 'OPTIONS';
    if (!isRead && origin !== undefined && !mayWrite(context, origin, allowed)) {
      throw new Problem(403, `Pages of ${origin} may not send answers here. Whoever runs this hub adds the origin to CIVIC_ORIGINS.`, { headers: { vary: 'Origin' } });
    }
    if (isPreflight) context.res = new Response(null, { status: 204 });
    else await next();
    const { headers } = context.res;
    if (isRead) headers.set('access-control-allow-origin', '*');
    else if (origin !== undefined) headers.set('access-control-allow-origin', origin);
    if (!isRead) headers.append('vary', 'Origin');
    if (!isPreflight) return;
    headers.set('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE');
    headers.set('access-control-allow-headers', 'authorization, civic-proof, civic-supporter, content-type');
    headers.set('access-control-max-age', '7200');
  };
}

function mayWrite(context: Context, origin: string, allowed: readonly string[]): boolean {
  if (allowed.includes('*') || allowed.includes(origin)) return true;
  // Behind a proxy the hub sees http where the page has https, so the scheme does not count for its own host.
  return URL.canParse(origin) && new URL(origin).host === (context.req.header('host') ?? new URL(context.req.url).host);
}
