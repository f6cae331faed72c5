import { countsOf, unordered, type Api, type Reply, type Row } from './replay.js';

interface Socrata {
  readonly id: string;
  /** What `/api/views` says; without it, only rows are known. */
  readonly view?: Row | undefined;
  readonly rows: readonly Row[];
  /** What the oldest version gives at once, whatever it is asked for. */
  readonly most?: number;
  /** The field that says where rows are, and the place in it. */
  readonly place?: { readonly field: string; readonly of: (row: Row) => readonly [lon: number, lat: number] };
}

const error = (code: string, message: string, status: number): Reply => ({ status, body: { code, error: true, message } });

/** A Socrata with one dataset. */
export function socrata({ id, view, rows, most = 50_000, place }: Socrata): Api {
  let requests = 0;
  return ({ pathname, searchParams: query }) => {
    requests += 1;
    if (pathname === `/api/views/${id}.json` && view) return { body: { ...view, id } };
    if (pathname.startsWith('/api/views/')) return error('not_found', `Cannot find view with id ${/[^/]+$/.exec(pathname)![0].replace('.json', '')}`, 404);
    if (pathname !== `/resource/${id}.json`) return pathname.startsWith('/resource/') ? error('dataset.missing', 'Not found', 404) : undefined;
    const where = query.get('$where') ?? '';
    const box = /within_box\((\w+),([-\d.]+),([-\d.]+),([-\d.]+),([-\d.]+)\)/.exec(where);
    const equal = /(\w+)\s*=\s*'([^']*)'/.exec(where);
    const [north, west, south, east] = (box?.slice(2) ?? []).map(Number) as [number, number, number, number];
    const found = rows.filter((row) => {
      if (equal && String(row[equal[1]!]) !== equal[2]) return false;
      if (!box || !place) return true;
      const [lon, lat] = place.of(row);
      return lon >= west && lon <= east && lat >= south && lat <= north;
    });
    const group = query.get('$group');
    // Numbers are text, whatever they are.
    if (group) return { body: countsOf(found, group).map(([value, count]) => ({ [group]: value, count: String(count) })) };
    const select = query.get('$select');
    if (select === 'count(*)') return { body: [{ count: String(found.length) }] };
    const unknown = select?.split(',').find((name) => !rows.some((row) => name in row));
    if (unknown) return { status: 400, body: { message: `No such column: ${unknown}`, errorCode: 'query.soql.no-such-column', data: {} } };
    const all = query.has('$order') ? found : unordered(found, requests);
    const offset = Number(query.get('$offset') ?? 0);
    const page = all.slice(offset, offset + Math.min(most, Number(query.get('$limit') ?? 1000)));
    const chosen = select ? select.split(',') : undefined;
    return { body: page.map((row) => (chosen ? Object.fromEntries(Object.entries(row).filter(([key]) => chosen.includes(key))) : { ...row, ':@computed_region_abcd': '1' })) };
  };
}
