import { PostgresAdapter, sql, type Kysely } from 'kysely';

/** Which question of the city an idea answers. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const text = database.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;
  await database.schema.alterTable('ideas').addColumn('challenge', text).execute();
  await database.schema.createIndex('ideas_by_challenge').on('ideas').columns(['challenge', 'created', 'id']).execute();
}
