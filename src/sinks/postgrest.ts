import { ideaColumns, keyedTable, usualIdeaColumns, type IdeaColumn } from '../model/idea-columns.js';
import type { IdeaDraft } from '../model/idea.js';
import { deliver } from './http.js';
import { SinkError, type SendOptions } from './sink.js';

/**
 * Adds a row to a table of PostgREST or Supabase, with what the table has columns for. The same id twice is one row, where
 * `id` is its primary key and takes a UUID. The row is not asked back: who may add one need not see it before it is public.
 */
export async function sendIdea(address: URL, draft: Omit<IdeaDraft, 'key'>, options: SendOptions = {}): Promise<void> {
  const { table, headers } = keyedTable(address);
  const columns = await columnsOf(table, headers, options.signal);
  const { id, title, text, category, lang, place } = draft;
  const values: Readonly<Partial<Record<IdeaColumn, unknown>>> = { id, title, text, category, lang, address: place?.address, lat: place?.lat, lon: place?.lon };
  const row = Object.fromEntries(Object.entries(values).flatMap(([role, value]) => (value !== undefined && columns[role as IdeaColumn] ? [[columns[role as IdeaColumn], value]] : [])));
  try {
    await deliver(table, { ...options, method: 'POST', silent: true, headers: { ...options.headers, ...headers, prefer: 'return=minimal' }, body: row });
  } catch (error) {
    // It had arrived before, and only the answer was lost.
    if (!(error instanceof SinkError) || error.reason !== 'conflict' || !/duplicate key/i.test(error.said)) throw error;
  }
}

/** The columns of the first row; where ids are no UUIDs the table makes them itself. */
async function columnsOf(table: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal | undefined): Promise<{ readonly [role in IdeaColumn]?: string | undefined }> {
  const first = new URL(table);
  first.searchParams.set('select', '*');
  first.searchParams.set('limit', '1');
  const rows: unknown = await fetch(first, { credentials: 'omit', headers, signal: signal ?? null }).then((response) => response.json(), () => undefined);
  const row = Array.isArray(rows) ? (rows[0] as Readonly<Record<string, unknown>> | undefined) : undefined;
  if (!row) return usualIdeaColumns;
  const columns = ideaColumns(Object.keys(row));
  const isUuid = columns.id !== undefined && /^[\da-f]{8}-[\da-f-]{27}$/i.test(String(row[columns.id]));
  return isUuid ? columns : { ...columns, id: undefined };
}
