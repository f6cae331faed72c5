import { common, type Head, type KnownFormat } from './common.js';
import { SourceError } from '../source.js';
import { isDcatJson, isDcatXml } from '../portals/dcat-sign.js';
import { maybeCsv } from './csv-sign.js';
import { isDbf } from './dbf-sign.js';
import { maybeDescription } from './descriptions-sign.js';
import { isEsri } from './esri-sign.js';
import { isJsonstat, isSdmx } from './statistics-sign.js';
import { isNgsi } from './ngsi-sign.js';
import { isOpen311, isOpen311Xml } from './open311-sign.js';
import { isGml, isOwsException, xmlRoot } from './xml-root.js';

const begins = (bytes: Uint8Array, sign: string): boolean => [...sign].every((letter, i) => bytes[i] === letter.charCodeAt(0));

/**
 * Every format that can be read, each loaded on first use; the first whose sign fits is taken, so what is particular
 * stands above what is general. A new format is a file and a line here.
 */
export const formats: readonly KnownFormat[] = [
  { name: 'zip', sign: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5), load: async () => (await import('./zip.js')).readZip },
  { name: 'shapefile', sign: ({ bytes }) => bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a, load: async () => (await import('./shapefile.js')).readShapefile },
  { name: 'dbf', sign: ({ bytes }) => isDbf(bytes), load: async () => (await import('./shapefile.js')).readDbf },
  { name: 'flatgeobuf', sign: ({ bytes }) => begins(bytes, 'fgb') && begins(bytes.subarray(4), 'fgb'), load: async () => (await import('./flatgeobuf.js')).readFlatgeobuf },
  { name: 'geopackage', sign: ({ bytes }) => begins(bytes, 'SQLite format 3\0'), load: async () => (await import('./geopackage.js')).readGeopackage },
  { name: 'parquet', sign: ({ bytes }) => begins(bytes, 'PAR1') || begins(bytes, 'PARE'), load: async () => (await import('./parquet.js')).readParquet },
  { name: 'pmtiles', sign: ({ bytes }) => begins(bytes, 'PMTiles'), load: async () => (await import('./pmtiles.js')).readPmtiles },
  { name: 'topojson', sign: ({ json, text }) => json?.kind === 'object' && (json.members.get('type') === 'Topology' || json.members.has('arcs') || (json.members.has('objects') && /"arcs"\s*:\s*\[/.test(text))), load: async () => (await import('./topojson.js')).readTopojson },
  { name: 'citadel', sign: ({ json, text }) => json?.kind === 'object' && json.members.has('dataset') && /"poi"\s*:\s*\[/.test(text), load: async () => (await import('./citadel.js')).readCitadel },
  { name: 'oparl', sign: ({ json, text }) => json?.kind === 'object' && /"type"\s*:\s*"https?:\/\/(schema\.)?oparl\.org\//.test(text), load: async () => (await import('./oparl.js')).readOparl },
  { name: 'jsonstat', sign: isJsonstat, load: async () => (await import('./jsonstat.js')).readJsonstat },
  { name: 'sdmx', sign: isSdmx, load: async () => (await import('./sdmx.js')).readSdmx },
  { name: 'esri', sign: isEsri, load: async () => (await import('./esri.js')).readEsri },
  { name: 'gbfs', sign: ({ json, text }) => json?.kind === 'object' && json.members.has('data') && (json.members.has('ttl') || json.members.has('last_updated') || /"(station|vehicle|bike|system)_id"/.test(text)), load: async () => (await import('./gbfs.js')).readGbfs },
  { name: 'gtfs-realtime', sign: ({ bytes }) => bytes[0] === 0x0a && bytes[2] === 0x0a && bytes[3] === 3 && bytes[5] === 0x2e, load: async () => (await import('./gtfs-realtime.js')).readGtfsRealtime },
  { name: 'gtfs-realtime-json', sign: ({ json, text }) => json?.kind === 'object' && /"gtfs_?realtime_?version"/i.test(text), load: async () => (await import('./gtfs-realtime.js')).readGtfsRealtimeJson },
  { name: 'datex2', sign: ({ json, text }) => !json && /<(\w+:)?d2LogicalModel\b|<\w[^>]{0,3000}datex2\.eu\/schema/.test(text.slice(0, 6000)), load: async () => (await import('./datex2.js')).readDatex2 },
  { name: 'datex2-json', sign: ({ json, text }) => json?.kind === 'object' && /"(messageContainer|payload|modelBaseVersionG?|\w*(Parking(Table|Status)|EnergyInfrastructure(Table|Status)|Situation|MeasurementSiteTable|MeasuredData|VmsTable|Vms|PredefinedLocations)Publication)"\s*:/.test(text) && /"\w+Publication"\s*:|"modelBaseVersion/.test(text), load: async () => (await import('./datex2.js')).readDatex2Json },
  { name: 'open311', sign: isOpen311, load: async () => (await import('./open311.js')).readOpen311 },
  { name: 'open311-xml', sign: isOpen311Xml, load: async () => (await import('./open311.js')).readOpen311Xml },
  { name: 'apds', sign: ({ json, text }) => json !== undefined && json.kind !== 'lines' && /"indicativePointLocation"\s*:/.test(text), load: async () => (await import('./apds.js')).readApds },
  { name: 'sensorthings', sign: ({ json, text }) => json?.kind === 'object' && /"\w*@iot\.\w+"\s*:/.test(text), load: async () => (await import('./sensorthings.js')).readSensorThings },
  { name: 'overpass', sign: ({ json, text }) => json?.kind === 'object' && json.members.has('elements') && (json.members.has('osm3s') || /"elements"\s*:\s*\[\s*\{\s*"type"\s*:\s*"(node|way|relation)"/.test(text)), load: async () => (await import('./overpass.js')).readOverpass },
  { name: 'ngsi', sign: isNgsi, load: async () => (await import('./ngsi.js')).readNgsi },
  { name: 'dcat-json', sign: isDcatJson, load: async () => (await import('../portals/dcat.js')).readDcatJson },
  { name: 'dcat-xml', sign: isDcatXml, load: async () => (await import('../portals/dcat.js')).readDcatXml },
  { name: 'ogc-features', sign: ({ json, text }) => json?.kind === 'object' && json.members.has('links') && !json.members.has('features') && /"rel"\s*:\s*"([^"]*\/)?(data|items|conformance)"/.test(text), load: async () => (await import('../portals/ogc-features.js')).readOgcDocument },
  { name: 'description', sign: maybeDescription, load: async () => (await import('./descriptions.js')).readDescription },
  { name: 'web-page', sign: ({ text }) => xmlRoot(text)?.toLowerCase() === 'html' || /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text), load: async () => (await import('../portals/page.js')).readPage },
  { name: 'kml', sign: ({ text }) => xmlRoot(text) === 'kml' || (/^(Placemark|Document|Folder)$/.test(xmlRoot(text) ?? '') && /<(\w+:)?Placemark\b/.test(text)), load: async () => (await import('./kml.js')).readKml },
  { name: 'gpx', sign: ({ text }) => xmlRoot(text) === 'gpx', load: async () => (await import('./gpx.js')).readGpx },
  { name: 'ows-exception', sign: ({ text }) => isOwsException(text), load: async () => (await import('./ows-exception.js')).readException },
  { name: 'wfs-capabilities', sign: ({ text }) => xmlRoot(text) === 'WFS_Capabilities', load: async () => (await import('../portals/wfs.js')).readWfsCapabilities },
  { name: 'wms-capabilities', sign: ({ text }) => /^WM(S|T_MS)_Capabilities$/.test(xmlRoot(text) ?? ''), load: async () => (await import('../portals/wms.js')).readWmsCapabilities },
  { name: 'wmts-capabilities', sign: ({ text }) => xmlRoot(text) === 'Capabilities' && /opengis\.net\/wmts/.test(text), load: async () => (await import('../portals/wmts.js')).readWmtsCapabilities },
  { name: 'gml', sign: ({ text }) => isGml(text), load: async () => (await import('./gml.js')).readGml },
  ...common,
  { name: 'ndjson', sign: ({ json }) => json?.kind === 'lines', load: async () => (await import('./ndjson.js')).readNdjson },
  { name: 'json', sign: ({ json }) => json !== undefined, load: async () => (await import('./records.js')).readRecords },
];

/** The format whose sign fits. What is none of all these may still be a table that hardly looks like one. */
export const formatOf = (head: Head): KnownFormat | undefined => formats.find(({ sign }) => sign(head)) ?? (maybeCsv(head) ? formatNamed('csv') : undefined);

/** The format of that name. Throws `SourceError`. */
export function formatNamed(wanted: string): KnownFormat {
  const format = formats.find(({ name }) => name === wanted);
  if (!format) throw new SourceError('unknown', `There is no format “${wanted}”; there are: ${formats.map(({ name }) => name).join(', ')}.`);
  return format;
}
