import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createHub, type HubConfig } from '../src/index.js';
import { Description } from './described.js';

export interface Answer<T = Record<string, any>> { // oxlint-disable-line typescript/no-explicit-any -- A test reads what it expects, whatever it is.
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  readonly text: string;
}

export interface Client {
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

/** Makes a new empty database. */
export type NewDatabase = () => Promise<HubConfig['database']>;

/** Opens a hub on a new empty database. */
export type Open = (settings?: Partial<HubConfig>) => Promise<Client>;

export const token = 'a-token-of-the-moderators';
export const moderator = { authorization: `Bearer ${token}` };
export const origin = 'https://www.city.example';

/** What hubs of these tests answered although their description does not have it. */
export const undescribed = new Set<string>();

/** A hub as a city runs it, spoken to as a page speaks to it. Strings are sent as they are, all else as JSON. */
export async function openClient(settings: Partial<HubConfig>): Promise<Client> {
  const hub = await createHub({
    name: 'City of Example', token, log: false, origins: [origin], guard: false, limits: {},
    categories: [{ code: 'green', label: { en: 'Parks' } }, { code: 'traffic', label: { en: 'Traffic', de: 'Verkehr' } }],
    ...settings,
  });
  const ask: Client['send'] = (method, path, body, headers) => send((request) => hub.fetch(request), `http://hub.example${path}`, method, body, headers);
  const { base = '/' } = settings;
  const description = new Description((await ask('GET', `${base}v1/openapi.json`)).body as never);
  return {
    async send(method, path, body, headers) {
      const answer = await ask(method, path, body, headers);
      const fault = description.fault(method, path, answer);
      if (fault !== undefined) undescribed.add(fault);
      return answer;
    },
    close: () => hub.close(),
  };
}

export async function send(
  fetch: (request: Request) => Promise<Response>, url: string, method: string, body?: unknown, headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const request = new Request(url, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const response = await fetch(request);
  // As bytes, for the decoding of a response would take the mark at the beginning of a CSV file away.
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
  return { status: response.status, headers: response.headers, text, body: text && /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : {} };
}

export function rating(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { id: randomUUID(), subject: { url: 'https://www.city.example/passport' }, profile: 'simple', score: { value: 4, min: 1, max: 5 }, ...more };
}

export function idea(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> & { id: string; key: string } {
  return { id: randomUUID(), title: 'More benches by the river', text: 'Older people want to rest on their way along the river.', key: `key-${randomUUID()}`, ...more };
}

/** Sends an idea and publishes it as a moderator. */
export async function publish(hub: Client, more: Readonly<Record<string, unknown>> = {}): Promise<ReturnType<typeof idea>> {
  const draft = idea(more);
  assert.equal((await hub.send('POST', '/v1/ideas', draft)).status, 201);
  assert.equal((await hub.send('PATCH', `/v1/ideas/${draft.id}`, { status: 'open' }, moderator)).status, 200);
  return draft;
}

/** The errors of a problem, such as `/title too-short`. */
export const codes = ({ body }: Answer): string[] => (body.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);
