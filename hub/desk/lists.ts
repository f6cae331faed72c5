import type { HeldComment } from '../src/comment-list.js';
import type { Decision } from '../src/decisions.js';
import type { ModeratedIdea } from '../src/idea-doubts.js';
import type { Comment } from '../src/rating-comments.js';
import type { HeldRating } from '../src/rating-holds.js';
import { address, type Hub } from './hub.js';
import { List, type Page } from './list.js';
import type { Desk } from './state.js';

/** A decision as an entry of the log: what was decided on several times is there several times. */
export interface LogEntry extends Decision {
  /** The id of what was decided on; `id` is that of the decision. */
  readonly target: string;
}

/** What each tab shows, by its name. */
export function listsOf(desk: Desk) {
  const { hub, search } = desk;
  const list = <T extends { readonly id: string }>(read: (cursor: string | undefined) => Promise<Page<T>>): List<T> => new List((cursor) => desk.guarded(() => read(cursor)), () => void desk.changed());
  return {
    waiting: list((cursor) => pageOfIdeas(hub, { status: 'held', limit: '50', cursor })),
    all: list((cursor) => {
      const { id, q, status, category, forwarding } = search;
      return pageOfIdeas(hub, id ? { ids: id } : { q, status, category, forwarding, limit: '50', cursor });
    }),
    ratings: list(async (cursor) => {
      await readRatingWords(desk);
      const { ratings, next } = await hub.ask<{ ratings: HeldRating[]; next?: string }>(address('moderation/ratings', { cursor }));
      return { entries: ratings, next };
    }),
    replies: list(async (cursor) => {
      const { comments, next } = await hub.ask<{ comments: HeldComment[]; next?: string }>(address('moderation/replies', { cursor }));
      return { entries: comments, next };
    }),
    comments: list(async (cursor) => {
      await readRatingWords(desk);
      const { comments, next } = await hub.ask<{ comments: Comment[]; next?: string }>(address('moderation/comments', { subject: desk.subject, cursor }));
      return { entries: comments, next };
    }),
    log: list(async (cursor) => {
      const { decisions, next } = await hub.ask<{ decisions: Decision[]; next?: string }>(address('moderation/decisions', { cursor }));
      for (const { id, title } of await readIdeas(hub, [...new Set(decisions.filter(({ kind }) => kind === 'idea').map(({ id }) => id))])) desk.titles.set(id, title);
      return { entries: decisions.map((each): LogEntry => ({ ...each, id: each.decision, target: each.id })), next };
    }),
  };
}

/** What ratings were asked, once; without it codes are shown. */
async function readRatingWords(desk: Desk): Promise<void> {
  if (desk.ratingWords.size === 0) desk.ratingWords = await import('./rating-words.js').then(({ ratingWords }) => ratingWords(desk.speech.tag)).catch(() => desk.ratingWords);
}

/** As many as the hub gives by their ids at once. */
const most = 100;

/** Ideas by their ids, with all that a moderator sees; those that were erased are left out. */
export async function readIdeas(hub: Hub, ids: readonly string[]): Promise<readonly ModeratedIdea[]> {
  if (ids.length === 0) return [];
  const { entries } = await pageOfIdeas(hub, { ids: ids.slice(0, most).join(','), limit: String(most) });
  return [...entries, ...(await readIdeas(hub, ids.slice(most)))];
}

async function pageOfIdeas(hub: Hub, query: Readonly<Record<string, string | undefined>>): Promise<Page<ModeratedIdea>> {
  const { ideas, next, total } = await hub.ask<{ ideas: ModeratedIdea[]; next?: string; total: number }>(address('moderation/ideas', query));
  return { entries: ideas, next, total };
}
