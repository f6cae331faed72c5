import { countsOf, unordered, type Api, type Reply, type Row } from './replay.js';

interface Ckan {
  readonly rows: readonly Row[];
  /** The operator's limit to what is given at once. */
  readonly most?: number;
  /** Whether SQL is allowed, which it is not unless somebody allows it. */
  readonly sql?: boolean;
}

const ok = (result: unknown): Reply => ({ body: { help: '', success: true, result } });
const error = (type: string, message: string, status: number): Reply => ({ status, body: { success: false, error: { __type: type, message } } });
const id = 'a0000000-0000-4000-8000-000000000001';

/** A CKAN with one dataset, `trees`, of which the rows are in the DataStore. */
export function ckan({ rows, most = 32_000, sql = false }: Ckan): Api {
  const stored = rows.map((row, i): Row => ({ _id: i + 1, ...row }));
  const fields = Object.keys(stored[0] ?? {}).map((name) => ({ id: name, type: typeof stored[0]![name] === 'number' ? 'numeric' : 'text' }));
  let requests = 0;
  return ({ pathname, searchParams: query }) => {
    requests += 1;
    const action = /\/api\/3\/action\/(\w+)$/.exec(pathname)?.[1];
    if (action === 'package_show') {
      if (query.get('id') !== 'trees') return error('Not Found Error', 'Not found', 404);
      const resources = [{ id, name: 'Rows', format: 'CSV', url: 'http://127.0.0.1:9/trees.csv', datastore_active: true }, { id: 'r-pdf', name: 'Map', format: 'PDF', url: 'http://127.0.0.1:9/map.pdf' }];
      return ok({ id: 'd', name: 'trees', title: 'Trees', organization: { title: 'Parks' }, license_title: 'CC BY', resources });
    }
    if (action === 'package_search') return ok({ count: 1, results: [{ name: 'trees', title: 'Trees', resources: [] }] });
    if (action === 'datastore_search') {
      if (query.get('resource_id') !== id) return error('Not Found Error', `Resource "${query.get('resource_id')}" was not found.`, 404);
      const all = query.has('sort') ? stored : unordered(stored, requests);
      const [limit, offset] = [Math.min(Number(query.get('limit') ?? 100), most), Number(query.get('offset') ?? 0)];
      return ok({ resource_id: id, fields, records: all.slice(offset, offset + limit), total: all.length, limit });
    }
    if (action === 'datastore_search_sql' && sql) return ok({ records: answered(query.get('sql') ?? '', stored) });
    return action ? error('Bad Request', 'Action name not known', 400) : undefined;
  };
}

/** The few questions that we ask. */
function answered(sql: string, rows: readonly Row[]): readonly Row[] {
  const group = /SELECT "(\w+)" AS label/.exec(sql)?.[1];
  if (group) return countsOf(rows, group).map(([label, n]) => ({ label, n: String(n) }));
  const within = [...sql.matchAll(/CAST\("(\w+)" AS FLOAT\) BETWEEN (\S+) AND ([-\d.]+)/g)].map(([, name, from, to]) => ({ name: name!, from: Number(from), to: Number(to) }));
  const found = rows.filter((row) => within.every(({ name, from, to }) => Number(row[name]) >= from && Number(row[name]) <= to));
  if (/COUNT\(\*\)/.test(sql)) return [{ n: String(found.length) }];
  const [, limit, offset] = /LIMIT (\d+) OFFSET (\d+)/.exec(sql) ?? [];
  return found.slice(Number(offset), Number(offset) + Number(limit));
}
