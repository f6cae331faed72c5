import type Sqlite from 'libsql';
import type { QueryResult } from 'kysely';

/** So many are kept. */
const most = 200;

/** What one connection to SQLite is asked, kept ready to be asked again. */
export class Statements {
  readonly #database: Sqlite.Database;
  readonly #ready = new Map<string, Sqlite.Statement>();

  constructor(database: Sqlite.Database) {
    this.#database = database;
  }

  run(sql: string): void {
    this.#statement(sql).run();
  }

  query<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    const statement = this.#statement(sql);
    if (statement.reader) return { rows: statement.all(parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #statement(sql: string): Sqlite.Statement {
    const known = this.#ready.get(sql);
    if (known) return known;
    const made = this.#database.prepare(sql);
    if (this.#ready.size === most) this.#ready.clear();
    this.#ready.set(sql, made);
    return made;
  }
}
