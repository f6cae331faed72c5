import { parseOpen311, recordOf, recordsOf, refused } from '../formats/open311.js';
import { textAt, xmlRecords, type XmlElement } from '../formats/xml.js';
import type { ReadOptions } from '../source.js';
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
  const records: unknown[] = [];
  const errors: string[] = [];
  for (const element of await elementsIn(text, address, (name, path) => path.length > 0 && /^(request|service|error)$/.test(name))) {
    if (element.name === 'error') errors.push(`${textAt(element, 'code') ?? ''} ${textAt(element, 'description') ?? ''}`.trim());
    else records.push(recordOf(element));
  }
  if (errors.length > 0) throw refused(address, errors);
  return records;
}

/** The records of a document that has come whole. Throws `SourceError('unreadable')`. */
export async function elementsIn(text: string, address: URL, isRecord: (name: string, path: readonly string[]) => boolean): Promise<readonly XmlElement[]> {
  const bytes = new TextEncoder().encode(text);
  const input = { address, type: '', charset: 'utf-8', head: bytes.subarray(0, 4096), body: new Blob([bytes]).stream() };
  const elements: XmlElement[] = [];
  for await (const element of xmlRecords(input, isRecord)) elements.push(element);
  return elements;
}
