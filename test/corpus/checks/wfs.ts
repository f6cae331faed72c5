import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';
import { readXml } from '../../../src/sources/formats/xml.js';
import { peek } from '../../../src/sources/peek.js';
import { wfsService } from '../../../src/sources/portals/wfs-capabilities.js';
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
  return error?.message.includes(matched ?? '?') ? { described: error.message } : [`the count ${matched} is not said: ${error?.message}`];
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

/** The layers of a service that cannot be asked here: its capabilities are read, and its layers named. */
export const wfsCapabilities: Check = async (entry, { dataset, error, bytes, address }) => {
  const complaints = new Complaints();
  const wanted: Facts = entry.must_find;
  const input = new Response(new Uint8Array(await bytes()));
  const { head, body } = await peek(input.body!, address);
  const root = await readXml({ address, type: '', head, body });
  if (!root) return ['no document'];
  const service = wfsService(root);
  const names = service.layers.map(({ name }) => name);
  complaints.equal('named layers', names.length, wanted['named_layers']);
  for (const name of wanted['names'] ?? []) complaints.that(`no layer “${name}”`, names.includes(name));
  for (const format of wanted['formats_json_csv_zip'] ?? []) complaints.that(`no format “${format}”`, [...service.formats, ...service.layers.flatMap(({ formats }) => formats)].includes(format));
  const grids: Record<string, number> = {};
  for (const { crs } of service.layers) if (crs) grids[crs] = (grids[crs] ?? 0) + 1;
  for (const [crs, count] of Object.entries<number>(wanted['default_crs'] ?? {})) complaints.equal(`layers in ${crs}`, grids[crs], count);
  const limit = Number(wanted['CountDefault']?.flat(9)[0]);
  if (limit > 0) complaints.equal('limit', service.limit, limit);
  // The service itself is out of reach: what it offers is said with the failure.
  const offered = new Set([...(error?.choices ?? []), ...(dataset?.report.choices ?? [])].map(({ name }) => name));
  complaints.that(`the failure names ${offered.size} of ${names.length} layers`, names.filter((name) => !offered.has(name)).length <= (dataset ? 1 : 0));
  return complaints.all;
};
