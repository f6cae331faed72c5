import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';
import type { Dataset, PlaceKind } from '../../../src/model/dataset.js';

/** What GDAL calls a geometry, and what is drawn of it. */
const kindOf = (type: string): PlaceKind => (/polygon/i.test(type) ? 'area' : /line|curve/i.test(type) ? 'line' : 'point');

export function countKinds({ length, places }: Dataset): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let row = 0; row < length; row += 1) {
    const kind = places?.kind(row);
    if (kind) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** What one layer must hold, as GDAL saw it. */
export function checkLayer(complaints: Complaints, dataset: Dataset, layer: Facts): void {
  const { report, places, columns } = dataset;
  complaints.equal('records that are there', report.kept, layer['features']);
  const kinds: Record<string, number> = {};
  for (const [type, count] of Object.entries<number>(layer['geometry_types'] ?? {})) kinds[kindOf(type)] = (kinds[kindOf(type)] ?? 0) + count;
  const wanted = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  // An empty geometry, or one at 0, 0, is a geometry for GDAL, and no place.
  const nowhere = report.problems.filter(({ reason }) => ['no-place', 'null-island', 'outside-world', 'bad-geometry'].includes(reason)).reduce((sum, { count }) => sum + count, 0);
  // GDAL takes no place from the columns of a table.
  const isDrawn = wanted > 0 || report.format === 'shapefile' || report.format === 'geojson';
  if (isDrawn) complaints.that(`located: found ${report.located}, wanted ${wanted} less those of ${nowhere} that are nowhere`, report.located <= wanted && report.located >= wanted - nowhere);
  if (isDrawn && report.located === wanted) complaints.equal('kinds of places', countKinds(dataset), kinds);
  const fields: string[] = (layer['fields'] ?? []).map((field: string) => field.replace(/:\w+$/, ''));
  // GDAL numbers fields of the same name in its own way, makes up one where a table has none, and reads names as Latin.
  const names = columns.map(({ name }) => name);
  const missing = fields.filter((field) => /^[ -~]+$/.test(field) && !names.includes(field.trim()) && !names.includes(field.replace(/_(\d+)$/, (_, number: string) => ` (${Number(number) + 1})`)) && !(field === 'FID' && names.length === 0));
  // A table has its columns even where they are empty; a property of JSON that no feature fills has none.
  const few = report.format === 'shapefile' ? 0 : fields.length / 2;
  if (new Set(fields).size === fields.length) complaints.that(`fields without a column: ${missing.join(', ')}`, missing.length <= few);
  const grid = /^EPSG:\d+$/;
  if (grid.test(layer['crs'] ?? '') && grid.test(report.crs ?? '') && !report.guessedCrs) complaints.equal('grid', report.crs, layer['crs']);
  if (wanted === 0 || !places) return;
  // GDAL turned the corners of a box of metres into degrees; the places themselves fill less of it, and hang over.
  const native: readonly number[] | undefined = layer['bbox_native_minx_miny_maxx_maxy'];
  const box: readonly number[] | undefined = layer['bbox_lonlat'] ?? (native?.every((value) => Math.abs(value) <= 360) ? native : undefined);
  if (!box) return;
  const inDegrees = native?.every((value) => Math.abs(value) <= 360) ?? false;
  complaints.close('bounds', places.bounds, box, inDegrees ? 1e-5 : Math.max(1e-4, (box[2]! - box[0]!) / 10));
}

export const shapefile: Check = async (entry, { dataset, error, open }) => {
  const complaints = new Complaints();
  const wanted: Facts = entry.must_find;
  const names: string[] = (wanted['zip']?.entries ?? []).map(({ name }: { name: string }) => name);
  const members = Object.values<Facts>(wanted['gdal_per_member'] ?? {}).flatMap((member): readonly Facts[] => member['layers'] ?? []);
  const layers: readonly Facts[] = members.length > 0 ? members : (wanted['gdal']?.layers ?? []);
  if (!dataset) {
    // What GDAL cannot read either may be refused, with a sentence that says why.
    return layers.length === 0 && error ? { refused: error.message } : [`not read: ${error?.message}`];
  }
  complaints.whole(dataset);
  const readable = names.filter((name) => /\.shp$/i.test(name) && !/__MACOSX/.test(name));
  complaints.equal('layers', 1 + (dataset.report.choices ?? []).filter(({ format }) => format === 'shapefile').length, Math.max(1, readable.length));
  if (layers.length <= 1) {
    const [layer] = layers;
    if (layer) checkLayer(complaints, dataset, layer);
    return complaints.all;
  }
  // Of several, the one with most places was taken, and each can be asked for by its name.
  const places = ({ geometry_types: types }: Facts): number => Object.values<number>(types ?? {}).reduce((sum, count) => sum + count, 0);
  complaints.that('another layer has more places', layers.every((layer) => places(layer) <= dataset.report.located + dataset.report.problems.reduce((sum, { count }) => sum + count, 0)));
  for (const layer of layers.filter(({ name }) => /^[ -~]+$/.test(name))) {
    const asked = await open({ layer: layer['name'] });
    complaints.whole(asked);
    checkLayer(complaints, asked, layer);
  }
  return complaints.all;
};
