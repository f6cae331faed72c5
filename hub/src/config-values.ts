import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { roles } from './authority.js';
import type { HubConfig } from './config.js';
import type { Open311Forward } from './forwards.js';
import type { Retention } from './retention.js';
import { events } from './webhooks.js';

// What a setting may be written as; undefined where it is not.

export const categoryList = v.array(v.object({
  code: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,59}$/)),
  label: v.pipe(v.record(v.string(), v.string()), v.check((label) => Boolean(label.en))),
}));

export function onOrOff(text: string): boolean | undefined {
  return text === 'on' ? true : text === 'off' ? false : undefined;
}

export function limitsOf(text: string): HubConfig['limits'] | undefined {
  if (text === 'off') return {};
  return numbersOf(text, ['ratings', 'ideas', 'supports', 'comments']);
}

export function retentionOf(text: string): Retention | undefined {
  return text === 'off' ? {} : numbersOf(text, ['comments', 'held', 'decisions']);
}

/** Names with numbers, such as `ratings=60, ideas=12`. */
function numbersOf<Name extends string>(text: string, names: readonly Name[]): Partial<Record<Name, number>> | undefined {
  const parts = text.split(',').map((part) => /^\s*(\w+)\s*=\s*([1-9]\d{0,5})\s*$/.exec(part));
  if (!parts.every((part) => part !== null && (names as readonly string[]).includes(part[1]!))) return undefined;
  return Object.fromEntries(parts.map((part) => [part![1], Number(part![2])])) as Partial<Record<Name, number>>;
}

export function databaseUrl(text: string): { url: string } | undefined {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? { url: text } : undefined;
}

export function webAddress(text: string): string | undefined {
  // As the URL is written, nothing in it can leave a header or a quotation.
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? new URL(text).href : undefined;
}

export function originList(text: string): string[] | undefined {
  const origins = text.split(',').map((part) => part.trim()).filter(Boolean);
  const read = origins.map((origin) => (origin === '*' ? '*' : URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) ? new URL(origin).origin : undefined));
  return read.every((origin) => origin !== undefined) ? read : undefined;
}

export function keyList(text: string): string[] | undefined {
  const keys = text.split(',').map((part) => part.trim()).filter(Boolean);
  return keys.every((key) => key.length >= 16) ? keys : undefined;
}

/** Names alone; a star stands for what is below a name of at least two parts, so that nobody relays all of a country. */
export function hostList(text: string): string[] | undefined {
  const hosts = text.split(',').map((part) => part.trim().toLowerCase()).filter(Boolean);
  return hosts.every((host) => /^(\*\.[a-z0-9-]+\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/.test(host)) ? hosts : undefined;
}

const tokenList = v.array(v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)),
  role: v.picklist(roles),
  token: v.pipe(v.string(), v.minLength(16)),
}));

/** What secrets are sent to: https, but on the same machine. */
const safeAddress = v.pipe(v.string(), v.check((text) => URL.canParse(text) && (text.startsWith('https://') || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(text))));

export const webhookList = v.array(v.object({
  url: safeAddress,
  secret: v.pipe(v.string(), v.check((text) => /^whsec_[A-Za-z0-9+/]+=*$/.test(text) && (({ length }) => length >= 24 && length <= 64)(Buffer.from(text.slice(6), 'base64')))),
  events: v.optional(v.array(v.picklist(events))),
}));

const serviceCode = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

/** Names that mean nothing are mistakes in names that mean something. */
export const open311Forward: v.GenericSchema<unknown, Open311Forward> = v.pipe(
  v.strictObject({
    endpoint: v.pipe(safeAddress, v.check((text) => !/[?#@]/.test(text)), v.transform((text) => text.replace(/(\/requests(\.\w+)?)?\/*$/, ''))),
    api_key: v.pipe(v.string(), v.nonEmpty()),
    jurisdiction_id: v.optional(v.pipe(v.string(), v.nonEmpty())),
    services: v.optional(v.record(v.string(), serviceCode), {}),
    service_code: v.optional(serviceCode),
    when: v.optional(v.picklist(['published', 'received']), 'published'),
    address_string: v.optional(v.pipe(v.string(), v.nonEmpty())),
    page: v.optional(v.pipe(v.string(), v.check((text) => text.includes('{id}') && webAddress(text.replaceAll('{id}', '1')) !== undefined))),
    format: v.optional(v.picklist(['json', 'xml']), 'json'),
  }),
  v.check(({ services, service_code }) => service_code !== undefined || Object.keys(services).length > 0),
);

export function tokensOf(text: string): HubConfig['tokens'] | undefined {
  const tokens = jsonOf(tokenList, text);
  const once = (key: 'name' | 'token'): boolean => new Set(tokens?.map((each) => each[key])).size === tokens?.length;
  return once('name') && once('token') ? tokens : undefined;
}

/** A list or an object as JSON, or in a file. */
export function jsonOf<S extends v.GenericSchema>(schema: S, text: string): v.InferOutput<S> | undefined {
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(/^[[{]/.test(text) ? text : readFileSync(text, 'utf8')));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
