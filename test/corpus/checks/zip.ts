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
