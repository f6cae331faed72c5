import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';
import { isGeometry } from '../../../src/sources/formats/feature-table.js';

/** Whether a value, or anything within it, is there. */
const isFilled = (value: unknown): boolean => (typeof value === 'object' && value !== null ? Object.values(value).some(isFilled) : value !== undefined && value !== null && value !== '');

const inMetresBox = (box: readonly number[] | undefined): boolean => box?.some((value) => Math.abs(value) > 360) ?? false;

export const geojson: Check = async (entry, { dataset, error, bytes }) => {
  // Metres of a grid that nobody names: where two grids fit, it is right to ask which it is.
  if (error?.reason === 'crs-unknown' && !entry.must_find['crs_member'] && inMetresBox(entry.must_find['raw_bbox'])) return { refused: error.message };
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const { report, places } = dataset;
  const wanted: Facts = entry.must_find;
  const layer: Facts | undefined = wanted['gdal']?.layers?.[0];
  complaints.equal('records', [report.read, report.kept], [wanted['features_python'], wanted['features_python']]);
  if (layer) complaints.equal('located', report.located, wanted['features_python'] - layer['null_geometry']);
  const declared = Boolean(wanted['crs_member']);
  const raw: readonly number[] | undefined = wanted['raw_bbox'];
  const inMetres = inMetresBox(raw);
  // GDAL takes what is not declared for degrees: where those cannot be, the grid must have been guessed.
  if (inMetres && !declared) complaints.that(`the grid was guessed: ${report.crs}`, report.guessedCrs === true);
  else {
    if (layer?.['crs']) complaints.equal('grid', report.crs, layer['crs']);
    // GDAL turned the corners of a box of metres into degrees, which makes it larger than the places are.
    if (inMetres && layer?.['bbox_lonlat']) complaints.close('bounds', places?.bounds, layer['bbox_lonlat'], (layer['bbox_lonlat'][2] - layer['bbox_lonlat'][0]) / 3);
    else if (raw && !inMetres && places) complaints.close('bounds', places.bounds, raw.length === 4 ? raw : [raw[0]!, raw[1]!, raw[3]!, raw[4]!]);
  }
  const { features } = JSON.parse(new TextDecoder().decode(await bytes()).replace(/^\ufeff/, '')) as { features?: { properties?: Record<string, unknown> | null }[] };
  const names = dataset.columns.map(({ name }) => name);
  for (const key of wanted['property_keys'] ?? []) {
    if (names.some((name) => name === key || name.startsWith(`${key}.`))) continue;
    // A property that no feature fills has no column, and a second geometry has none.
    const filled = features?.some(({ properties }) => isFilled(properties?.[key]) && !isGeometry(properties?.[key]));
    complaints.that(`property “${key}” has no column`, !filled);
  }
  return complaints.all;
};
