import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import * as v from 'valibot';
import { ConfigError } from './config.js';
import type { Database } from './database.js';
import { migrationNames } from './migrations/index.js';
import type { Tables } from './tables.js';

/**
 * Every table, what points to another after it, with what tells its rows apart; null for one that is of no use later. The
 * compiler asks for each new one here.
 */
const backedUp: { readonly [T in keyof Tables]: readonly (keyof Tables[T] & string)[] | null } = {
  ratings: ['id'], rating_reasons: ['rating', 'code'], rating_answers: ['rating', 'question', 'code'], ideas: ['id'], supports: ['idea', 'supporter'], comments: ['id'],
  decisions: ['id'], idea_steps: ['idea', 'at', 'status'], deliveries: ['id'], secrets: null, nonces: null, attempts: null,
};

export const keysOf = (table: keyof Tables): readonly string[] => backedUp[table] ?? [];
const tableNames = (Object.keys(backedUp) as (keyof Tables)[]).filter((table) => backedUp[table] !== null);

/** Those of them that are there: a database of an older hub has fewer. */
export async function tablesIn(database: Database): Promise<(keyof Tables)[]> {
  const existing = new Set((await database.introspection.getTables()).map(({ name }) => name));
  return tableNames.filter((table) => existing.has(table));
}

/** The first line of a backup. Its tables are those of the migration, which every later hub knows how to bring up to date. */
const headSchema = v.object({ backup: v.literal('civic-hub'), format: v.literal(1), migration: v.string(), made: v.string() });
export type Head = v.InferOutput<typeof headSchema>;

/** A line for each row. */
const rowSchema = v.tuple([v.picklist(tableNames), v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()])))]);
export type Row = v.InferOutput<typeof rowSchema>;

/** The last line: how many rows there are of each table, and the SHA-256 of all that stands before. */
const endSchema = v.object({ rows: v.record(v.string(), v.number()), sha256: v.string() });
export type End = v.InferOutput<typeof endSchema>;

/** Reads a backup to its end without keeping it. Throws `ConfigError` where it is none, incomplete or changed. */
export async function checkBackup(file: string): Promise<Head> {
  let head: Head | undefined;
  let end: End | undefined;
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  for await (const line of linesOf(file)) {
    const value = parsed(line);
    if (!head) head = headOf(value, file);
    else if (end) throw damaged(file, 'it goes on after its end');
    else if (v.is(endSchema, value)) end = value;
    else {
      const { success, output } = v.safeParse(rowSchema, value);
      if (!success) throw damaged(file, 'a line is no row of a table that the hub knows');
      rows[output[0]] = (rows[output[0]] ?? 0) + 1;
    }
    if (!end) hash.update(`${line}\n`);
  }
  if (!head) throw new ConfigError([`${file} is empty.`]);
  if (!end) throw damaged(file, 'its end is missing');
  if (hash.digest('hex') !== end.sha256 || Object.entries(end.rows).some(([table, count]) => count !== (rows[table] ?? 0))) throw damaged(file, 'its checksum is that of something else');
  return head;
}

/** The rows of a backup that was checked. */
export async function* rowsOf(file: string): AsyncGenerator<Row> {
  for await (const line of linesOf(file)) {
    const value = parsed(line);
    if (Array.isArray(value)) yield value as Row;
  }
}

function headOf(value: unknown, file: string): Head {
  if (!v.is(headSchema, value)) throw new ConfigError([`${file} is no backup of a civic-hub: those are made by “civic-hub backup FILE”.`]);
  if (!migrationNames.includes(value.migration)) throw new ConfigError([`${file} was made by a newer civic-hub (${value.migration}): install that version or a later one.`]);
  return value;
}

const damaged = (file: string, how: string): ConfigError => new ConfigError([`${file} is damaged: ${how}. Nothing was restored; take another backup.`]);

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Lines as bytes divide them: what people write may have marks in it that other readers take for the end of a line. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzip = createGunzip();
  source.once('error', (cause) => unzip.destroy(cause));
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of source.pipe(unzip) as AsyncIterable<Buffer>) {
      let from = 0;
      const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      for (let to = all.indexOf(10); to >= 0; to = all.indexOf(10, from)) {
        yield all.toString('utf8', from, to);
        from = to + 1;
      }
      rest = all.subarray(from);
    }
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    if (/^E[A-Z]+$/.test(code)) throw new ConfigError([`${file} cannot be read (${code}).`]);
    if (code === 'Z_DATA_ERROR' && /header/.test(message)) throw new ConfigError([`${file} is no backup of a civic-hub: those are made by “civic-hub backup FILE”.`]);
    if (code.startsWith('Z_')) throw damaged(file, message);
    throw cause;
  } finally {
    source.destroy();
  }
  if (rest.length > 0) yield rest.toString('utf8');
}
