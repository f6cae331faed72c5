import type { Check } from './check.js';
import { arcgisQuery } from './checks/arcgis.js';
import { csv } from './checks/csv.js';
import { geojson } from './checks/geojson.js';
import { gtfs } from './checks/gtfs.js';
import { shapefile } from './checks/shapefile.js';
import { xlsx } from './checks/xlsx.js';
import { kmz, zip } from './checks/zip.js';

/** The check of each kind of file that the indexes name. A kind without one is reported as wrong. */
export const checks: Readonly<Record<string, Check>> = {
  'arcgis-query': arcgisQuery,
  csv,
  'sdmx-csv': csv,
  geojson,
  'ogcapi-items': geojson,
  'socrata-geojson': geojson,
  'wfs-geojson': geojson,
  gtfs,
  kmz,
  'shapefile-zip': shapefile,
  xlsx,
  zip,
};
