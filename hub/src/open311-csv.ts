import type { Idea } from '../../src/model/idea.js';
import type { HubConfig } from './config.js';
import { csvHeader, csvRow, type Columns } from './csv.js';
import type { Database } from './database.js';
import { publishedIdeas } from './idea-list.js';
import { namesOf, requestOf, type ServiceRequest } from './open311-requests.js';
import { servicesOf } from './open311-services.js';

/** Open311 “Bulk”: what cities publish of all their requests. Ideas have no sub-types, and all come over the web. */
const columns: Columns<{ request: ServiceRequest; idea: Idea }> = {
  service_request_id: ({ request }) => request.service_request_id, requested_datetime: ({ request }) => request.requested_datetime,
  updated_datetime: ({ request }) => request.updated_datetime, closed_date: ({ request }) => (request.status === 'closed' ? request.updated_datetime : undefined),
  status_description: ({ idea }) => idea.status, status_notes: ({ request }) => request.status_notes ?? undefined, source: () => 'web',
  service_name: ({ request }) => request.service_name, service_subtype: () => undefined, description: ({ request }) => request.description,
  agency_responsible: ({ request }) => request.agency_responsible ?? undefined, address: ({ request }) => request.address ?? undefined,
  lat: ({ request }) => request.lat, long: ({ request }) => request.long,
};

export async function* requestsCsv({ database, config }: { database: Database; config: HubConfig }): AsyncGenerator<string> {
  const names = namesOf(servicesOf(config.categories, undefined));
  yield csvHeader(columns);
  for await (const ideas of publishedIdeas(database)) yield ideas.map((idea) => csvRow(columns, { idea, request: requestOf(idea, names) })).join('');
}
