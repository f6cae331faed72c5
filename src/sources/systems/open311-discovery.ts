import { parseOpen311, recordOf } from '../formats/open311.js';
import { SourceError, type ReadOptions } from '../source.js';
import { answerOf, isObject, textOf, type Json } from './answer.js';
import { elementsIn } from './open311-answer.js';

/** An entry of the document, and where it stands in it, such as `endpoints[0]`. */
interface Entry {
  readonly at: string;
  readonly record: Json;
}

/** What is preferred, the first first: real requests before those of a test, and what says its kind before what says none. */
const types = ['production', ''];

/**
 * The service that a discovery document of GeoReport v2 names: JSON as the standard has it or written as if it were XML,
 * or XML. Of several the one in production; where it speaks XML alone, the address of its requests in XML. What the
 * document's own address asks for (`?jurisdiction_id=`) goes on to it. Throws `SourceError` with the place where there is none.
 */
export async function discovered(address: URL, isAllowed: (address: string) => boolean, options: ReadOptions = {}): Promise<URL> {
  const { response, text } = await answerOf(address, options, { headers: { accept: 'application/json, text/xml;q=0.5' } });
  if (!response.ok) throw (await import('../refusal.js')).refusal(response, address);
  const entries = /^\s*</.test(text) ? await entriesInXml(text, address) : entriesIn(parseOpen311(text, address), '');
  const read = entries.map((entry) => ({ ...entry, fault: faultOf(entry.record, address) }));
  const [best] = read.filter(({ fault }) => !fault).sort((a, b) => rank(a.record) - rank(b.record));
  if (!best) {
    const found = read.map(({ at, fault }) => `${at} ${fault}`).join('; ') || 'it lists no “endpoints”';
    throw new SourceError('unreadable', `${address.href} names no service of GeoReport v2 that can be asked: ${found}.`);
  }
  const url = serviceOf(best.record, address)!;
  if (!isAllowed(url.href)) {
    throw new SourceError('not-allowed', `${address.href} names ${url.href} (${best.at}), and this page does not allow questions to ${url.origin}. Name it in the script tag: data-endpoints="${url.origin}".`);
  }
  for (const [name, value] of address.searchParams) if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  const formats = JSON.stringify(best.record['formats'] ?? '');
  if (/xml/i.test(formats) && !/json/i.test(formats)) url.pathname = `${url.pathname.replace(/\/$/, '')}/requests.xml`;
  return url;
}

/** Whatever has an address or says by which standard it answers, wherever it stands: some wrap each list and each value in another. */
function entriesIn(value: unknown, at: string): readonly Entry[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => entriesIn(each, `${at}[${i}]`));
  if (!isObject(value)) return [];
  const isList = 'endpoints' in value || 'endpoint' in value;
  if (!isList && ('url' in value || 'specification' in value)) return [{ at: at || 'the document', record: value }];
  return Object.entries(value).flatMap(([name, each]) => entriesIn(each, at ? `${at}.${name}` : name));
}

async function entriesInXml(text: string, address: URL): Promise<readonly Entry[]> {
  const elements = await elementsIn(text, address, (name) => name === 'endpoint');
  return elements.map((element, i) => ({ at: `endpoint ${i + 1}`, record: recordOf(element) }));
}

/** A value, also as the only one of a list. */
const valueOf = (record: Json, name: string): string => textOf([record[name]].flat(2)[0]) ?? '';

/** Why an entry cannot be asked. */
function faultOf(record: Json, address: URL): string | undefined {
  const specification = valueOf(record, 'specification');
  if (specification && !/georeport[\s_/-]*v?\.?2/i.test(specification)) return `answers by “${specification}”`;
  if (!valueOf(record, 'url')) return 'has no “url”';
  return serviceOf(record, address) ? undefined : `has “${valueOf(record, 'url')}” for a “url”, which is no address`;
}

function serviceOf(record: Json, address: URL): URL | undefined {
  const written = valueOf(record, 'url');
  const url = URL.canParse(written, address) ? new URL(written, address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // Many documents are older than their server's certificate, and a page over https asks nobody without.
  if (address.protocol === 'https:') url.protocol = 'https:';
  return url;
}

function rank(record: Json): number {
  const place = types.indexOf(valueOf(record, 'type').toLowerCase());
  return (place < 0 ? types.length : place) + (valueOf(record, 'specification') ? 0 : types.length + 1);
}
