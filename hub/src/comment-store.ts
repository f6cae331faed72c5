import * as v from 'valibot';
import { commentLimits, type Comment } from '../../src/model/comment.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { language, lineOf, orAbsent, proseOf, trap, uuid } from './fields.js';
import { fingerprint, hash } from './fingerprint.js';
import type { Admission } from './guard.js';
import { ideaKey } from './idea-body.js';
import { notFound, Problem } from './problem.js';
import type { CommentRow } from './tables.js';
import { tell } from './webhooks.js';

/** What `POST /v1/ideas/{id}/comments` takes. */
export const commentBody = v.object({
  id: uuid, text: proseOf(...commentLimits.text), lang: v.optional(language), key: ideaKey, trap,
  /** Who speaks for the city; of who holds a moderator's token alone. */
  by: orAbsent(lineOf(1, 200)),
});

type CommentBody = Omit<v.InferOutput<typeof commentBody>, 'trap'>;

export function commentOf({ id, idea, text, lang, status, official, created }: CommentRow): Comment {
  return { id, idea, text, lang: lang ?? undefined, status, official: official === null ? undefined : { by: official || undefined }, created };
}

/** The row, or `Problem` 404. */
export async function findComment(database: Database, id: string): Promise<CommentRow> {
  const row = await database.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('comment');
  return row;
}

interface New {
  readonly idea: string;
  readonly status: 'held' | 'open';
  readonly isOfficial: boolean;
  readonly admission: Admission;
}

/** The comment as it stands, and whether it is new. Throws `Problem` 409 where its id has another comment, or the same by someone else. */
export async function keepComment(database: Database, config: Pick<HubConfig, 'webhooks'>, body: CommentBody, { idea, status, isOfficial, admission }: New): Promise<{ comment: Comment; isNew: boolean }> {
  const { id, text, lang = null, key, by = '', ...rest } = body;
  rest satisfies Record<string, never>;
  const row: CommentRow = {
    id, idea, text, lang, status, official: isOfficial ? by : null, created: new Date().toISOString(),
    key: hash(key), fingerprint: fingerprint({ ...body, key: undefined, idea }), held: admission.held,
  };
  const inserted = await database.transaction().execute(async (transaction) => {
    const done = await transaction.insertInto('comments').values(row).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
    if (!done) return undefined;
    await admission.take(transaction);
    if (status === 'open') await countComment(transaction, id, 1);
    await tell(transaction, config, 'comment.received', commentOf(row));
    return done;
  });
  if (inserted) return { comment: commentOf(row), isNew: true };
  const kept = await findComment(database, id);
  if (kept.fingerprint !== row.fingerprint || kept.key !== row.key) throw new Problem(409, 'This id was already used for another comment. Make a new UUID for each comment.');
  return { comment: commentOf(kept), isNew: false };
}

/** One more, or one fewer, of those that everybody sees. */
export async function countComment(transaction: Database, id: string, change: 1 | -1): Promise<void> {
  await transaction.updateTable('ideas').set(({ eb }) => ({ comments: eb('comments', '+', change) }))
    .where('id', '=', ({ selectFrom }) => selectFrom('comments').select('idea').where('id', '=', id)).execute();
}
