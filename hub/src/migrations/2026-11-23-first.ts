import { PostgresAdapter, sql, type Kysely } from 'kysely';

export async function up(database: Kysely<unknown>): Promise<void> {
  // SQLite compares text by its bytes; PostgreSQL does when it is told to, and then both sort alike.
  const text = database.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : sql`text`;

  await database.schema.createTable('ratings')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('title', text)
    .addColumn('profile', text, (column) => column.notNull())
    .addColumn('value', 'integer', (column) => column.notNull())
    .addColumn('min', 'integer', (column) => column.notNull())
    .addColumn('max', 'integer', (column) => column.notNull())
    .addColumn('comment', text)
    .addColumn('lang', text)
    .addColumn('created', text, (column) => column.notNull())
    .addColumn('fingerprint', text, (column) => column.notNull())
    .execute();
  await database.schema.createIndex('ratings_by_subject').on('ratings').columns(['subject', 'profile', 'min', 'max', 'value', 'created']).execute();
  await database.schema.createIndex('ratings_by_age').on('ratings').columns(['created', 'id']).execute();

  await database.schema.createTable('rating_reasons')
    .addColumn('rating', text, (column) => column.notNull().references('ratings.id').onDelete('cascade'))
    .addColumn('code', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('rating_reasons_key', ['rating', 'code'])
    .execute();

  await database.schema.createTable('ideas')
    .addColumn('id', text, (column) => column.primaryKey())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('text', text, (column) => column.notNull())
    .addColumn('lon', 'double precision')
    .addColumn('lat', 'double precision')
    .addColumn('address', text)
    .addColumn('category', text)
    .addColumn('lang', text)
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('supports', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created', text, (column) => column.notNull())
    .addColumn('updated', text, (column) => column.notNull())
    .addColumn('answer', text)
    .addColumn('answer_by', text)
    .addColumn('answered', text)
    .addColumn('commitments', text, (column) => column.notNull().defaultTo('[]'))
    .addColumn('key', text, (column) => column.notNull())
    .addColumn('fingerprint', text, (column) => column.notNull())
    .addColumn('folded', text, (column) => column.notNull())
    .execute();
  await database.schema.createIndex('ideas_by_age').on('ideas').columns(['created', 'id']).execute();
  await database.schema.createIndex('ideas_by_supports').on('ideas').columns(['supports', 'created', 'id']).execute();
  await database.schema.createIndex('ideas_by_change').on('ideas').column('updated').execute();

  await database.schema.createTable('supports')
    .addColumn('idea', text, (column) => column.notNull().references('ideas.id').onDelete('cascade'))
    .addColumn('supporter', text, (column) => column.notNull())
    .addColumn('created', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('supports_key', ['idea', 'supporter'])
    .execute();
}
