import { PostgresAdapter, sql, type Kysely } from 'kysely';

/** What keeps answers by machines away, and why an answer waits for a person. */
export async function up(database: Kysely<unknown>): Promise<void> {
  const text = database.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;

  await database.schema.createTable('secrets')
    .addColumn('name', text, (column) => column.primaryKey())
    .addColumn('value', text, (column) => column.notNull())
    .execute();

  await database.schema.createTable('nonces')
    .addColumn('nonce', text, (column) => column.primaryKey())
    .addColumn('expires', text, (column) => column.notNull())
    .execute();
  await database.schema.createIndex('nonces_by_age').on('nonces').column('expires').execute();

  await database.schema.createTable('attempts')
    .addColumn('network', text, (column) => column.notNull())
    .addColumn('hour', text, (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('attempts_key', ['network', 'hour'])
    .execute();
  await database.schema.createIndex('attempts_by_age').on('attempts').column('hour').execute();

  for (const table of ['ratings', 'ideas']) await database.schema.alterTable(table).addColumn('held', text).execute();
}
