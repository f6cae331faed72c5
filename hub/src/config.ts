import { readFileSync } from 'node:fs';
import type { Plan } from '../../src/model/commitment.js';
import type { HubInfo } from '../../src/model/hub.js';
import { roles, type Person } from './authority.js';
import { categoryList, databaseUrl, hostList, jsonOf, keyList, limitsOf, onOrOff, open311Forward, originList, retentionOf, tokensOf, webAddress, webhookList } from './config-values.js';
import type { Open311Forward } from './forwards.js';
import type { ChallengeFile } from './idea-challenges.js';
import type { Retention } from './retention.js';
import { events, type Webhook } from './webhooks.js';

export interface HubConfig {
  /** What people call the body that runs the hub. */
  readonly name: string;
  /** One file of SQLite, or the address of a PostgreSQL database. */
  readonly database: { readonly file: string } | { readonly url: string };
  /** Origins of pages that may write, such as `https://city.example`; `*` is any. A page of the hub's own host always may. */
  readonly origins: readonly string[];
  readonly moderation: HubInfo['moderation'];
  readonly minimum: number;
  /** Who sends it as `Authorization: Bearer …` may do everything that the city may. Without it, and without `tokens`, nobody moderates. */
  readonly token: string | undefined;
  /** Tokens of single people, so that it is known who decided what. */
  readonly tokens: readonly (Person & { readonly token: string })[];
  readonly categories: HubInfo['ideas']['categories'];
  /** The plan itself, or the path of a JSON file with it, which is read again when it changes. */
  readonly commitments: Plan | string | undefined;
  /** The questions that ideas answer, or the path of a JSON file with them, which is read again when it changes. */
  readonly challenges: ChallengeFile | string | undefined;
  /** Hosts of open data that pages may read through the hub, such as `data.city.example` or `*.city.example`; none, and nothing is relayed. */
  readonly relay: readonly string[];
  /** The address of `embed.html`, if other sites may ask by oEmbed what to show; without a host it lies on the hub's own. */
  readonly embed: string | undefined;
  /** Further hosts whose addresses are shown so, such as `data.city.example` or `*.city.example`. */
  readonly embedHosts: readonly string[];
  /** Whether an answer without proof of work waits for a person. */
  readonly guard: boolean;
  /** How many answers of a kind one network may give in an hour; a kind without a number has no limit. */
  readonly limits: Readonly<Partial<Record<'ratings' | 'ideas' | 'supports' | 'comments', number>>>;
  /** How many proxies of our own are in front, each of which adds to `X-Forwarded-For`. */
  readonly proxies: number;
  /** Other systems of the city that are told what happens here. */
  readonly webhooks: readonly Webhook[];
  /** After how many days what is forgotten; what has no number stays. */
  readonly retention: Retention;
  /** Where the world finds the hub, such as `https://hub.city.example`; without it, where it was asked. */
  readonly url: string | undefined;
  /** An e-mail address or a web address for questions about the data and for keys. */
  readonly contact: string | undefined;
  /** The address of the licence that all open data has, such as `https://creativecommons.org/licenses/by/4.0/`. */
  readonly licence: string | undefined;
  /** Keys with which programs send requests by Open311; none, and nobody does. */
  readonly open311Keys: readonly string[];
  /** The city's own Open311 system, to which ideas are forwarded. */
  readonly open311Forward: Open311Forward | undefined;
  /** Who reads the counters: `loopback` is programs on the same machine, all else a token; without it nobody. */
  readonly metrics: string | undefined;
  /** The path below which the hub is mounted, such as `/hub/`. */
  readonly base: string;
  /** Whether each request is one line of JSON on the standard output. */
  readonly log: boolean;
}

export const defaults: HubConfig = {
  name: 'Civic hub', database: { file: 'civic-hub.db' }, origins: [], moderation: 'before', minimum: 5,
  token: undefined, tokens: [], categories: [], commitments: undefined, challenges: undefined, relay: [], embed: undefined, embedHosts: [],
  guard: true, limits: { ratings: 60, ideas: 12, supports: 120, comments: 20 }, proxies: 0,
  webhooks: [], retention: { comments: 730, held: 90, decisions: 1095 }, base: '/', log: true,
  url: undefined, contact: undefined, licence: undefined, open311Keys: [], open311Forward: undefined, metrics: undefined,
};

/** What is wrong with the settings, one sentence a line, each with the variable's name and the way out. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** The settings in these environment variables. Throws `ConfigError`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): HubConfig {
  const problems: string[] = [];
  const names: string[] = [];
  const read = <T>(name: string, absent: T, parse: (text: string) => T | undefined, wayOut: string): T => {
    names.push(name);
    const text = (environment[name] ?? fileOf(name))?.trim();
    if (!text) return absent;
    const value = parse(text);
    if (value === undefined) problems.push(`${name}: ${wayOut}`);
    return value ?? absent;
  };
  // Secrets need not stand in the environment, which more can see than a file.
  const fileOf = (name: string): string | undefined => {
    const path = environment[`${name}_FILE`]?.trim();
    try {
      return path ? readFileSync(path, 'utf8') : undefined;
    } catch (cause) {
      problems.push(`${name}_FILE: ${path} cannot be read (${(cause as NodeJS.ErrnoException).code}).`);
      return undefined;
    }
  };
  const file = read('CIVIC_DATABASE', 'civic-hub.db', (text) => text, '');
  const config: HubConfig = {
    name: read('CIVIC_NAME', defaults.name, (text) => text, ''),
    database: read<HubConfig['database']>('DATABASE_URL', { file }, databaseUrl, 'write it as postgres://user:password@host:5432/database, or leave it out to keep everything in the file of CIVIC_DATABASE.'),
    origins: read('CIVIC_ORIGINS', defaults.origins, originList, 'write the origins of the pages that may send answers, with commas between, such as https://www.city.example,https://city.example; or * for any.'),
    moderation: read('CIVIC_MODERATION', defaults.moderation, (text) => (text === 'before' || text === 'after' ? text : undefined), 'write “before” (ideas wait for a moderator) or “after” (they are published at once).'),
    minimum: read('CIVIC_MINIMUM', defaults.minimum, (text) => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined), 'write a whole number from 1 to 9999: below so many answers no result is published.'),
    token: read<string | undefined>('CIVIC_TOKEN', undefined, (text) => (text.length >= 16 ? text : undefined), 'it is a secret of at least 16 characters; make one with “openssl rand -hex 24”.'),
    tokens: read('CIVIC_TOKENS', defaults.tokens, tokensOf, `write JSON, or the path of a file with it, such as [{"name":"Ana Silva","role":"moderator","token":"…"}]; a role is ${roles.join(', ')}, a token a secret of at least 16 characters, and no name or token is there twice.`),
    categories: read('CIVIC_CATEGORIES', defaults.categories, (text) => jsonOf(categoryList, text), 'write JSON, or the path of a file with it, such as [{"code":"green","label":{"en":"Parks","de":"Parks"}}]; each label needs “en”.'),
    commitments: read<string | undefined>('CIVIC_COMMITMENTS', undefined, (text) => text, ''),
    challenges: read<string | undefined>('CIVIC_CHALLENGES', undefined, (text) => text, ''),
    relay: read('CIVIC_RELAY_HOSTS', defaults.relay, hostList, 'write the hosts whose open data may be read through the hub, with commas between, such as data.city.example,*.region.example; no https://, no path.'),
    embed: read<string | undefined>('CIVIC_EMBED', undefined, webAddress, 'write the whole address of embed.html, which lies beside civic.js, such as https://www.city.example/cdn/embed.html.'),
    embedHosts: read('CIVIC_EMBED_HOSTS', defaults.embedHosts, hostList, 'write the hosts whose open data other sites may show, with commas between, such as data.city.example,*.region.example; no https://, no path.'),
    guard: read('CIVIC_GUARD', defaults.guard, onOrOff, 'write “on” (an answer without proof of work waits for a person) or “off”.'),
    limits: read('CIVIC_LIMITS', defaults.limits, limitsOf, 'write how many answers a kind one network may give in an hour, such as ratings=60,ideas=12,supports=120,comments=20; a kind that is left out has no limit, and “off” is none at all.'),
    proxies: read('CIVIC_PROXIES', defaults.proxies, (text) => (/^\d$/.test(text) ? Number(text) : undefined), 'write how many proxies of your own are in front of the hub, from 0 to 9; each has to add the address that it sees to X-Forwarded-For.'),
    webhooks: read('CIVIC_WEBHOOKS', defaults.webhooks, (text) => jsonOf(webhookList, text), `write JSON, or the path of a file with it, such as [{"url":"https://crm.city.example/hub","secret":"whsec_…","events":["idea.received"]}]; the secret is whsec_ and the base64 of 24 to 64 bytes (“openssl rand -base64 32”), http is for this machine alone, and an event is one of ${events.join(', ')}.`),
    retention: read('CIVIC_RETENTION', defaults.retention, retentionOf, 'write after how many days what is forgotten, such as comments=730,held=90,decisions=1095; what is left out stays, and “off” keeps all.'),
    url: read<string | undefined>('CIVIC_URL', undefined, webAddress, 'write the address at which the world finds the hub, without /v1, such as https://hub.city.example.'),
    contact: read<string | undefined>('CIVIC_CONTACT', undefined, (text) => (/^[^\s@<>]+@[^\s@<>]+$/.test(text) ? text : webAddress(text)), 'write an e-mail address or the address of a page, such as opendata@city.example.'),
    licence: read<string | undefined>('CIVIC_LICENCE', undefined, webAddress, 'write the address of the licence, such as https://creativecommons.org/licenses/by/4.0/.'),
    open311Keys: read('CIVIC_OPEN311_KEYS', defaults.open311Keys, keyList, 'write secrets of at least 16 characters each, with commas between; make one with “openssl rand -hex 24”.'),
    open311Forward: read<Open311Forward | undefined>('CIVIC_OPEN311_FORWARD', undefined, (text) => jsonOf(open311Forward, text), 'write JSON, or the path of a file with it, such as {"endpoint":"https://311.city.example/open311/v2","api_key":"…","services":{"green":"0815"},"service_code":"0100"}; http is for this machine alone, “services” has service codes by our categories, “service_code” is that of all others, and there may be jurisdiction_id, when (published or received), address_string, page (with {id} in it) and format (json or xml).'),
    metrics: read<string | undefined>('CIVIC_METRICS', undefined, (text) => (text === 'loopback' || text.length >= 16 ? text : undefined), 'write “loopback” for programs on the same machine, or a secret of at least 16 characters; make one with “openssl rand -hex 24”.'),
    base: defaults.base,
    log: read('CIVIC_LOG', true, onOrOff, 'write “on” or “off”.'),
  };
  // A name with a typing mistake would be a setting that is not in force.
  const unknown = Object.keys(environment).filter((name) => name.startsWith('CIVIC_') && !names.includes(name.replace(/_FILE$/, '')));
  problems.unshift(...unknown.map((name) => `${name}: there is no such setting. There are ${names.join(', ')}.`));
  const strange = Object.keys(config.open311Forward?.services ?? {}).filter((code) => !config.categories.some((category) => category.code === code));
  problems.push(...strange.map((code) => `CIVIC_OPEN311_FORWARD: “${code}” is no category. Name those of CIVIC_CATEGORIES, or leave it out.`));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
