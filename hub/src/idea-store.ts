import type { Idea } from '../../src/model/idea.js';
import type { HubConfig } from './config.js';
import type { Database } from './database.js';
import { addStep } from './decisions.js';
import { fingerprint, hash } from './fingerprint.js';
import { foldedText } from './fold.js';
import { forward, forwardId } from './forwards.js';
import type { Admission } from './guard.js';
import type { IdeaBody } from './idea-body.js';
import { notFound, Problem } from './problem.js';
import type { IdeaRow } from './tables.js';
import { tell } from './webhooks.js';

/** Ideas that nobody but their author and a moderator sees. */
export const hiddenStatuses = ['held', 'withdrawn'] as const;

export const isPublished = ({ status }: Pick<Idea, 'status'>): boolean => status !== 'held' && status !== 'withdrawn';

const forwardColumns = ['forwarded_id', 'forwarded_url', 'forwarded_at'] as const;

export const ideaColumns = [
  'id', 'title', 'text', 'lon', 'lat', 'address', 'category', 'challenge', 'lang', 'status', 'supports', 'comments', 'created', 'updated', 'answer', 'answer_by', 'answered', 'commitments',
  ...forwardColumns,
] as const satisfies readonly (keyof IdeaRow)[];

export function ideaOf(row: Pick<IdeaRow, (typeof ideaColumns)[number]>): Idea {
  const { lon, lat, address } = row;
  const commitments = JSON.parse(row.commitments) as string[];
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    place: lon === null && address === null ? undefined : { lon: lon ?? undefined, lat: lat ?? undefined, address: address ?? undefined },
    category: row.category ?? undefined,
    challenge: row.challenge ?? undefined,
    lang: row.lang ?? undefined,
    status: row.status,
    supports: row.supports,
    comments: row.comments,
    created: row.created,
    updated: row.updated,
    answer: row.answer === null ? undefined : { text: row.answer, by: row.answer_by ?? undefined, at: row.answered! },
    commitments: commitments.length > 0 ? commitments : undefined,
    forwarded: forwardedOf(row),
  };
}

const forwardedOf = ({ forwarded_id: id, forwarded_url: url, forwarded_at: at }: Pick<IdeaRow, (typeof forwardColumns)[number]>): Idea['forwarded'] =>
  (id === null ? undefined : { id, url: url ?? undefined, at: at! });

/** The row, or `Problem` 404. */
export async function findIdea(database: Database, id: string): Promise<IdeaRow> {
  const row = await database.selectFrom('ideas').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound('idea');
  return row;
}

/** Where an idea is kept, and who is told of it. */
export interface Keeping {
  readonly database: Database;
  readonly config: Pick<HubConfig, 'webhooks' | 'open311Forward'>;
}

/** The idea as it stands, and whether it is new. Throws `Problem` 409 where its id has another idea, or the same by someone else. */
export async function keepIdea({ database, config }: Keeping, body: Omit<IdeaBody, 'trap'>, status: 'held' | 'open', { held, take }: Admission): Promise<{ idea: Idea; isNew: boolean }> {
  const { id, title, text, place = {}, category = null, challenge = null, lang = null, key, ...rest } = body;
  rest satisfies Record<string, never>;
  const now = new Date().toISOString();
  const row: IdeaRow = {
    id, title, text, category, challenge, lang, status,
    lon: place.lon ?? null, lat: place.lat ?? null, address: place.address ?? null,
    supports: 0, comments: 0, created: now, updated: now, answer: null, answer_by: null, answered: null, commitments: '[]',
    key: hash(key), fingerprint: fingerprint({ ...body, key: undefined }), folded: foldedText(title, text), held, forwarded_id: null, forwarded_url: null, forwarded_at: null,
  };
  const inserted = await database.transaction().execute(async (transaction) => {
    const done = await transaction.insertInto('ideas').values(row).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
    if (!done) return undefined;
    await take(transaction);
    await addStep(transaction, { idea: id, at: now, status });
    await tell(transaction, config, 'idea.received', ideaOf(row));
    await forward(transaction, config, row);
    return done;
  });
  if (inserted) return { idea: ideaOf(row), isNew: true };
  const kept = await findIdea(database, id);
  if (kept.fingerprint !== row.fingerprint || kept.key !== row.key) throw new Problem(409, 'This id was already used for another idea. Make a new UUID for each idea.');
  return { idea: ideaOf(kept), isNew: false };
}

/** Takes it back for good: what was written is erased, and its id stays so that a late repeat of it does not bring it back. */
export async function eraseIdea(transaction: Database, config: Keeping['config'], id: string): Promise<void> {
  const erased = await transaction.updateTable('ideas')
    .set({ status: 'withdrawn', title: '', text: '', folded: '', lon: null, lat: null, address: null, answer: null, answer_by: null, answered: null, held: null, comments: 0, updated: new Date().toISOString() })
    .where('id', '=', id).where('title', '!=', '').returning(['id', ...forwardColumns]).executeTakeFirst();
  if (!erased) return;
  // What others said to it would say what it said.
  await transaction.deleteFrom('comments').where('idea', '=', id).execute();
  await transaction.deleteFrom('deliveries').where('id', '=', forwardId(id)).execute();
  // Who is told can have it erased where it was forwarded to.
  await tell(transaction, config, 'idea.withdrawn', { id, forwarded: forwardedOf(erased) });
}
