import { sql } from 'kysely';
import { Hono } from 'hono';
import type { HubInfo } from '../../src/model/hub.js';
import manifest from '../package.json' with { type: 'json' };
import { commitmentRoutes, type Plans } from './commitments.js';
import type { HubConfig } from './config.js';
import { isBusy, type Database } from './database.js';
import { exportRoutes } from './exports.js';
import { ideaRoutes } from './ideas.js';
import { logFailure, requestLog } from './log.js';
import { moderationRoutes } from './moderation.js';
import { oembedRoutes } from './oembed.js';
import { originRules } from './origins.js';
import { notFound, Problem } from './problem.js';
import { a11Routes } from './rating-a11.js';
import { isRatingForm } from './rating-form.js';
import { languageOf, refusalPage } from './rating-page.js';
import { ratingRoutes } from './ratings.js';
import { relayRoutes } from './relay.js';
import { similarRoutes } from './similar.js';
import type { SimilarIdeas } from './similar-ideas.js';
import { supportRoutes } from './supports.js';

interface Parts {
  readonly config: HubConfig;
  readonly database: Database;
  readonly similar: SimilarIdeas;
  readonly plans: Plans;
}

/** All paths with what holds for each of them: the log, the headers, who may write, and problems as answers. */
export function createApp({ config, database, similar, plans }: Parts): Hono {
  const { name, moderation, minimum, categories, origins, base, log } = config;
  const info: HubInfo = { name, version: manifest.version, moderation, minimum, ideas: { categories } };
  const paths = new Hono()
    .get('/', (context) => context.json(info))
    .get('/health', async (context) => {
      await sql`select 1`.execute(database);
      return context.json({ status: 'ok' });
    })
    .route('/', ratingRoutes({ database, minimum }))
    .route('/', a11Routes({ database, config }))
    .route('/', similarRoutes(similar))
    .route('/', ideaRoutes({ database, config }))
    .route('/', supportRoutes({ database }))
    .route('/', moderationRoutes({ database, config }))
    .route('/', commitmentRoutes(plans))
    .route('/', exportRoutes({ database, plans, minimum }));
  if (config.relay.length > 0) paths.route('/', relayRoutes({ hosts: config.relay }));
  const { embed, embedHosts } = config;
  if (embed) paths.route('/', oembedRoutes({ name, embed, embedHosts }));
  refuseOtherMethods(paths);

  const app = new Hono();
  if (log) app.use(requestLog);
  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', "default-src 'none'");
    headers.set('cross-origin-resource-policy', 'cross-origin');
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cache-control', context.req.header('authorization') === undefined ? 'no-cache' : 'no-store');
  });
  app.use(originRules(origins));
  app.route(`${base.replace(/\/+$/, '')}/v1`, paths);
  app.notFound(() => notFound('address').response());
  app.onError((error, context) => {
    if (!(error instanceof Problem)) logFailure(error);
    const problem = error instanceof Problem ? error : isBusy(error)
      ? new Problem(503, 'The database is busy or away. Send the same request again in a moment; nothing is kept twice.', { headers: { 'retry-after': '2' } })
      : new Problem(500, 'Something went wrong here. Send the same request again later; nothing is kept twice.');
    return isRatingForm(context) ? refusalPage(problem, languageOf(context)) : problem.response();
  });
  return app;
}

/** A path that is there answers other methods with what it allows. */
function refuseOtherMethods(paths: Hono): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of paths.routes) methods.set(path, (methods.get(path) ?? new Set()).add(method));
  for (const [path, known] of methods) {
    const allow = [...known, ...(known.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    paths.all(path, ({ req }) => {
      if (req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
      throw new Problem(405, `${req.method} has no meaning here. Allowed: ${allow}.`, { headers: { allow } });
    });
  }
}
