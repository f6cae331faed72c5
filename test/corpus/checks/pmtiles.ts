import type { Check, Facts } from '../check.js';
import { Complaints } from '../check.js';

const formats: Readonly<Record<string, string>> = { mvt: 'application/vnd.mapbox-vector-tile', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', avif: 'image/avif', mlt: 'application/vnd.maplibre-tile' };

/** Tiles are there to be drawn: what the header and the metadata say of them. */
export const pmtiles: Check = async ({ must_find }, { dataset, error, address }) => {
  const wanted: Facts = must_find;
  const complaints = new Complaints();
  const isReadable = wanted['spec_version'] === 3 && formats[wanted['tile_type']] !== undefined;
  if (!dataset) return !isReadable && error ? { refused: error.message } : [`not read: ${error?.message}`];
  complaints.that('a version that nobody knows was read', isReadable);
  const { tiles, about, length } = dataset;
  complaints.equal('rows', length, 0);
  complaints.equal('kind and address', [tiles?.kind, tiles?.url], ['pmtiles', address.href]);
  complaints.equal('format', tiles?.format, formats[wanted['tile_type']]);
  complaints.equal('zooms', [tiles?.minZoom, tiles?.maxZoom], [wanted['min_zoom'], wanted['max_zoom']]);
  const bounds: readonly number[] = wanted['bounds'] ?? [];
  // A box without an inside is none.
  if (bounds[0]! < bounds[2]!) complaints.close('bounds', tiles?.bounds, bounds, 1e-6);
  const layers: readonly string[] = wanted['vector_layers'] ?? [];
  // What was compressed otherwise no browser can undo, and a tile can be drawn without.
  if (wanted['internal_compression'] <= 2) complaints.equal('layers', tiles?.layers?.split(',') ?? [], layers);
  complaints.equal('attribution', about.attribution !== undefined, ![undefined, null, '', 'None'].includes(wanted['attribution']));
  return complaints.all;
};
