import type { Person } from './authority.js';
import { commentOf, findComment } from './comment-store.js';
import type { Database } from './database.js';
import { decide, undo } from './decisions.js';
import { forward } from './forwards.js';
import { changeOf, type IdeaDecision } from './idea-decision.js';
import { eraseIdea, findIdea, ideaOf, type Keeping } from './idea-store.js';
import { requireSeenIdeas, requireWaitingRatings, type Seen } from './seen.js';
import type { IdeaRow } from './tables.js';
import { tell } from './webhooks.js';

/** All of them or, where one cannot be decided on, none. Gives the decisions' ids, of those that changed something. */
export async function decideIdeas({ database, config }: Keeping, person: Person, all: readonly string[], body: IdeaDecision, seen?: Seen['idea']): Promise<string[]> {
  return database.transaction().execute(async (transaction) => {
    if (seen) await requireSeenIdeas(transaction, all, seen);
    const made: string[] = [];
    for (const id of all) {
      const before = await findIdea(transaction, id);
      const done = await decide(transaction, person, { kind: 'idea', id }, changeOf(body));
      if (!done) continue;
      made.push(done);
      if (body.status === 'withdrawn') await eraseIdea(transaction, config, id);
      else await ideaChanged(transaction, config, id, before);
    }
    return made;
  });
}

/** The same of ratings, of which nobody else is told, and of comments, of which others are. */
export async function decideAll({ database, config }: Keeping, person: Person, kind: 'rating' | 'comment', all: readonly string[], change: Parameters<typeof decide>[3], seen?: Seen['rating']): Promise<string[]> {
  return database.transaction().execute(async (transaction) => {
    if (seen) await requireWaitingRatings(transaction, all);
    const made: string[] = [];
    for (const id of all) {
      const done = await decide(transaction, person, { kind, id }, change);
      if (!done) continue;
      made.push(done);
      if (kind === 'comment') await commentChanged(transaction, config, id);
    }
    return made;
  });
}

/** Takes decisions back, all or none. */
export async function undoAll({ database, config }: Keeping, person: Person, decisions: readonly string[]): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const each of decisions) {
      const { kind, id, before } = await undo(transaction, person, each);
      if (kind === 'idea') await ideaChanged(transaction, config, id, before as Pick<IdeaRow, 'status' | 'category'>);
      if (kind === 'comment') await commentChanged(transaction, config, id);
    }
  });
}

/** Tells others, and forwards what is now to be forwarded. */
async function ideaChanged(transaction: Database, config: Keeping['config'], id: string, before: Pick<IdeaRow, 'status' | 'category'>): Promise<void> {
  const row = await findIdea(transaction, id);
  await tell(transaction, config, 'idea.changed', ideaOf(row));
  await forward(transaction, config, row, before);
}

async function commentChanged(transaction: Database, config: Keeping['config'], id: string): Promise<void> {
  await tell(transaction, config, 'comment.changed', commentOf(await findComment(transaction, id)));
}
