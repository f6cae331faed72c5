import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { readText } from './body.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { uuid } from './fields.js';
import { sameSecret } from './fingerprint.js';
import { trusted } from './guard.js';
import { findIdea, isPublished, keepIdea } from './idea-store.js';
import { answer, errorAnswer } from './open311-answer.js';
import { ideaOfReport } from './open311-body.js';
import { requestsCsv } from './open311-csv.js';
import { findRequests, namesOf, requestOf } from './open311-requests.js';
import { requestSearchOf } from './open311-search.js';
import { attributes, servicesOf } from './open311-services.js';
import { download } from './download.js';
import { ownAddress } from './own-address.js';
import { notFound, Problem } from './problem.js';

/** The last change of what discovery says. */
const changeset = '2026-11-26T00:00:00Z';

interface Parts {
  readonly database: Database;
  readonly config: HubConfig;
}

/**
 * `/open311/v2`: published ideas as service requests of Open311 GeoReport v2, in JSON and XML, and new ones from who has a
 * key. Categories are services; an idea that is done or declined is closed; the city's answer is its status notes.
 */
export function open311Routes(parts: Parts): Hono {
  const routes = new Hono();
  routes.onError(errorAnswer);
  for (const format of ['json', 'xml'] as const) addFormat(routes, format, parts);
  return routes.get('/open311/v2/requests.csv', () => download('requests.csv', requestsCsv(parts), parts.config));
}

function addFormat(routes: Hono, format: 'json' | 'xml', { database, config }: Parts): void {
  const { categories, moderation, contact, name } = config;
  const fileIn = (folder: string): string => `/open311/v2/${folder}/:id{[\\s\\S]*\\.${format}}`;
  const idOf = ({ req }: Context): string => req.param('id')!.slice(0, -format.length - 1);
  const uuidOf = (context: Context): string => {
    const { success, output } = v.safeParse(uuid, idOf(context));
    if (!success) throw notFound('request');
    return output;
  };
  const services = ({ req }: Context) => servicesOf(categories, req.header('accept-language'));
  // The label of a category is in the language of who asks.
  const vary = { headers: { vary: 'Accept-Language' } };
  routes
    .get(`/open311/v2/discovery.${format}`, (context) => {
      const endpoint = { specification: 'http://wiki.open311.org/GeoReport_v2', url: `${ownAddress(context, config)}/open311/v2`, changeset, type: 'production', formats: ['application/json', 'text/xml'] };
      return answer(context, 'discovery', { changeset, contact: contact ?? name, key_service: `Keys are given by: ${contact ?? name}`, endpoints: [endpoint] });
    })
    .get(`/open311/v2/services.${format}`, (context) => answer(context, 'services', services(context), vary))
    .get(fileIn('services'), (context) => {
      const service = services(context).find(({ service_code }) => service_code === idOf(context));
      if (!service) throw notFound('service');
      return answer(context, 'service_definition', { service_code: service.service_code, attributes });
    })
    .get(`/open311/v2/requests.${format}`, async (context) => {
      const ideas = await findRequests(database, requestSearchOf(context.req.query()));
      return answer(context, 'service_requests', ideas.map((idea) => requestOf(idea, namesOf(services(context)))), vary);
    })
    .get(fileIn('requests'), async (context) => {
      const [idea] = await findRequests(database, { ids: [uuidOf(context)] });
      if (!idea) throw notFound('request');
      return answer(context, 'service_requests', [requestOf(idea, namesOf(services(context)))], vary);
    })
    // A request has its id at once, so that a token is the id: who has it learns that the request was kept, also before it is published.
    .get(fileIn('tokens'), async (context) => {
      const { id } = await findIdea(database, uuidOf(context));
      return answer(context, 'service_requests', [{ service_request_id: id, token: id }]);
    })
    .post(`/open311/v2/requests.${format}`, async (context) => {
      const form = await readForm(context);
      const apiKey = form.get('api_key') ?? context.req.query('api_key');
      requireKey(apiKey, config);
      const report = ideaOfReport({ form, apiKey, repeatKey: context.req.header('idempotency-key') || undefined }, categories);
      const { idea, isNew } = await keepIdea({ database, config }, report, moderation === 'before' ? 'held' : 'open', trusted);
      const notice = isPublished(idea) ? 'It is published.' : 'Somebody reads it before it is published.';
      return answer(context, 'service_requests', [{ service_request_id: idea.id, service_notice: notice, account_id: null }], { status: isNew ? 201 : 200 });
    });
}

function requireKey(given: string | undefined, { open311Keys, contact, name }: HubConfig): asserts given is string {
  // All are compared, so that the time tells nothing of which one it is like.
  const fitting = open311Keys.filter((key) => given !== undefined && sameSecret(given, key));
  if (fitting.length === 0) throw new Problem(403, `Send a valid api_key. Keys are given by: ${contact ?? name}`);
}

async function readForm({ req }: Context): Promise<URLSearchParams> {
  const type = (req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new Problem(415, `Send the fields as “content-type: application/x-www-form-urlencoded”, not “${type}”.`);
  return new URLSearchParams(await readText(req.raw));
}
