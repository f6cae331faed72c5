import type { About, Bounds, Dataset } from '../../model/dataset.js';
import { chosenNames } from '../fields.js';
import { addEsriFeature, asFields, esriGrid } from '../formats/esri.js';
import { FeatureTable } from '../formats/feature-table.js';
import { Breath } from '../slices.js';
import { SourceError, type DatasetOptions } from '../source.js';
import { tableDataset } from '../table.js';
import { isObject, text, type Json } from './answer.js';
import { countedGroups } from './arcgis-groups.js';
import { hasRows, type Layer } from './arcgis-layer.js';
import { countOf, pagesOf } from './arcgis-pages.js';

type Query = Readonly<Record<string, string>>;

/** More rows are no table that a page can hold: of larger layers, what lies in the view is asked for. */
const most = 50_000;
/** A tenth of a metre. */
const digits = '6';

/** Which rows of a layer are meant, and what is known of it otherwise. */
interface Wish {
  readonly asked: Query;
  /** How many rows the layer has, where that was asked before. */
  readonly count?: number | undefined;
}

/** How many rows of a layer an address asks for. */
export const rowsOf = (layer: Layer, asked: Query, options: DatasetOptions): Promise<number | undefined> => countOf(layer, { where: '1=1', ...asked }, options);

/** All rows of a layer; of a large one those in the view, or the first. Throws `SourceError`. */
export async function readLayer(layer: Layer, { asked, count }: Wish, options: DatasetOptions): Promise<Dataset> {
  if (!hasRows(layer)) throw new SourceError('unknown', `${layer.url} gives no rows, only pictures. Its operator can allow “Query” for it.`);
  const query: Query = { where: '1=1', outFields: outFields(layer, options), ...asked, returnGeometry: 'true', outSR: '4326', geometryPrecision: digits };
  const total = count ?? (await rowsOf(layer, asked, options));
  const isLarge = total !== undefined && total > most;
  const view = isLarge && options.view && !asked['geometry'] && layer.described['geometryType'] ? options.view : undefined;
  const narrowed = view ? { ...query, ...boxQuery(view) } : query;
  const within = view ? await countOf(layer, narrowed, options) : total;
  const table = new FeatureTable();
  const breath = new Breath(options.signal);
  let grid: string | undefined;
  for await (const page of pagesOf(layer, narrowed, within, most, options)) {
    grid ??= esriGrid(page);
    for (const feature of Array.isArray(page['features']) ? (page['features'] as unknown[]) : []) {
      // Some servers speak GeoJSON whatever they are asked for.
      if (isObject(feature) && feature['type'] === 'Feature') table.add(feature);
      else addEsriFeature(table, feature);
      await breath.pause();
    }
  }
  if (within !== undefined) table.problems.add('beyond-limit', within - table.rows);
  const found = table.finish(gridOf(table, grid, layer));
  const report = { format: 'esri', total: total !== undefined && total > table.rows ? total : undefined, view };
  const dataset = await tableDataset({ ...found, columns: asFields(found.columns, found.rows, layer.fields) }, { report, about: aboutOf(layer) }, options);
  const groups = isLarge ? await countedGroups(layer, { where: '1=1', ...asked }, dataset, options) : undefined;
  return groups ? { ...dataset, report: { ...dataset.report, groups } } : dataset;
}

/** The fields that are wanted, with that by which rows are told apart; of a table without geometry all, for some of them may say where the rows are. */
function outFields({ fields, key, described }: Layer, options: DatasetOptions): string {
  const chosen = described['geometryType'] ? chosenNames(fields.flatMap(({ name }) => text(name) ?? []), options) : undefined;
  return chosen ? [...new Set([...(key ? [key] : []), ...chosen])].join(',') : '*';
}

function boxQuery([west, south, east, north]: Bounds): Query {
  // What crosses the antimeridian has no box that servers understand.
  const [left, right] = west <= east ? [west, east] : [-180, 180];
  return { geometry: [left, south, right, north].join(','), geometryType: 'esriGeometryEnvelope', inSR: '4326', spatialRel: 'esriSpatialRelIntersects' };
}

/** The grid of the answers. Some say degrees, as they were asked to, and send what they have in the layer's own grid. */
function gridOf({ builder }: FeatureTable, said: string | undefined, { described }: Layer): string {
  const declared = said ?? 'EPSG:4326';
  const { positions } = builder;
  const isFar = declared === 'EPSG:4326' && positions.length > 0 && positions.every((value) => !(Math.abs(value) <= 360));
  return (isFar ? esriGrid(described['sourceSpatialReference'] ?? described['extent']) : undefined) ?? declared;
}

function aboutOf({ url, name, described }: Layer): About {
  const editing = isObject(described['editingInfo']) ? described['editingInfo'] : ({} as Json);
  const updated = [editing['dataLastEditDate'], editing['lastEditDate']].find((time) => typeof time === 'number' && time > 0);
  return { title: name, description: text(described['description']), attribution: text(described['copyrightText']), updated: updated as number | undefined, page: url, download: `${url}/query` };
}
