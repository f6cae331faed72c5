import '@opendatasoft/visualizations/dist/index.css';
import { ChoroplethGeoJson, PoiMap, type ChoroplethGeoJsonOptions, type PoiMapData, type PoiMapOptions } from '@opendatasoft/visualizations';
import type { FeatureCollection } from 'geojson';
import { bounds } from '../data.js';
import { colours, many, offer, type Given, type Kind } from './peer.js';
import { ofKind, readFeatures } from './reading.js';

/** Its map of places (MapLibre 2 inside), with clusters where there are many, or its map of areas. It has no filters: it is given other data. */
let all: FeatureCollection;
let show: (shown: FeatureCollection) => void;
const bbox: [number, number, number, number] = [bounds.west, bounds.south, bounds.east, bounds.north];

function drawPlaces(target: HTMLElement, { rows }: Given): void {
  const data = (shown: FeatureCollection): PoiMapData => ({
    sources: { data: { type: 'geojson', data: shown, cluster: rows >= many } },
    layers: [{ id: 'data', source: 'data', type: 'circle', color: colours.oak, circleRadius: rows >= many ? 12 : 4, colorMatch: { key: 'kind', colors: colours } }],
  });
  const map = new PoiMap(target, { value: data(all) }, { bbox, aspectRatio: 800 / 480 } satisfies PoiMapOptions);
  show = (shown) => map.updateData({ value: data(shown) });
}

function drawAreas(target: HTMLElement): void {
  const options = (shapes: FeatureCollection): ChoroplethGeoJsonOptions => ({ shapes, bbox, aspectRatio: 800 / 480, emptyValueColor: colours.oak });
  const map = new ChoroplethGeoJson(target, { value: [] }, options(all));
  show = (shown) => map.updateOptions(options(shown));
}

offer({
  async draw(target, given) {
    all = await readFeatures(given);
    if (given.shape === 'points') drawPlaces(target, given);
    else drawAreas(target);
  },
  filter: (kind: Kind | undefined) => show(ofKind(all, kind)),
});
