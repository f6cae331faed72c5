import type { Dataset } from '../../../src/model/dataset.js';
import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';

interface RecordList {
  readonly path: string;
  readonly length: number;
  readonly keys?: readonly string[];
}

/** The list that holds the records: the longest that is not about them. */
function listOf(wanted: Facts): RecordList | undefined {
  const lists = ((wanted['record_arrays'] ?? []) as readonly RecordList[]).filter(({ path }) => !/\[|\.(fields|columns|links|parameters|facet\w*)$/.test(path));
  return lists.reduce<RecordList | undefined>((most, each) => (!most || each.length > most.length ? each : most), undefined);
}

/** Every member of the records is a column, or the beginning of some; what no record fills has none. */
function missing(dataset: Dataset, keys: readonly string[], records: readonly unknown[]): string[] {
  const names = dataset.columns.map(({ name }) => name);
  return keys.filter((key) => !names.some((name) => name === key || name.startsWith(`${key}.`)) && records.some((record) => isFilled((record as Record<string, unknown>)?.[key])));
}

const isFilled = (value: unknown): boolean => (typeof value === 'object' && value !== null ? Object.values(value).some(isFilled) : value !== undefined && value !== null && value !== '');

const at = (top: unknown, path: string): unknown => path.split('.').slice(1).reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], top);

/** The plainest pair of latitude and longitude: ranges over all records that have them, 0 and 0 among them. */
function pairOf(paths: Facts, list: string): { readonly lat: Facts; readonly lon: Facts } | undefined {
  // Lists within records have no columns of their own.
  const inRecord = ([path]: [string, Facts]): boolean => path.startsWith(`${list}[]`) && !path.slice(list.length + 2).includes('[]');
  const plain = Object.entries<Facts>(paths).filter(inRecord).map(([path, facts]) => ({ path: path.replaceAll('[]', ''), facts })).sort((a, b) => a.path.length - b.path.length);
  const lat = plain.find(({ path }) => /lat(itude)?$/i.test(path));
  const lon = lat && plain.find(({ path }) => /(lon|lng|long|longitude)$/i.test(path) && path.replace(/(lon|lng|long|longitude)$/i, '') === lat.path.replace(/lat(itude)?$/i, ''));
  return lat && lon ? { lat: lat.facts, lon: lon.facts } : undefined;
}

export const records: Check = async (entry, { dataset, error, bytes }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const wanted: Facts = entry.must_find;
  const { report, places } = dataset;
  const list = listOf(wanted);
  const top: unknown = JSON.parse(new TextDecoder().decode(await bytes()).replace(/^\ufeff/, ''));
  if (list) {
    complaints.equal('records', [report.read, report.kept], [list.length, list.length]);
    const found = at(top, list.path);
    // Opendatasoft's first API wraps each record: its own members are the fields.
    const own = Array.isArray(found) ? (found as { fields?: unknown }[]).map((record) => record?.fields ?? record) : [];
    const keys = own === found ? (list.keys ?? []) : [...new Set(own.flatMap((record) => Object.keys((record ?? {}) as object)))];
    complaints.equal('members without a column', missing(dataset, keys, own), []);
  }
  for (const name of ['total_count', 'nhits', 'result.total', 'numberMatched']) {
    if (typeof wanted[name] === 'number') complaints.equal('total', report.total ?? report.read, wanted[name]);
  }
  const pair = pairOf(wanted['coordinate_paths'] ?? {}, list?.path ?? '$');
  const nowhere = report.problems.filter(({ reason }) => reason === 'no-place' || reason === 'null-island' || reason === 'outside-world').reduce((sum, { count }) => sum + count, 0);
  if (pair) {
    complaints.equal('located, and those that say they have no place', report.located + nowhere, report.read);
    complaints.that('no places', report.located > 0);
    // What is at 0, 0 or beside it is nowhere: then the ranges that were counted reach further than ours.
    const [west, south, east, north] = places?.bounds ?? [0, 0, 0, 0];
    const [lon, lat] = [pair.lon, pair.lat];
    if (nowhere === 0) complaints.close('bounds', places?.bounds, [lon['min'], lat['min'], lon['max'], lat['max']]);
    else complaints.that(`bounds ${[west, south, east, north].join(', ')} reach further than the numbers`, west >= lon['min'] - 1e-9 && east <= lon['max'] + 1e-9 && south >= lat['min'] - 1e-9 && north <= lat['max'] + 1e-9);
  } else if (!Object.keys(wanted['coordinate_paths'] ?? {}).length && dataset.roles.longitude !== undefined) complaints.equal('places', places, undefined);
  return complaints.all;
};

function parsed(line: string): unknown[] {
  try {
    return [JSON.parse(line.replaceAll('\u001e', ''))];
  } catch {
    return [];
  }
}

export const ndjson: Check = async (entry, { dataset, error, bytes }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const wanted: Facts = entry.must_find;
  complaints.equal('format', /ndjson|geojson-seq/.test(dataset.report.format), true);
  complaints.equal('records', [dataset.report.read, dataset.report.kept], [wanted['lines_ok'] + wanted['lines_bad'], wanted['lines_ok']]);
  const lines = new TextDecoder().decode(await bytes()).split(/\r?\n/).flatMap(parsed);
  // The members of features are their properties.
  if (dataset.report.format === 'ndjson') complaints.equal('members without a column', missing(dataset, Object.keys(wanted['keys'] ?? {}), lines), []);
  return complaints.all;
};
