import { PostgresAdapter, sql, type Kysely } from 'kysely';

/** What other systems of the city are still to be told. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const text = database.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;
  await database.schema.createTable('deliveries')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('hook', text, (column) => column.notNull())
    .addColumn('body', text, (column) => column.notNull())
    .addColumn('created', text, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due', text)
    .addColumn('failure', text)
    .execute();
  await database.schema.createIndex('deliveries_by_time').on('deliveries').columns(['due', 'id']).execute();
}
