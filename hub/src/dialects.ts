import { PostgresDialect, PostgresDriver, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver, type PostgresDialectConfig, type SqliteDialectConfig } from 'kysely';

// Where a transaction fails Kysely rolls it back, and where that fails, too, it throws the second error in the place of the
// first. Whoever asked could then not be told whether to come again, so that here nothing is rolled back that is no more.

interface SqliteFileConfig extends SqliteDialectConfig {
  readonly isInTransaction: () => boolean;
}

export class SqliteFileDialect extends SqliteDialect {
  readonly #config: SqliteFileConfig;

  constructor(config: SqliteFileConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new SqliteFileDriver(this.#config);
  }
}

class SqliteFileDriver extends SqliteDriver {
  readonly #isInTransaction: () => boolean;

  constructor({ isInTransaction, ...config }: SqliteFileConfig) {
    super(config);
    this.#isInTransaction = isInTransaction;
  }

  /** SQLite has taken a transaction back by itself where it found no room on the disk. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#isInTransaction()) await super.rollbackTransaction(connection);
  }
}

export class PostgresPoolDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new PostgresPoolDriver(this.#config);
  }
}

class PostgresPoolDriver extends PostgresDriver {
  /** A connection that cannot roll back is broken: the pool throws it away, and PostgreSQL takes back what it had begun. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch(() => {});
  }
}
