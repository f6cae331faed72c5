import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';
import { around, boxOf } from './box.js';

const kinds: readonly (readonly [layer: string, kind: string])[] = [['waypoints', 'waypoint'], ['routes', 'route'], ['tracks', 'track']];

/** Waypoints, routes and tracks, each a layer with GDAL, are rows of one table with us. The points of lines are not rows. */
export const gpx: Check = (entry, { dataset, error }) => {
  if (!dataset) return [`not read: ${error?.message}`];
  const complaints = new Complaints();
  complaints.whole(dataset);
  const layers: readonly Facts[] = entry.must_find['gdal']?.layers ?? [];
  const column = dataset.columns.find(({ name }) => name === 'kind');
  const counts = new Map<unknown, number>();
  for (let row = 0; row < dataset.length; row += 1) counts.set(column?.value(row), (counts.get(column?.value(row)) ?? 0) + 1);
  for (const [layer, kind] of kinds) complaints.equal(layer, counts.get(kind) ?? 0, layers.find(({ name }) => name === layer)?.['features'] ?? 0);
  const box = around(layers.filter(({ name }) => kinds.some(([layer]) => layer === name)).map((layer) => layer['bbox_native_minx_miny_maxx_maxy']));
  if (box) complaints.close('bounds', boxOf(dataset), box);
  return complaints.all;
};
