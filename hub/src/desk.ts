import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Hono, type Context } from 'hono';
import { notFound, Problem } from './problem.js';

/** Where the build puts the page; the hub is a folder beside it, built or not. */
const folder = new URL('../dist/desk/', import.meta.url);

/** The page and what belongs to it is all that it may load, no other page may frame it, and no text becomes markup. */
const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types lit-html',
].join('; ');

/** `GET /desk`: the page on which moderators work, with its script, style and languages below it. Who may what is said by the paths that it asks. */
export function deskRoutes(): Hono {
  return new Hono()
    .get('/desk', async (context) => {
      const answer = await fileAnswer(context, 'desk.html', 'text/html; charset=utf-8');
      if (!answer) throw new Problem(503, 'The moderation page is not built: run “npm run build” in the checkout.');
      answer.headers.set('content-security-policy', policy);
      return answer;
    })
    .get('/desk/:file{[a-z0-9-]+\\.js}', async (context) => (await fileAnswer(context, context.req.param('file'), 'text/javascript; charset=utf-8')) ?? missing())
    .get('/desk/:file{[a-z]+\\.css}', async (context) => (await fileAnswer(context, context.req.param('file'), 'text/css; charset=utf-8')) ?? missing())
    .get('/desk/:file{[a-z]+\\.svg}', async (context) => (await fileAnswer(context, context.req.param('file'), 'image/svg+xml')) ?? missing());
}

function missing(): never {
  throw notFound('file');
}

async function fileAnswer(context: Context, name: string, type: string): Promise<Response | undefined> {
  const content = await readFile(new URL(name, folder)).catch(() => undefined);
  if (!content) return undefined;
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cross-origin-resource-policy': 'same-origin' };
  if (context.req.header('if-none-match')?.split(/\s*,\s*/).some((each) => each.replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(content), { headers: { ...headers, 'content-type': type } });
}
