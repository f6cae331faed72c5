import type { Dataset } from '../../model/dataset.js';
import { parseOpen311, recordsOf } from '../formats/open311.js';
import { Open311Table } from '../formats/open311-table.js';
import { readFile } from '../file.js';
import { ask } from '../http.js';
import { refusal } from '../refusal.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { Mismatch } from './mismatch.js';

/** GeoReport v2: without dates a service gives the last 90 days, and no more than a thousand. */
const days = 90;
const page = 1000;
const most = 50_000;

/** Requests to a city by GeoReport v2 (Open311), from the root of the service or from its `requests.json`, page by page. */
export async function readOpen311Service(address: URL, options: DatasetOptions): Promise<Dataset> {
  if (/\.xml$/i.test(address.pathname)) return readFile(address, options);
  if (/\.json$/i.test(address.pathname)) return readPages(address, options);
  const root = address.href.replace(/\/?([?#].*)?$/, '/');
  const at = (file: string): URL => Object.assign(new URL(file, root), { search: address.search });
  try {
    return await readPages(at('requests.json'), options);
  } catch (error) {
    if (!(error instanceof SourceError) || !['not-found', 'unknown'].includes(error.reason)) throw error;
  }
  try {
    return await readFile(at('requests.xml'), options);
  } catch (error) {
    if (error instanceof SourceError && ['not-found', 'unknown', 'web-page'].includes(error.reason)) throw new Mismatch(`${address.href} is not the root of an Open311 service.`);
    throw error;
  }
}

async function readPages(address: URL, options: DatasetOptions): Promise<Dataset> {
  const table = new Open311Table();
  const breath = new Breath(options.signal);
  const isRequests = /\/requests\.json$/i.test(address.pathname);
  const seen = new Set<unknown>();
  let full = 0;
  for (let number = 1; ; number += 1) {
    const url = isRequests ? asked(address, number) : address;
    const records = await recordsAt(url, options);
    const news = records.filter((record) => isNew(record, seen));
    for (const record of news) {
      table.add(record);
      await breath.pause();
    }
    full = Math.max(full, records.length);
    // A server that knows no pages gives the first again; one that does gives less than before, and then nothing.
    if (!isRequests || news.length === 0 || records.length < full || table.rows >= most || address.searchParams.has('page')) break;
  }
  return table.finish({ format: 'open311', portal: 'open311' }, { download: address.href }, options);
}

function isNew(record: unknown, seen: Set<unknown>): boolean {
  const { service_request_id: id } = (record ?? {}) as { readonly service_request_id?: unknown };
  if (id === undefined || id === null) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return true;
}

/** What the address says stays; without dates it is the last 90 days, said aloud, so that all servers mean the same. */
function asked(address: URL, number: number): URL {
  const url = new URL(address);
  const { searchParams: query } = url;
  const isDated = ['start_date', 'end_date', 'updated_after', 'updated_before', 'service_request_id'].some((name) => query.has(name));
  // To the whole day, so that reading again asks for the same.
  if (!isDated) query.set('start_date', `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`);
  if (!query.has('page')) query.set('page', String(number));
  if (!query.has('page_size') && !query.has('per_page')) query.set('page_size', String(page));
  return url;
}

async function recordsAt(url: URL, options: DatasetOptions): Promise<readonly unknown[]> {
  const response = await ask(url, options);
  const said = await response.text();
  if (!/^\s*[[{]/.test(said)) {
    if (!response.ok) throw refusal(response, url);
    throw new Mismatch(`${url.href} does not answer like Open311.`);
  }
  const records = recordsOf(parseOpen311(said, url), url);
  const isOpen311 = records.every((record) => typeof record === 'object' && record !== null && ('service_request_id' in record || 'service_code' in record || 'token' in record));
  if (response.ok && isOpen311) return records;
  if (!response.ok) throw refusal(response, url);
  throw new Mismatch(`${url.href} does not answer like Open311.`);
}
