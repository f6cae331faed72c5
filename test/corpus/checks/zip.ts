import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';
import { csv } from './csv.js';
import { checkLayer, shapefile } from './shapefile.js';

/** An archive of anything: by what GDAL and the CSV reader of Python found in its files. */
export const zip: Check = (entry, outcome) => {
  const wanted: Facts = entry.must_find;
  const names: string[] = (wanted['zip']?.entries ?? []).map(({ name }: { name: string }) => name);
  if (names.some((name) => /\.shp$/i.test(name))) return shapefile(entry, outcome);
  const { dataset, error } = outcome;
  const layers: readonly Facts[] = wanted['gdal']?.layers ?? [];
  const tables: readonly Facts[] = Object.values<Facts>(wanted['inner_csv'] ?? {});
  if (!dataset) {
    const isKnown = layers.length > 0 || tables.some((table) => table['data_rows'] > 0);
    return !isKnown && error ? { refused: error.message } : [`not read: ${error?.message}`];
  }
  const [table] = tables;
  if (dataset.report.format === 'csv' && table && tables.length === 1) return csv({ ...entry, must_find: table }, outcome);
  const complaints = new Complaints();
  complaints.whole(dataset);
  complaints.that('nothing was read', dataset.length > 0 && dataset.columns.length > 0);
  if (layers.length === 1) checkLayer(complaints, dataset, layers[0]!);
  return complaints.all;
};

/** A KMZ: all features of all folders that GDAL found, which it takes for layers. */
export const kmz: Check = (entry, { dataset, error }) => {
  const layers: readonly Facts[] = entry.must_find['gdal']?.layers ?? [];
  const features = layers.reduce((sum, layer) => sum + layer['features'], 0);
  if (!dataset) return features === 0 && error ? { refused: error.message } : [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  complaints.equal('format', dataset.report.format, 'kml');
  complaints.equal('placemarks', dataset.report.read, features);
  const boxes = layers.map((layer) => layer['bbox_native_minx_miny_maxx_maxy']).filter(Boolean) as number[][];
  if (boxes.length > 0) {
    const box = [0, 1].map((i) => Math.min(...boxes.map((each) => each[i]!))).concat([2, 3].map((i) => Math.max(...boxes.map((each) => each[i]!))));
    // The facts were written with six digits.
    complaints.close('bounds', dataset.places?.bounds, box, 1e-3);
  }
  return complaints.all;
};
