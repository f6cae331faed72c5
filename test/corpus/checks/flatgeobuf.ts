import type { Check, Facts, Outcome } from '../check.js';
import { Complaints } from '../check.js';
import type { Dataset, PlaceKind } from '../../../src/model/dataset.js';
import { around, boxOf } from './box.js';
import { countKinds } from './shapefile.js';

/** What GDAL calls a geometry, and what may be drawn of it; a collection is what is in it. */
const kindOf = (type: string): PlaceKind | undefined => (/polygon|surface|tin|triangle/i.test(type) ? 'area' : /line|curve|circular/i.test(type) ? 'line' : /point/i.test(type) ? 'point' : undefined);

/** What one layer of a file of typed columns must hold, as GDAL saw it. */
export function checkTypedLayer(complaints: Complaints, dataset: Dataset, layer: Facts): void {
  const { report, columns } = dataset;
  complaints.whole(dataset);
  complaints.equal('records', report.total ?? report.read, layer['features']);
  if (report.total !== undefined) return;
  const types = Object.entries<number>(layer['geometry_types'] ?? {});
  const there = types.reduce((sum, [, count]) => sum + count, 0);
  // An empty geometry, or one at 0, 0, is a geometry for GDAL, and no place; so is what nobody can draw.
  const nowhere = report.problems.filter(({ reason }) => ['no-place', 'null-island', 'outside-world', 'bad-geometry'].includes(reason)).reduce((sum, { count }) => sum + count, 0);
  // GDAL takes no place from the columns of a table.
  if (there > 0) complaints.that(`located: found ${report.located}, wanted ${there} less those of ${nowhere} that are nowhere`, report.located <= there && report.located >= there - nowhere);
  if (there > 0 && report.located === there && types.every(([type]) => kindOf(type))) {
    const kinds = new Map<string, number>();
    for (const [type, count] of types) kinds.set(kindOf(type)!, (kinds.get(kindOf(type)!) ?? 0) + count);
    const byName = (counts: Iterable<[string, number]>): [string, number][] => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    complaints.equal('kinds of places', byName(Object.entries(countKinds(dataset))), byName(kinds));
  }
  const names = columns.map(({ name }) => name);
  // Bytes are nothing to read, and GDAL cuts and numbers names in its own way.
  const fields: string[] = (layer['fields'] ?? []).filter((field: string) => !field.endsWith(':Binary')).map((field: string) => field.replace(/:[^:]*$/, '').replace(/\s+/g, ' ').trim());
  const missing = fields.filter((field) => field && !names.includes(field) && !names.some((name) => name.startsWith(`${field}.`)));
  complaints.that(`fields without a column: ${missing.join(', ')}`, new Set(fields).size < fields.length || missing.length === 0);
  const grid = /^EPSG:\d+$/;
  if (there > 0 && grid.test(layer['crs'] ?? '') && !report.guessedCrs) complaints.equal('grid', report.crs, layer['crs']);
  checkBox(complaints, dataset, layer, nowhere);
}

/** GDAL turned the corners of a box of metres into degrees: the places themselves fill less of it, and hang over. */
function checkBox(complaints: Complaints, dataset: Dataset, layer: Facts, nowhere: number): void {
  const native: readonly number[] | undefined = layer['bbox_native_minx_miny_maxx_maxy'] ?? undefined;
  const inDegrees = native?.every((value, i) => Math.abs(value) <= (i % 2 === 0 ? 360 : 90)) ?? false;
  const box = around([layer['bbox_lonlat'] ?? (inDegrees ? native : undefined)]);
  if (box && dataset.places && nowhere === 0) complaints.close('bounds', boxOf(dataset), box, inDegrees ? 1e-5 : Math.max(1e-4, (box[2]! - box[0]!) / 10));
}

/** Each layer by its name; without one, the layer that has most places. What GDAL refuses, we may refuse with a sentence. */
export async function checkTypedLayers(wanted: Facts, { dataset, error, open }: Outcome): Promise<ReturnType<Check>> {
  const layers: readonly Facts[] = wanted['gdal']?.layers ?? [];
  const isBroken = !layers.some((layer) => layer['features'] !== undefined && layer['ogr_error'] === undefined);
  if (!dataset) return isBroken && error ? { refused: error.message } : [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.equal('layers', 1 + (dataset.report.choices?.length ?? 0), Math.max(1, layers.length));
  const most = Math.max(...layers.map((layer) => Number(layer['features'])));
  if (layers.length > 0) complaints.that('another layer has more records', (dataset.report.total ?? dataset.report.read) >= most || dataset.report.located > 0);
  for (const layer of layers) checkTypedLayer(complaints, layers.length === 1 ? dataset : await open({ layer: layer['name'] }), layer);
  return complaints.all;
}

export const flatgeobuf: Check = async ({ must_find }, outcome) => checkTypedLayers(must_find, outcome);
