import { PostgresAdapter, sql, type Kysely } from 'kysely';

/** What people say to ideas. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const text = database.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;

  await database.schema.createTable('comments')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('idea', text, (column) => column.notNull().references('ideas.id').onDelete('cascade'))
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('lang', text)
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('official', text)
    .addColumn('created', text, (column) => column.notNull())
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('fingerprint', text, (column) => column.notNull())
    .addColumn('held', text)
    .execute();
  await database.schema.createIndex('comments_by_idea').on('comments').columns(['idea', 'status', 'created', 'id']).execute();
  await database.schema.createIndex('comments_by_status').on('comments').columns(['status', 'created', 'id']).execute();

  await database.schema.alterTable('ideas').addColumn('comments', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await database.schema.createIndex('ideas_by_comments').on('ideas').columns(['comments', 'created', 'id']).execute();
}
