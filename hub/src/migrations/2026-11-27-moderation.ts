import { PostgresAdapter, sql, type Kysely } from 'kysely';

/** Who decided what and when, so that it can be accounted for, and undone; and the steps of each idea that everybody sees. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const text = database.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;

  await database.schema.createTable('decisions')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('by', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('target', text, (column) => column.notNull())
    .addColumn('before', text, (column) => column.notNull())
    .addColumn('after', text, (column) => column.notNull())
    .addColumn('undoes', text)
    .execute();
  await database.schema.createIndex('decisions_by_age').on('decisions').columns(['at', 'id']).execute();
  await database.schema.createIndex('decisions_by_target').on('decisions').columns(['kind', 'target']).execute();

  await database.schema.createTable('idea_steps')
    .addColumn('idea', text, (column) => column.notNull().references('ideas.id').onDelete('cascade'))
    .addColumn('at', text, (column) => column.notNull())
    .addColumn('status', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('idea_steps_key', ['idea', 'at', 'status'])
    .execute();
}
