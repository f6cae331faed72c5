import type { Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { textOfBody } from './text-stream.js';
import { Open311Table } from './open311-table.js';
import { textAt, xmlRecords, type XmlElement } from './xml.js';

/** The lists of requests or services, whether they stand alone or under a name. Throws `SourceError` where a service says what is wrong. */
export function recordsOf(document: unknown, address: URL): readonly unknown[] {
  const isOne = typeof document === 'object' && document !== null && ('service_code' in document || 'service_request_id' in document);
  const list: unknown = Array.isArray(document) ? document : isOne || typeof document !== 'object' || document === null ? [document] : (Object.values(document).find(Array.isArray) ?? [document]);
  // FixMyStreet writes JSON as if it were XML: requests in a list of their own, and each value in one, too.
  const records = (list as readonly unknown[]).flatMap((each) => innerList(each) ?? [each]);
  const errors = records.filter((each): each is { code: unknown; description: unknown } => typeof each === 'object' && each !== null && 'code' in each && 'description' in each && Object.keys(each).length <= 3);
  if (errors.length > 0 && errors.length === records.length) throw refused(address, errors.map(({ code, description }) => `${String(code)} ${String(description)}`));
  return records;
}

function innerList(record: unknown): readonly unknown[] | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const [list, ...others] = Object.values(record) as readonly unknown[];
  return others.length === 0 && Array.isArray(list) && ('request' in record || 'service' in record) ? list : undefined;
}

export function refused(address: URL, errors: readonly string[]): SourceError {
  const said = errors.join('; ');
  const advice = /jurisdiction/i.test(said) && !address.searchParams.has('jurisdiction_id') ? ' Add “?jurisdiction_id=…” to the address: the service knows which there are.' : '';
  return new SourceError(said.startsWith('404') ? 'not-found' : 'refused', `${address.href} answers: ${said}.${advice}`);
}

/** JSON as Open311 has it: the standard's own examples write codes such as 006 without quotes, and some servers do, too. Throws `SourceError('unreadable')`. */
export function parseOpen311(text: string, address: URL): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    try {
      return JSON.parse(text.replace(/("service_code"\s*:\s*)(0\d+)/g, '$1"$2"'));
    } catch {
      throw new SourceError('unreadable', `${address.href} is not valid JSON. ${cause instanceof Error ? cause.message : ''}`, { cause });
    }
  }
}

/** Requests, services or errors as JSON. */
export async function readOpen311(input: Input, options: DatasetOptions): Promise<Dataset> {
  let text = '';
  for await (const piece of textOfBody(input)) text += piece;
  const table = new Open311Table();
  const breath = new Breath(options.signal);
  for (const record of recordsOf(parseOpen311(text, input.address), input.address)) {
    table.add(record);
    await breath.pause();
  }
  return table.finish({ format: 'open311' }, { download: input.address.href }, options);
}

/** The same as XML, where what is empty is an element all the same. */
export async function readOpen311Xml(input: Input, options: DatasetOptions): Promise<Dataset> {
  const table = new Open311Table();
  const errors: string[] = [];
  const isRecord = (name: string, path: readonly string[]): boolean => (name === 'request' || name === 'service' || name === 'error') && path.length > 0;
  for await (const element of xmlRecords(input, isRecord, { signal: options.signal })) {
    if (element.name === 'error') errors.push(`${textAt(element, 'code') ?? ''} ${textAt(element, 'description') ?? ''}`.trim());
    else table.add(recordOf(element));
  }
  if (errors.length > 0) throw refused(input.address, errors);
  return table.finish({ format: 'open311-xml' }, { download: input.address.href }, options);
}

export function recordOf({ children }: XmlElement): Readonly<Record<string, unknown>> {
  const record = Object.create(null) as Record<string, unknown>;
  for (const child of children) {
    if (child.children.length === 0) record[child.name] = child.text || undefined;
    else record[child.name] = child.children.map((each) => (each.children.length > 0 ? recordOf(each) : each.text));
  }
  return record;
}
