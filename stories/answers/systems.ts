import type { Decorator } from '@storybook/web-components-vite';
import { allowEndpoints } from '../../src/sinks/endpoints.js';
import { ideas } from './ideas.js';

/** Systems that a city has already, answered in the page after their documented types: the ideas are those of our own city. */
export const system = 'https://system.city.example';

const json = (body: unknown, headers: Record<string, string> = {}): Response => Response.json(body, { headers });
const words = (text: string): object => ({ translations: [{ locale: 'en', text }] });
const sorted = [...ideas].sort((a, b) => b.created.localeCompare(a.created));

const states: Readonly<Record<string, string | null>> = { open: null, considered: 'evaluating', planned: 'accepted', done: 'accepted', declined: 'rejected' };

function decidim(): Response {
  const edges = sorted.slice(0, 12).map((idea, i) => ({
    node: {
      id: String(i + 1), title: words(idea.title), body: words(`<p>${idea.text}</p>`), state: states[idea.status] ?? null, publishedAt: idea.created, updatedAt: idea.updated,
      answer: idea.answer ? words(`<p>${idea.answer.text}</p>`) : null, answeredAt: idea.answer?.at, address: idea.place?.address, voteCount: idea.supports, url: `${system}/processes/linden/f/12/proposals/${i + 1}`,
      taxonomies: idea.category ? [{ id: '1', name: words(idea.category) }] : [],
    },
  }));
  return json({ data: { component: { id: '12', proposals: { pageInfo: { hasNextPage: sorted.length > 12, endCursor: '12' }, edges } } } });
}

function consul(): Response {
  const edges = sorted.slice(0, 12).map((idea, i) => ({
    node: { id: String(i + 1), title: idea.title, summary: '', description: idea.text, public_created_at: idea.created, cached_votes_up: idea.supports, geozone: { name: 'Old Town' }, tags: { edges: [] } },
  }));
  return json({ data: { proposals: { pageInfo: { hasNextPage: false }, edges } } });
}

const fiderStates: Readonly<Record<string, string>> = { open: 'open', considered: 'planned', planned: 'started', done: 'completed', declined: 'declined' };

function fider({ pathname, searchParams }: URL): Response {
  if (pathname.endsWith('/tags')) return json(['mobility', 'green', 'services', 'culture'].map((slug, id) => ({ id, slug, name: slug, isPublic: true })));
  const posts = sorted.map((idea, i) => ({
    number: i + 1, slug: `post-${i + 1}`, title: idea.title, description: idea.text, createdAt: idea.created, votesCount: idea.supports, status: fiderStates[idea.status] ?? 'open', tags: idea.category ? [idea.category] : [],
    response: idea.answer ? { text: idea.answer.text, respondedAt: idea.answer.at, user: { name: idea.answer.by } } : null,
  }));
  const [tag, status, limit] = ['tags', 'statuses', 'limit'].map((name) => searchParams.get(name));
  return json(posts.filter((post) => (!tag || post.tags.includes(tag)) && (!status || status.split(',').includes(post.status))).slice(0, Number(limit)));
}

function open311({ pathname, searchParams }: URL): Response {
  if (pathname.endsWith('/discovery.json')) return json({ endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url: `${system}/open311/v2`, type: 'production' }] });
  if (pathname.endsWith('/services.json')) return json([{ service_code: '001', service_name: 'Potholes' }, { service_code: '002', service_name: 'Street lights' }]);
  const requests = sorted.slice(0, 8).map((idea, i) => ({
    service_request_id: String(4000 + i), status: i % 3 === 2 ? 'closed' : 'open', status_notes: i % 3 === 2 ? 'Mended.' : null, service_code: `00${(i % 2) + 1}`, service_name: i % 2 ? 'Street lights' : 'Potholes',
    description: i % 2 ? 'It has been dark here for a week.' : 'A hole as deep as a hand.', agency_responsible: 'Roads office', requested_datetime: idea.created, address: idea.place?.address ?? 'Mill Street 12',
  }));
  if (searchParams.has('start_date')) return json([]);
  const status = searchParams.get('status');
  return json(requests.filter((each) => !status || each.status === status));
}

function table({ searchParams }: URL): Response {
  const rows = sorted.map(({ id, title, text, category, status, created, place }) => ({ id, title, text, category, status, created_at: created, address: place?.address }));
  const from = Number(searchParams.get('offset') ?? 0);
  return json(rows.slice(from, from + Number(searchParams.get('limit'))), { 'content-range': `${from}-${from + 11}/${rows.length}` });
}

const answers: readonly (readonly [path: RegExp, answer: (address: URL) => Response])[] = [
  [/^\/api$/, decidim],
  [/^\/graphql$/, consul],
  [/^\/api\/v1\//, fider],
  [/^\/open311\//, open311],
  [/^\/rest\/v1\//, table],
];

const real = globalThis.fetch;

/** A decorator: what is read from the system is answered, and what is sent is taken; or refused, with these words. */
export function systems(refusal?: string): Decorator {
  return (story) => {
    allowEndpoints(system);
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      const address = new URL(request.url);
      if (address.origin !== system) return real(input, init);
      const isSent = request.method === 'POST' && address.pathname !== '/api';
      if (isSent) return refusal ? Response.json({ messages: { submission: [refusal] } }, { status: 422 }) : new Response('{}', { status: 201 });
      return answers.find(([path]) => path.test(address.pathname))?.[1](address) ?? new Response('', { status: 404 });
    };
    return story();
  };
}
