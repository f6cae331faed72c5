import { parseOpen311, recordOf, recordsOf, refused } from '../formats/open311.js';
import { textAt, xmlRecords } from '../formats/xml.js';
import { SourceError, type ReadOptions } from '../source.js';
import { answerOf } from './answer.js';

/** Ids are text, and as numbers they would lose zeros or, where they are long, digits. */
const numbered = /("(?:service_request_id|service_code|token|address_id|zipcode)"\s*:\s*)(\d+)(?=\s*[,}\]])/g;

/** What a GeoReport service answers, JSON in either shape or XML. Throws `SourceError` with what it says is wrong. */
export async function recordsAt(address: URL, options: ReadOptions): Promise<readonly unknown[]> {
  const { response, text } = await answerOf(address, options, { headers: { accept: 'application/json, text/xml;q=0.5' } });
  const records = /^\s*</.test(text) ? await fromXml(text, address) : recordsOf(parseOpen311(text.replace(numbered, '$1"$2"'), address), address);
  if (!response.ok) throw (await import('../refusal.js')).refusal(response, address);
  return records;
}

async function fromXml(text: string, address: URL): Promise<readonly unknown[]> {
  const bytes = new TextEncoder().encode(text);
  const input = { address, type: '', charset: 'utf-8', head: bytes.subarray(0, 4096), body: new Blob([bytes]).stream() };
  const records: unknown[] = [];
  const errors: string[] = [];
  const isRecord = (name: string, path: readonly string[]): boolean => path.length > 0 && /^(request|service|error)$/.test(name);
  for await (const element of xmlRecords(input, isRecord)) {
    if (element.name === 'error') errors.push(`${textAt(element, 'code') ?? ''} ${textAt(element, 'description') ?? ''}`.trim());
    else records.push(recordOf(element));
  }
  if (errors.length > 0) throw refused(address, errors);
  return records;
}

/** The service that a discovery document leads to: version 2, for everybody's use where it has one. */
export async function discovered(address: URL, options: ReadOptions): Promise<URL> {
  const { text } = await answerOf(address, options);
  const document = parseOpen311(text, address) as { readonly endpoints?: readonly { readonly url?: unknown; readonly type?: unknown; readonly specification?: unknown }[] } | null;
  const all = Array.isArray(document?.endpoints) ? document.endpoints : [];
  const fit = all.filter(({ url, specification }) => typeof url === 'string' && URL.canParse(url) && /georeport_?v?2/i.test(String(specification)));
  const { url } = fit.find(({ type }) => type === 'production') ?? fit[0] ?? {};
  if (typeof url !== 'string') throw new SourceError('unknown', `${address.href} names no service of GeoReport v2.`);
  return new URL(url);
}
