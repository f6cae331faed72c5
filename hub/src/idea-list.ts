import { sql, type ExpressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import type { Idea, IdeaPage } from '../../src/model/idea.js';
import type { Database } from './database.js';
import { cursorAfter, visibleStatuses, type IdeaOrder, type IdeaSearch } from './idea-search.js';
import { stopped } from './forward-desk.js';
import { forwardId } from './forwards.js';
import { hiddenStatuses, ideaColumns, ideaOf } from './idea-store.js';
import type { Tables } from './tables.js';

/** By what ideas are sorted before their age. */
const ranks: Readonly<Record<IdeaOrder, readonly ReturnType<typeof sql>[]>> = {
  newest: [],
  supported: [sql`supports`],
  discussed: [sql`comments`],
  moderation: [sql`case when status = 'held' then 1 else 0 end`],
};

/**
 * One page, and how many match in all. The count of a category leaves the chosen category aside, the count of a status
 * the chosen status, so that each says how many ideas choosing it would show.
 */
export async function listIdeas(database: Database, search: IdeaSearch): Promise<IdeaPage> {
  const { order, limit, after } = search;
  const keys = [...ranks[order], sql`created`, sql`id`];
  let query = database.selectFrom('ideas').select(ideaColumns).where(matching(search)).limit(limit + 1);
  if (after) query = query.where(sql<SqlBool>`(${sql.join(keys)}) < (${sql.join(after.slice(-keys.length))})`);
  for (const key of keys) query = query.orderBy(key, 'desc');
  const rows = await query.execute();
  const ideas = rows.slice(0, limit).map(ideaOf);
  const { total } = await database.selectFrom('ideas').select(({ fn }) => fn.countAll<number>().as('total')).where(matching(search)).executeTakeFirstOrThrow();
  return {
    ideas,
    total,
    next: rows.length > limit ? cursorAfter(ideas.at(-1)!, order) : undefined,
    counts: {
      category: await countBy(database, 'category', { ...search, category: undefined }),
      status: await countBy(database, 'status', { ...search, statuses: visibleStatuses(order) }),
    },
  };
}

type Matching = (ideas: ExpressionBuilder<Tables, 'ideas'>) => ExpressionWrapper<Tables, 'ideas', SqlBool>;

function matching({ words, category, challenge, statuses, ids, isStopped }: IdeaSearch): Matching {
  return (ideas) => ideas.and([
    statuses.length > 0 ? ideas('status', 'in', statuses) : sql<SqlBool>`1 = 0`,
    ...(category === undefined ? [] : [ideas('category', '=', category)]),
    ...(challenge === undefined ? [] : [ideas('challenge', '=', challenge)]),
    ...(ids ? [ideas('id', 'in', ids)] : []),
    ...(isStopped ? [ideas.exists(ideas.selectFrom('deliveries').select('deliveries.id').where(stopped).where('deliveries.id', '=', sql<string>`${forwardId('')} || ideas.id`))] : []),
    // Words are letters and digits, so none of them means something to LIKE.
    ...words.map((word) => ideas('folded', 'like', `%${word}%`)),
  ]);
}

async function countBy(database: Database, column: 'category' | 'status', search: IdeaSearch): Promise<Record<string, number>> {
  const rows = await database.selectFrom('ideas')
    .select(({ fn }) => [column, fn.countAll<number>().as('n')])
    .where(matching(search)).where(column, 'is not', null)
    .groupBy(column).execute();
  return Object.fromEntries(rows.map((row) => [row[column], row.n]));
}

/** All published ideas, oldest first, a thousand at a time. */
export async function* publishedIdeas(database: Database): AsyncGenerator<Idea[]> {
  for (let last: Idea | undefined; ;) {
    let query = database.selectFrom('ideas').select(ideaColumns).where('status', 'not in', hiddenStatuses).orderBy('created').orderBy('id').limit(1000);
    if (last) query = query.where(sql<SqlBool>`(created, id) > (${last.created}, ${last.id})`);
    const ideas = (await query.execute()).map(ideaOf);
    if (ideas.length === 0) return;
    yield ideas;
    last = ideas.at(-1);
  }
}
