import type { Comment, CommentDraft } from '../model/comment.js';
import type { Idea, IdeaDraft } from '../model/idea.js';
import type { Rating, RatingReceipt } from '../model/rating.js';
import { deliver } from './http.js';
import type { SendOptions } from './sink.js';

/** What a hub says after someone gave or took back support. */
export interface Support {
  readonly supports: number;
  readonly supported: boolean;
}

/** Sends a rating; the same id twice is one rating. `hub` ends in a slash, as `endpointUrl` makes it. */
export async function sendRating(hub: URL, rating: Rating, options: SendOptions = {}): Promise<RatingReceipt> {
  return (await deliver(new URL('v1/ratings', hub), { ...options, method: 'POST', body: rating })) as RatingReceipt;
}

/** Sends an idea; the same id twice is one idea. */
export async function sendIdea(hub: URL, draft: IdeaDraft, options: SendOptions = {}): Promise<Idea> {
  return (await deliver(new URL('v1/ideas', hub), { ...options, method: 'POST', body: draft })) as Idea;
}

/** Where support for an idea goes, and comments on it, below the address of the hub. */
export const supportPath = (idea: string): string => `v1/ideas/${encodeURIComponent(idea)}/support`;
export const commentsPath = (idea: string): string => `v1/ideas/${encodeURIComponent(idea)}/comments`;

/** Says whose support it is. */
export const supportHeaders = (supporter: string): Readonly<Record<string, string>> => ({ 'civic-supporter': supporter });

/** Gives support to an idea, or takes it back. `supporter` is a UUID of this browser's own, under which it counts once. */
export async function sendSupport(hub: URL, idea: string, supporter: string, on: boolean, options: SendOptions = {}): Promise<Support> {
  return (await deliver(new URL(supportPath(idea), hub), { ...options, method: on ? 'PUT' : 'DELETE', headers: supportHeaders(supporter) })) as Support;
}

/** Withdraws an idea; only its author holds the key. */
export async function withdrawIdea(hub: URL, idea: string, key: string, options: SendOptions = {}): Promise<void> {
  const address = new URL(`v1/ideas/${encodeURIComponent(idea)}`, hub);
  await deliver(address, { ...options, method: 'DELETE', headers: { authorization: `Bearer ${key}` } });
}

/** Sends a comment on an idea; the same id twice is one comment. */
export async function sendComment(hub: URL, idea: string, draft: CommentDraft, options: SendOptions = {}): Promise<Comment> {
  return (await deliver(new URL(commentsPath(idea), hub), { ...options, method: 'POST', body: draft })) as Comment;
}

/** Takes a comment back; only its author holds the key. */
export async function withdrawComment(hub: URL, comment: string, key: string, options: SendOptions = {}): Promise<void> {
  const address = new URL(`v1/comments/${encodeURIComponent(comment)}`, hub);
  await deliver(address, { ...options, method: 'DELETE', headers: { authorization: `Bearer ${key}` } });
}
