import type { Decorator } from '@storybook/web-components-vite';
import type { Challenge } from '../../src/model/challenge.js';
import type { Comment, CommentDraft } from '../../src/model/comment.js';
import type { HubInfo, ProblemDetails } from '../../src/model/hub.js';
import type { Idea, IdeaDraft } from '../../src/model/idea.js';
import type { Rating, RatingSummary } from '../../src/model/rating.js';
import { allowEndpoints } from '../../src/sinks/endpoints.js';
import { comments as cityComments, ideas as cityIdeas } from './ideas.js';

/** A catalogue of stories has no server: this answers, in the page, what a hub would answer at `endpoint`. */
export const endpoint = 'https://hub.city.example';

export const info: HubInfo = {
  name: 'City of Linden',
  version: '0.1.0',
  moderation: 'before',
  minimum: 5,
  ideas: {
    categories: [
      { code: 'mobility', label: { en: 'Getting around', de: 'Unterwegs', fr: 'Se déplacer', es: 'Movilidad', ar: 'التنقل' } },
      { code: 'green', label: { en: 'Parks and nature', de: 'Parks und Natur', fr: 'Parcs et nature', es: 'Parques y naturaleza', ar: 'الحدائق والطبيعة' } },
      { code: 'services', label: { en: 'City services', de: 'Dienste der Stadt', fr: 'Services de la ville', es: 'Servicios municipales', ar: 'خدمات المدينة' } },
      { code: 'culture', label: { en: 'Culture and sport', de: 'Kultur und Sport', fr: 'Culture et sport', es: 'Cultura y deporte', ar: 'الثقافة والرياضة' } },
    ],
  },
};

export const summary: RatingSummary = {
  subject: 'https://www.city.example/parking',
  n: 318,
  minimum: 5,
  suppressed: false,
  min: 1,
  max: 5,
  mean: 3.87,
  satisfied: 0.69,
  distribution: [{ value: 1, count: 17 }, { value: 2, count: 29 }, { value: 3, count: 54 }, { value: 4, count: 96 }, { value: 5, count: 122 }],
  reasons: [{ code: 'clear', count: 141 }, { code: 'complete', count: 88 }, { code: 'unclear', count: 31 }, { code: 'technical', count: 22 }],
  period: { from: '2026-03-02', to: '2026-11-22' },
};

export const few: RatingSummary = { ...summary, n: 3, suppressed: true, mean: undefined, distribution: [], reasons: [], period: undefined };

/** What a hub would say of a profile: that of a scale of five, of three, or of yes and no. */
function summaryOf(profile: string): RatingSummary {
  const chosen: Pick<RatingSummary, 'answers'> = {
    answers: [
      { question: 'positive', counts: [{ code: 'effectiveness', count: 171 }, { code: 'ease', count: 148 }, { code: 'employee', count: 66 }] },
      { question: 'negative', counts: [{ code: 'efficiency', count: 40 }, { code: 'transparency', count: 22 }] },
      { question: 'contact_tried', counts: [{ code: 'phone', count: 90 }, { code: 'internet', count: 41 }] },
    ],
  };
  if (profile === 'fr-jdma') return { ...summary, ...chosen, profile, max: 3, mean: 2.5, distribution: [{ value: 1, count: 46 }, { value: 2, count: 54 }, { value: 3, count: 218 }], reasons: [] };
  if (!['yes-no', 'thumbs', 'us-a11', 'library'].includes(profile)) return { ...summary, profile };
  return { ...summary, ...chosen, profile, min: 0, max: 1, mean: 0.69, distribution: [{ value: 0, count: 99 }, { value: 1, count: 219 }], reasons: [{ code: 'outdated', count: 51 }, { code: 'unclear', count: 20 }] };
}

interface City {
  readonly info?: HubInfo;
  readonly summary?: RatingSummary;
  readonly ideas?: readonly Idea[];
  readonly challenges?: readonly Challenge[];
  /** Answers every write with this problem. */
  readonly refusal?: ProblemDetails;
  /** Nothing gets through to write; to read neither, where it is `all`. */
  readonly offline?: 'writes' | 'all';
  /** No answer ever comes. */
  readonly silent?: boolean;
}

let city: City = {};
let ideas: Idea[] = [];
let comments: Comment[] = [];
const real = globalThis.fetch;

/** A decorator: the story beneath it talks to a hub in this state. */
export function hub(state: City = {}): Decorator {
  return (story) => {
    city = state;
    ideas = [...(state.ideas ?? cityIdeas)];
    comments = [...cityComments];
    allowEndpoints(endpoint);
    globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      return request.url.startsWith(endpoint) ? answer(request) : real(input, init);
    };
    return story();
  };
}

async function answer(request: Request): Promise<Response> {
  if (city.silent) return new Promise(() => undefined);
  await new Promise((done) => void setTimeout(done, 150));
  const { pathname, searchParams } = new URL(request.url);
  const write = request.method !== 'GET';
  if (city.offline === 'all' || (city.offline && write)) throw new TypeError('Failed to fetch');
  if (city.refusal && write) return Response.json(city.refusal, { status: city.refusal.status, headers: { 'retry-after': '30' } });
  const [, , kind = '', id = '', part] = pathname.split('/');
  if (kind === '') return Response.json({ ...(city.info ?? info), ideas: { ...(city.info ?? info).ideas, challenges: city.challenges !== undefined } });
  if (kind === 'challenges') return Response.json({ challenges: city.challenges ?? [] });
  if (kind === 'commitments') return Response.json({ commitments: [{ id: 'benches-clinic-road', title: 'Four benches on Clinic Road by May 2027', status: 'started', milestones: [], evidence: [], ideas: [cityIdeas[0]!.id], sdg: [] }], problems: [] });
  if (kind === 'comments') return oneComment(id, request.method === 'DELETE');
  if (kind === 'ratings') return write ? rated((await request.json()) as Rating) : Response.json({ ...(city.summary ?? summaryOf(searchParams.get('profile') ?? '')), subject: searchParams.get('subject') });
  if (part === 'comments') return write ? commented(id, (await request.json()) as CommentDraft) : talk(id);
  if (part === 'support') return supported(id, request.method === 'PUT');
  if (id === 'similar') return similar(searchParams.get('q') ?? '');
  if (request.method === 'POST') return proposed((await request.json()) as IdeaDraft);
  if (id) return one(id, request.method === 'DELETE');
  return page(searchParams);
}

const rated = ({ id, comment }: Rating): Response => Response.json({ id, status: comment ? 'held' : 'counted' }, { status: 201 });

function supported(id: string, on: boolean): Response {
  ideas = ideas.map((idea) => (idea.id === id ? { ...idea, supports: idea.supports + (on ? 1 : -1) } : idea));
  return Response.json({ supports: ideas.find((idea) => idea.id === id)?.supports, supported: on });
}

function talk(idea: string): Response {
  const open = comments.filter((each) => each.idea === idea && each.status === 'open');
  return Response.json({ comments: open, total: open.length });
}

function commented(idea: string, { id, text, lang }: CommentDraft): Response {
  const comment: Comment = { id, idea, text, lang, status: (city.info ?? info).moderation === 'before' ? 'held' : 'open', created: '2026-11-23T09:30:00Z' };
  comments = [...comments, comment];
  return Response.json(comment, { status: 201 });
}

function oneComment(id: string, takeBack: boolean): Response {
  if (takeBack) comments = comments.filter((each) => each.id !== id);
  const comment = comments.find((each) => each.id === id);
  return comment ? Response.json(comment) : new Response(null, { status: takeBack ? 204 : 404 });
}

function similar(q: string): Response {
  const words = q.toLowerCase().split(/\W+/).filter((word) => word.length > 3);
  const score = ({ title }: Idea): number => words.filter((word) => title.toLowerCase().includes(word)).length / Math.max(1, words.length);
  const found = ideas.map((idea) => ({ idea, likeness: score(idea) })).filter(({ likeness }) => likeness > 0.2);
  return Response.json({ ideas: found.sort((a, b) => b.likeness - a.likeness).slice(0, 3) });
}

function proposed({ id, title, text, place, category, challenge, lang }: IdeaDraft): Response {
  const now = '2026-11-23T09:30:00Z';
  const idea: Idea = { id, title, text, place, category, challenge, lang, comments: 0, status: (city.info ?? info).moderation === 'before' ? 'held' : 'open', supports: 0, created: now, updated: now };
  ideas = [idea, ...ideas];
  return Response.json(idea, { status: 201 });
}

function one(id: string, withdraw: boolean): Response {
  if (withdraw) ideas = ideas.map((idea) => (idea.id === id ? { ...idea, status: 'withdrawn' } : idea));
  const idea = ideas.find((each) => each.id === id);
  return idea ? Response.json(idea) : Response.json({ type: 'about:blank', title: 'Not found', status: 404 }, { status: 404 });
}

function page(query: URLSearchParams): Response {
  const [q, category, status, challenge] = ['q', 'category', 'status', 'challenge'].map((name) => query.get(name)?.toLowerCase() ?? '');
  const found = ideas.filter(({ title, text }) => !q || `${title} ${text}`.toLowerCase().includes(q)).filter((idea) => !challenge || idea.challenge === challenge).filter((idea) => idea.status !== 'held' && idea.status !== 'withdrawn');
  const matches = found.filter((idea) => (!category || idea.category === category) && (!status || idea.status === status));
  matches.sort((a, b) => (query.get('sort') === 'supported' ? b.supports - a.supports : query.get('sort') === 'discussed' ? b.comments! - a.comments! : b.created.localeCompare(a.created)));
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 20);
  const count = (key: 'category' | 'status'): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { [key]: name = '' } of found) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };
  return Response.json({ ideas: matches.slice(start, end), total: matches.length, ...(end < matches.length ? { next: String(end) } : {}), counts: { category: count('category'), status: count('status') } });
}
