import type Sqlite from 'libsql';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult, type TransactionSettings } from 'kysely';
import { Statements } from './statements.js';

/** Transactions that are written to the disk together. */
interface Group {
  readonly committed: Promise<void>;
  readonly settle: (cause?: unknown) => void;
  /** Whether it waits for nothing but the end of whose turn it is. */
  isDue: boolean;
}

/** The one connection, for as long as one of those who wait for it has it. */
interface Turn extends DatabaseConnection {
  /** What its transaction is part of. */
  group?: Group | undefined;
  isOver: boolean;
}

/**
 * SQLite for Kysely, with transactions that wait for the disk together: all that are there when the loop of events has
 * gone round once are committed at once, each within a savepoint of its own, so that one that fails leaves nothing
 * behind and the others alone. None ends before all is on the disk; and nobody reads what is not yet.
 */
export function groupCommit(database: Sqlite.Database, close: () => void): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new GroupCommit(database, close),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class GroupCommit implements Driver {
  readonly #database: Sqlite.Database;
  readonly #close: () => void;
  readonly #statements: Statements;
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;
  #group: Group | undefined;

  constructor(database: Sqlite.Database, close: () => void) {
    this.#database = database;
    this.#statements = new Statements(database);
    this.#close = close;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<Turn> {
    if (this.#isTaken) await new Promise<void>((next) => this.#waiting.push(next));
    this.#isTaken = true;
    const turn: Turn = {
      isOver: false,
      executeQuery: async <R>({ sql, parameters }: CompiledQuery) => this.#execute<R>(turn, sql, parameters),
      streamQuery() {
        throw new Error('Long answers are read page by page.');
      },
    };
    return turn;
  }

  async releaseConnection(turn: Turn): Promise<void> {
    this.#end(turn);
  }

  async beginTransaction(turn: Turn, { accessMode }: TransactionSettings): Promise<void> {
    // Who is to write says so at once: a transaction that reads first fails where another process wrote meanwhile.
    turn.group = this.#group ?? this.#open(accessMode === 'read only' ? 'begin' : 'begin immediate');
    this.#statements.run('savepoint one');
  }

  async commitTransaction(turn: Turn): Promise<void> {
    this.#statements.run('release one');
    const { group } = turn;
    this.#end(turn);
    await group!.committed;
  }

  /** Kysely asks for it where its own commit failed, too: then nothing is left to be taken back. */
  async rollbackTransaction(turn: Turn): Promise<void> {
    if (turn.isOver || turn.group !== this.#group) return;
    this.#statements.run('rollback to one');
    this.#statements.run('release one');
  }

  async destroy(): Promise<void> {
    this.#commit();
    this.#close();
  }

  #execute<R>(turn: Turn, sql: string, parameters: readonly unknown[]): QueryResult<R> {
    if (!turn.group) this.#commit();
    else if (turn.group !== this.#group) throw new Error('The transaction of this statement has ended.');
    try {
      return this.#statements.query(sql, parameters);
    } catch (cause) {
      // On some failures, such as a full disk, SQLite takes back all that was not committed.
      if (this.#group && !this.#database.inTransaction) this.#settle(cause);
      throw cause;
    }
  }

  #end(turn: Turn): void {
    if (turn.isOver) return;
    turn.isOver = true;
    if (this.#group?.isDue) this.#commit();
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }

  #open(begin: string): Group {
    this.#statements.run(begin);
    let settle!: Group['settle'];
    const committed = new Promise<void>((resolve, reject) => {
      settle = (cause) => (cause === undefined ? resolve() : reject(cause));
    });
    // Where all of them were taken back nobody waits for it.
    committed.catch(() => {});
    const group: Group = { committed, settle, isDue: false };
    setImmediate(() => {
      group.isDue = true;
      if (group === this.#group && !this.#isTaken) this.#commit();
    });
    return (this.#group = group);
  }

  #commit(): void {
    if (!this.#group) return;
    try {
      this.#statements.run('commit');
      this.#settle();
    } catch (cause) {
      this.#settle(cause);
      if (this.#database.inTransaction) this.#statements.run('rollback');
    }
  }

  #settle(cause?: unknown): void {
    this.#group?.settle(cause);
    this.#group = undefined;
  }
}
