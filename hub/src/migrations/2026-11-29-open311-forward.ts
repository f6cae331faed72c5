import { PostgresAdapter, sql, type Kysely } from 'kysely';

/** Messages are of several kinds, and ideas are known to another system of the city. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const text = database.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;
  await database.schema.alterTable('deliveries').addColumn('kind', text, (column) => column.notNull().defaultTo('webhook')).execute();
  await database.schema.alterTable('deliveries').addColumn('code', text).execute();
  for (const column of ['forwarded_id', 'forwarded_url', 'forwarded_at']) await database.schema.alterTable('ideas').addColumn(column, text).execute();
  await database.schema.createIndex('ideas_by_forward').on('ideas').column('forwarded_id').execute();
}
