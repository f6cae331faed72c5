import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { Problem } from './problem.js';
import { publicAddress } from './relay-addresses.js';

export interface RelayRules {
  /** Hosts that are relayed: `data.city.example`, `*.city.example`, `data.city.example:8443`. */
  readonly hosts: readonly string[];
  /** The most that one answer may have, in bytes. */
  readonly limit: number;
  /** The most that one answer may take, in milliseconds. */
  readonly patience: number;
  /** Where a host is asked; throws `Problem` for one that must not be. */
  readonly resolve: (host: string) => Promise<string>;
  /** Certificates to be trusted beside those that everybody trusts. */
  readonly ca?: string | undefined;
}

export const relayDefaults: Omit<RelayRules, 'hosts'> = { limit: 50_000_000, patience: 30_000, resolve: publicAddress };

const mostRedirects = 5;
/** What open data is sent as. A page, a script or a picture with scripts in it is none. */
const dataTypes = /^(application\/(json|geo\+json|[\w.+-]+\+json|ld\+json|csv|xml|[\w.+-]+\+xml|gml|zip|x-zip-compressed|gzip|x-gzip|x-protobuf|protobuf|octet-stream|x-ndjson|jsonl|vnd\.[\w.+-]+|parquet|x-parquet|x-sqlite3|flatgeobuf|x-shapefile)|text\/(csv|plain|xml|tab-separated-values|comma-separated-values)|binary\/octet-stream)$/;
const notData = /^application\/(xhtml\+xml|vnd\.[\w.+-]*(html|javascript)[\w.+-]*)$/;

export interface RelayAnswer {
  readonly url: URL;
  readonly message: IncomingMessage;
}

/** Whether a host is named by the rules, which name hosts alone or all below one. */
export function isNamed({ hostname, port }: URL, hosts: readonly string[]): boolean {
  const host = port ? `${hostname}:${port}` : hostname;
  return hosts.some((named) => (named.startsWith('*.') ? host.endsWith(named.slice(1)) && host.length > named.length - 1 : host === named));
}

/** The address that was asked for, if it may be. Throws `Problem`. */
export function relayedUrl(said: string | undefined, { hosts }: RelayRules): URL {
  if (!said || !URL.canParse(said)) throw new Problem(400, 'url: write the whole address of the data, such as ?url=https%3A%2F%2Fdata.city.example%2Ftrees.csv.');
  const url = new URL(said);
  if (url.protocol !== 'https:') throw new Problem(403, 'url: only https addresses are relayed.');
  if (url.username || url.password) throw new Problem(403, 'url: an address with a name or a password in it is not relayed.');
  if (!isNamed(url, hosts)) throw new Problem(403, `${url.host} is not relayed. Whoever runs this hub adds it to CIVIC_RELAY_HOSTS.`);
  url.hash = '';
  return url;
}

/** Asks for data, at a pinned address, and again wherever it is sent on to. Throws `Problem`; the answer is not read yet. */
export async function askRelayed(start: URL, rules: RelayRules, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<RelayAnswer> {
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const message = await ask(url, rules, headers, signal);
    const status = message.statusCode ?? 0;
    const location = status >= 300 && status < 400 && status !== 304 ? message.headers.location : undefined;
    if (location === undefined) return { url, message: checked(message, url, rules) };
    message.destroy();
    // Each step is a new address to be checked as the first was.
    url = relayedUrl(URL.canParse(location, url) ? new URL(location, url).href : undefined, rules);
  }
  throw new Problem(502, `${start.host} redirects more than ${mostRedirects} times.`);
}

async function ask(url: URL, rules: RelayRules, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<IncomingMessage> {
  const address = await rules.resolve(url.hostname);
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      // The name is not resolved again: what was checked is what is asked.
      lookup: (_host, { all }, done) => (all ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address))),
      agent: false,
      signal,
      ca: rules.ca,
      headers: { ...headers, accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'civic-hub relay' },
    }, resolve);
    sent.once('error', (cause) => reject(signal.aborted ? tooSlow(url) : new Problem(502, `${url.host} cannot be reached (${(cause as NodeJS.ErrnoException).code ?? cause.message}).`)));
    sent.end();
  });
}

export const tooSlow = ({ host }: URL): Problem => new Problem(504, `${host} took too long to answer.`);
export const tooLarge = ({ host }: URL, limit: number): Problem => new Problem(502, `${host} sends more than ${Math.round(limit / 1e6)} MB, which is more than is relayed.`);

function checked(message: IncomingMessage, url: URL, { limit }: RelayRules): IncomingMessage {
  const [type = ''] = (message.headers['content-type'] ?? 'application/octet-stream').toLowerCase().split(';');
  const refuse = (problem: Problem): never => {
    message.destroy();
    throw problem;
  };
  // An error page is no data, but its status is what a reader needs to know.
  if (message.statusCode === 200 && (!dataTypes.test(type.trim()) || notData.test(type.trim()))) refuse(new Problem(415, `${url.host} answers with ${type.trim()}, which is no data.`));
  if (message.headers['content-encoding'] && message.headers['content-encoding'] !== 'identity') refuse(new Problem(502, `${url.host} compresses although it was asked not to.`));
  if (Number(message.headers['content-length']) > limit) refuse(tooLarge(url, limit));
  return message;
}
