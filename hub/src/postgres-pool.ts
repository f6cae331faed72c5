import { PostgresDialect, PostgresDriver, type DatabaseConnection, type Driver, type PostgresDialectConfig } from 'kysely';

/**
 * PostgreSQL for Kysely, which rolls back what fails and, where that fails, too, throws the second error in the place of the
 * first: whoever asked could then not be told whether to come again.
 */
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
