import { sql, type SqlBool } from 'kysely';
import { cursorAfter, readCursor, type After } from './cursor.js';
import type { Database } from './database.js';
import { Problem } from './problem.js';
import { subjectOf } from './subject.js';

/** What someone wrote beside a score, for the city's eyes alone. */
export interface Comment {
  readonly id: string;
  readonly subject: string;
  readonly profile: string;
  readonly value: number;
  readonly comment?: string | undefined;
  /** What was written in answer to further questions, by their code. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
  readonly lang?: string | undefined;
  /** The day in UTC: the hour would help to tell who it was. */
  readonly day: string;
}

export interface CommentSearch {
  readonly subject: string | undefined;
  readonly after: After | undefined;
}

export const pageLength = 100;

/** What the address asks for. Throws `Problem` 400. */
export function commentSearchOf({ subject, cursor }: Readonly<Record<string, string>>): CommentSearch {
  const address = subject ? subjectOf(subject) : undefined;
  if (subject && address === undefined) throw new Problem(400, 'Name the page by its http(s) address: ?subject=https://…');
  return { subject: address, after: readCursor(cursor) };
}

/** Of ratings that count, newest first, a hundred at a time. */
export async function listComments(database: Database, { subject, after }: CommentSearch): Promise<{ comments: Comment[]; next: string | undefined }> {
  let query = database.selectFrom('ratings').select(['id', 'subject', 'profile', 'value', 'comment', 'lang', 'created'])
    .where('held', 'is', null).where(({ or, eb, exists, selectFrom }) => or([
      eb('comment', 'is not', null),
      exists(selectFrom('rating_answers').select('rating').whereRef('rating', '=', 'ratings.id').where('text', 'is not', null)),
    ])).orderBy('created', 'desc').orderBy('id', 'desc').limit(pageLength + 1);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (after) query = query.where(sql<SqlBool>`(created, id) < (${sql.join(after)})`);
  const rows = await query.execute();
  const texts = rows.length === 0 ? [] : await database.selectFrom('rating_answers').select(['rating', 'question', 'text']).where('text', 'is not', null)
    .where('rating', 'in', rows.map(({ id }) => id)).execute();
  const textsOf = (id: string): Comment['texts'] => {
    const own = texts.filter(({ rating }) => rating === id);
    return own.length > 0 ? Object.fromEntries(own.map(({ question, text }) => [question, text!])) : undefined;
  };
  const last = rows.length > pageLength ? rows[pageLength - 1] : undefined;
  return {
    comments: rows.slice(0, pageLength).map(({ comment, lang, created, ...rest }) => ({ ...rest, comment: comment ?? undefined, texts: textsOf(rest.id), lang: lang ?? undefined, day: created.slice(0, 10) })),
    next: last && cursorAfter(last.created, last.id),
  };
}
