import 'ol/ol.css';
import Feature from 'ol/Feature.js';
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import Point from 'ol/geom/Point.js';
import type BaseLayer from 'ol/layer/Base.js';
import { fromLonLat, transformExtent } from 'ol/proj.js';
import { bounds } from '../data.js';
import type { Given } from './peer.js';
import { readCsv } from './reading.js';

export async function features({ url, format }: Given): Promise<Feature[]> {
  if (format === 'geojson') return new GeoJSON().readFeatures(await (await fetch(url)).json(), { featureProjection: 'EPSG:3857' });
  return (await readCsv(url)).map(({ lon, lat, kind, name }) => new Feature({ geometry: new Point(fromLonLat([lon, lat])), kind, name }));
}

export function show(target: HTMLElement, layer: BaseLayer): OlMap {
  const map = new OlMap({ target, layers: [layer], view: new View({ center: [0, 0], zoom: 1 }) });
  map.getView().fit(transformExtent([bounds.west, bounds.south, bounds.east, bounds.north], 'EPSG:4326', 'EPSG:3857'));
  return map;
}
