import type { Check } from './check.js';
import { addresses } from './checks/addresses.js';
import { arcgisQuery } from './checks/arcgis.js';
import { citadel } from './checks/citadel.js';
import { csv } from './checks/csv.js';
import { dcatJson, dcatXml } from './checks/dcat.js';
import { arcgisIds, arcgisItem, arcgisLayer, arcgisService, ckanPackageSearch, ckanPackageShow, ckanResourceShow, errorBody, ogcCollections, ogcConformance, ogcLanding, socrataDiscovery, socrataView, udata } from './checks/descriptions.js';
import { flatgeobuf } from './checks/flatgeobuf.js';
import { geojson } from './checks/geojson.js';
import { geopackage } from './checks/geopackage.js';
import { gpx } from './checks/gpx.js';
import { gtfs } from './checks/gtfs.js';
import { kml } from './checks/kml.js';
import { oparl } from './checks/oparl.js';
import { origin, pixels } from './checks/origins.js';
import { ndjson, records } from './checks/records.js';
import { datex2, gbfs, gtfsRealtime, ngsi, open311, sensorThings } from './checks/live.js';
import { parquet } from './checks/parquet.js';
import { pmtiles } from './checks/pmtiles.js';
import { shapefile } from './checks/shapefile.js';
import { jsonstat, jsonstatCollection, sdmxJson } from './checks/statistics.js';
import { topojson } from './checks/topojson.js';
import { owsException, wfsCapabilities, wfsGml, wfsHits } from './checks/wfs.js';
import { wmsCapabilities, wmtsCapabilities } from './checks/wms.js';
import { xlsx } from './checks/xlsx.js';
import { zip } from './checks/zip.js';

/** The check of each kind of file that the indexes name. A kind without one is reported as wrong. */
export const checks: Readonly<Record<string, Check>> = {
  'arcgis-query': arcgisQuery,
  csv,
  'dcat-json': dcatJson,
  'dcat-rdfxml': dcatXml,
  'sdmx-csv': csv,
  flatgeobuf,
  geopackage,
  geoparquet: parquet,
  geojson,
  'ogcapi-items': geojson,
  'socrata-geojson': geojson,
  'wfs-geojson': geojson,
  gtfs,
  gpx,
  kml,
  kmz: kml,
  'json-records': records,
  'ckan-datastore_search': records,
  'ods-v1': records,
  'ods-v2.1-records': records,
  'socrata-resource': records,
  ndjson,
  origin,
  pixels,
  'arcgis-error': errorBody,
  'arcgis-ids': arcgisIds,
  'arcgis-item': arcgisItem,
  'arcgis-layer': arcgisLayer,
  'arcgis-service': arcgisService,
  'ckan-package_search': ckanPackageSearch,
  'ckan-package_show': ckanPackageShow,
  'ckan-resource_show': ckanResourceShow,
  'ods-v2.0-records': records,
  'ods-v2-records': records,
  'socrata-discovery': socrataDiscovery,
  'socrata-error': errorBody,
  'socrata-view': socrataView,
  'ogcapi-collections': ogcCollections,
  'ogcapi-conformance': ogcConformance,
  'ogcapi-landing': ogcLanding,
  udata,
  citadel,
  oparl,
  jsonstat,
  'jsonstat-collection': jsonstatCollection,
  'sdmx-json': sdmxJson,
  parquet,
  pmtiles,
  topojson,
  'url-corpus': addresses,
  'shapefile-zip': shapefile,
  xlsx,
  zip,
  datex2,
  'gbfs-1': gbfs,
  'gbfs-2': gbfs,
  'gbfs-3': gbfs,
  'gtfs-rt': gtfsRealtime,
  'ngsi-ld': ngsi,
  'ngsi-v2': ngsi,
  'ngsi-v2-keyvalues': ngsi,
  'open311-requests': open311,
  'open311-requests-xml': open311,
  'open311-services': open311,
  'open311-services-xml': open311,
  'sensorthings-entity': sensorThings,
  'sensorthings-things': sensorThings,
  'ows-exception': owsException,
  'wfs-capabilities': wfsCapabilities,
  'wfs-gml': wfsGml,
  'wfs-hits': wfsHits,
  'wms-capabilities': wmsCapabilities,
  'wmts-capabilities': wmtsCapabilities,
};
