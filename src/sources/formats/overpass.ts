import type { Dataset } from '../../model/dataset.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions, type Input } from '../source.js';
import { tableDataset } from '../table.js';
import { FeatureTable } from './feature-table.js';
import { readJson } from './json-document.js';
import { momentOf } from './moment.js';
import { geometryOf, isObject, type Json, type Nodes } from './overpass-geometry.js';

/** What Overpass answers in JSON: elements of OpenStreetMap, each with its tags as columns. Corners of ways are no rows of their own. */
export async function readOverpass(input: Input, options: DatasetOptions): Promise<Dataset> {
  const top = await readJson(input, options.signal);
  if (!isObject(top) || !Array.isArray(top['elements'])) throw new SourceError('unreadable', `${input.address.href} has no list of elements.`);
  const { osm3s, remark } = top;
  const elements = top['elements'] as readonly unknown[];
  // A query that takes too long, or too much, ends with a remark and the status 200.
  if (elements.length === 0 && typeof remark === 'string' && remark.trim()) throw new SourceError('refused', `${input.address.href} answers: ${remark.trim()}`);
  const nodes: Nodes = new Map(elements.flatMap((each) => (isObject(each) && each['type'] === 'node' ? [[each['id'], each] as const] : [])));
  const corners = new Set(elements.flatMap((each) => (isObject(each) && Array.isArray(each['nodes']) ? (each['nodes'] as readonly unknown[]) : [])));
  const table = new FeatureTable();
  const breath = new Breath(options.signal);
  for (const element of elements) {
    if (!isObject(element)) table.skip();
    else if (isObject(element['tags']) || element['type'] !== 'node' || !corners.has(element['id'])) table.addRecord(valuesOf(element), geometryOf(element, nodes) ?? null);
    await breath.pause();
  }
  const { timestamp_osm_base: time, copyright } = isObject(osm3s) ? osm3s : ({} as Json);
  const about = { download: input.address.href, updated: momentOf(time), attribution: typeof copyright === 'string' ? '© OpenStreetMap' : undefined, licence: { name: 'ODbL', url: 'https://opendatacommons.org/licenses/odbl/' } };
  return tableDataset(table.finish(undefined), { report: { format: 'overpass' }, about }, { ...options, map: { id: 'osm_id', ...options.map } });
}

/** Elements of different types may have the same number. */
function valuesOf({ type, id, tags, timestamp }: Json): Json {
  return Object.assign(Object.create(null) as Record<string, unknown>, { osm_id: `${String(type)}/${String(id)}` }, isObject(tags) ? tags : {}, timestamp === undefined ? {} : { 'osm timestamp': timestamp });
}
