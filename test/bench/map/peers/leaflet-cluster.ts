import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster/dist/MarkerCluster.css';
import 'leaflet.markercluster/dist/MarkerCluster.Default.css';
import L from 'leaflet';
import 'leaflet.markercluster';
import { bounds } from '../data.js';
import { colours, offer, type Kind } from './peer.js';
import { readCsv } from './reading.js';

/** Where there are too many circles its guide says clusters, added all at once and in slices; a filter takes them out and adds others. */
let clusters: L.MarkerClusterGroup;
const markers: { readonly kind: Kind; readonly marker: L.CircleMarker }[] = [];

const add = (kind: Kind, at: L.LatLngExpression): void => void markers.push({ kind, marker: L.circleMarker(at, { radius: 4, color: colours[kind] }) });

offer({
  async draw(target, { url, format }) {
    const map = L.map(target, { preferCanvas: true, maxZoom: 18 }).fitBounds([[bounds.south, bounds.west], [bounds.north, bounds.east]]);
    clusters = L.markerClusterGroup({ chunkedLoading: true, animate: false }).addTo(map);
    if (format === 'csv') for (const { kind, lat, lon } of await readCsv(url)) add(kind, [lat, lon]);
    else for (const { properties, geometry: { coordinates: [lon, lat] } } of (await (await fetch(url)).json()).features) add(properties.kind, [lat, lon]);
    clusters.addLayers(markers.map(({ marker }) => marker));
  },
  filter(kind) {
    clusters.clearLayers();
    clusters.addLayers(markers.flatMap((each) => (kind && each.kind !== kind ? [] : [each.marker])));
  },
});
