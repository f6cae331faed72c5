import { randomUUID } from 'node:crypto';
import { PostgresAdapter, sql, type SqlBool, type Transaction } from 'kysely';
import * as v from 'valibot';
import type { Person } from './authority.js';
import { countComment } from './comment-store.js';
import { cursorAfter, readCursor } from './cursor.js';
import type { Database } from './database.js';
import { uuid } from './fields.js';
import { notFound, Problem } from './problem.js';
import type { CommentRow, DecisionRow, IdeaRow, RatingRow, Tables } from './tables.js';

/** What may be decided on, and the fields of it that a decision changes. What citizens wrote is none of them. */
const decidable = {
  idea: ['status', 'answer', 'answer_by', 'answered', 'category', 'commitments', 'held'],
  rating: ['held'],
  comment: ['status', 'held'],
} as const satisfies { readonly idea: readonly (keyof IdeaRow)[]; readonly rating: readonly (keyof RatingRow)[]; readonly comment: readonly (keyof CommentRow)[] };

const tables = { idea: 'ideas', rating: 'ratings', comment: 'comments' } as const;

type Kind = keyof typeof decidable;
type Fields = Readonly<Record<string, string | null>>;

/** Something that waits for a decision, or was decided on before. */
export interface Target {
  readonly kind: Kind;
  readonly id: string;
}

/** A decision as those read it who have to account for it. */
export interface Decision extends Target {
  readonly decision: string;
  readonly at: string;
  readonly by: string;
  readonly before: Fields;
  readonly after: Fields;
  readonly undoes?: string | undefined;
  /** Whether it was taken back. */
  readonly undone: boolean;
}

/**
 * Changes fields of a target in a transaction of its own or of others, and writes down who did. `change` is told what is
 * there. Gives the decision's id; `undefined` where nothing changes. Throws `Problem` 404.
 */
export async function decide(transaction: Transaction<Tables>, { name }: Person, { kind, id }: Target, change: (now: Fields) => Fields, undoes: string | null = null): Promise<string | undefined> {
  const now = await lockedFields(transaction, { kind, id });
  if (!now) throw notFound(kind);
  const changed = Object.entries(change(now)).filter(([field, value]) => now[field] !== value);
  if (changed.length === 0) return undefined;
  const after = Object.fromEntries(changed);
  const at = new Date().toISOString();
  await transaction.updateTable(tables[kind]).set({ ...after, ...(kind === 'idea' && { updated: at }) }).where('id', '=', id).execute();
  if (kind === 'idea' && after['status']) await addStep(transaction, { idea: id, at, status: after['status'] as IdeaRow['status'] });
  if (kind === 'comment' && (now['status'] === 'open') !== ((after['status'] ?? now['status']) === 'open')) await countComment(transaction, id, now['status'] === 'open' ? -1 : 1);
  const decision: DecisionRow = { id: randomUUID(), at, by: name, kind, target: id, before: JSON.stringify(Object.fromEntries(changed.map(([field]) => [field, now[field]]))), after: JSON.stringify(after), undoes };
  await transaction.insertInto('decisions').values(decision).execute();
  return decision.id;
}

export async function addStep(transaction: Database, step: Tables['idea_steps']): Promise<void> {
  await transaction.insertInto('idea_steps').values(step).onConflict((conflict) => conflict.doNothing()).execute();
}

/** What a decision was taken back on, and its fields before that. */
export interface Undone extends Target {
  readonly before: Fields;
}

/** Takes a decision back, itself by a decision, and gives what it was about. Throws `Problem` 404, or 409 where a later decision has changed the same. */
export async function undo(transaction: Transaction<Tables>, person: Person, decision: string): Promise<Undone> {
  const row = await transaction.selectFrom('decisions').selectAll().where('id', '=', decision).executeTakeFirst();
  if (!row) throw notFound('decision');
  const [before, after] = [JSON.parse(row.before) as Fields, JSON.parse(row.after) as Fields];
  if (after['status'] === 'withdrawn') throw new Problem(409, 'What the idea said was erased with this decision, so it cannot be taken back.');
  const target: Target = { kind: row.kind, id: row.target };
  let found: Fields = {};
  await decide(transaction, person, target, (now) => {
    found = now;
    if (Object.entries(after).every(([field, value]) => now[field] === value)) return before;
    throw new Problem(409, 'Something else was decided since. Take that back first.');
  }, decision);
  return { ...target, before: found };
}

/** What a decision may change, as it is now; whoever decides on the same at once waits. */
export async function lockedFields(transaction: Transaction<Tables>, { kind, id }: Target): Promise<Fields | undefined> {
  const isPostgres = transaction.getExecutor().adapter instanceof PostgresAdapter;
  return transaction.selectFrom(tables[kind]).select(decidable[kind] as readonly 'held'[]).where('id', '=', id)
    .$if(isPostgres, (query) => query.forUpdate()).executeTakeFirst() as Promise<Fields | undefined>;
}

const pageLength = 50;

/** The newest first, fifty at a time; of one target alone where it is named. Throws `Problem` 400. */
export async function listDecisions(database: Database, { target, cursor }: { readonly target?: string | undefined; readonly cursor?: string | undefined }): Promise<{ decisions: Decision[]; next: string | undefined }> {
  const after = readCursor(cursor);
  if (target && !v.is(uuid, target)) throw new Problem(400, 'Name what was decided on by its id: ?target=…');
  let query = database.selectFrom('decisions').selectAll()
    .select(({ exists, selectFrom }) => exists(selectFrom('decisions as later').select('later.id').whereRef('later.undoes', '=', 'decisions.id')).as('undone'))
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(pageLength + 1);
  if (target) query = query.where('target', '=', target.toLowerCase());
  if (after) query = query.where(sql<SqlBool>`(at, id) < (${sql.join(after)})`);
  const rows = await query.execute();
  const last = rows.length > pageLength ? rows[pageLength - 1] : undefined;
  return {
    decisions: rows.slice(0, pageLength).map(({ id, target: of, before, after: then, undoes, undone, ...rest }) => ({
      ...rest, decision: id, id: of, before: JSON.parse(before) as Fields, after: JSON.parse(then) as Fields, undoes: undoes ?? undefined, undone: Boolean(undone),
    })),
    next: last && cursorAfter(last.at, last.id),
  };
}
