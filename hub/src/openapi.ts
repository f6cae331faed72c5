import { Hono } from 'hono';
import type * as v from 'valibot';
import manifest from '../package.json' with { type: 'json' };
import type { HubConfig } from './config.js';
import { open311Operations } from './openapi-open311.js';
import { operationsOf, type Operation } from './openapi-operations.js';
import { ref, shapes, taken, type JsonSchema } from './openapi-shapes.js';
import { ownAddress } from './own-address.js';
import { titles } from './problem.js';

/** `GET /openapi.json`: all paths of this hub, made of the schemas by which it checks what comes in. */
export function openApiRoutes(config: HubConfig): Hono {
  const paths = pathsOf(config);
  return new Hono().get('/openapi.json', (context) => context.json({
    openapi: '3.1.0',
    info: {
      title: config.name, version: manifest.version, summary: 'Ratings, ideas and commitments of a city',
      description: 'Whatever is sent carries a UUID made by its sender: the same again is answered alike and kept once, other content under it is a 409. What is acknowledged is on the disk.',
      ...(config.contact && { contact: config.contact.includes('/') ? { url: config.contact } : { email: config.contact } }),
    },
    servers: [{ url: ownAddress(context, config) }],
    paths,
    components: { schemas: shapes, securitySchemes: { secret: { type: 'http', scheme: 'bearer', description: 'The key that an idea was sent with, or the moderators’ token' } } },
  }));
}

function pathsOf(config: HubConfig): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, operation] of Object.entries({ ...operationsOf(config), ...open311Operations() })) {
    const [method, path] = name.split(' ') as [string, string];
    (paths[path] ??= {})[method.toLowerCase()] = operationOf(path, operation);
  }
  return paths;
}

function operationOf(path: string, { summary, query = {}, header = {}, body, asForm = false, answers, type, problems = [], secret }: Operation): JsonSchema {
  const isOpen311 = path.startsWith('/open311/');
  const parameters = [...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } })), ...queryOf(query), ...said('header', header)];
  const page = asForm && { 'text/html': {} };
  const failure = isOpen311
    ? (path.endsWith('.xml') ? { 'text/xml': {} } : { 'application/json': { schema: ref('Open311Errors') } })
    : { 'application/problem+json': { schema: ref('Problem') } };
  return {
    summary,
    tags: [isOpen311 ? 'open311' : path.split(/[/.]/)[1] || 'hub'],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { ...bodyOf(body), ...(asForm && 'type' in body && { 'application/x-www-form-urlencoded': { schema: taken(body as v.GenericSchema) } }) } } }),
    ...(secret && { security: secret === 'needed' ? [{ secret: [] }] : [{ secret: [] }, {}] }),
    responses: Object.fromEntries([
      ...Object.entries(answers).map(([status, shape]) => [status, { description: titles[Number(status)], ...(shape && { content: { ...contentOf(shape, type), ...page } }) }]),
      ...[...problems, 500, 503].map((status) => [String(status), { description: titles[status], content: { ...failure, ...page } }]),
    ]),
  };
}

function contentOf(shape: string, type = 'application/json'): JsonSchema {
  return shape in shapes ? { [type]: { schema: ref(shape as keyof typeof shapes) } } : { [shape]: {} };
}

function bodyOf(body: NonNullable<Operation['body']>): JsonSchema {
  if ('form' in body) return { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties: body.form, required: body.required } } };
  return { 'application/json': { schema: taken(body) } };
}

function queryOf(query: NonNullable<Operation['query']>): JsonSchema[] {
  if (!isSchema(query)) return said('query', query);
  const { properties, required = [] } = taken(query) as { properties: Readonly<Record<string, JsonSchema>>; required?: readonly string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

const isSchema = (query: NonNullable<Operation['query']>): query is v.GenericSchema => '~run' in query;

/** Parameters that are said in words; a question mark stands behind the name of what may be left out. */
function said(place: 'query' | 'header', words: Readonly<Record<string, string>>): JsonSchema[] {
  return Object.entries(words).map(([name, description]) => ({ name: name.replace(/\?$/, ''), in: place, required: !name.endsWith('?'), description, schema: { type: 'string' } }));
}
