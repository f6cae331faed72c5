import { sql, type SqlBool } from 'kysely';
import * as v from 'valibot';
import type { Comment, CommentPage } from '../../src/model/comment.js';
import { fieldError } from './body.js';
import { commentOf } from './comment-store.js';
import { cursorAfter, readCursor, type After } from './cursor.js';
import type { Database } from './database.js';
import type { Doubt } from './guard.js';
import { Problem } from './problem.js';
import type { CommentRow } from './tables.js';

/** What `GET /v1/ideas/{id}/comments` takes. */
export const commentParameters = v.object({
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|100)$/, 'out-of-range: A page has 1 to 100 comments.'), v.transform(Number)), '20'),
  cursor: v.optional(v.string()),
});

/** What the address asks for. Throws `Problem` 400. */
export function commentPageOf(query: Readonly<Record<string, string>>): { readonly limit: number; readonly after: After | undefined } {
  const { success, output, issues } = v.safeParse(commentParameters, Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
  if (!success) throw new Problem(400, 'The question cannot be understood.', { errors: issues.map(fieldError) });
  return { limit: output.limit, after: readCursor(output.cursor) };
}

/** Those that everybody sees, the oldest first. */
export async function listComments(database: Database, { id, comments: total }: { readonly id: string; readonly comments: number }, query: ReturnType<typeof commentPageOf>): Promise<CommentPage> {
  const { rows, next } = await read(database, query, (row) => row.where('idea', '=', id).where('status', '=', 'open'));
  return { comments: rows.map(commentOf), total, next };
}

/** A comment that waits, with what it is about, and why. */
export interface HeldComment extends Comment {
  readonly title: string;
  readonly doubts: readonly Doubt[];
}

/** Those that wait for a moderator, the oldest first. */
export async function listHeldComments(database: Database, query: ReturnType<typeof commentPageOf>): Promise<{ comments: HeldComment[]; next: string | undefined }> {
  const { rows, next } = await read(database, query, (row) => row.where('status', '=', 'held'));
  const ideas = rows.length === 0 ? [] : await database.selectFrom('ideas').select(['id', 'title']).where('id', 'in', rows.map(({ idea }) => idea)).execute();
  const titles = new Map(ideas.map(({ id, title }) => [id, title]));
  return { comments: rows.map((row) => ({ ...commentOf(row), title: titles.get(row.idea)!, doubts: (row.held?.split(' ') ?? []) as Doubt[] })), next };
}

const rowsOf = (database: Database) => database.selectFrom('comments').selectAll();

async function read(database: Database, { limit, after }: ReturnType<typeof commentPageOf>, narrow: (rows: ReturnType<typeof rowsOf>) => ReturnType<typeof rowsOf>): Promise<{ rows: CommentRow[]; next: string | undefined }> {
  let query = narrow(rowsOf(database)).orderBy('created').orderBy('id').limit(limit + 1);
  if (after) query = query.where(sql<SqlBool>`(created, id) > (${sql.join(after)})`);
  const rows = await query.execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: rows.slice(0, limit), next: last && cursorAfter(last.created, last.id) };
}

/** All that everybody sees, the oldest first, a thousand at a time. */
export async function* publishedComments(database: Database): AsyncGenerator<Comment[]> {
  for (let after: After | undefined; ;) {
    const { rows } = await read(database, { limit: 1000, after }, (all) => all.where('status', '=', 'open')
      .where('idea', 'in', ({ selectFrom }) => selectFrom('ideas').select('id').where('status', 'not in', ['held', 'withdrawn'])));
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(commentOf);
    after = [last.created, last.id];
  }
}
