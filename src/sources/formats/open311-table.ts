import type { About, Dataset, Report } from '../../model/dataset.js';
import type { DatasetOptions } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Requests that people made, or services that they may ask for, by GeoReport v2 (wiki.open311.org). */
export class Open311Table {
  readonly #table = new FeatureTable();
  #hasRequests = false;
  #hasAddresses = false;

  get rows(): number {
    return this.#table.rows;
  }

  add(record: unknown): void {
    if (!isObject(record)) return this.#table.skip();
    const { lat, long, attributes, notes, ...rest } = plain(record);
    const isRequest = 'service_request_id' in record;
    this.#hasRequests ||= isRequest;
    this.#hasAddresses ||= typeof rest['address'] === 'string' && rest['address'].trim() !== '';
    const values = Object.assign(Object.create(null) as Record<string, unknown>, rest);
    for (const each of listOf(attributes)) values[String(each['label'] ?? each['name'] ?? each['code'])] ??= each['value'] ?? each['values'];
    values['notes'] = listOf(notes).flatMap(({ description }) => (typeof description === 'string' ? [description] : [])).join('\n') || undefined;
    const position = [long, lat].map(numberOf);
    this.#table.addRecord(values, isRequest && !position.some(Number.isNaN) ? { type: 'Point', coordinates: position } : null);
  }

  finish(report: Pick<Report, 'format'> & Partial<Report>, about: About, options: DatasetOptions): Promise<Dataset> {
    // A request is called by its place: what kind it is of is its category, and many have no words of their own.
    const requests = { id: 'service_request_id', category: 'service_name', start: 'requested_datetime', description: 'description', image: 'media_url', title: this.#hasAddresses ? 'address' : 'description' };
    const roles = this.#hasRequests ? requests : { id: 'service_code', title: 'service_name', category: 'group' };
    return tableDataset(this.#table.finish(undefined), { report, about }, { ...options, map: { ...roles, ...options.map } });
  }
}

/** Where all values are lists of one, they are what is in them. */
function plain(record: Json): Json {
  const { attributes, notes, ...values } = record;
  if (!Array.isArray(values['service_request_id'] ?? values['service_code'])) return record;
  return { ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value])), attributes, notes };
}

const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

const numberOf = (value: unknown): number => (typeof value === 'number' || (typeof value === 'string' && value.trim()) ? Number(value) : Number.NaN);
