import { networkFault } from './deliveries.js';
import type { Open311Forward } from './forwards.js';
import { replyRecords, type ReplyRecord } from './open311-reply.js';
import { descriptionOf } from './open311-requests.js';
import type { IdeaRow } from './tables.js';

/** What came of asking a service. */
export interface Asked {
  /** Of HTTP; none, where nothing was answered. */
  readonly status?: number | undefined;
  /** Whether it is certain that the service has never heard of it. */
  readonly isUnsent: boolean;
  readonly records: readonly ReplyRecord[];
  /** What went wrong below HTTP. */
  readonly fault?: string | undefined;
}

interface Question {
  readonly body?: URLSearchParams;
  readonly query?: Readonly<Record<string, string>>;
  /** By which a service that knows the header sees that it is the same again. */
  readonly repeatKey?: string;
  /** In milliseconds. */
  readonly patience: number;
}

/** In bytes: a thousand requests, which is the most that the standard gives, are less. */
const longest = 8_000_000;

/** Before a connection is there nothing is sent. */
const unsent = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/;

/** Asks the city's own service for `path`, or posts a form to it. A redirect is an answer: keys go to who was named alone. */
export async function ask({ endpoint, format, jurisdiction_id }: Open311Forward, path: string, { body, query = {}, repeatKey, patience }: Question): Promise<Asked> {
  const url = new URL(`${endpoint}/${path}.${format}`);
  for (const [name, value] of Object.entries({ ...(!body && jurisdiction_id !== undefined && { jurisdiction_id }), ...query })) url.searchParams.set(name, value);
  try {
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET', redirect: 'manual', signal: AbortSignal.timeout(patience), ...(body && { body }),
      // On a connection that was kept the other side may just have hung up: then nobody would know whether it arrived.
      headers: { connection: 'close', accept: format === 'json' ? 'application/json, text/xml;q=0.5' : 'text/xml, application/json;q=0.5', 'user-agent': 'civic-hub', ...(repeatKey !== undefined && { 'idempotency-key': repeatKey }) },
    });
    return { status: response.status, isUnsent: false, records: replyRecords(await textOf(response)) };
  } catch (error) {
    const fault = networkFault(error);
    return { isUnsent: unsent.test(fault), records: [], fault };
  }
}

async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, length] = ['', 0];
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > longest) throw new Error('ETOOLONG');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** “Create Service Request” of GeoReport v2. What tells who somebody is (e-mail, name, telephone, device) the hub does not have. */
export function requestForm({ api_key, jurisdiction_id, address_string }: Open311Forward, service_code: string, row: IdeaRow): URLSearchParams {
  const { lat, lon, address } = row;
  const hasPlace = lat !== null || address !== null;
  const place = hasPlace ? { lat, long: lon, address_string: address } : { address_string };
  const fields = { api_key, jurisdiction_id, service_code, ...place, description: descriptionOf(row) };
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])));
}

/** Why something did not go, in the words of the service, in which a key that it repeats is none any more. */
export function detailOf({ api_key }: Open311Forward, { status, records, fault }: Asked): string {
  const said = records.flatMap(({ description }) => description ?? []).join(' ').replaceAll(api_key, '…');
  return [status ?? fault, said].filter(Boolean).join(': ').slice(0, 300);
}
