import 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection } from 'geojson';
import { type ExpressionSpecification, type GeoJSONSource, Map, setWorkerUrl } from 'maplibre-gl';
import { bounds } from '../data.js';
import { colours, many, offer, type Given, type Kind } from './peer.js';
import { ofKind, readFeatures } from './reading.js';

/**
 * As its guide to large data says: GeoJSON by its address, so that its worker reads it, and clusters where there are many points.
 * Clusters have no numbers here, since those need a font from somewhere. A layer's filter knows nothing of what is inside a cluster:
 * the source gets the filtered features.
 */
setWorkerUrl('/lib/maplibre-gl-worker.mjs');

const colour = ['match', ['get', 'kind'], ...Object.entries(colours).flat(), colours.oak] as unknown as ExpressionSpecification;
let map: Map;
let clusters: boolean;
let all: FeatureCollection | undefined;

const source = (): GeoJSONSource => map.getSource('data')!;

async function draw(target: HTMLElement, given: Given): Promise<void> {
  clusters = given.shape === 'points' && given.rows >= many;
  if (given.format === 'csv') all = await readFeatures(given);
  const { west, south, east, north } = bounds;
  map = new Map({
    container: target,
    bounds: [west, south, east, north],
    style: {
      version: 8,
      sources: { data: { type: 'geojson', data: all ?? new URL(given.url, location.href).href, cluster: clusters } },
      layers: [given.shape === 'points' ? { id: 'data', type: 'circle', source: 'data', paint: { 'circle-radius': clusters ? ['case', ['has', 'point_count'], 16, 4] : 4, 'circle-color': colour } } : { id: 'data', type: 'fill', source: 'data', paint: { 'fill-color': colour } }],
    },
  });
}

offer({
  draw,
  async prepare() {
    if (clusters) all ??= await source().getData() as FeatureCollection;
  },
  filter(kind: Kind | undefined) {
    if (clusters) return source().setData(ofKind(all!, kind));
    return map.setFilter('data', kind ? ['==', ['get', 'kind'], kind] : null);
  },
});
