import { PostgresAdapter, sql, type Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  const text = database.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;

  await database.schema.alterTable('ratings').addColumn('intention', text).execute();
  // Of the only profile that was known before.
  await sql`update ratings set intention = case value when 1 then 'very_bad' when 2 then 'bad' when 3 then 'neutral' when 4 then 'good' else 'very_good' end where profile = 'simple'`.execute(database);
  await database.schema.dropIndex('ratings_by_subject').execute();
  await database.schema.createIndex('ratings_by_subject').on('ratings').columns(['subject', 'profile', 'min', 'max', 'value', 'intention', 'created']).execute();

  await database.schema.createTable('rating_answers')
    .addColumn('rating', text, (column) => column.notNull().references('ratings.id').onDelete('cascade'))
    .addColumn('question', text, (column) => column.notNull())
    .addColumn('code', text, (column) => column.notNull())
    .addColumn('text', text)
    .addPrimaryKeyConstraint('rating_answers_key', ['rating', 'question', 'code'])
    .execute();
}
