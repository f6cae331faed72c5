import { sql } from 'kysely';
import { Hono } from 'hono';
import type { HubInfo } from '../../src/model/hub.js';
import manifest from '../package.json' with { type: 'json' };
import { commentRoutes } from './comments.js';
import { commitmentRoutes, type Plans } from './commitments.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { deskRoutes } from './desk.js';
import { exportRoutes } from './exports.js';
import { problemOf } from './failure.js';
import type { Guard } from './guard.js';
import { challengeRoutes, type Challenges } from './idea-challenges.js';
import { ideaRoutes } from './ideas.js';
import { linkedDataRoutes } from './linked-data.js';
import { requestId, requestLog } from './log.js';
import { Metrics, metricsRoutes } from './metrics.js';
import { moderationRoutes } from './moderation.js';
import { oembedRoutes } from './oembed.js';
import { open311Routes } from './open311.js';
import { openApiRoutes } from './openapi.js';
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
  readonly challenges: Challenges;
  readonly guard: Guard;
}

/** All paths with what holds for each of them: the log, the headers, who may write, and problems as answers. */
export function createApp({ config, database, similar, plans, challenges, guard }: Parts): Hono {
  const { name, moderation, minimum, categories, origins, base, log } = config;
  const info: HubInfo = { name, version: manifest.version, moderation, minimum, ideas: { categories } };
  const paths = new Hono()
    .get('/', async (context) => context.json({ ...info, ideas: { ...info.ideas, challenges: await challenges.any() } } satisfies HubInfo))
    .get('/health', async (context) => {
      await sql`select 1`.execute(database);
      return context.json({ status: 'ok' });
    })
    .route('/', guard.routes())
    .get('/health/live', (context) => context.json({ status: 'ok' }))
    .route('/', openApiRoutes(config))
    .route('/', ratingRoutes({ database, config, guard }))
    .route('/', a11Routes({ database, config }))
    .route('/', similarRoutes(similar))
    .route('/', ideaRoutes({ database, config, guard, challenges }))
    .route('/', supportRoutes({ database, guard }))
    .route('/', commentRoutes({ database, config, guard }))
    .route('/', moderationRoutes({ database, config }))
    .route('/', deskRoutes())
    .route('/', commitmentRoutes(plans))
    .route('/', challengeRoutes(challenges))
    .route('/', exportRoutes({ database, plans, config }))
    .route('/', linkedDataRoutes({ database, plans, config }))
    .route('/', open311Routes({ database, config }));
  const metrics = new Metrics();
  if (config.metrics !== undefined) paths.route('/', metricsRoutes(metrics, config.metrics));
  if (config.relay.length > 0) paths.route('/', relayRoutes({ hosts: config.relay }));
  const { embed, embedHosts } = config;
  if (embed) paths.route('/', oembedRoutes({ name, embed, embedHosts }));
  refuseOtherMethods(paths);

  const app = new Hono();
  app.use(requestId);
  app.use(metrics.observe);
  if (log) app.use(requestLog);
  app.use(async (context, next) => {
    await next();
    const { headers } = context.res;
    // The moderation page has rules of its own.
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', "default-src 'none'");
    if (!headers.has('cross-origin-resource-policy')) headers.set('cross-origin-resource-policy', 'cross-origin');
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('cache-control', context.req.header('authorization') === undefined ? 'no-cache' : 'no-store');
  });
  app.use(originRules(origins));
  app.route(`${base.replace(/\/+$/, '')}/v1`, paths);
  app.notFound(() => notFound('address').response());
  app.onError((error, context) => {
    const problem = problemOf(error, context);
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
