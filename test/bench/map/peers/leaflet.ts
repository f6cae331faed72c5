import 'leaflet/dist/leaflet.css';
import L from 'leaflet';
import { bounds } from '../data.js';
import { colours, offer, type Kind } from './peer.js';
import { readCsv } from './reading.js';

/** Its best case for many places: one canvas, circles instead of pictures, a group for each category. */
let map: L.Map;
const groups = new Map<string, L.LayerGroup>();

function add(kind: string, layer: L.Layer): void {
  const group = groups.get(kind) ?? L.layerGroup();
  groups.set(kind, group);
  group.addLayer(layer);
}

const style = (kind: Kind): L.CircleMarkerOptions => ({ radius: 4, weight: 1, color: colours[kind], fillColor: colours[kind], fillOpacity: 0.9 });

offer({
  async draw(target, { url, format }) {
    map = L.map(target, { preferCanvas: true }).fitBounds([[bounds.south, bounds.west], [bounds.north, bounds.east]]);
    if (format === 'csv') for (const { kind, lat, lon } of await readCsv(url)) add(kind, L.circleMarker([lat, lon], style(kind)));
    else {
      L.geoJSON(await (await fetch(url)).json(), {
        style: (feature) => style(feature?.properties.kind),
        pointToLayer: ({ properties }, at) => L.circleMarker(at, style(properties.kind)),
        onEachFeature: ({ properties }, layer) => add(properties.kind, layer),
      });
    }
    for (const group of groups.values()) group.addTo(map);
  },
  filter(kind) {
    for (const [name, group] of groups) {
      if (kind && name !== kind) group.remove();
      else group.addTo(map);
    }
  },
});
