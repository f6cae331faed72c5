import type { Reply } from './replay.js';

/** One question to a system. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A system as it answers; `undefined` is what it does not know. */
export type Api = (asked: Asked) => Reply | undefined;

const words = (text: string): object => ({ translations: [{ locale: 'en', text }, { locale: 'de', text: `${text} (de)` }] });

/** A proposal with every field, as `proposal_type.rb` has them. */
export const proposal = (id: number): Readonly<Record<string, unknown>> => ({
  id: String(id),
  title: words(`Proposal ${id}`),
  body: words(`<p>A &amp; B<br>of ${id}</p><script>alert(1)</script>`),
  state: id % 2 === 0 ? 'accepted' : null,
  answer: id % 2 === 0 ? words('<p>We <b>will</b>.</p>') : null,
  answeredAt: '2026-09-01T10:00:00+02:00',
  publishedAt: '2026-08-01T10:00:00+02:00',
  updatedAt: '2026-08-02T10:00:00+02:00',
  withdrawn: false,
  address: 'Mill Street 1',
  coordinates: { latitude: 52.5, longitude: 13.4 },
  voteCount: id,
  url: `https://decidim.example/processes/parks/f/12/proposals/${id}`,
  taxonomies: [{ id: '5', name: words('Parks') }],
  category: { id: '5', name: words('Parks') },
});

/**
 * A Decidim with one component of proposals, of our own making after its documented types: `lacks` is what its version does
 * not know, of which it says so as graphql-ruby does.
 */
export function decidim(count: number, lacks: readonly string[] = ['category']): Api {
  return ({ url, method, body }) => {
    if (url.pathname !== '/api' || method !== 'POST') return undefined;
    const { query, variables } = JSON.parse(body) as { query: string; variables: { id: string; first?: number; after?: string | null; proposal?: string } };
    const errors = lacks.filter((name) => new RegExp(`\\b${name}\\b`).test(query)).map((fieldName) =>
      fieldName === 'order'
        ? { message: "Field 'proposals' doesn't accept argument 'order'", extensions: { code: 'argumentNotAccepted', name: 'proposals', typeName: 'Field', argumentName: 'order' } }
        : { message: `Field '${fieldName}' doesn't exist on type 'Proposal'`, extensions: { code: 'undefinedField', typeName: 'Proposal', fieldName } });
    if (errors.length > 0) return { body: { errors } };
    if (variables.id !== '12') return { body: { data: { component: null } } };
    if (variables.proposal) return { body: { data: { component: { id: '12', proposal: Number(variables.proposal) <= count ? proposal(Number(variables.proposal)) : null } } } };
    const from = Number(variables.after ?? 0);
    const to = Math.min(count, from + (variables.first ?? 20));
    const edges = Array.from({ length: to - from }, (_, i) => ({ node: proposal(from + i + 1) }));
    return { body: { data: { component: { id: '12', proposals: { pageInfo: { hasNextPage: to < count, endCursor: String(to) }, edges } } } } };
  };
}

/** A CONSUL, of our own making after its documentation: no more than 25 at once, by GET. */
export function consul(count: number): Api {
  return ({ url, method }) => {
    if (url.pathname !== '/graphql' || method !== 'GET') return undefined;
    const variables = JSON.parse(url.searchParams.get('variables')!) as { first?: number; after?: string | null; id?: string };
    const node = (id: number): object => ({
      id: String(id), title: `Proposal ${id}`, summary: 'In short', description: '<p>At length</p>', public_created_at: '2026-08-01 10:00:00 UTC',
      cached_votes_up: id, geozone: { name: 'Old Town' }, tags: { edges: [{ node: { name: 'Traffic' } }] },
    });
    if (variables.id) return { body: { data: { proposal: Number(variables.id) <= count ? node(Number(variables.id)) : null } } };
    const from = Number(variables.after ?? 0);
    const to = Math.min(count, from + Math.min(variables.first ?? 25, 25));
    return { body: { data: { proposals: { pageInfo: { hasNextPage: to < count, endCursor: String(to) }, edges: Array.from({ length: to - from }, (_, i) => ({ node: node(from + i + 1) })) } } } };
  };
}

/** A Fider, of our own making after its REST routes: it knows no pages, only how many at once. */
export function fider(count: number): Api {
  const post = (number: number): object => ({
    id: number + 100, number, title: `Post ${number}`, slug: `post-${number}`, description: 'Because **so**', createdAt: '2026-08-01T10:00:00Z',
    votesCount: number, commentsCount: 2, hasVoted: false, status: number === 2 ? 'completed' : 'open', tags: number === 2 ? ['parks'] : [], isApproved: true,
    response: number === 2 ? { text: 'It is done.', respondedAt: '2026-09-01T10:00:00Z', user: { name: 'Town hall' } } : null,
  });
  return ({ url }) => {
    const { pathname, searchParams } = url;
    if (pathname === '/api/v1/tags') return { body: [{ id: 1, name: 'Parks & water', slug: 'parks', color: '00ff00', isPublic: true }] };
    const one = /^\/api\/v1\/posts\/(\d+)$/.exec(pathname)?.[1];
    if (one) return Number(one) <= count ? { body: post(Number(one)) } : { status: 404, body: {} };
    if (pathname !== '/api/v1/posts') return undefined;
    const all = Array.from({ length: count }, (_, i) => post(i + 1) as { status: string; title: string; tags: readonly string[] });
    const statuses = searchParams.get('statuses')?.split(',');
    const found = all.filter((each) => (!statuses || statuses.includes(each.status)) && each.title.includes(searchParams.get('query') ?? '') && (!searchParams.get('tags') || each.tags.includes(searchParams.get('tags')!)));
    return { body: found.slice(0, Number(searchParams.get('limit'))) };
  };
}

/** A PostgREST with one table, of our own making after its documentation. The key is `anon`. */
export function postgrest(rows: Record<string, unknown>[]): Api {
  return ({ url, method, headers, body }) => {
    if (url.pathname !== '/rest/v1/ideas') return undefined;
    if (headers['apikey'] !== 'anon' || headers['authorization'] !== 'Bearer anon' || url.searchParams.has('apikey')) return { status: 401, body: { message: 'No API key found in request' } };
    if (method === 'POST') {
      const row = JSON.parse(body) as Record<string, unknown>;
      if (rows.some(({ id }) => id === row['id'])) return { status: 409, body: { code: '23505', message: 'duplicate key value violates unique constraint "ideas_pkey"' } };
      if (row['title'] === 'Forbidden by the city') return { status: 403, body: { code: '42501', message: 'new row violates row-level security policy for table "ideas"' } };
      rows.push(row);
      return { status: 201, body: '' };
    }
    const { searchParams } = url;
    const id = searchParams.get('id')?.replace('eq.', '');
    const status = searchParams.get('state')?.replace('eq.', '');
    const found = rows.filter((row) => (!id || row['id'] === id) && (!status || row['state'] === status));
    const from = Number(searchParams.get('offset') ?? 0);
    const page = found.slice(from, from + Number(searchParams.get('limit')));
    return { body: page, headers: { 'content-range': `${from}-${from + page.length - 1}/${found.length}` } };
  };
}

const day = 86_400_000;

/** A service of GeoReport v2 with a request every `every` days until now, no more than `most` at once, and windows of 90 days. */
export function open311(count: number, { every = 1, most = 1000, now = Date.parse('2026-11-01T00:00:00Z') }: { readonly every?: number; readonly most?: number; readonly now?: number } = {}): Api {
  const all = Array.from({ length: count }, (_, i) => ({
    service_request_id: 1000 + i, status: i % 2 === 0 ? 'open' : 'closed', status_notes: i % 2 === 0 ? null : 'Mended.', service_name: 'Potholes', service_code: '006',
    description: `Hole ${i}`, agency_responsible: { recipient: ['Roads office'] }, requested_datetime: new Date(now - i * every * day).toISOString(), lat: '52.5', long: 13.4, address: `Mill Street ${i}`,
  }));
  return ({ url }) => {
    const { pathname, searchParams } = url;
    if (pathname === '/open311/v2/services.json') return { body: '[{"service_code":006,"service_name":"Potholes","metadata":false,"type":"realtime"}]' };
    const one = /\/requests\/(\w+)\.json$/.exec(pathname)?.[1];
    if (one) return { body: all.filter(({ service_request_id: id }) => String(id) === one) };
    if (pathname !== '/open311/v2/requests.json') return undefined;
    const [start, end] = ['start_date', 'end_date'].map((name) => Date.parse(searchParams.get(name) ?? '')) as [number, number];
    if (end - start > 90 * day) return { status: 400, body: [{ code: 400, description: 'no more than 90 days' }] };
    const found = all.filter(({ status, requested_datetime: at }) => (!searchParams.get('status') || status === searchParams.get('status')) && !(Date.parse(at) < start) && !(Date.parse(at) > end));
    return { body: found.slice(0, most) };
  };
}
