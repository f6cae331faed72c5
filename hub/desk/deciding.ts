import type { ModeratedIdea } from '../src/idea-doubts.js';
import { changeOf } from './drafts.js';
import { noticeOf } from './faults.js';
import { failureOf, Refused } from './hub.js';
import { readIdeas } from './lists.js';
import { countWaiting } from './session.js';
import type { Desk, Notice } from './state.js';

/** What is done is called after what is said of it. */
export type Deed = 'published' | 'declined' | 'hidden' | 'erased' | 'saved';

const changes = { published: { status: 'open' }, declined: { status: 'declined' }, hidden: { status: 'held' }, erased: { status: 'withdrawn' } } as const;

/** Decides on ideas, on all or none of them. Gives whether it was done; what was not is said. */
export async function decideIdeas(desk: Desk, ids: readonly string[], deed: Deed, change: Readonly<Record<string, unknown>> = deed === 'saved' ? {} : changes[deed]): Promise<boolean> {
  const { entries, chosen } = desk.lists[desk.tab === 'all' ? 'all' : 'waiting'];
  const seen = Object.fromEntries(entries.filter(({ id }) => ids.includes(id)).map(({ id, updated }) => [id, updated]));
  return deciding(desk, async () => {
    const { decisions } = await desk.hub.ask<{ decisions: string[] }>('moderation/decisions', { method: 'POST', body: { kind: 'idea', ids, change, seen } });
    for (const id of ids) chosen.delete(id);
    // What is done is done, whether it can be read anew or not.
    await renewIdeas(desk, ids).catch(() => desk.lists[desk.tab].load());
    return { text: desk.speech.words.done[deed](ids.length), undo: deed === 'erased' || decisions.length === 0 ? undefined : decisions };
  }, async (failure) => {
    // Also what no longer waits stays where it was, for whoever looks at it and has typed something.
    await renewIdeas(desk, ids, { isKept: true });
    // Whoever decides on the others again shall have looked at these.
    const late = failure.errors.flatMap(({ path }) => ids[Number(/^\/ids\/(\d+)$/.exec(path)?.[1])] ?? []);
    for (const id of late) chosen.delete(id);
    return late.length || 1;
  });
}

/** Sends what was typed into the fields of an idea. */
export async function sendDraft(desk: Desk, idea: ModeratedIdea): Promise<void> {
  const draft = desk.drafts.of(idea);
  const change = changeOf(idea, draft);
  if (Object.keys(change).length === 0) {
    desk.notice = { text: desk.speech.words.edit.nothing };
  } else if (!(await decideIdeas(desk, [idea.id], 'saved', change))) {
    return undefined;
  }
  if (draft.by.trim()) desk.drafts.by = draft.by.trim();
  desk.drafts.drop(idea.id);
  desk.editing.delete(idea.id);
  return desk.changed();
}

/** Decides on ratings that wait. */
export function decideRatings(desk: Desk, ids: readonly string[], status: 'counted' | 'deleted'): Promise<boolean> {
  return deciding(desk, async () => {
    const { decisions } = await desk.hub.ask<{ decisions: string[] }>('moderation/decisions', { method: 'POST', body: { kind: 'rating', ids, change: { status }, seen: 'waiting' } });
    desk.lists.ratings.update(ids, () => undefined);
    return { text: desk.speech.words.done[status](ids.length), undo: decisions };
  }, async (failure) => {
    await desk.lists.ratings.load();
    return failure.errors.length || 1;
  });
}

/** Decides on comments that wait. */
export function decideReplies(desk: Desk, ids: readonly string[], status: 'open' | 'deleted'): Promise<boolean> {
  return deciding(desk, async () => {
    const { decisions } = await desk.hub.ask<{ decisions: string[] }>('moderation/decisions', { method: 'POST', body: { kind: 'comment', ids, change: { status } } });
    desk.lists.replies.update(ids, () => undefined);
    return { text: desk.speech.words.done[status === 'open' ? 'replied' : 'silenced'](ids.length), undo: decisions };
  }, async (failure) => {
    await desk.lists.replies.load();
    return failure.errors.length || 1;
  });
}

/** Has ideas sent to the city's other system once more, and shows how far they are. */
export function sendAgain(desk: Desk, ids: readonly string[]): Promise<boolean> {
  return deciding(desk, async () => {
    const { ids: sent } = await desk.hub.ask<{ ids: string[] }>('moderation/forwards', { method: 'POST', body: { ids } });
    await renewIdeas(desk, ids, { isKept: true });
    return { text: desk.speech.words.done.sent(sent.length) };
  }, async () => 0);
}

/** Takes decisions back, and shows what is there then. */
export function undo(desk: Desk, decisions: readonly string[]): Promise<boolean> {
  return deciding(desk, async () => {
    await desk.hub.ask('moderation/undo', { method: 'POST', body: { decisions } });
    await desk.lists[desk.tab].load();
    return { text: desk.speech.words.done.undone(decisions.length) };
  }, async () => {
    await desk.lists[desk.tab].load();
    return 0;
  });
}

/** Does one thing at a time and says what came of it. `late` shows anew what somebody else has decided on, and gives how much that is. */
async function deciding(desk: Desk, act: () => Promise<Notice>, late: (failure: Refused) => Promise<number>): Promise<boolean> {
  if (desk.isSending) return false;
  desk.isSending = true;
  desk.notice = undefined;
  void desk.changed();
  let isDone = false;
  try {
    desk.notice = await desk.guarded(act);
    isDone = true;
  } catch (thrown) {
    const failure = failureOf(thrown);
    const isLate = failure instanceof Refused && failure.status === 409;
    const decided = isLate ? await late(failure).catch(() => 1) : 0;
    const { words } = desk.speech;
    desk.notice = isLate && decided === 0 ? { text: words.failed.undo, isFailure: true } : noticeOf(failure, words, decided);
  } finally {
    desk.isSending = false;
  }
  void countWaiting(desk);
  await desk.changed();
  return isDone;
}

/** Reads ideas anew and shows them as they are: those that no longer wait leave the queue, unless they are kept. */
async function renewIdeas(desk: Desk, ids: readonly string[], { isKept = false } = {}): Promise<void> {
  const fresh = new Map((await readIdeas(desk.hub, ids)).map((idea) => [idea.id, idea]));
  desk.lists.waiting.update(ids, (id) => (isKept || fresh.get(id)?.status === 'held' ? fresh.get(id) : undefined));
  desk.lists.all.update(ids, (id) => fresh.get(id));
  if (desk.lists.waiting.entries.length === 0 && desk.lists.waiting.next) await desk.lists.waiting.load();
}
