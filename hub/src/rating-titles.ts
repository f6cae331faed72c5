import type { Database } from './database.js';

/** Anyone can send any title, so one is published only where at least as many answers as make a result carry the very same. */
export async function publishedTitles(database: Database, minimum: number): Promise<Map<string, string>> {
  const rows = await database.selectFrom('ratings')
    .select(({ fn }) => ['subject', 'title', fn.countAll<number>().as('n')])
    .where('title', 'is not', null)
    .groupBy(['subject', 'title'])
    .having(({ fn }) => fn.countAll<number>(), '>=', minimum)
    .orderBy('n').orderBy('title')
    .execute();
  // The most frequent comes last and stays.
  return new Map(rows.map(({ subject, title }) => [subject, title!]));
}
