import { requestParameters } from './open311-search.js';
import type { Operation } from './openapi-operations.js';

const text = { type: 'string' };
const form = {
  api_key: text, service_code: text, description: { ...text, description: 'The first line is the title, unless attribute[title] is sent.' }, lat: { type: 'number', minimum: -90, maximum: 90 }, long: { type: 'number', minimum: -180, maximum: 180 },
  address_string: text, 'attribute[title]': text, 'attribute[id]': { ...text, format: 'uuid' },
};

/** Open311 GeoReport v2, each path for JSON and for XML; its errors are no problems of RFC 9457. */
export function open311Operations(): Readonly<Record<string, Operation>> {
  const operations = (format: 'json' | 'xml'): Readonly<Record<string, Operation>> => {
    const at = (path: string): string => `/open311/v2/${path}.${format}`;
    const shape = (name: 'Discovery' | 'Services' | 'Definition' | 'Requests' | 'Receipts' | 'Tokens') => (format === 'json' ? `Open311${name}` as const : 'text/xml');
    const language = { header: { 'Accept-Language?': 'In which language services are named' } };
    return {
      [`GET ${at('discovery')}`]: { summary: 'Open311: where the service is', answers: { 200: shape('Discovery') } },
      [`GET ${at('services')}`]: { summary: 'Open311: categories', answers: { 200: shape('Services') }, ...language },
      [`GET ${at('services/{id}')}`]: { summary: 'Open311: what a service takes beside the fields of the standard', answers: { 200: shape('Definition') }, problems: [404] },
      [`GET ${at('requests')}`]: { summary: 'Open311: published ideas', query: requestParameters, answers: { 200: shape('Requests') }, problems: [400], ...language },
      [`POST ${at('requests')}`]: {
        summary: 'Open311: takes an idea from who has a key; the same again is answered alike', body: { form, required: ['api_key', 'service_code', 'description'] },
        header: { 'Idempotency-Key?': 'Any text: the same again is the same request' }, answers: { 201: shape('Receipts'), 200: shape('Receipts') }, problems: [400, 403],
      },
      [`GET ${at('requests/{id}')}`]: { summary: 'Open311: one published idea', answers: { 200: shape('Requests') }, problems: [404], ...language },
      [`GET ${at('tokens/{id}')}`]: { summary: 'Open311: whether a request was kept', answers: { 200: shape('Tokens') }, problems: [404] },
    };
  };
  return { ...operations('json'), ...operations('xml'), 'GET /open311/v2/requests.csv': { summary: 'Open311: all published ideas as the bulk file', answers: { 200: 'text/csv' } } };
}
