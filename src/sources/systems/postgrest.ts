import type { Platform } from '../../model/hub.js';
import { ideaColumns, keyedTable, usualIdeaColumns, type IdeaColumn } from '../../model/idea-columns.js';
import { ideaStatuses, type Idea, type IdeaStatus } from '../../model/idea.js';
import { SourceError, type ReadOptions } from '../source.js';
import { countOf, isObject, jsonOf, momentOf, pointOf, textOf, type Json } from './answer.js';
import { infoOf, type OpenSystem } from './system.js';

type Columns = Readonly<Partial<Record<IdeaColumn, string>>>;

/**
 * A table of PostgREST, such as Supabase's `…/rest/v1/ideas?apikey=…`: the key is the public one, and what everybody may read
 * and add is what the row level security of the table allows. Columns are known by their names.
 */
export const openPostgrest: OpenSystem = ({ address, takePart }) => {
  const { table, headers } = keyedTable(address);
  const filters: ('q' | 'category' | 'status' | 'sort')[] = [];
  const platform: Platform = {
    system: 'postgrest',
    name: address.host,
    url: takePart,
    can: { read: 'here', write: 'here', support: 'nowhere', comment: 'nowhere' },
    filters,
    statuses: ideaStatuses.filter((status) => status !== 'held' && status !== 'withdrawn'),
  };
  let columns: Promise<Columns> | undefined;
  const rows = async (asked: Readonly<Record<string, string>>, options: ReadOptions): Promise<{ readonly list: readonly Json[]; readonly total: number | undefined }> => {
    const url = new URL(table);
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    const { response, json } = await jsonOf(url, options, { headers: { ...headers, accept: 'application/json', prefer: 'count=exact' } });
    if (!Array.isArray(json)) throw new SourceError('unreadable', `${url.origin}${url.pathname} is not what PostgREST answers: a list of rows.`);
    const counted = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
    return { list: json.filter(isObject), total: counted === undefined ? undefined : Number(counted) };
  };
  /** A first row says which columns there are. */
  const known = (options: ReadOptions): Promise<Columns> => {
    columns ??= rows({ select: '*', limit: '1' }, options).then(({ list: [row] }) => {
      const found = row ? ideaColumns(Object.keys(row)) : usualIdeaColumns;
      if (!found.title) throw new SourceError('unknown', `${table.pathname} has no column “title” or “name”: it has ${Object.keys(row ?? {}).join(', ')}.`);
      filters.splice(0, 4, 'q', ...(found.status ? ['status' as const] : []), ...(found.supports && found.created ? ['sort' as const] : []));
      return found;
    });
    columns.catch(() => (columns = undefined));
    return columns;
  };

  return {
    async info(options) {
      // A table that cannot be read says so itself.
      await known(options).catch(() => undefined);
      return infoOf(platform);
    },
    async read({ q, status, sort, limit = 12, cursor = '0' }, options) {
      const found = await known(options);
      const from = Number(cursor);
      const order = [sort === 'supported' && found.supports ? `${found.supports}.desc.nullslast` : '', found.created ? `${found.created}.desc` : '', found.id ? `${found.id}.asc` : ''];
      const { list, total } = await rows(
        {
          select: '*',
          limit: String(limit),
          offset: cursor,
          ...(order.some(Boolean) ? { order: order.filter(Boolean).join(',') } : {}),
          ...(q ? { or: `(${[found.title, found.text].filter(Boolean).map((column) => `${column}.ilike.${pattern(q)}`).join(',')})` } : {}),
          ...(status && found.status ? { [found.status]: `eq.${status}` } : {}),
        },
        options,
      );
      const ideas = list.flatMap((row) => ideaOf(row, found) ?? []);
      const more = total === undefined ? list.length === limit : from + list.length < total;
      return { ideas, total: total ?? ideas.length, uncounted: total === undefined && (more || from > 0), next: more ? String(from + limit) : undefined };
    },
    async one(id, options) {
      const found = await known(options);
      const { list: [row] } = await rows({ select: '*', limit: '1', [found.id ?? 'id']: `eq.${id}` }, options);
      const idea = row && ideaOf(row, found);
      if (!idea) throw new SourceError('not-found', `${table.pathname} has no row ${id} that everybody may read.`);
      return idea;
    },
  };
};

/** Quoted, because commas and brackets part what is asked for; a star stands for any letters. */
const pattern = (q: string): string => `"*${q.replace(/[\\"]/g, '\\$&').replaceAll('*', ' ')}*"`;

function ideaOf(row: Json, columns: Columns): Idea | undefined {
  const value = (role: IdeaColumn): unknown => (columns[role] ? row[columns[role]] : undefined);
  const text = (role: IdeaColumn): string | undefined => textOf(value(role));
  const title = text('title');
  const id = text('id') ?? title;
  const status = text('status')?.toLowerCase();
  // Row level security is what keeps these from others; a table that forgot it does not show them here.
  if (!id || !title || status === 'held' || status === 'withdrawn') return undefined;
  const created = momentOf(value('created')) ?? '';
  const updated = momentOf(value('updated')) ?? created;
  const point = pointOf(value('lat'), value('lon'));
  const address = text('address');
  const answer = text('answer');
  return {
    id,
    title,
    text: text('text') ?? '',
    place: point || address ? { ...point, ...(address ? { address } : {}) } : undefined,
    category: text('category'),
    lang: text('lang'),
    status: ideaStatuses.includes(status as IdeaStatus) ? (status as IdeaStatus) : 'open',
    supports: countOf(value('supports')),
    created,
    updated,
    answer: answer ? { text: answer, by: text('answeredBy'), at: momentOf(value('answeredAt')) ?? updated } : undefined,
  };
}
