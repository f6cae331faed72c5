import type { Challenge } from '../model/challenge.js';
import type { Comment, CommentPage } from '../model/comment.js';
import type { Commitment } from '../model/commitment.js';
import type { HubInfo } from '../model/hub.js';
import type { Idea, IdeaPage, IdeaSort, IdeaStatus, SimilarIdea } from '../model/idea.js';
import type { RatingSummary } from '../model/rating.js';
import { SourceError, type ReadOptions, type SourceReason } from './source.js';

/** Which ideas to read; what is absent does not narrow. */
export interface IdeaQuery {
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly challenge?: string | undefined;
  readonly status?: IdeaStatus | undefined;
  readonly sort?: IdeaSort | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** What ideas are compared with: the words so far, and the place in degrees where there is one. */
export interface Likeness {
  readonly q: string;
  readonly lon?: number | undefined;
  readonly lat?: number | undefined;
}

/** What a hub says of itself. `hub` ends in a slash, as `endpointUrl` makes it. */
export const readHubInfo = (hub: URL, options: ReadOptions): Promise<HubInfo> => read(hub, 'v1', {}, options, 'ideas');

/** What all ratings of a subject say together, by one profile; otherwise by that with most answers. */
export const readSummary = (hub: URL, query: { readonly subject: string; readonly profile?: string | undefined }, options: ReadOptions): Promise<RatingSummary> =>
  read(hub, 'v1/ratings/summary', query, options, 'distribution');

/** One page of published ideas. */
export const readIdeas = (hub: URL, query: IdeaQuery, options: ReadOptions): Promise<IdeaPage> => read(hub, 'v1/ideas', query, options, 'ideas');

/** One idea; its author's key shows it before it is published. */
export const readIdea = (hub: URL, id: string, options: ReadOptions & { readonly key?: string | undefined }): Promise<Idea> =>
  read(hub, `v1/ideas/${encodeURIComponent(id)}`, {}, options, 'title');

/** One page of the public comments on an idea, the oldest first. */
export const readComments = (hub: URL, idea: string, query: { readonly cursor?: string | undefined }, options: ReadOptions): Promise<CommentPage> =>
  read(hub, `v1/ideas/${encodeURIComponent(idea)}/comments`, query, options, 'comments');

/** One comment; its author's key shows it before it is published. */
export const readComment = (hub: URL, id: string, options: ReadOptions & { readonly key: string }): Promise<Comment> =>
  read(hub, `v1/comments/${encodeURIComponent(id)}`, {}, options, 'status');

/** The commitments that a hub knows. */
export const readCommitments = async (hub: URL, options: ReadOptions): Promise<readonly Commitment[]> =>
  (await read<{ commitments: readonly Commitment[] }>(hub, 'v1/commitments', {}, options, 'commitments')).commitments;

/** The questions that the city asks. */
export const readChallenges = async (hub: URL, options: ReadOptions): Promise<readonly Challenge[]> =>
  (await read<{ challenges: readonly Challenge[] }>(hub, 'v1/challenges', {}, options, 'challenges')).challenges;

/** Ideas much like one that is being written, the likest first. */
export async function readSimilar(hub: URL, likeness: Likeness, options: ReadOptions): Promise<readonly SimilarIdea[]> {
  const { ideas } = await read<{ ideas: readonly SimilarIdea[] }>(hub, 'v1/ideas/similar', { ...likeness, limit: 5 }, options, 'ideas');
  return ideas;
}

type Parameters = { readonly [name: string]: string | number | undefined };

/** `sign` is a name that every true answer has: a page that answers 200 to everything does not. */
async function read<T>(hub: URL, path: string, query: object, { signal, key }: ReadOptions & { readonly key?: string | undefined }, sign: string): Promise<T> {
  const address = new URL(path, hub);
  for (const [name, value] of Object.entries(query as Parameters)) if (value !== undefined && value !== '') address.searchParams.set(name, String(value));
  const headers = { accept: 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const response = await fetch(address, { credentials: 'omit', headers, signal: signal ?? null }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new SourceError('unreachable', `${address.href} did not answer, or does not let this page read its answer.`, { cause });
  });
  if (!response.ok) throw new SourceError(reasonOf(response.status), `${address.href} answered ${response.status}.`);
  const answer: unknown = await response.json().catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new SourceError('unreadable', `${address.href} answered something that is no JSON.`, { cause });
  });
  if (typeof answer !== 'object' || answer === null || !(sign in answer)) throw new SourceError('unreadable', `${address.href} is not what a hub answers: “${sign}” is missing.`);
  return answer as T;
}

function reasonOf(status: number): SourceReason {
  if (status === 404 || status === 410) return 'not-found';
  return status === 429 || status >= 500 ? 'unreachable' : 'refused';
}
