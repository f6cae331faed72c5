import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';
import { around, boxOf } from './box.js';

/** What GDAL takes for a feature where it does not find the collection. */
const lost = /^(Point|LineString|LinearRing|Polygon|Curve|Surface|Multi\w+)$/;

/** Features of a WFS, in any GML. */
export const wfsGml: Check = async (entry, { dataset, error, bytes }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  complaints.equal('format', dataset.report.format, 'gml');
  const wanted: Facts = entry.must_find;
  const layers: readonly Facts[] = (wanted['gdal']?.layers ?? []).toSorted((a: Facts, b: Facts) => b['features'] - a['features']);
  const [layer] = layers;
  const text = new TextDecoder().decode(await bytes());
  if (!layer || lost.test(layer['name'])) {
    // GDAL knows no root but a FeatureCollection, and counts the polygons instead: features are what has an id of its own.
    complaints.equal('features', dataset.report.read, [...text.matchAll(/<[\w.-]+:?[\w.-]*\s[^>]*\bfid="/g)].length || dataset.report.read);
    complaints.that('nothing has a place', dataset.report.located > 0);
    return complaints.all;
  }
  complaints.equal('features', dataset.report.read, layer['features']);
  complaints.equal('located', dataset.report.located, layer['features'] - layer['null_geometry']);
  if (layer['crs'] && dataset.places) complaints.equal('grid', dataset.report.crs, layer['crs']);
  const box = around([layer['bbox_lonlat'] ?? (/^EPSG:(4326|4258)$/.test(layer['crs'] ?? '') ? layer['bbox_native_minx_miny_maxx_maxy'] : undefined)]);
  if (box && dataset.places) {
    // GDAL turned the corners of a box of metres into degrees, which makes it larger than the places are.
    const slack = layer['bbox_lonlat'] ? Math.max(0.02, (box[2]! - box[0]!) / 5) : 1e-4;
    complaints.close('bounds', boxOf(dataset), box, slack);
  }
  const names = dataset.columns.map(({ name }) => name);
  for (const field of (layer['fields'] ?? []) as string[]) {
    const name = field.slice(0, field.lastIndexOf(':'));
    if (/^(gml_id|fid)$/.test(name)) complaints.that('no column has the ids', names.includes('id'));
    else if (names.some((each) => each === name || each.split('.').at(-1) === name || each.replaceAll('.', '|') === name)) continue;
    // A property that no feature fills has no column.
    else complaints.that(`“${name}” has no column`, !new RegExp(`[<:]${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s[^>]*)?>\\s*[^<\\s]`).test(text));
  }
  return complaints.all;
};

/** A document that counts features and holds none. */
export const wfsHits: Check = async (_entry, { dataset, error, bytes }) => {
  const matched = /number(?:Matched|OfFeatures)="(\d+)"/.exec(new TextDecoder().decode(await bytes()))?.[1];
  if (dataset) return matched === '0' ? [] : [`read as ${dataset.length} rows`];
  return error?.message.includes(matched ?? '?') ? { refused: error.message } : [`the count ${matched} is not said: ${error?.message}`];
};

/** The service's own words are handed on. */
export const owsException: Check = (entry, { dataset, error }) => {
  if (dataset || !error) return ['read as data'];
  const complaints = new Complaints();
  complaints.equal('reason', error.reason, 'refused');
  for (const said of [...(entry.must_find['text'] ?? []), ...(entry.must_find['codes'] ?? [])] as string[]) {
    complaints.that(`“${said}” is not said: ${error.message}`, error.message.includes(said.replace(/\s+/g, ' ').trim().slice(0, 300)));
  }
  return complaints.all.length > 0 ? complaints.all : { refused: error.message };
};
