import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';
import { around, boxOf } from './box.js';

/** The fields that GDAL makes for every KML, whatever is in it. */
const always = /^(Name|description|timestamp|begin|end|altitudeMode|tessellate|extrude|visibility|drawOrder|icon|snippet)$/;
/** GDAL writes other letters as an underline. */
const plain = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '_').toLowerCase();

/** All features of all folders, which GDAL takes for layers. */
export const kml: Check = async (entry, { dataset, error, bytes }) => {
  const layers: readonly Facts[] = entry.must_find['gdal']?.layers ?? [];
  const sum = (of: (layer: Facts) => number): number => layers.reduce((all, layer) => all + of(layer), 0);
  const features = sum((layer) => layer['features']);
  if (!dataset) return features === 0 && error ? { refused: error.message } : [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  complaints.equal('format', dataset.report.format, 'kml');
  complaints.equal('placemarks', dataset.report.read, features);
  const empty = sum((layer) => layer['null_geometry'] + Object.entries<number>(layer['geometry_types'] ?? {}).reduce((all, [type, count]) => all + (type.endsWith('EMPTY') ? count : 0), 0));
  complaints.equal('located', dataset.report.located, features - empty);
  const box = around(layers.map((layer) => layer['bbox_native_minx_miny_maxx_maxy']));
  // The facts were written with six digits.
  if (box) complaints.close('bounds', boxOf(dataset), box, 1e-3);
  const columns = new Set(dataset.columns.map(({ name }) => plain(name)));
  const fields = new Set(layers.flatMap((layer) => (layer['fields'] ?? []) as string[]).map((field) => field.slice(0, field.lastIndexOf(':'))).filter((name) => !always.test(name)));
  if (entry.kind === 'kmz') return complaints.all;
  const text = new TextDecoder().decode(await bytes());
  for (const field of fields) {
    // A name that no placemark fills has no column.
    const filled = [...text.matchAll(/<(?:\w+:)?(?:Simple)?Data\s+name=["']([^"']*)["']\s*>\s*(?:<(?:\w+:)?displayName>[^<]*<\/[^>]*>\s*)?(?:<(?:\w+:)?value>)?\s*([^<\s]|<!\[CDATA\[)/g)].some(([, name = '']) => plain(name) === plain(field));
    complaints.that(`“${field}” has no column`, columns.has(plain(field)) || !filled);
  }
  return complaints.all;
};
