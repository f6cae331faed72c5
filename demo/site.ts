import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { compress } from 'hono/compress';
import type { Connection } from '../hub/src/index.js';
import { catalogueAnswer } from './catalogue.js';
import { CompressedFiles } from './compression.js';
import { packageFile } from './datasets/package-files.js';
import { fileAnswer, fileBelow } from './files.js';
import { liveRoutes } from './live.js';
import { fingerprint, missingPage, pageAt } from './pages.js';
import { promisesAboutTakingPart, promisesFile } from './promises.js';

/** What a page may do, and nothing else: no inline code or style, no other host, and no markup from text. */
const policyWith = (connections: string, pictures = 'https:'): string => [
  "default-src 'none'", "base-uri 'none'", "object-src 'none'", "form-action 'self'", "frame-ancestors 'self'", "script-src 'self'", "style-src 'self'",
  `img-src 'self' data: ${pictures}`, "font-src 'self'", `connect-src ${connections}`, "require-trusted-types-for 'script'", 'trusted-types lit-html',
].join('; ');

/** Where data may come from: the page on which any address can be tried asks any server, the others ours alone. */
const policies: Readonly<Record<string, string>> = { '/try.html': policyWith("'self' http: https:", 'blob: http: https:') };
const policy = policyWith("'self'");

/** Files of the installed packages as they are, in formats that the city's own data does not have. */
const samples: Readonly<Record<string, string>> = { 'world-110m.json': 'application/json', 'us-state-capitals.json': 'application/json', 'la-riots.csv': 'text/csv', 'unemployment.tsv': 'text/tab-separated-values', 'us-10m.json': 'application/json' };

export interface SiteOptions {
  /** The folder of the script-tag files. */
  readonly scripts: string;
  /** The folder of the datasets' files. */
  readonly data: string;
  readonly compressed: CompressedFiles;
  readonly hub: (request: Request, connection: Connection) => Response | Promise<Response>;
}

/** The address under which the reader sees the site, for what names itself in full. */
const origin = ({ req }: Context): string => new URL(req.url).origin;

export function createSite({ scripts, data, compressed, hub }: SiteOptions): Hono {
  const site = new Hono();

  site.use('*', async (context, next) => {
    await next();
    context.res.headers.set('x-content-type-options', 'nosniff');
    context.res.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  });

  // Scripts, data and the catalogue are for every page of the world.
  for (const path of ['/cdn/*', '/data/*', '/dataset/*', '/api/*', '/live/*', '/samples/*', '/promises.json']) {
    site.use(path, async (context, next) => {
      if (context.req.method === 'OPTIONS') context.res = new Response(null, { status: 204, headers: { 'access-control-allow-methods': 'GET, HEAD', 'access-control-allow-headers': '*', 'access-control-max-age': '86400' } });
      else await next();
      context.res.headers.set('access-control-allow-origin', '*');
      context.res.headers.set('access-control-expose-headers', 'ETag, Content-Range, Accept-Ranges');
      context.res.headers.set('cross-origin-resource-policy', 'cross-origin');
    });
  }

  const folder = (prefix: string, path: string, caching: (file: string) => string): void => {
    site.get(`${prefix}*`, async (context, next) => {
      const file = fileBelow(path, context.req.path.slice(prefix.length));
      const answer = file && (await fileAnswer(context.req.raw, file, { compressed, caching: caching(file) }));
      if (answer) return answer;
      return next();
    });
  };
  // The name of a chunk changes with its content; every other file is asked for anew, which costs a 304.
  folder('/cdn/', scripts, (file) => (/[/\\]chunks[/\\]/.test(file) ? 'public, max-age=31536000, immutable' : 'public, no-cache'));
  folder('/data/', data, () => 'public, no-cache');
  folder('/assets/', fileURLToPath(new URL('assets/', import.meta.url)), () => 'public, no-cache');

  site.all('/hub/*', (context) => hub(context.req.raw, { address: (context.env as HttpBindings).incoming.socket.remoteAddress }));

  site.use('*', compress());
  site.get('/api/3/action/:action', (context, next) => {
    const { searchParams } = new URL(context.req.url);
    const answer = catalogueAnswer(context.req.param('action'), searchParams, origin(context));
    return answer ? Promise.resolve(answer) : next();
  });
  site.get('/promises.json', async (context) => context.body(await readFile(promisesFile), 200, { 'content-type': 'application/json' }));
  site.get('/promises/taking-part.json', async (context) => context.json(await promisesAboutTakingPart()));
  site.route('/', liveRoutes());
  site.get('/samples/:file', (context, next) => {
    const file = context.req.param('file');
    const type = Object.hasOwn(samples, file) ? samples[file]! : undefined;
    return type ? Promise.resolve(context.body(packageFile(`vega-datasets/data/${file}`), 200, { 'content-type': type })) : next();
  });
  for (const path of ['/data', '/dataset', '/dataset/']) site.get(path, (context) => context.redirect('/data.html', 301));

  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'permissions-policy': 'geolocation=(self)' };
  site.get('*', async (context, next) => {
    const text = await pageAt(context.req.path, origin(context));
    if (text === undefined) return next();
    const etag = fingerprint(text);
    if (context.req.header('if-none-match') === etag) return context.body(null, 304, { etag });
    return context.body(text, 200, { ...headers, 'content-security-policy': policies[context.req.path] ?? policy, etag });
  });
  site.notFound(async (context) => context.body(await missingPage(origin(context)), 404, { ...headers, 'content-security-policy': policy }));
  return site;
}
