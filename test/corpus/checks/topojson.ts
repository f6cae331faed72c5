import { latitude } from '../../../src/model/mercator.js';
import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';

/** Web Mercator ends at this latitude: what is nearer to a pole lies at its edge. */
const edge = latitude(20_037_508.342_789_244);

export const topojson: Check = async (entry, { dataset, error, open }) => {
  const box = entry.must_find['gdal']?.layers?.[0]?.['bbox_native_minx_miny_maxx_maxy'] as readonly number[] | undefined;
  // A topology has no member for its grid: pixels of a drawing have no place, and metres must be asked about.
  if (error?.reason === 'crs-unknown' && box?.some((value, i) => Math.abs(value) > (i % 2 === 0 ? 360 : 90))) return { refused: error.message };
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  const objects: readonly (readonly [string, Facts])[] = Object.entries(entry.must_find['objects']);
  const shapes = ({ type, geometries }: Facts): number => (type === 'GeometryCollection' ? geometries : 1);
  const most = objects.reduce((best, [, object]) => Math.max(best, shapes(object)), 0);
  complaints.equal('the object with most shapes', dataset.report.read, most);
  complaints.equal('choices', dataset.report.choices?.length ?? 0, objects.length - 1);
  for (const [name, object] of objects) {
    const layer = await open({ layer: name });
    complaints.whole(layer);
    complaints.equal(`shapes of “${name}”`, layer.report.read, shapes(object));
    // GDAL calls what is no collection “TopoJSON”, and all of a kind.
    const facts: Facts | undefined = (entry.must_find['gdal']?.layers as readonly Facts[] | undefined)?.find((each) => each['name'] === name || (each['name'] === 'TopoJSON' && object['type'] !== 'GeometryCollection'));
    if (!facts) continue;
    complaints.equal(`located of “${name}”`, layer.report.located, facts['features'] - facts['null_geometry']);
    const [west, south, east, north] = facts['bbox_native_minx_miny_maxx_maxy'] as [number, number, number, number];
    const ours = layer.places?.bounds;
    const crosses = ours && (ours[0] > ours[2] || (west <= -179 && east >= 179));
    complaints.close(`latitudes of “${name}”`, ours && [ours[1], ours[3]], [Math.max(south, -edge), Math.min(north, edge)], 1e-5);
    if (!crosses) complaints.close(`longitudes of “${name}”`, ours && [ours[0], ours[2]], [west, east], 1e-5);
  }
  return complaints.all;
};
