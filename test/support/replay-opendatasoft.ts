import { countsOf, unordered, type Api, type Reply, type Row } from './replay.js';

interface Opendatasoft {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly fields: readonly { readonly name: string; readonly label: string; readonly type: string }[];
  /** Old portals have the first API alone. */
  readonly old?: boolean;
  /** Some make no files for strangers. */
  readonly exports?: boolean;
}

interface Point {
  readonly lon: number;
  readonly lat: number;
}

const error = (code: string, message: string, status: number): Reply => ({ status, body: { error_code: code, message } });

/** An Opendatasoft with one dataset, of which rows have `geo_point_2d` as the second API writes it. */
export function opendatasoft({ id, rows, fields, old = false, exports = true }: Opendatasoft): Api {
  let requests = 0;
  const metas = { title: 'Trees', publisher: 'Parks', license: 'CC BY 4.0', records_count: rows.length, data_processed: '2026-01-02T03:04:05+00:00' };
  const point = fields.find(({ type }) => type === 'geo_point_2d')?.name ?? '';
  const inBox = (row: Row, [south, west, north, east]: readonly number[]): boolean => {
    const place = row[point] as Point | undefined;
    return place !== undefined && place.lat >= south! && place.lat <= north! && place.lon >= west! && place.lon <= east!;
  };
  const csv = (found: readonly Row[]): string => [fields.map(({ label }) => label), ...found.map((row) => fields.map(({ name }) => cell(row[name])))].map((cells) => cells.map((each) => `"${String(each).replaceAll('"', '""')}"`).join(',')).join('\r\n');

  function second(path: string, query: URLSearchParams): Reply | undefined {
    const root = `/api/explore/v2.1/catalog/datasets/${id}`;
    if (!path.startsWith('/api/explore/v2.1/catalog/datasets/')) return undefined;
    if (path !== root && !path.startsWith(`${root}/`)) return error('ODSQLError', 'Unknown dataset: it was not found', 404);
    if (path === root) return { body: { dataset_id: id, has_records: true, metas: { default: metas }, fields, attachments: [] } };
    const where = query.get('where') ?? '';
    const box = /in_bbox\(\w+, ([-\d.]+), ([-\d.]+), ([-\d.]+), ([-\d.]+)\)/.exec(where)?.slice(1).map(Number);
    const [, column, word] = /^(\w+):"?(.*?)"?$/.exec(query.get('refine') ?? '') ?? [];
    const found = rows.filter((row) => (!box || inBox(row, box)) && (!column || row[column] === word));
    const limit = Number(query.get('limit') ?? 10);
    if (path === `${root}/exports/csv`) return exports ? { body: csv(limit < 0 ? found : found.slice(0, limit)) } : error('Forbidden', 'No exports for strangers.', 403);
    if (path !== `${root}/records`) return undefined;
    const offset = Number(query.get('offset') ?? 0);
    if (limit > 100 || offset + limit > 10_000) return error('InvalidRESTParameterError', `Invalid value for limit API parameter: ${limit} was found but -1 <= limit <= 100 is expected.`, 400);
    const group = query.get('group_by');
    if (group) return { body: { results: countsOf(found, group).map(([value, count]) => ({ [group]: value, civic_rows: count })) } };
    const all = query.has('order_by') ? found : unordered(found, requests);
    return { body: { total_count: found.length, results: all.slice(offset, offset + limit) } };
  }

  function first(path: string, query: URLSearchParams): Reply | undefined {
    if (path === `/api/datasets/1.0/${id}/`) return { body: { datasetid: id, has_records: true, metas, fields } };
    if (!/^\/api\/records\/1\.0\/(search|download)\/$/.test(path)) return undefined;
    if (query.get('dataset') !== id) return { status: 404, body: { error: `Unknown dataset: ${query.get('dataset')}`, errorcode: 10_002 } };
    if (path.includes('download')) return exports ? { body: csv(rows) } : { status: 403, body: { error: 'No exports.', errorcode: 10_003 } };
    const [start, size] = [Number(query.get('start') ?? 0), Number(query.get('rows') ?? 10)];
    // Latitude first within the fields, last beside them.
    const records = rows.slice(start, start + size).map((row) => {
      const { lon, lat } = row[point] as Point;
      return { datasetid: id, recordid: String(row['id']), fields: { ...row, [point]: [lat, lon] }, geometry: { type: 'Point', coordinates: [lon, lat] } };
    });
    return { body: { nhits: rows.length, parameters: {}, records } };
  }

  return ({ pathname, searchParams }) => {
    requests += 1;
    return (old ? undefined : second(pathname, searchParams)) ?? first(pathname, searchParams);
  };
}

const cell = (value: unknown): string | number | boolean => {
  if (typeof value === 'object' && value !== null && 'lon' in value) return `${(value as Point).lat}, ${(value as Point).lon}`;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
};
