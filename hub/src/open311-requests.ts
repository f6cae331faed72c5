import { sql, type SqlBool } from 'kysely';
import { ideaStatuses, type Idea, type IdeaStatus } from '../../src/model/idea.js';
import type { Database } from './database.js';
import { hiddenStatuses, ideaColumns, ideaOf, isPublished } from './idea-store.js';
import type { RequestSearch } from './open311-search.js';
import { anyService, type Service } from './open311-services.js';

/** GeoReport v2, “Service Requests”; null is what an idea has nothing for. */
export type ServiceRequest = {
  readonly service_request_id: string;
  readonly status: 'open' | 'closed';
  readonly status_notes: string | null;
  readonly service_name: string;
  readonly service_code: string;
  readonly description: string;
  readonly agency_responsible: string | null;
  readonly service_notice: null;
  readonly requested_datetime: string;
  readonly updated_datetime: string;
  readonly expected_datetime: null;
  readonly address: string | null;
  readonly address_id: null;
  readonly zipcode: null;
  /** Degrees, WGS 84; absent where the idea has no place. */
  readonly lat?: number | undefined;
  readonly long?: number | undefined;
  readonly media_url: null;
};

/** What services are called; one that the hub no longer has is called by its code. */
export type Names = (code: string) => string;

export function namesOf(services: readonly Service[]): Names {
  const names = new Map(services.map(({ service_code, service_name }) => [service_code, service_name]));
  return (code) => names.get(code) ?? code;
}

const closed: readonly IdeaStatus[] = ['done', 'declined'];
const open = ideaStatuses.filter((status) => isPublished({ status }) && !closed.includes(status));
/** In characters, by the standard. */
const longest = 4000;

export function requestOf(idea: Idea, nameOf: Names): ServiceRequest {
  const { id, status, category, answer, created, updated, place } = idea;
  const code = category ?? anyService;
  return {
    service_request_id: id, status: closed.includes(status) ? 'closed' : 'open', status_notes: answer?.text ?? null,
    service_name: nameOf(code), service_code: code, description: descriptionOf(idea), agency_responsible: answer?.by ?? null, service_notice: null,
    requested_datetime: created, updated_datetime: updated, expected_datetime: null,
    address: place?.address ?? null, address_id: null, zipcode: null, lat: place?.lat, long: place?.lon, media_url: null,
  };
}

/** The title as its first line, unless the text begins with it. */
export function descriptionOf({ title, text }: Pick<Idea, 'title' | 'text'>): string {
  const whole = text.replace(/\s+/g, ' ').startsWith(title.replace(/…$/, '')) ? text : `${title}\n${text}`;
  const characters = [...whole];
  return characters.length <= longest ? whole : `${characters.slice(0, longest - 1).join('')}…`;
}

/** Published ideas alone, newest first. */
export async function findRequests(database: Database, search: RequestSearch): Promise<Idea[]> {
  let query = database.selectFrom('ideas').select(ideaColumns).where('status', 'not in', hiddenStatuses).orderBy('created', 'desc').orderBy('id', 'desc');
  if ('ids' in search) {
    if (search.ids.length === 0) return [];
    query = query.where('id', 'in', search.ids);
  } else {
    const { codes, statuses, from, to, limit, offset } = search;
    if (codes?.length === 0 || statuses?.length === 0) return [];
    query = query.where('created', '>=', from).where('created', '<=', to).limit(limit).offset(offset);
    if (statuses) query = query.where('status', 'in', [...(statuses.includes('open') ? open : []), ...(statuses.includes('closed') ? closed : [])]);
    if (codes) {
      query = query.where(({ eb, or }) => or([
        eb('category', 'in', codes), codes.includes(anyService) ? eb('category', 'is', null) : sql<SqlBool>`1 = 0`,
      ]));
    }
  }
  return (await query.execute()).map(ideaOf);
}
